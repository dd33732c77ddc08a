"""Listings of people: stakeholders and the contacts with them, and learners."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from partnerkit.export.api import Cell
from partnerkit.export.tables.columns import Column, Listing, Row, each, shown, written
from partnerkit.model.partnership.learners import Learner
from partnerkit.model.partnership.run import Contact, Stakeholder
from partnerkit.views.engaging.appointments import appointments
from partnerkit.views.learning.calendar import Calendar, calendars
from partnerkit.views.thread.dossier import Dossier


def _at(place: int) -> Callable[[Row], Cell]:
    return lambda row: row.days[place]


def _stakeholders(d: Dossier) -> Iterator[Row]:
    found = {id(one.stakeholder): one for one in appointments(d)}
    for stakeholder in d.partnership.stakeholders:
        one = found.get(id(stakeholder))
        yield Row(d, (stakeholder,), one.state if one else None, (one.last_on, one.next_on) if one else (None, None))


STAKEHOLDERS = Listing(
    "stakeholders",
    "Stakeholders",
    "Somebody whose support the partnership needs, and how often to see them.",
    "stakeholders",
    _stakeholders,
    (
        *shown(
            Stakeholder,
            {
                "Stakeholder id": "id", "Person": "person", "Group": "group", "Power": "power",
                "Interest": "interest", "Stance": "stance", "Every so many days": "interval_days",
                "Kept in touch by": "owner",
            },
        ),
        Column("Last contact", "The day of the last contact.", _at(0)),
        Column("Next contact", "The day of the next one, agreed or by the interval.", _at(1)),
        Column("State", "How the contact stands.", lambda row: row.word),
    ),
    is_internal=True,
)  # fmt: skip

CONTACTS = Listing(
    "contacts",
    "Contacts",
    "A visit, a call or a message to a stakeholder.",
    "contacts",
    each("contacts"),
    (
        *shown(Contact, {"Contact id": "id", "On": "on"}),
        *written(Contact, {"Stakeholder id": "stakeholder"}),
        *shown(
            Contact, {"By": "by", "Mode": "mode", "Place": "place", "Summary": "summary", "Next on": "next_on"}
        ),
    ),
    is_internal=True,
)  # fmt: skip


def _learners(d: Dossier) -> Iterator[Row]:
    found = {id(one.learner): one for one in calendars(d)}
    for learner in d.partnership.learners:
        yield Row(d, (learner,), None, _days(found[id(learner)]))


def _days(one: Calendar) -> tuple[Cell, ...]:
    return len(one.reviews), one.reviews[-1].on if one.reviews else None, one.next_on


LEARNERS = Listing(
    "learners",
    "Learners",
    "A learner's plan and progress, under a pseudonym.",
    "learners",
    _learners,
    (
        *shown(
            Learner,
            {
                "Learner": "id", "Cohort": "cohort", "Employer": "partner", "Provider": "provider",
                "Manager": "manager", "Activity": "activity", "Under 18": "under_18", "Started on": "started_on",
                "Completed on": "completed_on", "Outcomes": "outcomes",
            },
        ),
        Column("Reviews", "How many reviews of progress were held.", _at(0)),
        Column("Last review", "The day of the last one.", _at(1)),
        Column("Next review", "The day by which the next one is due.", _at(2)),
        *shown(
            Learner,
            {
                "Placement": "placement.type", "Placement hours planned": "placement.planned_hours",
                "Placement hours had": "placement.actual_hours", "Effect looked at on": "impact_review.on",
            },
        ),
    ),
)  # fmt: skip

LISTINGS = (STAKEHOLDERS, CONTACTS, LEARNERS)
