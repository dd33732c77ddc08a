"""What was asked about each activity, and when its learners were done with it."""

from __future__ import annotations

from datetime import date

from partnerkit.model.partnership.plan import Activity
from partnerkit.model.partnership.review import Evaluation
from partnerkit.rules.subject import Subject

REACTION, LEARNING, BEHAVIOUR, RESULTS, RETURN = range(1, 6)
"""The levels of an evaluation."""


def by_activity(subject: Subject) -> tuple[tuple[Activity, tuple[Evaluation, ...]], ...]:
    """Each activity with its evaluations; one that names no activity belongs to all of them."""
    found: dict[str, list[Evaluation]] = {activity.id: [] for activity in subject.part.activities}
    for evaluation in subject.part.evaluations:
        named = found if evaluation.activity is None else (evaluation.activity.rpartition("/")[2],)
        for activity in named:
            found.setdefault(activity, []).append(evaluation)
    return tuple((activity, tuple(found[activity.id])) for activity in subject.part.activities)


def is_collected(evaluation: Evaluation) -> bool:
    """Whether answers have come in."""
    return evaluation.collected_on is not None or evaluation.result is not None


def stops_at_reaction(activity: Activity, evaluations: tuple[Evaluation, ...], as_of: date) -> bool:
    """Whether an activity is over, and all that was asked is how people liked it."""
    levels = {evaluation.level for evaluation in evaluations if is_collected(evaluation)}
    return levels == {REACTION} and (activity.end is None or activity.end < as_of)


def promising_results(subject: Subject) -> frozenset[str]:
    """The ids of the activities that serve an objective with an indicator of outcome or impact."""
    objectives = {
        objective.id
        for objective in subject.part.objectives
        if any(indicator.type in ("outcome", "impact") for indicator in objective.indicators)
    }
    return frozenset(
        activity.id
        for activity in subject.part.activities
        if any(reference.rpartition("/")[2] in objectives for reference in activity.objectives)
    )


def ends(subject: Subject) -> dict[str, tuple[date, ...]]:
    """For each activity, by its id, the days on which it ended for somebody, the earliest first."""
    found: dict[str, set[date]] = {activity.id: set() for activity in subject.part.activities}
    for activity in subject.part.activities:
        if activity.end is not None:
            found[activity.id].add(activity.end)
    for learner in subject.part.learners:
        if learner.activity is not None and learner.completed_on is not None:
            found.setdefault(learner.activity.rpartition("/")[2], set()).add(learner.completed_on)
    return {activity: tuple(sorted(days)) for activity, days in found.items()}
