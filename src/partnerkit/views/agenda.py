"""What is overdue and what falls due, week by week and within a week by person, over all partnerships asked for.

An agenda holds what asks for something and is still open, of the list that calendars show too (`views/dated.py`). What
may be seen to within some days stands where it can first be seen to: on the first of them, today while they last, and
on the last of them once they have passed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Literal

from partnerkit.model.organisation import Organisation
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rules.words import counted, day, days_after
from partnerkit.views.api import Context
from partnerkit.views.dated import Dated, dated
from partnerkit.views.engaging.unmet import Unmet, unmet
from partnerkit.views.making import dossiers
from partnerkit.views.reading.duties import ENDINGS
from partnerkit.views.reading.pages import chosen
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import title
from partnerkit.views.thread.dossier import Dossier
from partnerkit.workspace.workspace import Workspace

Unit = Literal["day", "week", "month"]
Part = Literal["overdue", "this week", "next week", "later"]

WEEK = 7
PAST = ENDINGS | {"notice", "excuse"}
"""Kinds of days that are over when they have passed: nothing can be done about them any more, only after them."""


@dataclass(frozen=True, slots=True)
class Span:
    """How far an agenda looks ahead from today: so many days, weeks or months; none of them means not at all."""

    count: int
    unit: Unit

    def until(self, as_of: date) -> date | None:
        """The last day that is looked at; None if nothing but what is overdue is."""
        if not self.count:
            return None
        if self.unit == "month":
            return _months_after(as_of, self.count)
        return days_after(as_of, self.count * (WEEK if self.unit == "week" else 1))

    @property
    def words(self) -> str:
        """The span in words: `the next 30 days`."""
        return f"the next {self.unit if self.count == 1 else f'{self.count} {self.unit}s'}"


def _months_after(on: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is shorter."""
    years, month = divmod(on.month - 1 + months, 12)
    year = on.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Someone:
    """A person who sees to something.

    Attributes:
        id: The organisation's id and the person's, with a slash between.
        name: The name, or what stands for it.
        organisation: The organisation's name.
    """

    id: str
    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be done by a day.

    Attributes:
        dossier: The partnership.
        dated: What it is.
        people: Those who see to it, by name; none where nobody is named.
        on: The day under which it stands.
    """

    dossier: Dossier
    dated: Dated
    people: tuple[Someone, ...]
    on: date

    @property
    def is_overdue(self) -> bool:
        """Whether its last day has passed."""
        return self.dated.last < self.dossier.as_of

    @property
    def days(self) -> int:
        """How many days off it is: below 0 when it is overdue, 0 today."""
        return (self.on - self.dossier.as_of).days

    @property
    def words(self) -> str:
        """How far off it is, in words."""
        if self.is_overdue:
            return f"{counted(-self.days, 'day')} {'ago' if self.dated.kind in PAST else 'overdue'}"
        begins = "today" if not self.days else "tomorrow" if self.days == 1 else f"in {self.days} days"
        if self.dated.first == self.dated.last:
            return begins
        return f"{begins if self.days else 'open now'}, until {day(self.dated.last)}"


@dataclass(frozen=True, slots=True)
class Week:
    """What is overdue, or what stands under the days of one week.

    Attributes:
        part: Which part of the agenda it is.
        first: Its Monday; None for what is overdue.
        groups: The entries by the people who see to them: those of one person, or of several together.
    """

    part: Part
    first: date | None
    groups: tuple[tuple[tuple[Someone, ...], tuple[Entry, ...]], ...]

    @property
    def last(self) -> date | None:
        """Its Sunday."""
        return None if self.first is None else days_after(self.first, WEEK - 1)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that stands in it."""
        return tuple(entry for _, entries in self.groups for entry in entries)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is to be done.

    Attributes:
        as_of: The day that counts as today.
        span: How far it looks ahead.
        partnerships: How many partnerships were looked at.
        weeks: What is overdue, then week by week; none is empty.
        owner: The person whose agenda it is; None if it is everybody's.
        unmet: The stakeholders whom that person has not met, or not lately; None if it is everybody's.
    """

    as_of: date
    span: Span
    partnerships: int
    weeks: tuple[Week, ...]
    owner: Someone | None = None
    unmet: tuple[Unmet, ...] | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of it, in order."""
        return tuple(entry for week in self.weeks for entry in week.entries)

    def count(self, *parts: Part) -> int:
        """How many entries stand in some parts of it."""
        return sum(len(week.entries) for week in self.weeks if week.part in parts)

    @property
    def overdue(self) -> int:
        """How much is overdue."""
        return self.count("overdue")

    @property
    def this_week(self) -> int:
        """How much is due by Sunday."""
        return self.count("this week")

    @property
    def ahead(self) -> int:
        """How much is due from today to the end of the span, that of this week among it."""
        return self.count("this week", "next week", "later")


