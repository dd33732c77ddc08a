"""What a format of agendas is: a function from an agenda to text in pieces; and what all of them say alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from partnerkit.diagnostics.text import Piece
from partnerkit.rules.words import day, listed
from partnerkit.views.agenda import Agenda, Entry, Someone, Week
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import shortened

Emit = Callable[[Agenda], Iterable[Piece]]
"""A format."""

NOBODY = "Nobody named"
LONGEST = 200
"""So much of what an entry is about is shown to people."""


def said_counts(agenda: Agenda) -> str:
    """How much there is of it: `14 overdue, 3 this week, 9 in the next 30 days`. Those of this week count twice."""
    until = agenda.span.until(agenda.as_of)
    counts = [f"{_many(agenda.overdue)} overdue"]
    if until is not None:
        whole_week = (until - agenda.as_of).days >= 6 - agenda.as_of.weekday()
        counts += [f"{_many(agenda.this_week)} this week"] if whole_week else []
        counts += [f"{_many(agenda.ahead)} in {agenda.span.words}"]
    said = ", ".join(counts)
    return said[:1].upper() + said[1:]


def _many(count: int) -> str:
    return f"{count:,}" if count else "nothing"


def said_whose(agenda: Agenda) -> str:
    """Whose agenda it is, as of which day."""
    return f"{'What is due' if agenda.owner is None else named(agenda.owner)}, as of {day(agenda.as_of)}"


def heading(week: Week) -> str:
    """What a part of the agenda is called: `This week, 23 to 29 November 2026`."""
    if week.first is None or week.last is None:
        return "Overdue"
    same_month, same_year = week.first.month == week.last.month, week.first.year == week.last.year
    first = day(week.first).split()[: 1 if same_month and same_year else 2 if same_year else 3]
    days = f"{' '.join(first)} to {day(week.last)}"
    return days if week.part == "later" else f"{week.part.capitalize()}, {days}"


def named(person: Someone) -> str:
    """A person with their organisation."""
    return f"{person.name} ({person.organisation})" if person.organisation else person.name


def named_all(people: Sequence[Someone]) -> str:
    """The people who see to something, or that nobody is named."""
    return listed(map(named, people)) if people else NOBODY


def said_what(entry: Entry) -> str:
    """What is due, in one line that is not too long, with what it is where that does not tell it."""
    kind = f"{entry.dated.kind.capitalize()}: " if entry.dated.kind in _UNTOLD else ""
    return f"{kind}{shortened(entry.dated.what, LONGEST)}"


_UNTOLD = frozenset({"milestone", "objective"})
"""Kinds of dates that say only what is to be achieved."""


def said_where(entry: Entry) -> str:
    """The partnership, and how far off it is."""
    return f"{title_of(entry.dossier.partnership)} · {entry.words}"


def said_day(entry: Entry, week: Week) -> str:
    """The day of an entry: with its year if it is overdue, else with the day of the week."""
    number, month, year = day(entry.on).split()
    short = f"{number} {month[:3]}"
    return f"{short} {year}" if week.first is None else f"{_DAYS[entry.on.weekday()]} {short}"


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
