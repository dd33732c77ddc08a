"""The list of those who sign: assessors, quality assurers, witnesses, and who vouches for evidence."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.assessment import Testimony
    from partnerkit.views.thread.dossier import Dossier

BY_PEN = ("Signature", "Initials", "Date")


def signatures(d: Dossier) -> b.Section:
    """The part of the page."""
    d.names.start()
    parts: defaultdict[tuple[str, str], list[b.Run]] = defaultdict(list)
    references: dict[tuple[str, str], str] = {}
    for reference, part in _parts(d):
        item = d.names.item("people", reference)
        key = (item.record.id, item.id) if item is not None else ("", reference)
        references.setdefault(key, reference)
        parts[key].append(part)
    if not parts:
        nobody = b.Paragraph("The record names no assessor, no quality assurer and no witness.")
        return b.Section("signatures", "Who signs", (nobody,))
    rows = (
        b.Row((d.names.person(references[key]), b.Lines(tuple(held)), "", "", ""), b.anchor("signs", *key))
        for key, held in parts.items()
    )
    table = c.table(
        "Assessors, quality assurers and witnesses",
        ("Person", "In what part", *BY_PEN),
        rows,
        pen=BY_PEN,
    )
    return b.Section("signatures", "Who signs", (table,), counted(len(parts), "person", "people"))


def _parts(d: Dossier) -> Iterator[tuple[str, b.Run]]:
    """Each person with a part, assessors first."""
    p = d.partnership
    yield from _counted("Assessor", "judgement", ((one.by, one.role) for one in p.judgements))
    yield from _counted("Internal quality assurer", "sample", ((one.by, None) for one in p.samples))
    for testimony in p.testimonies:
        yield testimony.witness, _witness(testimony)
    vouched = ((one.authenticity.by, None) for one in p.evidence if one.authenticity is not None)
    yield from _counted("Vouches for evidence", "piece", vouched)


def _counted(part: str, what: str, pairs: Iterator[tuple[str | None, str | None]]) -> Iterator[tuple[str, b.Run]]:
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    for by, role in pairs:
        if by is not None:
            found[by, role or part] += 1
    for (by, role), number in found.items():
        yield by, (role, b.Quiet(f", {counted(number, what)}"))


def _witness(testimony: Testimony) -> b.Run:
    """What makes a witness one, with the day of the signature."""
    knows = {True: "does or has done the job", False: "does not do the job", None: "knowledge of the job not recorded"}
    signed = (", signed ", b.Day(testimony.signed_on)) if testimony.signed_on else (", ", b.Missing("not signed"))
    related: b.Inline = testimony.relationship or b.Missing("relationship not recorded")
    return b.joined(
        b.Link("Witness", b.anchor("testimonies", testimony.id)),
        ": ",
        related,
        f"; {knows[testimony.competent]}",
        *signed,
    )
