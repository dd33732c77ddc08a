"""What a record can show of the quality of a partnership: need, purpose, commitment, fairness and arrangements."""

from __future__ import annotations

from partnerkit.model.partnership.agree import Aim
from partnerkit.model.partnership.identify import CultureRating
from partnerkit.model.partnership.objectives import Objective
from partnerkit.model.partnership.plan import Resource
from partnerkit.model.partnership.who import Partner
from partnerkit.rubric.api import (
    Answer,
    Look,
    Stage,
    check,
    counted,
    listed,
    met,
    not_applicable,
    quiet,
    unknown,
    unmet,
)
from partnerkit.rubric.checks._partners import NOBODY_LEFT, SIDES_LEAST
from partnerkit.rubric.checks.life_cycle import settled_in
from partnerkit.rules.identify._parties import parties
from partnerkit.rules.meetings._meetings import held
from partnerkit.rules.plan._resources import amounts

_ENDED = "the partnership has ended"

# ---------------------------------------------------------------------- need and purpose


@check(Stage.AGREE, "partners")
def dependencies_stated(look: Look) -> Answer:
    """Every partner says what it needs from the others and cannot do alone."""
    return _said_by_each(look, "depends_on", "what they need from the others")


@check(Stage.AGREE, "partners")
def own_aims_stated(look: Look) -> Answer:
    """Every partner says what it wants from the partnership for itself."""
    return _said_by_each(look, "motives", "what they want for themselves")


def _said_by_each(look: Look, key: str, what: str) -> Answer:
    bound = [party.partner for party in parties(look)]
    without: list[Partner] = [one for one in bound if getattr(one, key) is None]
    if bound and not without:
        return met(f"{counted(len(bound), 'partner')}, each with an entry", [(one, key) for one in bound])
    if not bound:
        return unknown(NOBODY_LEFT, [(look.part, "partners")])
    names = listed(look.name(one.organisation) for one in without)
    todo = f"Ask them {what}, and write the answer as `{key}` under `partners`"
    return unmet(f"no entry for {names}", todo, without, len(without))


@check(Stage.AGREE, "aims", "objectives")
def aims_serve_each_partner(look: Look) -> Answer:
    """The aims and objectives are linked to a priority of every partner."""
    stated: list[Aim | Objective] = [*look.part.aims, *look.part.objectives]
    linked = [one for one in stated if one.priorities]
    served = {owner for one in linked for named in one.priorities if (owner := _owner(look, named)) is not None}
    unserved = [party.partner for party in parties(look) if served.isdisjoint(party.organisations)]
    if linked and served and not unserved:
        return met("they serve a priority of every partner", [(one, "priorities") for one in linked])
    if not stated:
        todo = "Record the aims, and name in their `priorities` one of each partner"
        return unmet("no aim and no objective is recorded", todo, [(look.part, "aims")], 2)
    names = listed(look.name(one.organisation) for one in unserved) if unserved else "the partners"
    todo = "Name in the `priorities` of an aim a priority of each partner"
    return unmet(
        f"no aim and no objective is linked to a priority of {names}",
        todo,
        look.part.aims or stated,
        len(unserved) or 1,
    )


def _owner(look: Look, priority: str) -> str | None:
    item = look.item("priorities", priority)
    return None if item is None else item.record.id


# ---------------------------------------------------------------------- commitment


@check(Stage.RUN, "resources")
def resources_given_as_promised(look: Look) -> Answer:
    """What was promised is given, as far as the time that has passed asks for it."""
    if look.ended:
        return not_applicable(_ENDED)
    known = [(one, found) for one in look.part.resources if (found := amounts(one)) is not None]
    if not known:
        todo = "Write of each resource how much is `committed` and how much is `delivered`, counted alike"
        return unmet("no resource is recorded with what was promised", todo, [(look.part, "resources")], 2)
    given = [one for one, found in known if found.given is not None and _is_given(look, one)]
    if not given:
        return unknown("it is not reported what has been given", [one for one, _ in known])
    words = f"{len(given)} of {counted(len(known), 'resource')} reported as given, none far behind its promise"
    return quiet(look, ["resource-shortfall"], words, [(one, "delivered") for one in given])


