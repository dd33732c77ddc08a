"""What several rules ask about a need: how it is answered, and which activities meet it."""

from __future__ import annotations

from partnerkit.model.partnership.needs import Need, NeedOption
from partnerkit.model.partnership.plan import Activity
from partnerkit.rules.subject import LEARNING_ACTIVITIES, Subject

__all__ = ["LEARNING", "NOT_TRAINING", "Activity", "Need", "NeedOption", "activities_by_need", "selected"]

LEARNING = LEARNING_ACTIVITIES
"""The types of activity that teach."""

NOT_TRAINING = "not-training"
"""The option that is no training: a job aid, better equipment, a changed process."""


def selected(need: Need) -> tuple[NeedOption, ...]:
    """The options that were chosen."""
    return tuple(option for option in need.options if option.decision == "selected")


def activities_by_need(subject: Subject) -> dict[str, list[Activity]]:
    """The activities that say they meet a need, by its id."""
    found: dict[str, list[Activity]] = {}
    for activity in subject.part.activities:
        for reference in activity.needs:
            need = subject.find(Need, "needs", reference)
            if need is not None:
                found.setdefault(need.id, []).append(activity)
    return found
