"""How far an indicator has come from its baseline to its target, in words that no one can read as a mark.

Never the actual as a share of the target: a figure that fell from 40 to 35 on its way to 50 has not come 70 % of the
way. What cannot be worked out is said to be so, and a figure that is not reported is not nought.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from partnerkit.model.partnership.objectives import Actual, Indicator

NOT_REPORTED = b.Missing("not yet reported")


def latest(indicator: Indicator) -> Actual | None:
    """The newest figure that was reported."""
    reported = [
        actual
        for actual in indicator.actuals
        if actual.status != "not-yet-reported" and (actual.value is not None or actual.narrative)
    ]
    return max(reported, key=lambda actual: actual.on, default=None)


def figure(value: float | None, narrative: str | None, unit: str | None) -> b.Inline:
    """A baseline, a target or an actual: its figure with the unit, or its words."""
    if value is not None:
        return b.Number(value, unit or "")
    return b.Words(narrative) if narrative else b.Missing()


def actual_figure(indicator: Indicator) -> b.Run:
    """The newest figure, its day, and whether it may still change."""
    newest = latest(indicator)
    if newest is None:
        return NOT_REPORTED
    shown = figure(newest.value, newest.narrative, indicator.unit)
    status = f", {newest.status}" if newest.status == "provisional" else ""
    return (shown, b.Quiet(" on "), b.Day(newest.on), b.Quiet(status))


def progress(indicator: Indicator) -> b.Run:
    """The way from baseline to target that the newest figure has come."""
    newest = latest(indicator)
    if newest is None:
        return NOT_REPORTED
    if newest.value is None:
        return b.Quiet("told in words")
    if indicator.baseline is None or indicator.baseline.value is None:
        return b.Missing("cannot be worked out: no baseline figure")
    if indicator.target is None or indicator.target.value is None:
        return b.Missing("cannot be worked out: no target figure")
    start, goal, now = _exact(indicator.baseline.value), _exact(indicator.target.value), _exact(newest.value)
    tolerance = _exact(indicator.target.tolerance or 0)
    if indicator.direction == "maintain" or goal == start:
        return "kept within the tolerance" if abs(now - goal) <= tolerance else "outside the tolerance"
    return _way(now - start, goal - start, tolerance, indicator.unit or "")


def _way(moved: Decimal, asked: Decimal, tolerance: Decimal, unit: str) -> b.Run:
    """The way come, of the way asked for; both count from the baseline, and fall below nought where figures fall."""
    towards = moved if asked > 0 else -moved
    if towards >= abs(asked) - tolerance:
        return "target reached"
    if towards == 0:
        return "where it began"
    if towards < 0:
        return ("moved away from the target by ", b.Number(_plain(-towards), unit))
    return b.Share(_plain(towards), _plain(abs(asked)), unit)


def _exact(value: float) -> Decimal:
    """The number as it was written, so that 7.8 - 4.6 is 3.2."""
    return Decimal(repr(value))


def _plain(value: Decimal) -> float:
    return int(value) if value == value.to_integral_value() else float(value)