def _is_given(look: Look, resource: Resource) -> bool:
    """Whether what is recorded as given speaks of a day that has come."""
    on = None if resource.delivered is None else resource.delivered.on
    return on is None or on <= look.as_of


# ---------------------------------------------------------------------- trust, seen from the outside


@check(Stage.ACTIVATE, "meetings")
def decisions_taken_together(look: Look) -> Answer:
    """Every decision of a meeting was taken with all partners, by a meeting that could decide."""
    decisions = [decision for meeting in held(look) for decision in meeting.decisions]
    if not decisions:
        todo = "Record under the meeting what was decided, and `by` which partners"
        return unmet("no decision of a meeting is recorded", todo, [(look.part, "meetings")], 2)
    rules = ["one-sided-decision", "not-quorate-decision"]
    return quiet(look, rules, f"{counted(len(decisions), 'decision')} taken together", decisions)


@check(Stage.AGREE, "culture_fit")
def culture_gaps_bridged(look: Look) -> Answer:
    """Where the partners' ways of working lie far apart, an action bridges the gap."""
    fit = look.part.culture_fit
    compared = [] if fit is None else [one for one in fit.dimensions if _rates_several(look, one)]
    if not compared:
        todo = "Compare the ways of working of the partners, and record a rating of each on some dimensions"
        return unmet("no way of working is rated for two partners", todo, [(look.part, "culture_fit")], 3)
    words = f"{counted(len(compared), 'dimension')} compared, no wide gap without an action"
    return quiet(look, ["culture-gap-unmitigated"], words, compared)


def _rates_several(look: Look, rating: CultureRating) -> bool:
    return len(set(look.partners).intersection(rating.ratings)) >= SIDES_LEAST


@check(Stage.REVIEW, "benefits")
def benefits_confirmed(look: Look) -> Answer:
    """Every benefit that was seen is confirmed by a partner and shown by evidence."""
    seen = [one for one in look.part.benefits if one.realised is not None]
    bare = [one for one in seen if not one.corroborated_by or not one.evidence]
    if not seen:
        todo = "Record what was gained, the `evidence` for it and the partners in `corroborated_by`"
        return unmet("no benefit is recorded as seen", todo, [(look.part, "benefits")], 3)
    if bare:
        todo = "Name the `evidence`, and the partners that confirm the benefit in `corroborated_by`"
        shown = f"{len(bare)} of {counted(len(seen), 'benefit')} not confirmed by a partner, or without evidence"
        return unmet(shown, todo, bare, len(bare))
    return met(f"{counted(len(seen), 'benefit')} confirmed", [(one, "corroborated_by") for one in seen])


# ---------------------------------------------------------------------- arrangements


@check(Stage.AGREE, "agreements")
def finance_settled(look: Look) -> Answer:
    """An agreement, or its draft, settles who pays for what."""
    found, missing = settled_in(look, "finance")
    if not missing:
        return met("settled in the agreement or its draft", [(one, "clauses") for one in found])
    return unmet(
        "no agreement or draft settles who pays for what",
        "Agree on who pays for what, and mark the clause `finance` of the agreement",
        [(one, "clauses") for one in look.part.agreements] or [(look.part, "agreements")],
    )


@check(Stage.AGREE, "bodies")
def terms_of_reference_complete(look: Look) -> Answer:
    """Every group has a purpose, a chair, members, a quorum, decision rights and an interval of meetings."""
    bodies = look.part.bodies
    if not bodies:
        todo = "Record the groups in which the partners meet and decide, with their terms"
        return unmet("no group is recorded", todo, [(look.part, "bodies")], 6)
    return quiet(look, ["body-terms-incomplete"], f"{counted(len(bodies), 'group')} with complete terms", bodies)
