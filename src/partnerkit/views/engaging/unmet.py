"""Whom somebody has not met: the stakeholders they keep in touch with, without a contact or with one too long ago."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from partnerkit.rubric.checks._contacts import reached
from partnerkit.rules.words import counted, day
from partnerkit.views.engaging.appointments import Appointment, appointments
from partnerkit.views.reading.duties import ENDED
from partnerkit.views.thread.dossier import Dossier

State = Literal["never met", "heard otherwise", "overdue", "nothing agreed"]


@dataclass(frozen=True, slots=True)
class Unmet:
    """A stakeholder who is to be met.

    Attributes:
        dossier: The partnership.
        stakeholder: The stakeholder's id.
        name: Who it is, in words.
        state: Why: there is no contact, though perhaps something else by which they were heard; the next contact is
            overdue; or nothing tells when it is to be.
        last_on: The day of the last contact; None if there is none.
        next_on: The day by which the next was due; None if nothing tells.
    """

    dossier: Dossier
    stakeholder: str
    name: str
    state: State
    last_on: date | None
    next_on: date | None

    @property
    def order(self) -> tuple[Any, ...]:
        """Those who were never met first, then those whose last contact is longest ago."""
        return (self.last_on or date.min, self.state != "never met", self.name.casefold(), self.dossier.record.id)

    @property
    def words(self) -> str:
        """When they were last met, and what was to follow."""
        if self.last_on is None:
            heard = "; heard at a meeting, on a visit or by feedback" if self.state == "heard otherwise" else ""
            return f"no contact recorded{heard}"
        ago = (self.dossier.as_of - self.last_on).days
        last = f"last contact {day(self.last_on)}, {counted(ago, 'day') + ' ago' if ago else 'today'}"
        return f"{last}; next was due {day(self.next_on)}" if self.next_on else f"{last}; no next one agreed"


def unmet(d: Dossier, is_owner: Callable[[str], bool]) -> Iterator[Unmet]:
    """The stakeholders of a partnership who are to be met, in no order; nobody in one that is closed or called off.

    Args:
        d: The partnership.
        is_owner: Whether a reference names the person who is to meet them.
    """
    if d.partnership.status in ENDED or d.look is None:
        return
    heard = reached(d.look)
    for one in appointments(d):
        stakeholder = one.stakeholder
        if stakeholder.owner is None or not is_owner(stakeholder.owner):
            continue
        state = _state(d, one, is_heard=id(d.look.person(stakeholder.person)) in heard)
        if state is not None:
            yield Unmet(d, stakeholder.id, one.name, state, one.last_on, one.next_on)


def _state(d: Dossier, one: Appointment, *, is_heard: bool) -> State | None:
    """Why a stakeholder is to be met; None if they are not, or only at a day that is still to come."""
    if one.state == "left":
        return None
    if one.last_on is None:
        return "heard otherwise" if is_heard else "never met"
    if one.state == "overdue":
        return "overdue"
    return "nothing agreed" if one.next_on is None and d.partnership.status != "paused" else None
