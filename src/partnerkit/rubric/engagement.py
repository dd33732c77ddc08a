"""How far an employer's engagement has come, on a ladder of five rungs, decided by what the record dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import count

from partnerkit.model.partnership.who import Partner
from partnerkit.rubric.checks import _sides
from partnerkit.rubric.checks._contacts import employers, organisation_of
from partnerkit.rubric.subject import Look
from partnerkit.rules.words import counted

QUARTER = 91
"""Days in a quarter."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of the ladder: what it is called, and what must be recorded for it."""

    name: str
    asks: str
    shown: Callable[[Look, str], str]
    """What the record shows for an employer, in words; "" if nothing."""


@dataclass(frozen=True, slots=True)
class Climbed:
    """How far an employer has come.

    Attributes:
        employer: Its name.
        reached: The highest rung that is shown together with all those below it, from 1; 0 before the first.
        word: What that rung is called.
        shown: What the record shows for it, in words, and what it shows beyond.
        asked: What the next rung asks.
    """

    employer: str
    reached: int
    word: str
    shown: str
    asked: str


def climbed(look: Look) -> Iterator[Climbed]:
    """How far each employer has come, in the order of the record."""
    for partner in employers(look):
        yield _climbed(look, partner)


def ladder(look: Look) -> Iterator[tuple[str, ...]]:
    """For each employer: its name, its rung, what the rung is called, what shows it, and what the next one asks."""
    for one in climbed(look):
        yield one.employer, f"{one.reached} of {len(RUNGS)}", one.word, one.shown, one.asked


def _climbed(look: Look, partner: Partner) -> Climbed:
    employer = organisation_of(look, partner)
    shown = [rung.shown(look, employer) for rung in RUNGS]
    reached = next((at for at, words in enumerate(shown) if not words), len(RUNGS))
    name = RUNGS[reached - 1].name if reached else "no contact yet"
    facts = "; ".join(shown[:reached]) or "nothing"
    beyond = "; ".join(words for words in shown[reached:] if words)
    more = f" (also: {beyond})" if beyond else ""
    wanting = RUNGS[reached].asks if reached < len(RUNGS) else "nothing"
    return Climbed(look.name(employer), reached, name, facts + more, wanting)


# ---------------------------------------------------------------------- what each rung asks


def _days(look: Look, employer: str) -> AbstractSet[date]:
    """The days up to today on which somebody of an employer was contacted or met."""
    record = look.part
    persons = {one.id: one.person for one in record.stakeholders}
    days = {
        contact.on
        for contact in record.contacts
        if contact.stakeholder is not None
        and look.organisation_of(persons.get(contact.stakeholder.rpartition("/")[2])) == employer
    }
    days |= {meeting.on for meeting in look.meetings if employer in look.organisations_present(meeting.present)}
    days |= _visit_days(look, employer)
    return {on for on in days if on <= look.as_of}


def _visit_days(look: Look, employer: str) -> AbstractSet[date]:
    return {
        visit.on
        for visit in look.part.exchanges
        if visit.on <= look.as_of
        and (
            (visit.host is not None and _sides.organisation_id(look, visit.host) == employer)
            or employer in look.organisations_present(visit.visitors)
        )
    }


def _in_contact(look: Look, employer: str) -> str:
    days = len(_days(look, employer))
    return f"in contact on {counted(days, 'day')}" if days else ""


def _takes_part(look: Look, employer: str) -> str:
    meetings = sum(
        meeting.on <= look.as_of and employer in look.organisations_present(meeting.present)
        for meeting in look.meetings
    )
    visits = len(_visit_days(look, employer))
    return f"{counted(meetings, 'meeting')} and {counted(visits, 'visit')}" if meetings or visits else ""


def _gives(look: Look, employer: str) -> str:
    record = look.part
    given = sum(
        one.partner is not None
        and _sides.organisation_id(look, one.partner) == employer
        and _sides.has_given(look, one)
        for one in record.resources
    )
    hours = sum(
        much
        for activity in record.activities
        if activity.start is not None and activity.start <= look.as_of
        for partner, much in activity.delivered_by.items()
        if _sides.organisation_id(look, partner) == employer
    )
    return f"{counted(given, 'resource')} and {_sides.amount(hours)} hours given" if given or hours else ""


def _shapes(look: Look, employer: str) -> str:
    designed = sum(
        activity.start is not None
        and activity.start <= look.as_of
        and len(activity.designed_by) > 1
        and employer in {_sides.organisation_id(look, one) for one in activity.designed_by}
        for activity in look.part.activities
    )
    adopted = sum(
        bool(one.adopted)
        and (one.adopted_on or one.on or look.as_of) <= look.as_of
        and one.partner is not None
        and _sides.organisation_id(look, one.partner) == employer
        for one in look.part.curriculum
    )
    if not designed and not adopted:
        return ""
    return f"{counted(designed, 'activity', 'activities')} designed together, {counted(adopted, 'proposal')} taken up"


def _is_steady(look: Look, employer: str) -> str:
    ago = {(look.as_of - on).days // QUARTER for on in _days(look, employer)}
    quarters = next(quarter for quarter in count() if quarter not in ago)
    if quarters < look.limit("engagement-steady-quarters").value:
        return ""
    return f"in contact in each of the last {counted(quarters, 'quarter')}" if quarters else ""


RUNGS = (
    Rung("in contact", "a dated contact, meeting or visit", _in_contact),
    Rung("takes part", "presence at a meeting, or an exchange visit made or hosted", _takes_part),
    Rung("gives", "a resource given, or hours delivered in an activity that has begun", _gives),
    Rung("shapes", "an activity designed together that has begun, or a proposal that is taught", _shapes),
    Rung("steady", "a contact, meeting or visit in each of the last quarters", _is_steady),
)
