"""What the rules about the history of stages share."""

from __future__ import annotations

from partnerkit.model.partnership.who import StageEntry
from partnerkit.rules.stages import stage_of
from partnerkit.rules.subject import Subject

__all__ = ["StageEntry", "by_day", "stage_of"]


def by_day(subject: Subject) -> tuple[StageEntry, ...]:
    """The stages a partnership has entered, oldest first; those of one day as they are written."""
    return tuple(sorted(subject.part.stage_history, key=lambda entry: entry.on))
