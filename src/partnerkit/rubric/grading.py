"""From answers to levels: the same steps for every rubric that has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from partnerkit.rubric.scores import Checked, Point, State


def level_of(checks: Sequence[Checked], levels: Sequence[str]) -> int | None:
    """The level that some answers reach; None if nothing is due.

    Level 1 takes one check that is met. Each level above takes the one below it, and all checks that are due of those
    it cannot do without. A level that asks for nothing that is due is not reached by that alone.
    """
    due = [one for one in checks if one.state.is_due]
    if not due:
        return None
    # What stands in the way of a level shows nothing by itself, so that one must be met that does.
    if not any(one.state is State.MET for one in due if one.level < TOP):
        return 0
    reached = 1
    for level in range(2, len(levels)):
        asked = [one for one in due if one.level == level]
        if not asked or any(one.state is not State.MET for one in asked):
            break
        reached = level
    return reached


TOP = 3
"""The level of checks that only look at how well what others found is supported."""


def lowest(points: Iterable[Point]) -> int | None:
    """The lowest level of the points that are due: a chain is as strong as its weakest link."""
    return min((point.level for point in points if point.level is not None), default=None)
