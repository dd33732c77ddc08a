from __future__ import annotations

from typing import Any

import pytest

from partnerkit.model.partnership.objectives import Indicator
from partnerkit.rubric.progress import latest
from partnerkit.views import blocks as b
from partnerkit.views.reading.progress import actual_figure
from partnerkit.views.reading.progress import progress as progress_of


def indicator(baseline: float | None, target: float | None, *actuals: dict[str, Any], **more: Any) -> Indicator:
    data: dict[str, Any] = {"id": "i", "unit": "people", "actuals": list(actuals), **more}
    if baseline is not None:
        data["baseline"] = {"value": baseline}
    if target is not None:
        data["target"] = {"value": target, "tolerance": more.pop("tolerance", 0)}
        data.pop("tolerance", None)
    return Indicator.model_validate(data)


def at(value: float, on: str = "2026-01-01", **more: Any) -> dict[str, Any]:
    return {"on": on, "value": value, **more}


def progress(indicator: Indicator) -> b.Run:
    return progress_of(indicator, latest(indicator))


AWAITED = {"on": "2026-02-01", "status": "not-yet-reported"}


def test_what_is_not_reported_is_not_nought() -> None:
    assert progress(indicator(0, 12)) == b.Missing("not yet reported")
    assert progress(indicator(0, 12, AWAITED)) == b.Missing("not yet reported")
    assert progress(indicator(0, 12, AWAITED | {"value": 0})) == b.Missing("not yet reported")
    assert actual_figure(indicator(0, 12, AWAITED)) == b.Missing("not yet reported")


def test_the_newest_reported_figure_counts() -> None:
    found = latest(indicator(0, 12, at(4, "2026-01-05"), at(2, "2026-01-01"), AWAITED))
    assert found
    assert found.value == 4


@pytest.mark.parametrize(
    ("baseline", "target", "now", "share"),
    [
        (0, 12, 10, b.Share(10, 12, "people")),
        (40, 50, 45, b.Share(5, 10, "people")),
        (7.8, 4.0, 4.6, b.Share(3.2, 3.8, "people")),
    ],
)
def test_the_way_is_counted_from_the_baseline(baseline: float, target: float, now: float, share: b.Share) -> None:
    assert progress(indicator(baseline, target, at(now))) == share


@pytest.mark.parametrize(("baseline", "target", "now"), [(40, 50, 35), (7.8, 4.0, 12.8)])
def test_going_the_wrong_way_is_said_so(baseline: float, target: float, now: float) -> None:
    assert progress(indicator(baseline, target, at(now))) == (
        "moved away from the target by ",
        b.Number(5, "people"),
    )


@pytest.mark.parametrize(
    ("baseline", "target", "now", "tolerance", "words"),
    [
        (0, 12, 12, 0, "target reached"),
        (0, 12, 14, 0, "target reached"),
        (0, 12, 11, 1, "target reached"),
        (7.8, 4.0, 3.9, 0, "target reached"),
        (3, 12, 3, 0, "where it began"),
    ],
)
def test_ends_of_the_way(baseline: float, target: float, now: float, tolerance: float, words: str) -> None:
    assert progress(indicator(baseline, target, at(now), tolerance=tolerance)) == words


@pytest.mark.parametrize(
    ("now", "words"),
    [(91, "kept within the tolerance"), (88, "kept within the tolerance"), (93, "outside the tolerance")],
)
def test_what_is_to_stay_is_kept_or_not(now: float, words: str) -> None:
    assert progress(indicator(90, 90, at(now), tolerance=2, direction="maintain")) == words


def test_a_nought_whose_note_says_that_the_figure_is_to_come_is_none() -> None:
    assert progress(indicator(14, 10, at(0, narrative="Figure comes at the end of the year"))) == b.Missing(
        "not yet reported"
    )
    assert progress(indicator(14, 10, at(0, narrative="No stop in the quarter"))) == "target reached"


def test_what_cannot_be_worked_out_says_why() -> None:
    assert progress(indicator(90, 90, at(91))) == b.Missing("cannot be worked out: target and baseline are both 90")
    assert progress(indicator(None, 12, at(3))) == b.Missing("cannot be worked out: no baseline figure")
    assert progress(indicator(0, None, at(3))) == b.Missing("cannot be worked out: no target figure")
    told = indicator(0, 12, {"on": "2026-01-01", "narrative": "Much better"})
    assert progress(told) == b.Quiet("told in words")
