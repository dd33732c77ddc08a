"""What the life cycle of a collaboration asks for, beyond what the marking points ask: from priorities to results."""

from __future__ import annotations

from partnerkit.model.partnership.activate import Action, Agreement, Meeting
from partnerkit.model.partnership.identify import Opportunity
from partnerkit.model.partnership.objectives import Indicator, Objective
from partnerkit.model.partnership.review import Survey
from partnerkit.model.partnership.risks import Risk
from partnerkit.rubric.api import (
    Answer,
    Fact,
    Look,
    Part,
    Stage,
    check,
    counted,
    date,
    day,
    days_after,
    listed,
    met,
    not_applicable,
    quiet,
    said,
    unknown,
    unmet,
)
from partnerkit.rubric.checks._partners import NOBODY_LEFT, SIDES_LEAST
from partnerkit.rules.agreement._agreements import standing
from partnerkit.rules.agreement._roles import SENIOR_EXECUTIVE, has_left, partner_of
from partnerkit.rules.identify._parties import parties, pursued
from partnerkit.rules.meetings._meetings import held
from partnerkit.rules.safety._exposures import exposures, open_risks

_LEARNED_FROM = frozenset({
    "lessons", "recommendations", "reviews", "incidents", "feedback", "journal", "exchanges", "evaluations",
})  # fmt: skip
"""The collections of what one learns from."""

# ---------------------------------------------------------------------- before there are partners


@check(Stage.IDENTIFY)
def priorities_of_each_partner(look: Look) -> Answer:
    """Every partner has set itself a priority."""
    known = [party for party in parties(look) if party.priorities is not None]
    if not known:
        return unknown("the record of no partner's organisation can be read", [(look.part, "partners")])
    return quiet(
        look,
        ["priority-missing"],
        f"{counted(sum(party.priorities or 0 for party in known), 'priority', 'priorities')} of the partners",
        [(party.partner, "organisation") for party in known],
    )


@check(Stage.IDENTIFY, "opportunities")
def fit_rated_for_each_partner(look: Look) -> Answer:
    """It is rated how well each opportunity that was not rejected fits each partner."""
    open_ = [one for one in look.part.opportunities if one.decision is None or one.decision.outcome != "reject"]
    without = [one for one in open_ if not set(look.partners) <= set(one.fit)]
    todo = "Rate under the opportunity's `fit` how well it serves each partner, from 1 to 5"
    if not open_:
        return unmet("no opportunity is recorded", todo, [(look.part, "opportunities")], 2)
    if without:
        shown = f"{len(without)} of {counted(len(open_), 'opportunity', 'opportunities')} not rated for every partner"
        return unmet(shown, todo, without, len(without))
    return met(
        f"{counted(len(open_), 'opportunity', 'opportunities')} rated for every partner",
        [(one, "fit") for one in open_],
    )


@check(Stage.IDENTIFY, "risks")
def risks_raised_early(look: Look) -> Answer:
    """Risks were raised by the day of the decision, or up to now while none is taken."""
    days = [decision.on for _, decision in pursued(look) if decision.on is not None]
    last = min((*days, look.as_of))
    early = [risk for risk in look.part.risks if risk.raised_on is not None and risk.raised_on <= last]
    if early:
        return met(f"{counted(len(early), 'risk')} raised by {day(last)}", [(risk, "raised_on") for risk in early])
    undated = [risk for risk in look.part.risks if risk.raised_on is None]
    if undated:
        return unmet(
            f"no risk has a day up to {day(last)}",
            "Write the day on which each risk was first written down as `raised_on`",
            undated,
            len(undated),
        )
    todo = "Record what could go wrong, with the day in `raised_on`, before you decide"
    return unmet(f"no risk was raised by {day(last)}", todo, [(look.part, "risks")], 2)


@check(Stage.IDENTIFY, "needs")
def needs_measured(look: Look) -> Answer:
    """Every need says what people must be able to do and what they can do, how that was found out and when."""
    needs = look.part.needs
    if not needs:
        todo = "Record a need: what is required, what people can do today, and the method and day of finding out"
        return unmet("no need is recorded", todo, [(look.part, "needs")], 4)
    return quiet(look, ["need-without-gap"], f"{counted(len(needs), 'need')} measured at both ends", needs)


