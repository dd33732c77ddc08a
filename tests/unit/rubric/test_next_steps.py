"""What would raise a score: worked out by hand for small ones."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from partnerkit.rubric.grading import level_of, lowest
from partnerkit.rubric.next_steps import holding, missing, next_steps
from partnerkit.rubric.scores import Checked, Point
from unit.rubric.made import LEVELS, checks, score


def grade(answers: Sequence[Checked]) -> int | None:
    return level_of(answers, LEVELS)


def whole(points: Sequence[Point]) -> tuple[int | None, str]:
    return lowest(points), ""


def point(code: str, *answers: str) -> Point:
    given = checks(*answers)
    return Point(code, f"The point {code}", given, grade(given))


@pytest.mark.parametrize(("answers", "names"), [
    # Nothing is met: the cheapest one is enough, essential or not.
    (["a 2 not 3", "b 1 not 2", "c 3 not 1"], ["b"]),
    (["a 2 not 1", "b 1 not 2"], ["a"]),
    # Something is met: all essential ones, and nothing else.
    (["a 2 not 3", "b 2 not 1", "c 1 met", "d 1 not 1"], ["b", "a"]),
    (["a 2 not 3", "b 2 met", "c 3 not 1"], ["a"]),
    # All essential ones are met.
    (["a 2 met", "b 1 not 1", "c 3 not 2", "d 3 not 1"], ["d", "c"]),
    (["a 2 met", "c 3 met"], []),
    # Nothing is due.
    (["a 2 later"], []),
    # No essential one is due, so that no entry raises it.
    (["a 2 later", "b 1 met", "c 1 not 1"], []),
    # What the record cannot tell keeps it down as well.
    (["a 2 unknown", "b 1 met"], ["a"]),
])  # fmt: skip
def test_what_keeps_a_point_from_its_next_level(answers: list[str], names: list[str]) -> None:
    assert [one.name for one in missing(point("A", *answers), grade)] == names


def test_the_cheapest_change_comes_first_and_says_what_it_takes() -> None:
    one = point("A", "a 2 not 3", "b 2 not 2", "c 1 met")
    other = point("B", "d 2 met", "e 3 not 4")
    found = next_steps(score(one, other, level=1), grade, whole)
    assert [(step.point.code, step.level, step.entries) for step in found] == [("B", 3, 4), ("A", 2, 5)]
    assert [step.raises_whole for step in found] == [False, True]


def test_no_single_change_raises_the_whole_where_two_points_are_lowest() -> None:
    points = [point(code, "a 2 not 1", "b 1 met") for code in "AB"]
    assert [step.raises_whole for step in next_steps(score(*points, level=1), grade, whole)] == [False, False]


def test_a_change_that_nobody_can_describe_is_not_offered() -> None:
    assert next_steps(score(point("A", "a 2 unknown", "b 1 met"), level=1), grade, whole) == ()


def test_no_more_are_offered_than_are_asked_for() -> None:
    points = [point(f"P{at}", f"a 1 not {at + 1}") for at in range(9)]
    assert [step.entries for step in next_steps(score(*points, level=0), grade, whole)] == [1, 2, 3, 4, 5]
    assert len(next_steps(score(*points, level=0), grade, whole, 2)) == 2


def test_without_levels_the_checks_that_take_least_are_offered_each_once() -> None:
    answers = checks("a 1 not 3", "b 1 met", "c 1 unknown", "d 1 not 1")
    points = [Point("A", "T", answers), Point("B", "T", answers)]
    found = next_steps(score(*points), lambda _: None, whole)
    assert [(step.point.code, step.checks[0].name, step.level) for step in found] == [
        ("A", "d", None),
        ("A", "a", None),
    ]


def test_what_holds_a_point_back_is_said_as_shortly_as_can_be() -> None:
    one = point("A", "essential-one 2 not 1", "long-essential-one 2 not 1", "b 1 not 1", "c 1 met")
    found = holding(one, grade)
    assert found is not None
    assert found.name == "essential-one"
    assert holding(point("A", "a 2 met", "c 3 met"), grade) is None


def test_without_levels_what_is_not_met_holds_back_and_what_is_unknown_does_not() -> None:
    found = holding(Point("A", "T", checks("a 1 unknown", "bb 1 not 1")), lambda _: None)
    assert found is not None
    assert found.name == "bb"
    assert holding(Point("A", "T", checks("a 1 unknown")), lambda _: None) is None
