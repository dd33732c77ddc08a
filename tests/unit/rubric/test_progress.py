from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from partnerkit.model.partnership.objectives import Indicator
from partnerkit.rubric.progress import Course, Standing, latest, said_way, standing, way
from partnerkit.rules.numbers import exact, shown

TIMES = exact(1.1)
YEAR = Course(date(2026, 1, 1), date(2026, 12, 31), date(2026, 7, 2))
"""Half the year is over: 182 of 364 days."""
OVER = Course(date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 31))
NO_START = Course(None, date(2026, 12, 31), date(2026, 7, 2))
NO_END = Course(date(2026, 1, 1), None, date(2026, 7, 2))


def indicator(baseline: float | None, target: float | None, **more: Any) -> Indicator:
    data: dict[str, Any] = {"id": "i", **more}
    if baseline is not None:
        data["baseline"] = {"value": baseline}
    if target is not None:
        data["target"] = {"value": target, "tolerance": data.pop("tolerance", 0)}
    return Indicator.model_validate(data)


def stands(one: Indicator, now: float, on: str, course: Course) -> str:
    actual = Indicator.model_validate({"id": "i", "actuals": [{"on": on, "value": now}]}).actuals[0]
    found = standing(one, actual, course, TIMES)
    return found.value if isinstance(found, Standing) else found


@pytest.mark.parametrize(
    ("baseline", "target", "tolerance", "now", "word"),
    [
        # rising
        (0, 10, 0, 11, "exceeded"),
        (0, 10, 0, 10.999999, "met"),
        (0, 10, 0, 10, "met"),
        (0, 10, 0, 9, "behind"),
        (0, 10, 0, 0, "behind"),
        (0, 10, 0, -1, "regressed"),
        # falling: 1.1 times the way from 7.8 to 4.6 is 3.52, so that 4.28 is the first figure beyond
        (7.8, 4.6, 0, 4.28, "exceeded"),
        (7.8, 4.6, 0, 4.29, "met"),
        (7.8, 4.6, 0, 4.6, "met"),
        (7.8, 4.6, 0, 4.61, "behind"),
        (7.8, 4.6, 0, 7.8, "behind"),
        (7.8, 4.6, 0, 7.9, "regressed"),
        # where floats go astray: 0.1 + 0.2 is not 0.3 to them, and 1.1 times 0.3 not 0.33
        (0.1, 0.3, 0, 0.3, "met"),
        (0, 0.3, 0, 0.33, "exceeded"),
        (0, 3, 0, 3.3, "exceeded"),
        (0, 1.1, 0, 1.21, "exceeded"),
        # the edge of the tolerance
        (6.2, 4.1, 0.2, 4.3, "met"),
        (6.2, 4.1, 0.2, 4.30001, "behind"),
        (0, 8, 1, 7, "met"),
        (0, 8, 1, 6.9, "behind"),
        # below nought, and across it
        (-10, -5, 0, -5, "met"),
        (-10, -5, 0, -7, "behind"),
        (-10, 10, 0, -12, "regressed"),
        (5, -5, 0, -6, "exceeded"),
        # to nought
        (4, 0, 0, 0, "met"),
        (4, 0, 0, 1, "behind"),
        # the share of the target would be 94 per cent here
        (50, 53, 0, 49.9, "regressed"),
    ],
)
def test_the_way_decides_once_the_day_has_come(
    baseline: float, target: float, tolerance: float, now: float, word: str
) -> None:
    assert stands(indicator(baseline, target, tolerance=tolerance), now, "2026-12-31", OVER) == word


@pytest.mark.parametrize(
    ("now", "on", "word"),
    [
        (5, "2026-07-02", "on track"),  # 182 of 364 days: half the way
        (4.99, "2026-07-02", "behind"),
        (2.5, "2026-04-02", "on track"),  # what counts is the day of the figure: 91 of 364 days
        (2.49, "2026-04-02", "behind"),
        (0, "2026-01-01", "on track"),
        (0, "2025-12-01", "on track"),
        (-1, "2026-01-01", "regressed"),
        (10, "2026-02-01", "met"),
    ],
)
def test_the_pace_decides_while_the_day_lies_ahead(now: float, on: str, word: str) -> None:
    assert stands(indicator(0, 10), now, on, YEAR) == word


@pytest.mark.parametrize(
    ("now", "on", "word"),
    [
        (2, "2026-07-02", "on track"),  # the interim target of the day itself
        (1.5, "2026-07-02", "on track"),  # with its tolerance
        (1.4, "2026-07-02", "behind"),
        (1, "2026-04-02", "on track"),  # half the way to it
        (0.9, "2026-04-02", "behind"),
        (5.5, "2026-10-01", "on track"),  # half the way from 2 to 10, less the tolerance passed
        (5.4, "2026-10-01", "behind"),
    ],
)
def test_interim_targets_set_the_pace(now: float, on: str, word: str) -> None:
    interim = [{"on": "2026-07-02", "value": 2, "tolerance": 0.5}, {"value": 7}, {"on": "2027-06-30", "value": 12}]
    course = Course(YEAR.start, YEAR.end, date(2026, 10, 1))
    assert stands(indicator(0, 10, interim_targets=interim), now, on, course) == word


