"""Who takes part in the partnerships, and in what."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from partnerkit.model.organisation import Organisation
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.sectors import sector
from partnerkit.views.reading.words import capital, counted, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.views.overview.lines import Line

Taking = list[tuple["Line", str]]


def organisations(lines: Sequence[Line], *, by_name: bool) -> b.Section:
    """A row for each organisation; with what it takes part in by name, or counted."""
    taking: defaultdict[str, Taking] = defaultdict(list)
    parts: dict[str, Organisation] = {}
    for line in lines:
        for partner in line.part.partners:
            item = line.names.item("organisations", partner.organisation)
            if item and isinstance(item.part, Organisation):
                parts[item.id] = item.part
                taking[item.id].append((line, said(partner.role) if partner.role else "role not recorded"))
    ordered = sorted(parts.items(), key=lambda pair: (pair[1].name.casefold(), pair[0]))
    rows = tuple(_row(part, taking[id_], by_name=by_name) for id_, part in ordered)
    if not rows:
        return b.Section("organisations", "Organisations", (b.Blank("No organisation takes part.", "optional"),))
    table = c.table("Who takes part, and in what", ("Organisation", "Type", "Sector", "Place", "Takes part in"), rows)
    return b.Section("organisations", "Organisations", (table,), counted(len(rows), "organisation"))


def _row(part: Organisation, taking: Taking, *, by_name: bool) -> b.Row:
    sort = ", ".join(filter(None, (part.type and said(part.type), part.size)))
    return b.Row(
        (
            part.name,
            capital(sort) or b.Missing(),
            _sector(part),
            part.place or b.Missing(),
            _taking(taking) if by_name else counted(len(taking), "partnership"),
        ),
        b.anchor("organisations", part.id),
    )


def _sector(part: Organisation) -> b.Run:
    if not part.sector:
        # Only an employer is asked for its sector.
        return b.Missing() if part.type == "employer" else b.Quiet("\u2013")
    name = sector(part.sector)
    return (name, b.Quiet(f" (SIC {part.sector})")) if name else part.sector


def _taking(taking: Taking) -> b.Cell:
    return b.Lines(tuple((line.link, b.Quiet(f" ({role})")) for line, role in taking))
