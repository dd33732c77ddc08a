"""What is due in all partnerships: how much of which kind by when, and the first of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import SOON_DAYS, badge
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.words import capital, counted, listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from partnerkit.views.overview.lines import Line
    from partnerkit.views.reading.duties import Duty

FIRST_DATES = 8
MOST_DATES = 60
LATER_DAYS = 90
SPANS = ("Overdue", f"Within {SOON_DAYS} days", f"In {SOON_DAYS + 1} to {LATER_DAYS} days", "Later")
Dated = tuple["Duty", "Line"]


def dated(lines: Sequence[Line]) -> tuple[Dated, ...]:
    """Every open date with its partnership, earliest first."""
    found = ((duty, line) for line in lines for duty in line.dates)
    return tuple(sorted(found, key=lambda pair: (pair[0].on, pair[1].id)))


def upcoming(dates: Sequence[Dated], as_of: date, page: str = "") -> b.Section:
    """The first dates; `page` is the one that tells more, where that is another."""
    if not dates:
        return c.section("next", "What is next", b.Paragraph("No partnership has an open date."))
    rest = len(dates) - FIRST_DATES
    more: tuple[b.Inline, ...] = (
        b.Quiet(f"{counted(rest, 'more open date')}: "),
        b.Link("what is due, by kind", "due", page),
    )
    return c.section(
        "next",
        "What is next",
        _agenda("What is next, overdue first", dates[:FIRST_DATES], as_of),
        b.Paragraph(more) if rest > 0 else None,
    )


def due(dates: Sequence[Dated], as_of: date) -> b.Section | None:
    """How many dates of each kind are overdue, soon or later; and those that are overdue or soon, one by one."""
    if not dates:
        return None
    many = Counter((duty.kind, _span(duty, as_of)) for duty, _ in dates)
    kinds = sorted({duty.kind for duty, _ in dates}, key=lambda kind: (-many[kind, SPANS[0]], kind))
    rows = (b.Row((capital(kind), *(str(many[kind, span]) for span in SPANS))) for kind in kinds)
    sums = b.Row((b.Strong("All"), *(str(sum(many[kind, span] for kind in kinds)) for span in SPANS)))
    table = c.table("Open dates of all partnerships, by kind", ("Kind", *SPANS), (*rows, sums), digits=SPANS)
    near = [pair for pair in dates if _span(pair[0], as_of) in SPANS[:2]]
    return c.section("due", "What is due", table, _near(near, as_of), summary=counted(len(dates), "open date"))


def _near(near: Sequence[Dated], as_of: date) -> b.Fold | None:
    if not near:
        return None
    first = near[:MOST_DATES]
    count = counted(len(near), "date")
    title = f"{capital(count)} overdue or within {SOON_DAYS} days"
    if len(near) > len(first):
        title = f"The first {len(first)} of {count} overdue or within {SOON_DAYS} days"
    return b.Fold(title, (_agenda(title, first, as_of),))


def _span(duty: Duty, as_of: date) -> str:
    ahead = (duty.on - as_of).days
    return SPANS[0 if ahead < 0 else 1 if ahead <= SOON_DAYS else 2 if ahead <= LATER_DAYS else 3]


def _agenda(label: str, dates: Sequence[Dated], as_of: date) -> b.Agenda:
    entries = (
        b.Entry(
            duty.on,
            b.Link(duty.what, duty.anchor, partnership_page(line.id)),
            badge(duty.on, as_of, duty.kind),
            (line.part.title, *_owners(line, duty)),
        )
        for duty, line in dates
    )
    return b.Agenda(label, tuple(entries))


def _owners(line: Line, duty: Duty) -> tuple[b.Inline, ...]:
    if not duty.who:
        return (" · ", b.Missing("nobody named"))
    return (f" · {listed([line.names.name('people', reference) for reference in duty.who])}",)