@check(Stage.IDENTIFY, "opportunities")
def candidates_marked_alike(look: Look) -> Answer:
    """The candidates were marked, all of them by the same criteria."""
    chosen: list[Opportunity] = [one for one, _ in pursued(look)] or list(look.part.opportunities)
    if chosen and all(one.single_source_reason is not None and len(one.candidates) < SIDES_LEAST for one in chosen):
        return not_applicable("only one candidate was considered, and the reason is given")
    marked = [one for opportunity in chosen for one in opportunity.candidates if one.criteria]
    if not marked:
        todo = "Mark each candidate under `criteria`, all by the same ones, each with its `score`"
        return unmet("no candidate is marked", todo, chosen or [(look.part, "opportunities")], 3)
    criteria = [one for candidate in marked for one in candidate.criteria]
    unscored = [one for one in criteria if one.score is None]
    if unscored:
        todo = "Write the `score` of each criterion"
        return unmet(f"{len(unscored)} of {counted(len(criteria), 'mark')} without a score", todo, unscored)
    said_ = f"{counted(len(marked), 'candidate')} marked by the same criteria"
    return quiet(look, ["candidate-criteria-differ"], said_, marked)


# ---------------------------------------------------------------------- working together


def settled_in(look: Look, *matters: str) -> tuple[list[Agreement], list[str]]:
    """The standing agreements that settle some of these matters, and the matters that none of them settles.

    Drafts are among them; what has expired is not.
    """
    expired = {id(finding.part) for finding in look.found("agreement-expired")}
    standing_ = [agreement for agreement in standing(look) if id(agreement) not in expired]
    missing = [one for one in matters if not any(_settles(agreement, one) for agreement in standing_)]
    return [agreement for agreement in standing_ if any(_settles(agreement, one) for one in matters)], missing


def _settles(agreement: Agreement, matter: str) -> bool:
    return getattr(agreement.clauses, matter, None) not in (None, "absent")


@check(Stage.AGREE, "agreements")
def sharing_settled(look: Look) -> Answer:
    """The agreements, or their drafts, settle what may be shared: confidentiality, data and intellectual property."""
    found, missing = settled_in(look, "confidentiality", "data_protection", "intellectual_property")
    if not missing:
        return met("settled in the agreements or their drafts", [(one, "clauses") for one in found])
    return unmet(
        f"no agreement or draft settles {listed(map(said, missing), 'or')}",
        "Agree on what may be shared and what not, and mark the clauses of the agreement",
        [(one, "clauses") for one in look.part.agreements] or [(look.part, "agreements")],
        len(missing),
    )


@check(Stage.PLAN, "risks")
def risk_matrix_in_use(look: Look) -> Answer:
    """Risks are scored by a matrix that the workspace declares, with its bands and the risk that is accepted."""
    scored = [risk for risk in look.part.risks if exposures(risk)]
    if not scored:
        return unmet("no risk is scored", "Score each risk as `inherent` and `residual`", [(look.part, "risks")], 2)
    matrix = look.matrix
    if matrix is not None and (matrix.bands is None or matrix.appetite is None):
        todo = "Add `bands` and `appetite` to `risk_matrix` in partnerkit.yaml"
        return unmet("the declared matrix has no bands or no appetite", todo, [(look.part, "risks")])
    return quiet(look, ["risk-matrix-undeclared"], f"{counted(len(scored), 'risk')} scored by it", scored)


