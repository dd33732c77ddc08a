"""What the partnership is about: its summary, who pays, and the files its record was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import listed, title

if TYPE_CHECKING:
    from partnerkit.views.thread.dossier import Dossier


def about(d: Dossier) -> b.Section:
    """The part of the page that comes before the thread."""
    p = d.partnership
    partners = listed([d.names.organisation(partner.organisation) for partner in p.partners])
    summary: b.Block = b.Prose(p.summary) if p.summary else b.Blank("The record holds no summary.", "optional")
    excused = tuple((b.Strong(f"{title(key)}: "), b.Words(reason)) for key, reason in p.not_applicable.items())
    files = d.record.files
    facts = c.facts(
        ("Partners", partners),
        ("Status", c.term(p.status)),
        ("Place", p.place or b.Missing()),
        ("Programme", d.names.name("programmes", p.programme) if p.programme else b.Missing("none named")),
        ("Does not apply", b.Lines(excused) if excused else None),
        ("Read from", (b.Code(files[0]), b.Quiet(f" and {len(files) - 1} more files" if len(files) > 1 else ""))),
    )
    return b.Section("about", "What it is about", (summary, facts))
