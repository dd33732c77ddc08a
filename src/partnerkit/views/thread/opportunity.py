"""Opportunity: what was seen outside, what was needed inside, and what the partners decided to pursue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed, said, shortened, title

if TYPE_CHECKING:
    from partnerkit.model.partnership.identify import Candidate, Opportunity, OpportunityDecision
    from partnerkit.model.partnership.needs import CurrentPerformance, Need, NeedOption, NeedPriority, Sourcing
    from partnerkit.views.thread.dossier import Dossier

OUTCOMES = {
    "pursue": b.Badge("pursued", "good"),
    "hold": b.Badge("held for later", "caution"),
    "reject": b.Badge("rejected"),
}


def opportunity(d: Dossier) -> b.Section:
    """The part of the thread."""
    p = d.partnership
    summary = listed(
        [
            counted(len(p.scans), "scan"),
            counted(len(p.needs), "need"),
            counted(len(p.opportunities), "opportunity", "opportunities"),
        ]
    )
    parts = (
        d.part("opportunity-scans", "Environment scans", ("scans",), _scans(d)),
        d.part("opportunity-needs", "Training needs", ("needs",), *(_need(d, need) for need in p.needs)),
        d.part(
            "opportunity-opportunities",
            "Opportunities and decisions",
            ("opportunities",) if not p.opportunities else ("opportunity-decision",),
            *(_opportunity(d, found) for found in p.opportunities),
        ),
    )
    return d.thread(1, "opportunity", "Opportunity", summary, parts)


def _scans(d: Dossier) -> b.Table | None:
    if not d.partnership.scans:
        return None
    rows = (
        b.Row(
            (
                (c.term(scan.source, "source not recorded"), *_address(scan.url)),
                b.joined(b.Day(scan.on), *((b.Quiet(" by "), d.names.person(scan.by)) if scan.by else ())),
                c.words(scan.finding),
                c.term(scan.method, "method not recorded"),
                c.evidence(d.names, scan.evidence),
            ),
            b.anchor("scans", scan.id),
        )
        for scan in d.partnership.scans
    )
    return c.table("What was looked at outside", ("Source", "Day", "What it showed", "Method", "Evidence"), rows)


def _address(url: str | None) -> tuple[b.Inline, ...]:
    return (" ", b.External(url, url)) if url else ()


def _need(d: Dossier, need: Need) -> b.Item:
    required, current = need.required, need.current
    shown = tuple(dict.fromkeys((*(current.evidence if current else ()), *need.evidence)))
    facts = c.facts(
        ("Who", _who(d, need)),
        ("Driven by", d.names.link("priorities", need.driver) if need.driver else b.Missing("no priority named")),
        ("Must be able to", c.words(required.level if required else None)),
        ("Described in", d.names.criterion(required.criterion) if required and required.criterion else None),
        ("By the standard", required.standard if required else None),
        ("Can do today", c.words(current.level if current else None)),
        ("Found by", _found(current) if current else b.Missing()),
        ("Cause of the gap", _cause(need)),
        ("How it presses", _pressure(need.priority) if need.priority else None),
        ("Shown by", c.evidence(d.names, shown) if shown else None),
        ("Arranged", _sourcing(d, need.sourcing) if need.sourcing else None),
    )
    options = c.table(
        "Ways to meet it that were compared",
        ("Way", "Decision", "Transfer to the job", "Why", "Cost"),
        (_option(d, option) for option in need.options),
        digits=("Cost",),
    )
    return b.Item(
        b.anchor("needs", need.id), title_of(need), (facts, options) if need.options else (facts,), kind="Training need"
    )


def _who(d: Dossier, need: Need) -> b.Run:
    parts = [
        need.group,
        f"{said(need.level)} level" if need.level else None,
        counted(need.population, "person", "people") if need.population is not None else None,
        d.names.organisation(need.partner) if need.partner else None,
    ]
    return capital(", ".join(filter(None, parts))) or b.Missing()


def _found(current: CurrentPerformance) -> b.Run:
    shown = c.term(current.method, "method not recorded")
    return (shown, b.Quiet(" on "), b.Day(current.on)) if current.on else shown


def _cause(need: Need) -> b.Run:
    cause = c.term(need.cause)
    if need.trainable is None:
        return cause
    return (cause, b.Quiet("; training can close it" if need.trainable else "; training cannot close it"))


def _sourcing(d: Dossier, sourcing: Sourcing) -> b.Cell:
    lines: list[b.Run] = []
    if sourcing.route:
        lines.append(f"For {'one person' if sourcing.route == 'individual' else 'the organisation'}")
    if sourcing.preferred_supplier is not None:
        lines.append(f"{'From' if sourcing.preferred_supplier else 'Not from'} the list of preferred suppliers")
    if sourcing.hr_consulted_on:
        lines.append(("Human resources asked on ", b.Day(sourcing.hr_consulted_on)))
    if sourcing.managers_consulted:
        lines.append(b.joined("Managers asked: ", c.people_in_line(d.names, sourcing.managers_consulted)))
    return b.Lines(tuple(lines)) if lines else b.Missing()


def _pressure(priority: NeedPriority) -> str | None:
    parts = [
        "the law asks for it" if priority.legal else None,
        "somebody's safety depends on it" if priority.safety else None,
        f"impact {priority.impact} of 5" if priority.impact else None,
        f"feasibility {priority.feasibility} of 5" if priority.feasibility else None,
    ]
    return capital(", ".join(filter(None, parts))) or None


def _option(d: Dossier, option: NeedOption) -> b.Row:
    name = option.title or title(option.type)
    provider = b.Quiet(f" ({d.names.organisation(option.provider)})") if option.provider else ""
    decided = option.decision
    tone: b.Tone = "good" if decided == "selected" else "plain"
    return b.Row(
        (
            (name, provider),
            b.Badge(said(decided), tone) if decided else b.Missing("no decision"),
            c.term(option.transfer, "not judged"),
            c.words(option.why, "no reason given"),
            c.money(option.cost, "not costed"),
        )
    )


def _opportunity(d: Dossier, found: Opportunity) -> b.Item:
    names = d.names
    facts = c.facts(
        ("Found by", names.link("scans", found.scan) if found.scan else b.Missing("no scan named")),
        ("Serves", names.links("priorities", found.priorities) if found.priorities else b.Missing("no priority named")),
        ("Meets", names.links("needs", found.needs) if found.needs else None),
        ("Fit", ", ".join(f"{names.organisation(o)} {mark} of 5" for o, mark in found.fit.items()) or None),
        *_decision(d, found.decision),
        ("Only one candidate because", c.words(found.single_source_reason) if found.single_source_reason else None),
    )
    candidates = c.table(
        "Organisations considered as partners",
        ("Organisation", "Outcome", "Why", "Marks"),
        (_candidate(d, candidate) for candidate in found.candidates),
    )
    return b.Item(
        b.anchor("opportunities", found.id),
        shortened(found.finding, 160),
        (facts, candidates) if found.candidates else (facts,),
        kind="Opportunity",
        badges=(OUTCOMES[found.decision.outcome] if found.decision else b.Badge("no decision", "caution"),),
    )


def _decision(d: Dossier, decision: OpportunityDecision | None) -> tuple[tuple[str, b.Cell | None], ...]:
    if decision is None:
        return ()
    return (
        ("Decided by", b.joined(c.person(d.names, decision.by), b.Quiet(" on "), c.day(decision.on))),
        ("Reason", c.words(decision.reason, "no reason given")),
        ("Evidence", c.evidence(d.names, decision.evidence) if decision.evidence else None),
    )


def _candidate(d: Dossier, candidate: Candidate) -> b.Row:
    marks: tuple[b.Run, ...] = tuple(
        f"{mark.name}: {mark.score if mark.score is not None else 'no mark'}"
        + (f" (weight {mark.weight})" if mark.weight is not None else "")
        for mark in candidate.criteria
    )
    shown = dict.fromkeys(ref for mark in candidate.criteria for ref in mark.evidence)
    outcome = b.Badge("selected", "good") if candidate.selected else b.Badge("not selected")
    remarks = [
        (b.Quiet(f"{label}: "), b.Words(text))
        for label, text in (
            ("Capability", candidate.capability),
            ("Risk", candidate.risk),
            ("Culture", candidate.culture),
        )
        if text
    ]
    return b.Row(
        (
            d.names.organisation(candidate.organisation),
            b.Missing("no outcome") if candidate.selected is None else outcome,
            b.Lines((c.words(candidate.reason, "no reason given"), *remarks)),
            b.Lines((*marks, *(d.names.link("evidence", ref) for ref in shown))) if marks else b.Missing("none given"),
        )
    )
