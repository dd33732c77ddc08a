"""The health and safety assessments: what they cover, and which of them somebody relies on today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from partnerkit.model.partnership.plan import Activity
from partnerkit.model.partnership.safety import HealthAndSafety
from partnerkit.rules.subject import Subject
from partnerkit.rules.words import said


@dataclass(frozen=True, slots=True)
class Covered:
    """An assessment with the activities that it covers.

    Attributes:
        assessment: The assessment.
        activities: The activities.
        start: The day on which the first of them starts; None if no day is known.
    """

    assessment: HealthAndSafety
    activities: tuple[Activity, ...]
    start: date | None

    @property
    def place(self) -> str:
        """What it assesses, for a sentence: the site, or else its id in words."""
        return self.assessment.site or said(self.assessment.id)

    def begun(self, as_of: date) -> bool:
        """Whether learners have been there."""
        return self.start is not None and self.start <= as_of


def assessments(subject: Subject) -> Iterator[Covered]:
    """All assessments, in the order of the record."""
    for assessment in subject.part.health_and_safety:
        named = (subject.find(Activity, "activities", reference) for reference in assessment.activities)
        activities = tuple(activity for activity in named if activity is not None)
        start = min((activity.start for activity in activities if activity.start is not None), default=None)
        yield Covered(assessment, activities, start)


def relied_on(subject: Subject) -> Iterator[Covered]:
    """The assessments that have to hold today.

    Left out are those whose activities have all ended, those that a later one has replaced, and all of a partnership
    that is closed or called off.
    """
    if subject.ended:
        return
    newest: dict[tuple[str, str], date] = {}
    found = tuple(assessments(subject))
    for one in found:
        on = one.assessment.assessed_on
        for key in _keys(one):
            newest[key] = max(newest.get(key, date.min), on if on is not None and on <= subject.as_of else date.min)
    for one in found:
        own = one.assessment.assessed_on
        replaced = own is not None and all(newest[key] > own for key in _keys(one))
        if not replaced and not _over(one.activities, subject.as_of):
            yield one


def _keys(covered: Covered) -> list[tuple[str, str]]:
    """What it assesses: each activity at the site, or the site as a whole where it names no activity."""
    place = covered.place
    return [(place, activity.id) for activity in covered.activities] or [(place, "")]


def _over(activities: tuple[Activity, ...], as_of: date) -> bool:
    return bool(activities) and all(activity.end is not None and activity.end < as_of for activity in activities)


def by_activity(covered: Iterable[Covered]) -> dict[str, list[HealthAndSafety]]:
    """The assessments that cover each activity, by its id."""
    found: dict[str, list[HealthAndSafety]] = {}
    for one in covered:
        for activity in one.activities:
            found.setdefault(activity.id, []).append(one.assessment)
    return found


def to_be_assessed(subject: Subject) -> Iterator[Activity]:
    """The activities that need an assessment: learners are at work in them, or practise on simulated work."""
    at_work = {id(activity) for activity in subject.workplace_activities}
    for activity in subject.part.activities:
        hours = activity.mode_hours
        if id(activity) in at_work or (hours is not None and bool(hours.simulation)):
            yield activity
