"""The seven stages in their order, and where a partnership stands among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from partnerkit.model.partnership.who import Stage
from partnerkit.views import blocks as b
from partnerkit.views.reading.words import title

if TYPE_CHECKING:
    from datetime import date

    from partnerkit.model.partnership.partnership import Partnership

STAGES: tuple[Stage, ...] = get_args(Stage)
"""From identify to close."""


def position(stage: Stage) -> int:
    """The place of a stage, counted from 1."""
    return STAGES.index(stage) + 1


def since(partnership: Partnership, stage: Stage) -> date | None:
    """The day the partnership last entered a stage, if the record says so."""
    return max((entry.on for entry in partnership.stage_history if entry.stage == stage), default=None)


def ladder(partnership: Partnership) -> b.Steps:
    """The stages as steps: those passed, the one reached, those ahead."""
    here = position(partnership.stage)
    return b.Steps("Stages of the partnership", tuple(_step(partnership, stage, here) for stage in STAGES))


def _step(partnership: Partnership, stage: Stage, here: int) -> b.Step:
    entered = since(partnership, stage)
    at = position(stage)
    if at == here:
        return b.Step(title(stage), "here", entered)
    if at > here:
        # A stage ahead that was entered before (the partnership was renewed or reopened) has its day, but is ahead.
        return b.Step(title(stage), "ahead")
    return b.Step(title(stage), "done" if entered else "skipped", entered)
