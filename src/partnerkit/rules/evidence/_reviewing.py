"""The reviews of the round that a partnership is in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partnerkit.model.partnership.review import ObjectiveVerdict, Review
from partnerkit.rules.subject import Subject


def last_renewal(subject: Subject) -> date | None:
    """The day on which the partnership was last renewed."""
    return max((entry.on for entry in subject.part.stage_history if entry.type == "renew"), default=None)


def reviews_held(subject: Subject) -> tuple[Review, ...]:
    """The reviews held since the partnership was last renewed, newest first; what lies ahead is not among them."""
    since = last_renewal(subject)
    held = (review for review in subject.part.reviews if review.on <= subject.as_of)
    current = (review for review in held if since is None or review.on > since)
    return tuple(sorted(current, key=lambda review: (review.on, review.id), reverse=True))


def verdicts(subject: Subject) -> Iterator[tuple[str, ObjectiveVerdict]]:
    """What these reviews found, each with the statement of its objective."""
    statements = {objective.id: objective.statement for objective in subject.part.objectives}
    for review in reviews_held(subject):
        for verdict in review.verdicts:
            # That a verdict is on no objective has been said, of the reference.
            if (statement := statements.get(verdict.objective.rpartition("/")[2])) is not None:
                yield statement, verdict
