"""What is asked of what the partners agreed: objectives, groups that decide, key roles and responsibilities."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkit.model.partnership.activate import Meeting
from partnerkit.model.partnership.agree import Body, KeyRole
from partnerkit.model.partnership.assessment import Evidence
from partnerkit.model.partnership.objectives import Objective
from partnerkit.rubric.api import (
    Answer,
    Fact,
    Look,
    Stage,
    check,
    counted,
    date,
    day,
    listed,
    met,
    quiet,
    said,
    unknown,
    unmet,
)
from partnerkit.rubric.checks._partners import NOBODY_LEFT, SIDES_LEAST
from partnerkit.rules.agreement._roles import (
    RELATIONSHIP_LEAD,
    SENIOR_EXECUTIVE,
    gave_up,
    partner_of,
    roles_of_partners,
)
from partnerkit.rules.meetings._meetings import deciding, held
from partnerkit.rules.objectives._indicators import first_start, indicators, starts

_PAPERS = frozenset({"minutes", "plan"})
_NO_OBJECTIVE = "no objective is recorded"
_RECORD_OBJECTIVES = "Record the objectives, each with its `indicators`, with `agreed_on` and with `agreed_by`"


# ---------------------------------------------------------------------- objectives


@check(Stage.AGREE, "objectives")
def objectives_agreed_by_all(look: Look) -> Answer:
    """Every objective is agreed by every partner."""
    objectives = look.part.objectives
    if not objectives:
        return unmet(_NO_OBJECTIVE, _RECORD_OBJECTIVES, [(look.part, "objectives")], 3)
    if not look.partners:
        return unknown(NOBODY_LEFT, [(look.part, "partners")])
    ahead = [one for one in objectives if one.agreed_on is not None and one.agreed_on > look.as_of]
    if ahead:
        return unmet(
            f"the day of agreement of {counted(len(ahead), 'objective')} is still to come",
            "Agree on the objectives, and write the day on which that was done in `agreed_on`",
            [(one, "agreed_on") for one in ahead],
            len(ahead),
        )
    names = listed(map(look.name, look.partners))
    shown = f"{counted(len(objectives), 'objective')} agreed by {names}"
    return quiet(look, ["objective-not-joint"], shown, [(one, "agreed_by") for one in objectives])


@check(Stage.AGREE, "objectives")
def indicators_complete(look: Look) -> Answer:
    """Every objective has a day, and indicators with baseline, target, unit, direction, source and owner."""
    objectives = look.part.objectives
    if not objectives:
        return unmet(_NO_OBJECTIVE, _RECORD_OBJECTIVES, [(look.part, "objectives")], 3)
    found = [indicator for _, indicator in indicators(look)]
    return quiet(
        look,
        (
            "objective-without-indicator",
            "indicator-incomplete",
            "objective-undated",
            "direction-missing",
            "direction-contradicted",
            "target-equals-baseline",
        ),
        f"{counted(len(found), 'complete indicator')} of {counted(len(objectives), 'objective')}",
        [(indicator, "target") for indicator in found] or objectives,
    )


@check(Stage.AGREE, "objectives")
def objectives_negotiated(look: Look) -> Answer:
    """The way to the agreed objectives is recorded: a joint decision, minutes or a plan by then, or an earlier wording.

    The record does not say of what a meeting spoke, so that it cannot be seen whether the objectives were its subject.
    """
    objectives = look.part.objectives
    if not objectives:
        return unmet(_NO_OBJECTIVE, _RECORD_OBJECTIVES, [(look.part, "objectives")], 3)
    days = [one.agreed_on for one in objectives if one.agreed_on is not None and one.agreed_on <= look.as_of]
    if not days:
        todo = "Write the day on which each objective was agreed in `agreed_on`, and record the meeting that agreed it"
        return unmet("the record does not say when the objectives were agreed", todo, objectives, 2)
    by = max(days)
    decisive = [meeting for meeting in held(look) if meeting.on <= by and _decided_jointly(look, meeting)]
    papers = [one for one in look.part.evidence if _is_paper(look, one, by)]
    wordings = list(_wordings(look))
    if decisive or papers or wordings:
        parts = (
            (decisive, "meeting with a joint decision", "meetings with joint decisions"),
            (papers, "piece of minutes or of a plan", "pieces of minutes or of plans"),
            (wordings, "later wording", ""),
        )
        words = listed(counted(len(some), one, many) for some, one, many in parts if some)
        return met(f"{words}, up to {day(by)}" if not wordings else words, [*map(_shown, decisive), *papers, *wordings])
    return unmet(
        f"nothing that was decided or written together is recorded up to {day(by)}, when they were agreed",
        "Record the meeting that agreed them, with its `minutes` and `decisions`",
        [(one, "agreed_on") for one in objectives],
        3,
    )


def _decided_jointly(look: Look, meeting: Meeting) -> bool:
    return any(len(deciding(look, decision)) >= SIDES_LEAST for decision in meeting.decisions)


def _is_paper(look: Look, evidence: Evidence, by: date) -> bool:
    """Whether it is a paper from before a day that something in the record refers to."""
    in_time = evidence.on is not None and evidence.on <= by
    return in_time and evidence.type in _PAPERS and evidence.id in look.evidence_in_use


def _shown(meeting: Meeting) -> Fact:
    return Fact(meeting, "decisions" if meeting.minutes is None else "minutes")


def _wordings(look: Look) -> Iterator[Fact]:
    """Where an objective says that it was once worded otherwise."""
    for one in look.part.objectives:
        if one.locked is not None and (one.locked.version or 1) > 1:
            yield Fact(one.locked, "version")
        elif any(change.approved_in is not None and change.on <= look.as_of for change in one.changed):
            yield Fact(one, "changed")


@check(Stage.PLAN, "objectives", "activities")
def objectives_agreed_before_start(look: Look) -> Answer:
    """Every objective was agreed before the first activity for it began."""
    objectives, of_objectives = look.part.objectives, starts(look)
    if not objectives:
        return unmet(_NO_OBJECTIVE, _RECORD_OBJECTIVES, [(look.part, "objectives")], 3)
    undated = [one for one in objectives if one.agreed_on is None or one.agreed_on > look.as_of]
    if undated:
        shown = f"the record does not say when {counted(len(undated), 'objective')} was agreed"
        todo = "Write the day on which each objective was agreed in `agreed_on`"
        return unmet(shown if len(undated) == 1 else shown.replace(" was ", " were "), todo, undated, len(undated))
    if look.starts is None:
        return unknown("no activity with its first day is recorded", [(look.part, "activities")])
    late = [one for one in objectives if _began_before_agreed(look, one, of_objectives)]
    if late:
        return unmet(
            f"work for {counted(len(late), 'objective')} of {len(objectives)} began before it was agreed",
            "Correct the days if they are wrong; if not, say in the review how it came about",
            [(one, "agreed_on") for one in late],
            len(late),
        )
    last = max(one.agreed_on for one in objectives if one.agreed_on is not None)
    shown = f"agreed by {day(last)}, and the first activity starts on {day(look.starts)}"
    return met(shown, [(one, "agreed_on") for one in objectives])


def _began_before_agreed(look: Look, objective: Objective, of_objectives: dict[int, date]) -> bool:
    begins = first_start(look, objective, of_objectives)
    return begins is not None and objective.agreed_on is not None and begins < objective.agreed_on


# ---------------------------------------------------------------------- who decides and who answers


@check(Stage.AGREE, "bodies")
def bodies_on_two_levels(look: Look) -> Answer:
    """Groups with members from at least two partners decide on two levels or more."""
    least = max(look.limit("governance-levels-least").whole, 1)
    levels: dict[str, Body] = {}
    for body in look.part.bodies:
        sides = look.organisations_present(body.members) & frozenset(look.partners)
        if body.level is not None and len(sides) >= SIDES_LEAST:
            levels.setdefault(body.level, body)
    if len(levels) >= least:
        return met(f"joint groups on {len(levels)} levels: {listed(map(said, levels))}", levels.values())
    found = f"on one level: {said(next(iter(levels)))}" if levels else "on no level"
    return unmet(
        f"{counted(len(look.part.bodies), 'group')}, and joint ones {found}",
        "Record a group that steers and one that runs the work, each with its `level` and with `members` of both sides",
        look.part.bodies or [(look.part, "bodies")],
        least - len(levels),
    )


@check(Stage.AGREE, "key_roles")
def senior_executives_named(look: Look) -> Answer:
    """Every partner has a senior executive responsible who is in post."""
    return _named(look, SENIOR_EXECUTIVE)


@check(Stage.AGREE, "key_roles")
def relationship_leads_named(look: Look) -> Answer:
    """Every partner has a relationship lead who is in post."""
    return _named(look, RELATIONSHIP_LEAD)


def _named(look: Look, name: str) -> Answer:
    if not look.partners:
        return unknown(NOBODY_LEFT, [(look.part, "partners")])
    in_post = {partner_of(look, role): role for role in roles_of_partners(look) if _is_in_post(look, role, name)}
    without = [one for one in look.part.partners if one.organisation in look.partners]
    without = [one for one in without if one.organisation not in in_post]
    if without:
        names = listed(look.name(one.organisation) for one in without)
        return unmet(
            f"no {said(name)} in post is recorded for {names}",
            f"Name the {said(name)} of {names} in `key_roles`, with `partner` and `holder`",
            without,
            len(without),
        )
    roles = [in_post[partner] for partner in look.partners]
    holders = listed(look.person_name(role.holder or "") for role in roles)
    return met(f"in post: {holders}", [(role, "holder") for role in roles])


def _is_in_post(look: Look, role: KeyRole, name: str) -> bool:
    """Whether a role is held today, or was to the end."""
    if role.role != name or role.holder is None or (role.since is not None and role.since > look.as_of):
        return False
    return look.ended or gave_up(look, role) is None


@check(Stage.AGREE, "raci")
def responsibilities_clear(look: Look) -> Answer:
    """Every row of the table of responsibilities names who does the work and the one person who answers for it."""
    rows = look.part.raci
    if not rows:
        todo = "Record who is `responsible` and who is `accountable` for each decision and piece of work under `raci`"
        return unmet("no table of responsibilities is recorded", todo, [(look.part, "raci")], 3)
    return quiet(look, ["raci-not-accountable", "raci-nobody-responsible"], counted(len(rows), "whole row"), rows)
