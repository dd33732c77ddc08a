"""When each stakeholder was last seen, when the next contact is due, and who keeps in touch."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from partnerkit.rubric.checks._contacts import Kept, due_after, kept
from partnerkit.rules.meetings._stakeholders import has_left, name_of
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED, Duty, badge
from partnerkit.views.reading.gaps import gap
from partnerkit.views.reading.judging import found
from partnerkit.views.reading.words import counted
from partnerkit.views.thread.relationship import whom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.model.partnership.run import Stakeholder
    from partnerkit.rubric.subject import Look
    from partnerkit.views.thread.dossier import Dossier

State = Literal["overdue", "never seen", "seen", "heard otherwise", "left"]
MONTHS = 12
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Appointment:
    """How the contact with a stakeholder stands.

    Attributes:
        kept: The contacts up to the day of the page, and which of them came on time.
        name: Who the stakeholder is, in words.
        next_on: The day of the next contact, agreed or by the interval; None if nothing tells, or none is awaited.
    """

    kept: Kept
    name: str
    next_on: date | None
    state: State

    @property
    def stakeholder(self) -> Stakeholder:
        """The stakeholder."""
        return self.kept.stakeholder

    @property
    def last_on(self) -> date | None:
        """The day of the last contact."""
        return self.kept.contacts[-1].on if self.kept.contacts else None


ORDER: tuple[State, ...] = ("overdue", "never seen", "heard otherwise", "seen", "left")


def appointments(d: Dossier) -> tuple[Appointment, ...]:
    """The stakeholders: those overdue first, those who were never seen next, then by the day of the next contact."""
    look = d.look
    if look is None:
        return ()
    never = {id(finding.part) for finding in found(look, "stakeholder-never-contacted")}
    made = (_appointment(look, one, id(one.stakeholder) in never) for one in kept(look))
    return tuple(sorted(made, key=lambda one: (ORDER.index(one.state), one.next_on or date.max)))


def _appointment(look: Look, one: Kept, never: bool) -> Appointment:
    waits = not look.ended and look.part.status != "paused" and not has_left(look, one.stakeholder.person)
    next_on = due_after(one.stakeholder, one.contacts[-1]) if one.contacts and waits else None
    return Appointment(one, name_of(look, one.stakeholder), next_on, _state(look, one, never))


def _state(look: Look, one: Kept, never: bool) -> State:
    if has_left(look, one.stakeholder.person):
        return "left"
    if one.missed:
        return "overdue"
    if one.contacts:
        return "seen"
    return "never seen" if never or one.stakeholder.person is None else "heard otherwise"


def contact_duties(d: Dossier, all_: Sequence[Appointment]) -> tuple[Duty, ...]:
    """The contacts that are awaited, earliest first, each with the person who keeps in touch."""
    if d.partnership.status in ENDED:
        return ()
    found_ = (
        Duty(
            one.next_on, "contact", f"See {one.name}", b.anchor("stakeholders", one.stakeholder.id),
            (one.stakeholder.owner,) if one.stakeholder.owner else (),
        )
        for one in all_
        if one.next_on
    )  # fmt: skip
    return tuple(sorted(found_, key=lambda duty: (duty.on, duty.what)))


def appointment_table(d: Dossier, all_: Sequence[Appointment]) -> tuple[b.Block, ...]:
    """Who is to be seen how often and by whom, when they were last seen, and when the next contact is due."""
    return c.long_table(
        ("Who is to be seen, and when, the most overdue first", "more stakeholders"),
        ("Stakeholder", "Kept in touch by", "To be seen", "Last contact", "Next contact", "On time, of those due"),
        (_row(d, one) for one in all_),
    )


def _row(d: Dossier, one: Appointment) -> b.Row:
    stakeholder, due = one.stakeholder, one.kept.due
    interval = stakeholder.interval_days
    return b.Row(
        (
            whom(d, stakeholder),
            c.person(d.names, stakeholder.owner),
            f"every {counted(interval, 'day')}" if interval else gap(stakeholder, "interval_days", "no interval set"),
            b.Day(one.last_on) if one.last_on else _unseen(one),
            _next(d, one),
            f"{len(one.kept.on_time)} of {due}" if due else b.Quiet("none due yet"),
        ),
        b.anchor("stakeholders", stakeholder.id),
    )


def _unseen(one: Appointment) -> b.Inline:
    return b.Quiet(one.state) if one.state == "heard otherwise" else b.Missing("no contact recorded")


def _next(d: Dossier, one: Appointment) -> b.Run:
    if one.next_on:
        return (b.Day(one.next_on), " ", badge(one.next_on, d.as_of))
    if one.state == "left":
        return b.Quiet("has left")
    status = d.partnership.status
    return b.Quiet(f"partnership {status}") if status in ENDED | {"paused"} else b.Missing("no day agreed")


def mapped(d: Dossier, all_: Sequence[Appointment], high: int) -> b.Scatter | None:
    """The stakeholders by power and interest; nothing where none is rated, or the ratings are not for the readers."""
    if not any(one.stakeholder.power or one.stakeholder.interest for one in all_):
        return None
    dots = (
        b.Dot(
            one.name, b.Link(one.name, b.anchor("stakeholders", one.stakeholder.id)), one.stakeholder.interest,
            one.stakeholder.power, _badge(d, one),
        )
        for one in all_
    )  # fmt: skip
    quarters = b.Quadrants("Keep satisfied", "Manage closely", "Keep an eye on", "Keep informed")
    axes = b.Axis("Interest", high=high), b.Axis("Power", high=high)
    return b.Scatter("Power and interest of the stakeholders", *axes, quarters, tuple(dots))


def _badge(d: Dossier, one: Appointment) -> b.Badge:
    match one.state:
        case "overdue":
            return b.Badge("contact overdue", "alert")
        case "never seen":
            return b.Badge("never seen", "plain" if d.partnership.status in ENDED else "caution")
        case "seen":
            return b.Badge("seen", "good")
        case _:
            return b.Badge(one.state)


# ---------------------------------------------------------------------- month by month


def year(d: Dossier, all_: Sequence[Appointment]) -> b.Grid | None:
    """How often each stakeholder was contacted in each of the last twelve months; nothing without a contact in them."""
    months = [_month(d.as_of, back) for back in range(MONTHS - 1, -1, -1)]
    counts = [Counter((contact.on.year, contact.on.month) for contact in one.kept.contacts) for one in all_]
    if not any(count[month] for count in counts for month in months):
        return None
    columns = tuple(
        b.GridColumn(name, name, str(sum(count[month] for count in counts)))
        for month in months
        if (name := f"{NAMES[month[1] - 1]} {month[0]}")
    )
    rows = tuple(
        b.GridRow(
            b.Link(one.name, b.anchor("stakeholders", one.stakeholder.id)),
            tuple(b.GridCell(str(count[month]), "good") if count[month] else None for month in months),
            total=str(sum(count[month] for month in months)),
        )
        for one, count in zip(all_, counts, strict=True)
    )
    return b.Grid("Contacts in the last twelve months", "Stakeholder", columns, rows, "In all")


def _month(as_of: date, back: int) -> tuple[int, int]:
    months = max(as_of.year * 12 + as_of.month - 1 - back, 12)
    return months // 12, months % 12 + 1
