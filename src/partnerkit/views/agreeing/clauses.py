"""What each agreement says, matter by matter, held against what an agreement of its type should settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.model.partnership.activate import ClauseElsewhere, ClauseNotApplicable, Clauses
from partnerkit.rules.agreement._clauses import missing_clauses, wanted_clauses
from partnerkit.views import blocks as b
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.model.partnership.activate import Agreement
    from partnerkit.rules.subject import Subject
    from partnerkit.views.agreeing.force import Held

MOST = 8
"""So many agreements can be compared side by side; the first ones count for the partnership as a whole."""
NOTE = (
    "Present: the agreement says it. Absent: it does not. Not needed: the record says why. Elsewhere: another document "
    "says it. Not mentioned: an agreement of this type should settle it, and the record does not say whether it does. "
    "An empty cell is a matter that nobody asks of this type. Settled counts the matters that the type should settle. "
    "The reasons and the documents stand with each agreement."
)


def clauses(subject: Subject, found: Sequence[Held]) -> b.Grid | None:
    """Matters by agreements, but for those that others have replaced; nothing where there is nothing to compare."""
    shown = [one.agreement for one in found if one.force != "replaced"][:MOST]
    if not shown:
        return None
    wanted = [wanted_clauses(subject, agreement) for agreement in shown]
    rows = [_row(name, shown, wanted) for name in Clauses.model_fields]
    columns = tuple(_column(subject, agreement) for agreement in shown)
    kept = tuple(row for row in rows if any(row.cells))
    return b.Grid("What each agreement settles", "Matter", columns, kept, "Settled", NOTE) if kept else None


def _column(subject: Subject, agreement: Agreement) -> b.GridColumn:
    wanted = wanted_clauses(subject, agreement)
    settled = len(wanted) - len(missing_clauses(subject, agreement))
    whole = title_of(agreement)
    start = (" in force from ", b.Day(agreement.effective)) if agreement.effective else ()
    legend = (b.Link(whole, b.anchor("agreements", agreement.id)), *start)
    total = f"{settled} of {len(wanted)}" if wanted else ""
    return b.GridColumn("Memorandum" if agreement.type == "mou" and not agreement.title else whole, legend, total)


def _row(name: str, agreements: Sequence[Agreement], wanted: Sequence[Sequence[str]]) -> b.GridRow:
    cells = tuple(_cell(agreement, name, asked) for agreement, asked in zip(agreements, wanted, strict=True))
    asking = [cell for cell, asked in zip(cells, wanted, strict=True) if name in asked]
    settled = sum(cell is not None and cell.tone != "alert" for cell in asking)
    return b.GridRow(title(name), cells, total=f"{settled} of {len(asking)}" if asking else "")


def _cell(agreement: Agreement, name: str, wanted: Sequence[str]) -> b.GridCell | None:
    """How an agreement deals with a matter, and whether that part of it binds."""
    binds = ", binding" if agreement.binding == "partial" and name in agreement.binding_clauses else ""
    asked = name in wanted
    match getattr(agreement.clauses, name, None):
        case "present":
            return b.GridCell(f"present{binds}", "good")
        case "absent":
            return b.GridCell("absent", "alert" if asked else "plain")
        case ClauseNotApplicable():
            return b.GridCell("not needed", "plain")
        case ClauseElsewhere():
            return b.GridCell(f"elsewhere{binds}", "note")
        case _:
            return b.GridCell("not mentioned", "alert") if asked else None