@check(Stage.PLAN, "risks")
def risks_owned_on_both_sides(look: Look) -> Answer:
    """The open risks are owned by people of two partners or more who are still in post."""
    risks = open_risks(look)
    owned = {risk.id: owner for risk in risks if (owner := _owner_in_post(look, risk)) is not None}
    sides = sorted(set(map(look.name, owned.values())))
    if len(sides) >= SIDES_LEAST:
        return met(f"owners at {listed(sides)}", [(risk, "owner") for risk in risks if risk.id in owned])
    if not risks:
        return unmet("no open risk is recorded", "Record the risks, each with its owner", [(look.part, "risks")], 2)
    shown = f"all owners in post are at {sides[0]}" if sides else "no owner of a risk is in post at a partner"
    return unmet(shown, "Give each partner the risks it can do most about, as `owner`", [(look.part, "risks")])


def _owner_in_post(look: Look, risk: Risk) -> str | None:
    """The partner of the person who owns a risk, unless the person has left."""
    owner = look.organisation_of(risk.owner)
    gone = not look.ended and has_left(look, risk.owner) is not None
    return None if gone or owner not in look.partners else owner


@check(Stage.AGREE, "bodies")
def issues_have_a_way_up(look: Look) -> Answer:
    """What a group cannot settle goes up, in the end to a strategic group."""
    bodies = look.part.bodies
    if not bodies:
        todo = "Record the groups in which the partners meet, and name in `escalates_to` the one above each"
        return unmet("no group is recorded", todo, [(look.part, "bodies")], 2)
    return quiet(look, ["escalation-dead-end"], f"{counted(len(bodies), 'group')}, with a strategic one on top", bodies)


# ---------------------------------------------------------------------- creating value


@check(Stage.AGREE, "objectives")
def outcomes_measured(look: Look) -> Answer:
    """Every objective has an indicator of what comes of it: of type outcome or impact."""
    objectives = look.part.objectives
    measured = [(one, _outcomes(one)) for one in objectives]
    without = [one for one, outcomes in measured if not outcomes]
    todo = "Give each objective an indicator of the type `outcome` or `impact`"
    if not objectives:
        return unmet("no objective is recorded", todo, [(look.part, "objectives")], 2)
    if without:
        shown = f"{len(without)} of {counted(len(objectives), 'objective')} without an indicator of what comes of it"
        return unmet(shown, todo, without, len(without))
    found = [indicator for _, outcomes in measured for indicator in outcomes]
    return met(f"{counted(len(found), 'indicator')} of outcome or impact", [(one, "type") for one in found])


def _outcomes(objective: Objective) -> list[Indicator]:
    return [one for one in objective.indicators if one.type in {"outcome", "impact"}]


@check(Stage.RUN)
def innovations_logged(look: Look) -> Answer:
    """Something is recorded, with its day, that is taught or done differently because of the partnership."""
    adopted = [
        Fact(one, "adopted_on") for one in look.part.curriculum if one.adopted and _is_past(look, one.adopted_on)
    ]
    practices = [Fact(change) for visit in look.part.exchanges if visit.on <= look.as_of for change in visit.changed]
    found = [*adopted, *practices]
    if found:
        words = f"{counted(len(adopted), 'proposal')} adopted, {counted(len(practices), 'practice')} changed"
        return met(words, found)
    return unmet(
        "no change to what is taught or done is recorded with its day",
        "Record under `curriculum` what was taken up, with `adopted_on`, or under an exchange what `changed`",
        [(look.part, "curriculum")],
        2,
    )


@check(Stage.RUN)
def learning_acted_on(look: Look) -> Answer:
    """Something that was learned on the way has led to an action or a change."""
    actions = [Fact(action, "from") for action in look.agreed_actions if _is_from_learning(look, action)]
    heard = [Fact(one, "actions") for one in look.part.feedback if one.actions and _is_past(look, one.on)]
    visits = [Fact(one, "actions") for one in look.part.exchanges if one.actions and _is_past(look, one.on)]
    entries = [Fact(one, "led_to") for one in look.part.journal if one.led_to and _is_past(look, one.on)]
    found = [*actions, *heard, *visits, *entries]
    if found:
        return met(f"{counted(len(found), 'link')} from what was learned to what was done", found)
    return unmet(
        "no action or change is linked to feedback, an incident, a lesson, a visit or a journal entry",
        "Name in an action's `from` what gave rise to it, or in a journal entry's `led_to` what came of it",
        [(look.part, "actions")],
    )


