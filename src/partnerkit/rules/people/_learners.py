"""What several rules ask about a learner: when the time began, who has signed, when the effect was looked at."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from partnerkit.model.base import Part
from partnerkit.model.partnership.learners import (
    Learner,
    LearnerContract,
    ManagerSupport,
    Placement,
    ProgressReview,
    Signatures,
)
from partnerkit.model.partnership.plan import Activity
from partnerkit.rules.subject import Subject
from partnerkit.rules.words import days_after

__all__ = [
    "PARTIES", "Learner", "LearnerContract", "ManagerSupport", "Placement", "ProgressReview", "activity_of",
    "agreed_days", "at_work", "begins", "has_begun", "has_completed", "impact_reviewed", "learning", "review_due",
    "unsigned",
]  # fmt: skip

PARTIES = ("learner", "employer", "provider")
"""The three who make a contract and review progress."""

_MONTHS_A_YEAR = 12


def activity_of(subject: Subject, learner: Learner) -> Activity | None:
    """The activity in which a learner learns."""
    return subject.find(Activity, "activities", learner.activity)


def begins(subject: Subject, learner: Learner) -> date | None:
    """The learner's first day, or else that of the activity."""
    activity = activity_of(subject, learner)
    return learner.started_on or (activity.start if activity is not None else None)


def has_begun(subject: Subject, learner: Learner) -> bool:
    """Whether the learner's first day has come; a learner without one counts as begun."""
    first = begins(subject, learner)
    return first is None or first <= subject.as_of


def has_completed(subject: Subject, learner: Learner) -> bool:
    """Whether the learner has completed."""
    return learner.completed_on is not None and learner.completed_on <= subject.as_of


def learning(subject: Subject) -> Iterator[Learner]:
    """The learners who have not completed, whether they have begun or not."""
    return (learner for learner in subject.part.learners if not has_completed(subject, learner))


def at_work(subject: Subject, learner: Learner) -> bool:
    """Whether the learner learns at work: on a placement, in an apprenticeship, or with hours on the job."""
    activity = activity_of(subject, learner)
    return learner.placement is not None or any(activity is one for one in subject.workplace_activities)


def unsigned(signed: Signatures | None, as_of: date) -> tuple[str, ...]:
    """Which of the three have not signed by a day."""
    days = {party: getattr(signed, party, None) for party in PARTIES}
    return tuple(party for party, on in days.items() if on is None or on > as_of)


def impact_reviewed(learner: Learner) -> tuple[Part, str, date] | None:
    """Where and for what day the record says that the effect at work was looked at; None if it does not."""
    review, support = learner.impact_review, learner.support
    if review is not None and review.on is not None:
        return review, "on", review.on
    if support is not None and support.impact_review is not None:
        return support, "impact_review", support.impact_review
    return None


def agreed_days(learner: Learner) -> int | None:
    """The interval between two reviews of progress that was agreed, and is evidenced; None if none was."""
    contract = learner.contract
    return contract.review_days if contract is not None and contract.evidence else None


def review_due(subject: Subject, learner: Learner, after: date) -> date:
    """The last day for the next review of progress after a day."""
    agreed = agreed_days(learner)
    if agreed is not None:
        return days_after(after, agreed)
    months = after.month - 1 + subject.limit("progress-review-months").whole
    year, month = after.year + months // _MONTHS_A_YEAR, months % _MONTHS_A_YEAR + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(after.day, monthrange(year, month)[1]))
