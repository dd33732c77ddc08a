"""The evidence register: each piece, where it lies, and the criteria it supports at which place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import counted, said

if TYPE_CHECKING:
    from partnerkit.model.partnership.assessment import Evidence, EvidenceMap
    from partnerkit.views.thread.dossier import Dossier


def register(d: Dossier) -> b.Section:
    """The part of the page."""
    p = d.partnership
    mapped = sum(bool(evidence.maps) for evidence in p.evidence)
    summary = f"{counted(len(p.evidence), 'piece')} of evidence, {mapped or 'none'} mapped to criteria" if p.evidence else ""
    blank = blanks.blank(p, "evidence")
    if blank:
        return b.Section("evidence", "Evidence register", (blank,))
    table = c.table(
        "Every piece of evidence",
        ("Evidence", "Made", "By", "Where it is", "Supports, and where", "Known to be genuine by"),
        (_evidence(d, evidence) for evidence in p.evidence),
    )
    return b.Section("evidence", "Evidence register", (table,), summary)


def _evidence(d: Dossier, found: Evidence) -> b.Row:
    kind = said(found.type) + {True: ", direct", False: ", indirect", None: ""}[found.direct]
    by: list[b.Run] = [c.person(d.names, found.author)]
    if found.partner and (found.author is None or not isinstance(by[0], tuple)):
        by.append(b.Quiet(d.names.organisation(found.partner)))
    made: b.Run = c.day(found.on)
    if found.period:
        made = c.period(found.period)
    return b.Row(
        (
            (found.title, b.Quiet(f" ({kind})")),
            made,
            b.Lines(tuple(by)),
            _place(found),
            b.Lines(tuple(_map(d, map_) for map_ in found.maps)) if found.maps else b.Missing("no criterion"),
            _genuine(d, found),
        ),
        b.anchor("evidence", found.id),
    )


def _place(found: Evidence) -> b.Cell:
    lines: list[b.Run] = []
    if found.file:
        lines.append(b.Code(found.file))
    if found.url:
        lines.append(b.External(found.url, found.url))
    return b.Lines(tuple(lines)) if lines else b.Missing("nowhere named")


def _map(d: Dossier, map_: EvidenceMap) -> b.Run:
    criterion = d.names.criterion(map_.criterion)
    place = [
        f"page {map_.page}" if map_.page is not None else None,
        f"paragraph {map_.paragraph}" if map_.paragraph else None,
        f"at {map_.timecode}" if map_.timecode else None,
    ]
    where = ", ".join(part for part in place if part)
    note = (b.Quiet(": "), b.Words(map_.note)) if map_.note else ()
    located: b.Inline = b.Quiet(f" – {where}") if where else b.Missing(" – no place given")
    return b.joined(criterion, located, note)


def _genuine(d: Dossier, found: Evidence) -> b.Cell:
    proof = found.authenticity
    if proof is None:
        return b.Missing("not recorded")
    lines: list[b.Run] = [c.term(proof.how)]
    if proof.by:
        lines.append(d.names.person(proof.by))
    if proof.on:
        lines.append(b.Day(proof.on))
    return b.Lines(tuple(lines))
