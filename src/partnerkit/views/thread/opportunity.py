"""Opportunity: what was seen outside, what was needed inside, and what the partners decided to pursue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import counted_in
from partnerkit.views.reading.words import listed, shortened
from partnerkit.views.thread.needs import needs

if TYPE_CHECKING:
    from partnerkit.model.partnership.identify import Candidate, Opportunity, OpportunityDecision
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
            counted_in(p, "scans", "scan"),
            counted_in(p, "needs", "need"),
            counted_in(p, "opportunities", "opportunity", "opportunities"),
        ]
    )
    parts = (
        d.part("opportunity-scans", "Environment scans", ("scans",), _scans(d)),
        d.part("opportunity-needs", "Training needs", ("needs",), *needs(d)),
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
