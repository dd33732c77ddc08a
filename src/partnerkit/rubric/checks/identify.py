"""What is asked of the look around, and of the choice of what to do and with whom."""

from __future__ import annotations

from partnerkit.model.partnership.identify import Opportunity, OpportunityDecision, Scan
from partnerkit.rubric.api import Answer, Fact, Look, Stage, check, counted, facts, listed, met, quiet, said, unmet
from partnerkit.rules.identify._parties import parties
from partnerkit.rules.identify._parties import pursued as pursued_with_decision

KINDS_LEAST = 2
"""A single source is an opinion; two can disagree."""


@check(Stage.IDENTIFY, "scans")
def scans_before_decision(look: Look) -> Answer:
    """At least two scans of different sources were made by the day of the decision."""
    scans = _in_time(look)
    sources = {scan.source: scan for scan in reversed(scans) if scan.source is not None}
    if len(sources) >= KINDS_LEAST:
        return met(f"{counted(len(scans), 'scan')}: {listed(sorted(map(said, sources)))}", scans)
    late = len(look.part.scans) - len(scans)
    kinds = counted(len(sources), "kind of source", "kinds of source")
    shown = f"{counted(len(scans), 'scan')} of {kinds} by then" + (f", and {late} later" if late else "")
    return unmet(
        shown,
        "Record a scan of another kind of source, with its day, made by the day of the decision",
        scans or [(look.part, "scans")],
        KINDS_LEAST - len(sources),
    )


def _in_time(look: Look) -> list[Scan]:
    """The scans that the decision can rest on: all up to today while none is taken."""
    days = [decision.on for decision in _decisions(look) if decision.on is not None]
    last = min((*days, look.as_of))
    return [scan for scan in look.part.scans if scan.on <= last]


@check(Stage.IDENTIFY, "scans")
def scan_methods_named(look: Look) -> Answer:
    """Every scan names the method by which it was made."""
    scans = look.part.scans
    without = [scan for scan in scans if scan.method is None]
    if scans and not without:
        return met(
            f"{counted(len(scans), 'scan')}: {listed(sorted({said(scan.method or '') for scan in scans}))}", scans
        )
    if not scans:
        return unmet("no scan is recorded", "Record a scan with its method", [(look.part, "scans")], 2)
    return unmet(
        f"{len(without)} of {counted(len(scans), 'scan')} without a method",
        "Write the `method` of each scan: pestle, swot, survey, interview or data",
        without,
        len(without),
    )


@check(Stage.IDENTIFY, "opportunities")
def opportunity_serves_each_partner(look: Look) -> Answer:
    """The opportunity that is pursued serves a priority of each partner."""
    chosen = _pursued(look)
    without = [party for party in parties(look) if not party.priorities]
    if not chosen:
        todo = "Record the opportunity, the priorities of each partner that it serves, and the decision to pursue it"
        return unmet("no opportunity is pursued", todo, [(look.part, "opportunities")], 3)
    if without:
        names = listed([look.name(party.partner.organisation) for party in without])
        return unmet(
            f"no priority of {names} is recorded",
            f"Record a priority of {names} in the organisation's record, and name it under the opportunity",
            [party.partner for party in without],
            2 * len(without),
        )
    linked = [(one, "priorities") for one in chosen if one.priorities]
    return quiet(look, ["opportunity-unaligned"], "it serves priorities of every partner", linked)


def _pursued(look: Look) -> list[Opportunity]:
    return [opportunity for opportunity, _ in pursued_with_decision(look)]


def _decisions(look: Look) -> list[OpportunityDecision]:
    return [decision for _, decision in pursued_with_decision(look)]


@check(Stage.IDENTIFY, "opportunities")
def decision_explained(look: Look) -> Answer:
    """A decision to pursue the opportunity is recorded: who took it, when and why."""
    decisions = _decisions(look)
    if not decisions:
        todo = "Record the decision under the opportunity: `outcome`, `by`, `on` and `reason`"
        return unmet("no decision to pursue an opportunity is recorded", todo, [(look.part, "opportunities")], 4)
    whole = [one for one in decisions if one.by is not None and one.on is not None and one.reason is not None]
    if len(whole) == len(decisions):
        return met(f"{counted(len(whole), 'decision')} with person, day and reason", whole)
    return quiet(look, ["decision-unexplained"], "", decisions)


@check(Stage.IDENTIFY, "opportunities")
def candidates_compared(look: Look) -> Answer:
    """Two or more candidates were considered as partners, or a reason for one only is given."""
    chosen = _pursued(look)
    if not chosen:
        todo = "Record the opportunity with the candidates that were considered"
        return unmet("no opportunity is pursued", todo, [(look.part, "opportunities")], 3)
    shown = [Fact(one, "candidates" if one.candidates else "single_source_reason") for one in chosen]
    most = max(len({candidate.organisation for candidate in one.candidates}) for one in chosen)
    words = f"{counted(most, 'candidate')} considered" if most > 1 else "the reason for one candidate is given"
    return quiet(look, ["candidate-uncompared"], words, shown)


@check(Stage.IDENTIFY, "needs")
def opportunity_meets_needs(look: Look) -> Answer:
    """The opportunity that is pursued is linked to a need of the training needs analysis."""
    chosen = _pursued(look)
    linked = [one for one in chosen if one.needs]
    if linked:
        needs = {reference for one in linked for reference in one.needs}
        return met(f"linked to {counted(len(needs), 'need')}", [(one, "needs") for one in linked])
    todo = "Name the needs it meets under the opportunity's `needs`; record them under `needs` first"
    places = facts(chosen or [(look.part, "needs")])
    return unmet("no need is linked to it", todo, places, 1 if look.part.needs and chosen else 2)


@check(Stage.AGREE, "culture_fit")
def culture_compared(look: Look) -> Answer:
    """The partners' ways of working were compared, with a rating of each partner on every dimension."""
    fit = look.part.culture_fit
    rated = [] if fit is None else [one for one in fit.dimensions if set(look.partners) <= set(one.ratings)]
    if fit is not None and rated and len(rated) == len(fit.dimensions):
        return met(f"{counted(len(rated), 'dimension')} rated for every partner", rated)
    if fit is None or not fit.dimensions:
        todo = "Compare the ways of working of the partners, and record a rating of each on some dimensions"
        return unmet("no comparison is recorded", todo, [(look.part, "culture_fit")], 3)
    some = [one for one in fit.dimensions if one not in rated]
    todo = "Add the rating of each partner to every dimension"
    return unmet(f"{counted(len(some), 'dimension')} not rated for every partner", todo, some, len(some))
