"""The actions of a partnership, wherever they were agreed: in a meeting, or between meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.activate import Action, Meeting
    from partnerkit.model.partnership.partnership import Partnership


def actions(partnership: Partnership) -> Iterator[tuple[Meeting | None, Action]]:
    """Each action with the meeting that agreed it, if one did; in the order of the record."""
    for action in partnership.actions:
        yield None, action
    for meeting in partnership.meetings:
        for action in meeting.actions:
            yield meeting, action


def settled(action: Action) -> bool:
    """Whether nothing more is to be done about it."""
    return action.status in {"done", "dropped"} or action.done_on is not None