def people_of(workspace: Workspace) -> tuple[Someone, ...]:
    """All people of the records, by organisation."""
    return tuple(
        Someone(f"{record.id}/{person.id}", title_of(person), record.part.name)
        for record in workspace.organisations
        if isinstance(record.part, Organisation)
        for person in record.part.people
    )


def agenda(workspace: Workspace, context: Context, span: Span, owner: Someone | None = None) -> Agenda:
    """The agenda of everybody, or of one person, in the partnerships that are asked for."""
    known = {one.id: one for one in people_of(workspace)}
    until = span.until(context.as_of)
    found: list[Entry] = []
    missed: list[Unmet] = []
    for d in dossiers(workspace, context):
        found += (one for one in _entries(d, known, until) if owner is None or owner in one.people)
        if owner is not None:
            missed += _unmet(d, known, owner)
    count = sum(isinstance(record.part, Partnership) for record in chosen(workspace, context))
    seen = None if owner is None else tuple(sorted(missed, key=lambda one: one.order))
    return Agenda(context.as_of, span, count, tuple(_weeks(found, context.as_of)), owner, seen)


def _entries(d: Dossier, known: dict[str, Someone], until: date | None) -> Iterator[Entry]:
    for one in dated(d):
        if one.state or one.is_off or one.is_occasion:
            continue
        on = min(one.last, max(one.first, d.as_of))
        if one.last < d.as_of or (until is not None and on <= until):
            people = {_someone(d, reference, known) for reference in one.who}
            yield Entry(d, one, tuple(sorted(people, key=lambda person: (person.name.casefold(), person.id))), on)


def _unmet(d: Dossier, known: dict[str, Someone], owner: Someone) -> Iterator[Unmet]:
    return unmet(d, lambda reference: _someone(d, reference, known) == owner)


def _someone(d: Dossier, reference: str, known: dict[str, Someone]) -> Someone:
    item = d.names.item("people", reference)
    # What names nobody whom the records know still stands for somebody.
    return known[f"{item.record.id}/{item.id}"] if item else Someone(reference, title(reference.rpartition("/")[2]))


def _weeks(found: Iterable[Entry], as_of: date) -> Iterator[Week]:
    ordered = sorted(found, key=_order)
    for monday, entries in groupby(ordered, key=_monday):
        groups = tuple((people, tuple(same)) for people, same in groupby(entries, key=lambda entry: entry.people))
        yield Week(_part(monday, as_of), monday, groups)


def _order(entry: Entry) -> tuple[Any, ...]:
    people = tuple((person.name.casefold(), person.id) for person in entry.people)
    about = (entry.on, entry.dated.last, title_of(entry.dossier.partnership), entry.dossier.record.id, entry.dated.key)
    return (_monday(entry) or date.min, not people, people, *about)


def _monday(entry: Entry) -> date | None:
    """The first day of the week in which an entry stands; None if it is overdue."""
    return None if entry.is_overdue else _first_of_week(entry.on)


def _first_of_week(on: date) -> date:
    return days_after(on, -on.weekday())


def _part(monday: date | None, as_of: date) -> Part:
    if monday is None:
        return "overdue"
    weeks = (monday - _first_of_week(as_of)).days // WEEK
    return "this week" if not weeks else "next week" if weeks == 1 else "later"
