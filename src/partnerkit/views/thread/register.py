"""The evidence register: each piece, where it lies, and the criteria it supports at which place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import gap
from partnerkit.views.reading.words import counted, said

if TYPE_CHECKING:
    from partnerkit.model.partnership.assessment import Consent, Evidence, EvidenceMap
    from partnerkit.views.thread.dossier import Dossier

CONSENT = {"internal": "internal use", "partners": "the partners", "public": "anybody"}


def register(d: Dossier) -> b.Section:
    """The part of the page."""
    p = d.partnership
    mapped = sum(bool(evidence.maps) for evidence in p.evidence)
    summary = (
        f"{counted(len(p.evidence), 'piece')} of evidence, {mapped or 'none'} mapped to criteria" if p.evidence else ""
    )
    blank = blanks.blank(p, "evidence")
    if blank:
        return b.Section("evidence", "Evidence register", (blank,))
    table = c.table(
        "Every piece of evidence",
        ("Evidence, and where it lies", "Made", "By", "Supports, and where", "Known to be genuine by"),
        (_evidence(d, evidence) for evidence in p.evidence),
    )
    return b.Section("evidence", "Evidence register", (table,), summary)


def _evidence(d: Dossier, found: Evidence) -> b.Row:
    return b.Row(
        (
            b.Lines(((found.title, b.Quiet(f" ({kind(found)})")), *_place(found))),
            made(found),
            by(d, found),
            b.Lines(tuple(_map(d, map_) for map_ in found.maps)) if found.maps else b.Missing("no criterion"),
            genuine(d, found),
        ),
        b.anchor("evidence", found.id),
    )


def kind(found: Evidence) -> str:
    """What sort of evidence it is, and whether it shows the work itself."""
    return said(found.type) + {True: ", direct", False: ", indirect", None: ""}[found.direct]


def made(found: Evidence) -> b.Run:
    """The days it speaks of, or else the day it was made."""
    return c.period(found.period) if found.period else c.day(found.on)


def by(d: Dossier, found: Evidence) -> b.Cell:
    """Who made it, or else the partner it comes from."""
    author = c.person(d.names, found.author)
    if found.partner and not isinstance(author, tuple):
        return b.Lines((author, b.Quiet(d.names.organisation(found.partner))))
    return author


def _place(found: Evidence) -> tuple[b.Run, ...]:
    file = (b.Code(found.file),) if found.file else ()
    address = (b.External(found.url, found.url),) if found.url else ()
    terms = (b.Quiet(f"Terms of use: {found.licence}"),) if found.licence else ()
    consent = (_consent(found.consent),) if found.consent else ()
    note = ((b.Words(found.note),),) if found.note else ()
    return (
        *((*file, *address) or (gap(found, "url" if is_withheld(found, "url") else "file", "nowhere named"),)),
        *note,
        *terms,
        *consent,
    )


def _consent(consent: Consent) -> b.Run:
    """The consent of the people in it; the signed paper is for those who may see it, and is not linked."""
    scope = f" for {CONSENT[consent.scope]}" if consent.scope else ""
    return (b.Quiet(f"Consent{scope} of "), c.day(consent.on))


def place(map_: EvidenceMap) -> str:
    """The page, the paragraph and the moment; nothing where none is given."""
    parts = [
        f"page {map_.page}" if map_.page is not None else None,
        f"paragraph {map_.paragraph}" if map_.paragraph else None,
        f"at {map_.timecode}" if map_.timecode else None,
    ]
    return ", ".join(part for part in parts if part)


def _map(d: Dossier, map_: EvidenceMap) -> b.Run:
    criterion = d.names.criterion(map_.criterion)
    where = place(map_)
    note = (b.Quiet(": "), b.Words(map_.note)) if map_.note else ()
    located: b.Inline = b.Quiet(f" \u2013 {where}") if where else b.Missing(" \u2013 no place given")
    return b.joined(criterion, located, note)


def genuine(d: Dossier, found: Evidence) -> b.Run:
    """Who vouches for it, how and when."""
    proof = found.authenticity
    if proof is None:
        return b.Missing("not recorded")
    of = (" of ", d.names.person(proof.by)) if proof.by else ()
    on = (b.Quiet(", "), b.Day(proof.on)) if proof.on else ()
    return b.joined(c.term(proof.how), *of, *on)
