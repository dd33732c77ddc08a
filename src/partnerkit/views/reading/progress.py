"""How far an indicator has come from its baseline to its target, in words that no one can read as a mark.

The arithmetic is that of the scores, so that a page and a score cannot disagree. What cannot be worked out is said to
be so, and a figure that is not reported is not nought.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from partnerkit.rubric.progress import Stay, Way, latest, way
from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from fractions import Fraction

    from partnerkit.model.partnership.objectives import Actual, Indicator

NOT_REPORTED = b.Missing("not yet reported")


def figure(value: float | None, narrative: str | None, unit: str | None) -> b.Inline:
    """A baseline, a target or an actual: its figure with the unit, or its words."""
    if value is not None:
        return b.Number(value, unit or "")
    return b.Words(narrative) if narrative else b.Missing()


def actual_figure(indicator: Indicator, as_of: date = date.max) -> b.Run:
    """The newest figure, its day, and whether it may still change."""
    newest = latest(indicator, as_of)
    if newest is None:
        return NOT_REPORTED
    shown = figure(newest.value, newest.narrative, indicator.unit)
    status = f", {newest.status}" if newest.status == "provisional" else ""
    return (shown, b.Quiet(" on "), b.Day(newest.on), b.Quiet(status))


def progress(indicator: Indicator, newest: Actual | None) -> b.Run:
    """The way from baseline to target that the newest figure has come."""
    if newest is None:
        return NOT_REPORTED
    if newest.value is None:
        return b.Quiet("told in words")
    found = way(indicator, newest.value)
    match found:
        case Stay():
            return "kept within the tolerance" if found.is_kept else "outside the tolerance"
        case Way():
            return _way(found, indicator.unit or "")
        case str():
            return b.Missing(f"cannot be worked out: {found}")


def _way(found: Way, unit: str) -> b.Run:
    if found.is_reached:
        return "target reached"
    if found.moved == 0:
        return "where it began"
    if found.moved < 0:
        return ("moved away from the target by ", b.Number(_plain(-found.moved), unit))
    return b.Share(_plain(found.moved), _plain(found.asked), unit)


def _plain(value: Fraction) -> float:
    return int(value) if value.denominator == 1 else float(value)
