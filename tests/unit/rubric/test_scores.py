"""Scores: what counts, how it is written, and which level it makes."""

from __future__ import annotations

import pytest

from partnerkit.rubric.grading import level_of, lowest
from partnerkit.rubric.own import level_of as own_level_of
from partnerkit.rubric.scores import Point, State, fraction, standing
from unit.rubric.made import LEVELS, checks, score

EACH = checks("a 1 met", "b 1 not", "c 1 unknown", "d 1 later", "e 1 never")


def test_all_five_states_are_counted_apart() -> None:
    counts = score(Point("A", "T", EACH)).counts
    assert list(counts) == list(State)
    assert set(counts.values()) == {1}


def test_what_is_unknown_stays_in_the_count_and_what_is_not_due_or_does_not_apply_leaves_it() -> None:
    assert fraction(Point("A", "T", EACH)) == "1/3"


def test_a_point_of_which_nothing_is_due_is_a_dash_and_no_nought() -> None:
    later = Point("A", "T", checks("a 1 later", "b 1 never"))
    assert (later.is_due, standing(later)) == (False, "\N{EN DASH}")


def test_the_profile_names_every_point_with_its_level_or_its_fraction() -> None:
    points = (Point("A", "T", EACH, 1), Point("B", "T", EACH), Point("C", "T", checks("d 1 later")))
    assert score(*points).profile == "A 1 · B 1/3 · C \N{EN DASH}"


@pytest.mark.parametrize(("level", "answers"), [
    (None, ["a 2 later", "b 1 never"]),
    (None, []),
    (0, ["a 2 not", "b 1 not"]),
    (0, ["a 2 unknown"]),
    (1, ["a 2 not", "b 1 met"]),
    (1, ["a 2 unknown", "b 2 met"]),
    (2, ["a 2 met", "b 1 not", "c 3 not"]),
    (2, ["a 2 met", "b 2 later", "c 3 not"]),
    (3, ["a 2 met", "b 1 not", "c 3 met"]),
    (1, ["b 1 met", "c 3 met"]),
    (0, ["b 1 not", "c 3 met"]),
])  # fmt: skip
def test_a_level_takes_the_one_below_it_and_all_that_it_cannot_do_without(
    level: int | None, answers: list[str]
) -> None:
    assert level_of(checks(*answers), LEVELS) == level


@pytest.mark.parametrize(("levels", "level", "answers"), [
    # Two words: nothing met, something met.
    (2, 0, ["a 1 not", "b 1 unknown"]),
    (2, 1, ["a 1 not", "b 1 met"]),
    # Three: all essential ones.
    (3, 1, ["a 2 not", "b 2 met"]),
    (3, 2, ["a 2 met", "b 2 met"]),
    (3, 2, ["a 2 met", "b 2 later"]),
    # Four: all of them.
    (4, 0, ["a 2 not", "b 3 not"]),
    (4, 1, ["a 2 not", "b 3 met"]),
    (4, 2, ["a 2 met", "b 3 not"]),
    (4, 3, ["a 2 met", "b 3 met"]),
    # The essential one is not due: nothing but all makes the higher levels.
    (4, 1, ["a 2 later", "b 3 met", "c 3 not"]),
    (4, 3, ["a 2 later", "b 3 met"]),
    (4, None, ["a 2 later", "b 3 never"]),
])  # fmt: skip
def test_the_levels_of_rubrics_of_ones_own(levels: int, level: int | None, answers: list[str]) -> None:
    assert own_level_of(checks(*answers), levels) == level


def test_the_whole_is_as_strong_as_the_weakest_point_that_is_due() -> None:
    points = [Point("A", "T", EACH, 2), Point("B", "T", EACH, 1), Point("C", "T", ())]
    assert lowest(points) == 1
    assert lowest(points[2:]) is None
