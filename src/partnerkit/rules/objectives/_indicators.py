"""What the rules about objectives and indicators share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from partnerkit.model.partnership.objectives import Actual, Baseline, Direction, Indicator, Objective, Target
from partnerkit.rules.numbers import exact, shown
from partnerkit.rules.subject import Subject
from partnerkit.rules.words import said

__all__ = [
    "Actual", "Baseline", "Indicator", "Objective", "Target", "called", "direction_of",
    "direction_shown", "figure", "figures", "first_start",
    "indicators", "is_agreed_by_all", "says_something", "starts",
]  # fmt: skip


def indicators(subject: Subject) -> Iterator[tuple[Objective, Indicator]]:
    """Each indicator of a partnership, with its objective."""
    for objective in subject.part.objectives:
        for indicator in objective.indicators:
            yield objective, indicator


def called(indicator: Indicator) -> str:
    """What people call an indicator, in quotation marks."""
    return f"“{indicator.title or said(indicator.id)}”"


def says_something(value: Baseline | Target | Actual | None) -> bool:
    """Whether a baseline, a target or an actual holds a figure or words, and not only a day."""
    return value is not None and (value.value is not None or value.narrative is not None)


def figures(indicator: Indicator) -> tuple[float, float] | None:
    """The figures of baseline and target, if there are both."""
    first = indicator.baseline.value if indicator.baseline is not None else None
    last = indicator.target.value if indicator.target is not None else None
    return None if first is None or last is None else (first, last)


def figure(value: float) -> str:
    """A figure as people write it."""
    return shown(exact(value))


def direction_shown(baseline: float | Fraction, target: float | Fraction) -> Direction | None:
    """The direction that a baseline and a target show; None if they are the same."""
    return None if target == baseline else "increase" if target > baseline else "decrease"


def direction_of(indicator: Indicator) -> Direction | None:
    """Whether a figure is to rise, to fall or to stay: as recorded, else as baseline and target show."""
    both = figures(indicator)
    return indicator.direction or (None if both is None else direction_shown(*both))


def starts(subject: Subject) -> dict[int, date]:
    """The day on which the first activity for an objective starts, by the identity of the objective."""
    found: dict[int, date] = {}
    for activity in subject.part.activities:
        for reference in activity.objectives if activity.start is not None else ():
            item = subject.item("objectives", reference)
            if item is not None and activity.start is not None:
                found[id(item.part)] = min(activity.start, found.get(id(item.part), activity.start))
    return found


def first_start(subject: Subject, objective: Objective, of_objectives: dict[int, date]) -> date | None:
    """The day on which the work for an objective begins: its own activities, or any if none is said to be for it."""
    return of_objectives.get(id(objective), subject.starts)


def is_agreed_by_all(subject: Subject, objective: Objective) -> bool:
    """Whether all partners have agreed to an objective."""
    return set(subject.partners) <= set(objective.agreed_by)
