"""For people at a terminal of 80 columns: an entry a line, with its day in front.

Colour repeats what words say, and says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkit.diagnostics.text import Piece, Style
from partnerkit.emit.agenda.api import heading, named_all, said_counts, said_day, said_what, said_where, said_whose
from partnerkit.emit.lines import wrapped
from partnerkit.views.agenda import Agenda, Entry, Week
from partnerkit.views.engaging.unmet import Unmet
from partnerkit.views.reading.titles import title_of

FOR_PROGRAMS = False

COLUMNS = 80
DAY = 11
"""So many columns take `30 Nov 2026` and `Wed 30 Nov`."""
INDENT = 4 + DAY + 2


def emit(agenda: Agenda) -> Iterable[Piece]:
    """How much there is, then the parts of it, and whom a person has not met."""
    yield from _paragraph(said_whose(agenda), "strong")
    yield from _paragraph(said_counts(agenda), "error" if agenda.overdue else "plain")
    for week in agenda.weeks:
        yield "\n", "plain"
        yield f"{heading(week)}\n", "error" if week.first is None else "strong"
        yield from _week(week)
    if agenda.unmet is not None:
        yield "\n", "plain"
        yield from _unmet(agenda.unmet)


def _week(week: Week) -> Iterator[Piece]:
    for people, entries in week.groups:
        yield from _paragraph(named_all(people), "info" if people else "warning", "  ")
        for entry in entries:
            yield from _entry(entry, week)


def _entry(entry: Entry, week: Week) -> Iterator[Piece]:
    style: Style = "error" if entry.is_overdue else "warning" if not entry.days else "place"
    yield f"    {said_day(entry, week):<{DAY}}  ", style
    lines = _lines(said_what(entry), said_where(entry), COLUMNS - INDENT)
    yield f"\n{' ' * INDENT}".join(lines) + "\n", "plain"


def _lines(what: str, where: str, columns: int) -> list[str]:
    """Both on one line if they fit, else one below the other."""
    together = wrapped(f"{what} · {where}", columns)
    return together if len(together) == 1 else [*wrapped(what, columns), *wrapped(where, columns)]


def _unmet(all_: tuple[Unmet, ...]) -> Iterator[Piece]:
    if not all_:
        yield "Not met, or not lately: nobody\n", "good"
        return
    yield "Not met, or not lately\n", "strong"
    for one in all_:
        who = f"{one.name} · {title_of(one.dossier.partnership)}"
        for at, line in enumerate(_lines(who, one.words, COLUMNS - 4)):
            yield f"{'    ' if at else '  '}{line}\n", "plain"


def _paragraph(text: str, style: Style, indent: str = "") -> Iterator[Piece]:
    yield from ((f"{indent}{line}\n", style) for line in wrapped(text, COLUMNS - len(indent)))
