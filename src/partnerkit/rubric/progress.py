"""How far an indicator has come from its baseline to its target, worked out without rounding.

The way that was asked for is the target less the baseline; the way come is the newest figure less the baseline. Both
count towards the target, so that figures that are to fall need no special case. A figure that is to stay has no way:
only its distance from the target counts. Never is the figure taken as a share of the target.

What is not reported is not nought: it is no figure. Neither is a nought whose own note says that the figure is still
to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from itertools import pairwise

from partnerkit.model.partnership.objectives import Actual, Baseline, Indicator, Target
from partnerkit.rules.numbers import exact, shown
from partnerkit.rules.objectives._indicators import direction_shown
from partnerkit.rules.objectives.zero_not_reported import said_to_come


class Standing(Enum):
    """How an indicator stands to what was agreed; the value is the word that people read."""

    EXCEEDED = "exceeded"
    MET = "met"
    ON_TRACK = "on track"
    BEHIND = "behind"
    REGRESSED = "regressed"
    NOT_REPORTED = "not yet reported"
    UNTOLD = "cannot be computed"


@dataclass(frozen=True, slots=True)
class Way:
    """The way from the baseline to the target.

    Attributes:
        moved: How far the figure has come towards the target; below nought if it has moved away from it.
        asked: How far it is from the baseline to the target; above nought.
        tolerance: How far off still counts as reached.
    """

    moved: Fraction
    asked: Fraction
    tolerance: Fraction

    @property
    def is_reached(self) -> bool:
        """Whether the target is reached, with the tolerance if that is narrower than the whole way."""
        return self.moved >= self.asked or (self.tolerance < self.asked and self.moved >= self.asked - self.tolerance)


@dataclass(frozen=True, slots=True)
class Stay:
    """How far a figure that is to stay is off its target, and how far it may be."""

    off: Fraction
    tolerance: Fraction

    @property
    def is_kept(self) -> bool:
        """Whether it is within the tolerance."""
        return self.off <= self.tolerance


@dataclass(frozen=True, slots=True)
class Course:
    """The days by which the pace is judged.

    Attributes:
        start: The day from which the time counts.
        end: The day of the target.
        as_of: The day of the look.
    """

    start: date | None
    end: date | None
    as_of: date

    @property
    def is_ahead(self) -> bool:
        """Whether the day of the target is still to come."""
        return self.end is not None and self.as_of < self.end


def latest(indicator: Indicator, as_of: date = date.max) -> Actual | None:
    """The newest figure that was reported up to a day; words only where there is no figure."""
    reported = [actual for actual in indicator.actuals if is_reported(actual, as_of)]
    if indicator.measure != "qualitative":
        reported = [actual for actual in reported if actual.value is not None] or reported
    # Of several on one day the final one, then the last that was written.
    order = [(actual.on, actual.status == "final", at) for at, actual in enumerate(reported)]
    return reported[max(order)[-1]] if reported else None


def is_reported(actual: Actual, as_of: date) -> bool:
    """Whether an entry is a report by a day, and does not only say that one is still to come."""
    if actual.on > as_of or actual.status == "not-yet-reported" or (actual.value is None and actual.narrative is None):
        return False
    return not said_to_come(actual, as_of)


def way(indicator: Indicator, now: float) -> Way | Stay | str:
    """The way to the target on which a figure stands; or, in words, why it cannot be worked out."""
    start, goal = _figure(indicator.baseline), _figure(indicator.target)
    is_to_stay = indicator.direction == "maintain"
    if start is None and not is_to_stay:
        return "no baseline figure"
    if goal is None:
        return "no target figure"
    tolerance = exact((indicator.target and indicator.target.tolerance) or 0)
    if start is None or is_to_stay:
        return Stay(abs(exact(now) - goal), tolerance)
    if goal == start:
        return f"target and baseline are both {shown(goal)}"
    as_shown = direction_shown(start, goal)
    if indicator.direction not in {None, as_shown}:
        to = "fall" if as_shown == "increase" else "rise"
        return f"it is to {to}, but its target is {shown(goal)} and its baseline {shown(start)}"
    sign = 1 if as_shown == "increase" else -1
    return Way((exact(now) - start) * sign, (goal - start) * sign, tolerance)


def _figure(stand: Baseline | Target | None) -> Fraction | None:
    return None if stand is None or stand.value is None else exact(stand.value)


def standing(indicator: Indicator, actual: Actual, course: Course, exceeded: Fraction) -> Standing | str:
    """How an indicator stands by a figure; or, in words, why that cannot be worked out.

    Args:
        indicator: The indicator, with the baseline and targets that count.
        actual: The figure.
        course: The days by which the pace is judged.
        exceeded: From how many times the way on the target counts as exceeded.
    """
    if actual.value is None:
        return "the newest report has no figure"
    found = way(indicator, actual.value)
    match found:
        case Way():
            return _of_way(found, exceeded) or _of_pace(indicator, found, actual.on, course)
        case Stay():
            return Standing.BEHIND if not found.is_kept else Standing.ON_TRACK if course.is_ahead else Standing.MET
        case str():
            return found


def _of_way(found: Way, exceeded: Fraction) -> Standing | None:
    """How it stands whatever the day, or None if that depends on the day."""
    if found.moved >= exceeded * found.asked:
        return Standing.EXCEEDED
    if found.is_reached:
        return Standing.MET
    return Standing.REGRESSED if found.moved < 0 else None


def _of_pace(indicator: Indicator, found: Way, on: date, course: Course) -> Standing | str:
    if found.tolerance >= found.asked:
        return f"the tolerance of {shown(found.tolerance)} is as wide as the way from baseline to target"
    if course.end is None:
        return "no day for the target"
    if not course.is_ahead:
        return Standing.BEHIND
    due = due_by(indicator, on, course)
    if due is None:
        return "no day of the baseline"
    return Standing.ON_TRACK if found.moved >= due else Standing.BEHIND


def due_by(indicator: Indicator, on: date, course: Course) -> Fraction | None:
    """How far the figure of a day should have come at an even pace; None if no day says from when to count.

    Between two days with a target the way is spread evenly. The tolerance of the interim target that was passed last
    is taken off.
    """
    if course.start is not None and on <= course.start:
        return Fraction(0)
    for (first, come, tolerance), (last, goal, _) in pairwise(_stations(indicator, course)):
        if first <= on < last:
            return come + (goal - come) * Fraction((on - first).days, (last - first).days) - tolerance
    return None


def _stations(indicator: Indicator, course: Course) -> Sequence[tuple[date, Fraction, Fraction]]:
    """Days in their order, the way that should have been come by each, and its tolerance."""
    start, goal = _figure(indicator.baseline), _figure(indicator.target)
    if start is None or goal is None or course.end is None:
        return ()
    sign = 1 if goal > start else -1
    first = course.start or date.min
    found = [(course.start, Fraction(0), Fraction(0))] if course.start is not None else []
    between = [
        (one.on, (value - start) * sign, exact(one.tolerance or 0))
        for one in indicator.interim_targets
        if one.on is not None and first < one.on < course.end and (value := _figure(one)) is not None
    ]
    return [*found, *sorted(between), (course.end, (goal - start) * sign, Fraction(0))]


def said_way(found: Way | Stay, unit: str = "") -> str:
    """The way come, in words: `1.6 of 2.1 points of the way`. `unit` is what is counted."""
    counted = f" {unit}" if unit else ""
    if isinstance(found, Stay):
        within = "within" if found.is_kept else "outside"
        return f"{shown(found.off)}{counted} off, {within} the tolerance of {shown(found.tolerance)}"
    if found.moved < 0:
        return f"{shown(-found.moved)}{counted} further from the target than at the beginning"
    if found.moved == 0:
        return f"none of {shown(found.asked)}{counted} of the way"
    if found.moved > found.asked:
        return f"the whole way of {shown(found.asked)}{counted}, and {shown(found.moved - found.asked)} beyond"
    if found.moved == found.asked:
        return f"the whole way of {shown(found.asked)}{counted}"
    within = f", within the tolerance of {shown(found.tolerance)}" if found.is_reached else ""
    return f"{shown(found.moved)} of {shown(found.asked)}{counted} of the way{within}"
