"""Rubrics that a workspace states for itself, made of the checks there are.

Some check met is the second level, all essential ones the third, all the fourth, as far as they are due. Where none of
a point is marked as essential, all are. A rubric may have fewer levels: the last word stands for all above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partnerkit.model.configuration import Configuration, OwnPoint
from partnerkit.model.configuration import OwnRubric as Stated
from partnerkit.model.suggestions import nearest
from partnerkit.rubric.checking import Check, all_checks, asked
from partnerkit.rubric.grading import TOP
from partnerkit.rubric.points import ESSENTIAL, absent
from partnerkit.rubric.scores import Checked, Point, State
from partnerkit.rubric.subject import Look

LEVELS = ("not evidenced", "partly evidenced", "evidenced")


class OwnRubricError(ValueError):
    """A rubric of a workspace cannot be used; the text says why, to the person who wrote it."""


@dataclass(frozen=True, slots=True)
class OwnRubric:
    """A rubric as a workspace states it.

    Attributes:
        name: Its id.
        title: What it is called.
        page: What it says of itself.
        levels: The words of its levels from 0 up.
        stated: Its points as they are stated.
    """

    name: str
    title: str
    page: str
    levels: tuple[str, ...]
    stated: tuple[OwnPoint, ...]

    def points(self, look: Look) -> Iterator[Point]:
        """Its points for a partnership."""
        known = all_checks()
        for one in self.stated:
            checks = tuple(self._checks(look, one, known))
            level = level_of(checks, len(self.levels))
            yield Point(one.id, one.title, checks, level, absent(checks) if level is None else self.levels[level])

    def _checks(self, look: Look, point: OwnPoint, known: Mapping[str, Check]) -> Iterator[Checked]:
        has_essential = any(item.essential for item in point.checks)
        for item in point.checks:
            level = ESSENTIAL if item.essential or not has_essential else TOP
            weight = 1 if item.weight is None else item.weight
            yield asked(look, known[item.check], min(level, len(self.levels) - 1), weight)


def level_of(checks: Sequence[Checked], levels: int) -> int | None:
    """The level that some answers reach, of so many; None if nothing is due."""
    due = [one for one in checks if one.state.is_due]
    if not due:
        return None
    wanting = [one for one in due if one.state is not State.MET]
    if not wanting:
        return levels - 1
    essential = [one for one in due if one.level <= ESSENTIAL]
    reached = 0 if len(wanting) == len(due) else 1
    if reached and essential and all(one.state is State.MET for one in essential):
        reached = ESSENTIAL
    return min(reached, levels - 1)


def own_rubrics(configuration: Configuration) -> Iterator[OwnRubric]:
    """The rubrics that a configuration states.

    Raises:
        OwnRubricError: One of them names a check that does not exist, or two things have one name.
    """
    stated = configuration.score.rubrics if configuration.score is not None else ()
    _alone("rubrics", (one.id for one in stated), "the configuration")
    for one in stated:
        _alone("points", (point.id for point in one.points), f"the rubric {one.id}")
        for point in one.points:
            _known(one, point)
        yield OwnRubric(one.id, one.title, one.summary or one.title, tuple(one.levels) or LEVELS, one.points)


def _known(rubric: Stated, point: OwnPoint) -> None:
    known, names = all_checks(), [item.check for item in point.checks]
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"Did you mean {near}?" if near else "`partnerkit score --list` names them."
            raise OwnRubricError(f"There is no check {name}, which the rubric {rubric.id} asks for. {hint}")
    _alone("checks", names, f"the point {point.id} of the rubric {rubric.id}")


def _alone(what: str, names: Iterable[str], where: str) -> None:
    for name, count in Counter(names).items():
        if count > 1:
            raise OwnRubricError(f"Two {what} of {where} are called {name}. Give each a name of its own.")
