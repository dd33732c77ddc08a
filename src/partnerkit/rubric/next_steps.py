"""What holds a point back, and which few changes would raise a level: those that take the fewest entries first.

A change is tried out, not guessed at: the answers it would change are taken as met, and the point is graded again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from partnerkit.rubric.scores import Answer, Checked, Point, Score, State

Grade = Callable[[Sequence[Checked]], int | None]
"""The level that some answers reach; None if nothing is due, or there are no levels."""

Whole = Callable[[Sequence[Point]], tuple[int | None, str]]
"""The level of the whole, and its words."""

MOST = 5


@dataclass(frozen=True, slots=True)
class Step:
    """A change to the record that would raise something.

    Attributes:
        point: The point it is about.
        level: The level that the point would reach; None if the rubric has no levels.
        checks: The checks that would have to be met.
        entries: About how many entries or values that takes.
        raises_whole: Whether the whole would reach a higher level, too.
    """

    point: Point
    level: int | None
    checks: tuple[Checked, ...]
    entries: int
    raises_whole: bool = False


def next_steps(score: Score, grade: Grade, whole: Whole, most: int = MOST) -> tuple[Step, ...]:
    """The changes that would raise a level, cheapest first; without levels, the checks that are met most cheaply."""
    graded = any(point.level is not None for point in score.points)
    found = _raising(score, grade, whole) if graded else _single(score)
    return tuple(sorted(found, key=lambda step: step.entries)[:most])


def missing(point: Point, grade: Grade) -> tuple[Checked, ...]:
    """The checks that keep a point from its next level: the cheapest one, if one is enough; () if it is at the top."""
    wanting = sorted(
        (one for one in point.checks if one.state.is_due and one.state is not State.MET), key=lambda one: _cost([one])
    )
    if point.level is None or not wanting:
        return ()
    # A step that the program cannot describe is no step, so that what is unknown comes last.
    told = sorted(wanting, key=lambda one: one.state is State.UNKNOWN)
    upwards = sorted({one.level for one in wanting})
    tries = [told[:1], *([one for one in wanting if one.level <= level] for level in upwards)]
    tries[1:1] = [[one for one in wanting if one.level == level] for level in upwards]
    return next((tuple(some) for some in tries if (_reached(point, some, grade) or 0) > point.level), ())


def holding(point: Point, grade: Grade) -> Checked | None:
    """The check to name where there is room for one: of those that keep a point down, the one said most shortly."""
    if point.level is None:
        wanting = tuple(one for one in point.checks if one.state is State.UNMET)
    else:
        wanting = missing(point, grade)
    return min(wanting, key=lambda one: (one.state is State.UNKNOWN, len(one.answer.said)), default=None)


def _raising(score: Score, grade: Grade, whole: Whole) -> Iterator[Step]:
    for at, point in enumerate(score.points):
        wanting = missing(point, grade)
        if not wanting or any(one.state is State.UNKNOWN for one in wanting):
            continue
        level = _reached(point, wanting, grade)
        raised = [*score.points]
        raised[at] = replace(point, level=level)
        now = whole(raised)[0]
        higher = now is not None and score.level is not None and now > score.level
        yield Step(point, level, wanting, _cost(wanting), higher)


def _single(score: Score) -> Iterator[Step]:
    seen: set[tuple[str, str]] = set()
    for point in score.points:
        for one in point.checks:
            key = (one.name, one.answer.said)
            if one.state is State.UNMET and key not in seen:
                seen.add(key)
                yield Step(point, None, (one,), _cost([one]))


def _cost(checks: Sequence[Checked]) -> int:
    return sum(max(one.answer.steps, 1) for one in checks)


def _reached(point: Point, some: Sequence[Checked], grade: Grade) -> int | None:
    """The level that a point would reach if some of its checks were met."""
    changed = set(map(id, some))
    return grade([replace(one, answer=Answer(State.MET, "")) if id(one) in changed else one for one in point.checks])
