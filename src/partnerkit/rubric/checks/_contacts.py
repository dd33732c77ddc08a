"""Who of the other side has been in touch, when, and whether by the day that was agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise

from partnerkit.model.base import Part
from partnerkit.model.organisation import Person
from partnerkit.model.partnership.run import Contact, Stakeholder
from partnerkit.model.partnership.who import Partner
from partnerkit.rubric.checks._sides import EMPLOYERS, organisation_id, partners
from partnerkit.rubric.subject import Look
from partnerkit.rules.meetings._stakeholders import contacts_by_stakeholder, has_left
from partnerkit.rules.words import days_after


@dataclass(frozen=True, slots=True)
class Kept:
    """How the contacts with a stakeholder were kept up.

    Attributes:
        stakeholder: The stakeholder.
        contacts: The contacts up to today, oldest first.
        on_time: Those made by the day on which they were due.
        late: Those made later.
        missed: Whether the next one was due before today.
    """

    stakeholder: Stakeholder
    contacts: tuple[Contact, ...]
    on_time: tuple[Contact, ...]
    late: tuple[Contact, ...]
    missed: bool

    @property
    def due(self) -> int:
        """How many contacts were due by now: the first one never was."""
        return len(self.on_time) + len(self.late) + self.missed


def kept(look: Look) -> tuple[Kept, ...]:
    """How the contacts with each stakeholder were kept up, in the order of the record."""
    contacts = contacts_by_stakeholder(look)
    return tuple(_kept(look, one, tuple(contacts.get(one.id, ()))) for one in look.part.stakeholders)


def _kept(look: Look, stakeholder: Stakeholder, contacts: tuple[Contact, ...]) -> Kept:
    days = [(due, after) for one, after in pairwise(contacts) if (due := due_after(stakeholder, one)) is not None]
    on_time = tuple(after for due, after in days if after.on <= due)
    late = tuple(after for due, after in days if after.on > due)
    next_on = due_after(stakeholder, contacts[-1]) if contacts else None
    waits = not look.ended and look.part.status != "paused" and not has_left(look, stakeholder.person)
    return Kept(stakeholder, contacts, on_time, late, waits and next_on is not None and next_on < look.as_of)


def due_after(stakeholder: Stakeholder, contact: Contact) -> date | None:
    """The day by which the contact after one is due; None if nothing was agreed."""
    if contact.next_on is not None:
        return contact.next_on
    return None if stakeholder.interval_days is None else days_after(contact.on, stakeholder.interval_days)


# ---------------------------------------------------------------------- whom the partnership has reached


def employers(look: Look) -> tuple[Partner, ...]:
    """The entries of the partners that are employers, each organisation once."""
    bound = partners(look)
    found: dict[str, Partner] = {}
    for partner in look.part.partners:
        organisation = look.organisation(partner.organisation)
        if organisation is not None and organisation.id in bound and organisation.type in EMPLOYERS:
            found.setdefault(organisation.id, partner)
    return tuple(found.values())


def in_post(look: Look, partner: Partner) -> tuple[Person, ...]:
    """The people of a partner who are in post today."""
    organisation = look.organisation(partner.organisation)
    people = () if organisation is None else organisation.people
    today = look.as_of
    return tuple(one for one in people if (one.since or today) <= today <= (one.until or today))


def reached(look: Look) -> Mapping[int, Part]:
    """For each person who was seen, heard or written to by today, by identity, an entry that says so."""
    found: dict[int, Part] = {}
    for entry, reference in _encounters(look):
        person = look.person(reference)
        if person is not None:
            found.setdefault(id(person), entry)
    return found


def reached_by(
    look: Look, employers: Iterable[Partner], field: Callable[[Person], str | None]
) -> tuple[tuple[str, Part | None], ...]:
    """Each function or site of some employers, with an entry by which somebody of it was reached, if one was."""
    encounters = reached(look)
    names: dict[tuple[str, str], str] = {}
    shown: dict[tuple[str, str], Part] = {}
    for partner in employers:
        for person in in_post(look, partner):
            if (text := field(person)) is not None:
                key = (organisation_of(look, partner), text.casefold())
                names.setdefault(key, text)
                if id(person) in encounters:
                    shown.setdefault(key, encounters[id(person)])
    return tuple((name, shown.get(key)) for key, name in names.items())


def _encounters(look: Look) -> Iterator[tuple[Part, str | None]]:
    record, today = look.part, look.as_of
    persons = {stakeholder.id: stakeholder.person for stakeholder in record.stakeholders}
    for contact in record.contacts:
        if contact.on <= today and contact.stakeholder is not None:
            yield contact, persons.get(contact.stakeholder.rpartition("/")[2])
    yield from _each((meeting, meeting.present) for meeting in look.meetings if meeting.on <= today)
    yield from _each((exchange, exchange.visitors) for exchange in record.exchanges if exchange.on <= today)
    yield from ((feedback, feedback.from_) for feedback in record.feedback if (feedback.on or today) <= today)


def _each(entries: Iterable[tuple[Part, tuple[str, ...]]]) -> Iterator[tuple[Part, str]]:
    return chain.from_iterable(((entry, person) for person in people) for entry, people in entries)


def visits(look: Look) -> tuple[Contact, ...]:
    """The contacts up to today that were visits."""
    return tuple(contact for contact in look.part.contacts if contact.mode == "visit" and contact.on <= look.as_of)


def is_on_shop_floor(contact: Contact) -> bool:
    """Whether the place of a contact is the shop floor, as the record says it."""
    return "shop floor" in (contact.place or "").casefold().replace("-", " ")


def organisation_of(look: Look, partner: Partner) -> str:
    """The id of a partner's organisation."""
    return organisation_id(look, partner.organisation)