@pytest.mark.parametrize(
    ("now", "course", "word"),
    [
        (90, OVER, "met"),
        (92, OVER, "met"),
        (88, OVER, "met"),
        (87.9, OVER, "behind"),
        (92.1, OVER, "behind"),
        (91, YEAR, "on track"),
        (93, YEAR, "behind"),
        (91, NO_END, "met"),
    ],
)
def test_what_is_to_stay_is_held_against_the_target(now: float, course: Course, word: str) -> None:
    for baseline in (90, 80, None):
        assert stands(indicator(baseline, 90, tolerance=2, direction="maintain"), now, "2026-07-01", course) == word


@pytest.mark.parametrize(
    ("one", "course", "why"),
    [
        (indicator(None, 10), OVER, "no baseline figure"),
        (indicator(0, None), OVER, "no target figure"),
        (indicator(None, None), OVER, "no baseline figure"),
        (indicator(5, None, direction="maintain"), OVER, "no target figure"),
        (indicator(14, 14), OVER, "target and baseline are both 14"),
        (indicator(0, 0, direction="increase"), OVER, "target and baseline are both 0"),
        (indicator(6, 4, direction="increase"), OVER, "it is to rise, but its target is 4 and its baseline 6"),
        (indicator(4, 6, direction="decrease"), OVER, "it is to fall, but its target is 6 and its baseline 4"),
        (indicator(0, 10), NO_END, "no day for the target"),
        (indicator(0, 10), NO_START, "no day of the baseline"),
        (
            indicator(0, 6, tolerance=6),
            OVER,
            "the tolerance of 6 is as wide as the way from baseline to target",
        ),
    ],
)
def test_what_cannot_be_computed_says_why(one: Indicator, course: Course, why: str) -> None:
    assert stands(one, 5, "2026-06-01", course) == why


def test_what_is_not_reported_is_no_figure() -> None:
    def newest(*actuals: dict[str, Any], measure: str = "count") -> float | str | None:
        found = latest(Indicator.model_validate({"id": "i", "measure": measure, "actuals": actuals}), date(2026, 7, 1))
        return None if found is None else found.narrative if found.value is None else found.value

    assert newest() is None
    assert newest({"on": "2026-03-31", "status": "not-yet-reported"}) is None
    assert newest({"on": "2026-03-31", "status": "not-yet-reported", "value": 0}) is None
    assert newest({"on": "2026-03-31", "value": 0, "narrative": "Figure follows"}) is None
    assert newest({"on": "2026-03-31", "value": 0, "period": {"start": "2026-01-01", "end": "2026-12-31"}}) is None
    assert newest({"on": "2026-03-31"}) is None
    assert newest({"on": "2026-07-02", "value": 3}) is None  # after the day of the look
    assert newest({"on": "2026-03-31", "value": 0}) == 0
    assert newest({"on": "2026-03-31", "value": 2, "status": "provisional"}) == 2
    assert newest({"on": "2026-06-30", "value": 2}, {"on": "2026-03-31", "value": 1}) == 2
    assert newest({"on": "2026-06-30", "value": 2, "status": "final"}, {"on": "2026-06-30", "value": 1}) == 2
    assert newest({"on": "2026-06-30", "value": 2}, {"on": "2026-06-30", "value": 1}) == 1
    told = ({"on": "2026-03-31", "value": 1}, {"on": "2026-06-30", "narrative": "Much better"})
    assert newest(*told) == 1
    assert newest(*told, measure="qualitative") == "Much better"


@pytest.mark.parametrize(
    ("baseline", "target", "now", "words"),
    [
        (7.8, 3.8, 4.6, "3.2 of 4 points of the way"),
        (0, 12, 10, "10 of 12 points of the way"),
        (0, 12, 12, "the whole way of 12 points"),
        (0, 12, 14, "the whole way of 12 points, and 2 beyond"),
        (0, 12, 0, "none of 12 points of the way"),
        (40, 50, 35, "5 points further from the target than at the beginning"),
        (0, 1200, 1000.5, "1,000.5 of 1,200 points of the way"),
    ],
)
def test_the_way_is_said_in_words(baseline: float, target: float, now: float, words: str) -> None:
    found = way(indicator(baseline, target), now)
    assert not isinstance(found, str)
    assert said_way(found, "points") == words


def test_the_tolerance_is_said_where_it_makes_the_difference() -> None:
    found, kept = way(indicator(0, 8, tolerance=1), 7), way(indicator(90, 90, tolerance=2, direction="maintain"), 91)
    assert not isinstance(found, str)
    assert not isinstance(kept, str)
    assert said_way(found, "people") == "7 of 8 people of the way, within the tolerance of 1"
    assert said_way(kept) == "1 off, within the tolerance of 2"


def test_numbers_are_shown_as_they_were_written() -> None:
    assert [shown(exact(value)) for value in (3, 3.0, 0.1, -2.5, 1e-7, 1234567.25)] == [
        "3", "3", "0.1", "-2.5", "0.0000001", "1,234,567.25",
    ]  # fmt: skip
    assert exact(7.8) - exact(4.6) == Fraction(16, 5)