def _is_past(look: Look, on: date | None) -> bool:
    return on is not None and on <= look.as_of


def _is_from_learning(look: Look, action: Action) -> bool:
    item = None if action.from_ is None else look.item("*", action.from_)
    return item is not None and item.collection in _LEARNED_FROM


# ---------------------------------------------------------------------- staying together


@check(Stage.RUN, "objectives")
def figures_in_time(look: Look) -> Answer:
    """The figures of every indicator come in as often as agreed."""
    if look.ended or look.part.status == "paused":
        return not_applicable("no figure is due while the partnership is paused, or once it has ended")
    indicators = [one for objective in look.part.objectives for one in objective.indicators]
    regular = [one for one in indicators if one.frequency_days is not None]
    if len(regular) < len(indicators) or not indicators:
        return unmet(
            f"{len(regular)} of {counted(len(indicators), 'indicator')} with an agreed interval",
            "Agree how often each figure is taken, and write it as `frequency_days` of the indicator",
            [one for one in indicators if one not in regular] or [(look.part, "objectives")],
            max(len(indicators) - len(regular), 1),
        )
    return quiet(
        look,
        ["actual-overdue"],
        f"no figure of {counted(len(regular), 'indicator')} is overdue",
        [(one, "actuals") for one in regular],
    )


@check(Stage.RUN, "meetings")
def executives_at_meetings(look: Look) -> Answer:
    """The senior executive of each partner was at a meeting within the last year; a deputy does not count."""
    if not look.partners:
        return unknown(NOBODY_LEFT, [(look.part, "partners")])
    since = date.min if look.ended else days_after(look.as_of, -look.limit("executive-meeting-days").whole)
    seen = _executives_seen(look, since)
    absent = [partner for partner in look.partners if partner not in seen]
    if not absent:
        words = listed(f"{look.name(partner)} on {day(seen[partner].on)}" for partner in look.partners)
        return met(f"last seen there: {words}", [(seen[partner], "present") for partner in look.partners])
    when = "" if look.ended else f" since {day(since)}"
    return unmet(
        f"no senior executive of {listed(map(look.name, absent), 'or')} is recorded at a meeting{when}",
        "Have the senior executives at a meeting, and name them there as `present`",
        [(look.part, "meetings")],
        len(absent),
    )


def _executives_seen(look: Look, since: date) -> dict[str, Meeting]:
    """The latest meeting from a day on at which a senior executive of each partner was, by the partner."""
    executives = {
        id(person): partner
        for role in look.part.key_roles
        if role.role == SENIOR_EXECUTIVE
        and (person := look.person(role.holder)) is not None
        and (partner := partner_of(look, role)) is not None
    }
    found: dict[str, Meeting] = {}
    for meeting in held(look):
        for one in meeting.present if meeting.on >= since else ():
            partner = executives.get(id(look.person(one)))
            if partner is not None:
                found[partner] = meeting
    return found


@check(Stage.REVIEW, "surveys")
def partners_surveyed(look: Look) -> Answer:
    """People of every partner were asked about the partnership itself; what they said is no part of this."""
    found: dict[str, Survey] = {}
    for one in look.part.surveys:
        if one.on <= look.as_of and one.responses and one.partner is not None:
            found[one.partner] = one
    missing = [partner for partner in look.partners if partner not in found]
    asked: list[tuple[Part, str]] = [(found[partner], "responses") for partner in look.partners if partner in found]
    if not look.partners:
        return unknown(NOBODY_LEFT, [(look.part, "partners")])
    if not missing:
        answers = sum(found[partner].responses or 0 for partner in look.partners)
        return met(f"{counted(answers, 'answer')} from {counted(len(asked), 'partner')}", asked)
    return unmet(
        f"no answers from {listed(map(look.name, missing), 'or')} are recorded",
        "Ask people of each partner about the partnership, and record a survey for each with its `responses`",
        asked or [(look.part, "surveys")],
        len(missing),
    )
