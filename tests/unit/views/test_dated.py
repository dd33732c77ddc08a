"""The list of everything dated: what is in it, what is asked for next, and by what an entry is known again."""

from __future__ import annotations

from datetime import date
from typing import Any

from partnerkit.views.dated import Dated, dated
from partnerkit.views.making import dossiers
from unit.views.records import context, welding


def entries(as_of: date = date(2026, 1, 10), **sections: Any) -> tuple[Dated, ...]:
    (d,) = dossiers(welding(**sections), context(as_of))
    return dated(d)


def told(found: tuple[Dated, ...]) -> list[tuple[str, str, str]]:
    return [(one.first.isoformat(), one.key, one.state) for one in found]


STEERING = {"id": "steering", "title": "Steering group", "cadence_days": 90, "chair": "yard/ivo"}


def test_a_body_is_to_meet_again_after_its_interval() -> None:
    meetings = [{"id": "m-1", "on": "2025-11-01"}, {"id": "m-2", "on": "2025-12-01"}]
    found = entries(bodies=[STEERING], meetings=meetings)
    assert told(found) == [
        ("2025-11-01", "meetings-m-1-meeting", ""),
        ("2025-12-01", "meetings-m-2-meeting", ""),
        ("2026-03-01", "bodies-steering-next-meeting", ""),
    ]
    assert found[-1].who == ("yard/ivo",)


def test_a_body_whose_next_meeting_is_recorded_is_not_asked_for_another() -> None:
    found = entries(bodies=[STEERING], meetings=[{"id": "m-1", "on": "2026-02-01"}])
    assert [one.kind for one in found] == ["meeting"]


def objective(**indicator: Any) -> dict[str, Any]:
    return {
        "id": "obj", "statement": "Nine welders coded", "agreed_on": "2025-10-01",
        "indicators": [{"id": "coded", "title": "Coded welders", "frequency_days": 30} | indicator],
    }  # fmt: skip


def test_the_next_figure_is_due_after_the_interval_and_at_the_latest_on_the_day_of_the_target() -> None:
    assert told(entries(objectives=[objective()])) == [("2025-10-31", "indicators-coded-indicator-figure", "")]
    reported = [{"on": "2025-12-31", "value": 4}]
    (figure,) = entries(objectives=[objective(actuals=reported, target={"value": 9, "on": "2026-01-15"})])
    assert figure.first == date(2026, 1, 15)
    last = [{"on": "2026-01-09", "value": 9}]
    assert entries(objectives=[objective(actuals=last, target={"value": 9, "on": "2026-01-09"})]) == ()


def test_what_is_settled_says_how_and_what_is_dropped_is_off() -> None:
    actions = [
        {"id": "a-1", "text": "Order plates", "due": "2026-01-05", "status": "done"},
        {"id": "a-2", "text": "Order rods", "due": "2026-01-06", "status": "dropped"},
        {"id": "a-3", "text": "Book the bay", "due": "2026-01-07"},
    ]
    found = entries(actions=actions)
    assert [(one.state, one.is_off) for one in found] == [("done", False), ("dropped", True), ("", False)]


def test_in_a_partnership_that_is_closed_what_was_open_is_off_and_what_took_place_is_not() -> None:
    actions = [
        {"id": "a-1", "text": "Order plates", "due": "2026-01-05", "status": "done"},
        {"id": "a-2", "text": "Order rods", "due": "2026-01-06"},
    ]
    found = entries(status="closed", bodies=[STEERING], meetings=[{"id": "m-1", "on": "2025-12-01"}], actions=actions)
    assert [(one.key, one.state, one.is_off) for one in found] == [
        ("meetings-m-1-meeting", "", False),
        ("actions-a-1-action", "done", False),
        ("actions-a-2-action", "partnership closed", True),
        ("bodies-steering-next-meeting", "partnership closed", True),
    ]


def test_an_activity_lasts_from_its_first_day_to_its_last() -> None:
    (found,) = entries(activities=[{"id": "course", "title": "Course", "start": "2026-02-02", "end": "2026-03-06"}])
    assert (found.first, found.last, found.is_occasion) == (date(2026, 2, 2), date(2026, 3, 6), True)


def test_an_excuse_ends_on_its_last_day() -> None:
    excuse = {"rule": "single-point-of-contact", "reason": "Mae is away", "by": "college/mae", "until": "2026-04-30"}
    assert told(entries(suppress=[excuse])) == [("2026-04-30", "suppress-single-point-of-contact--excuse", "")]


def test_keys_stay_when_a_record_is_put_in_another_order_and_differ_where_an_item_has_several_dates_of_a_kind() -> None:
    substances = [{"name": name, "review_on": "2026-05-01"} for name in ("Flux", "Argon", "Flux")]
    equipment = [{"name": "Torch", "inspection_due": "2026-05-02"}]
    assessment = {"id": "hs", "substances": substances, "equipment": equipment, "review_on": "2026-05-03"}
    found = entries(health_and_safety=[assessment])
    turned = entries(health_and_safety=[assessment | {"substances": substances[::-1]}])
    assert {one.key for one in found} == {
        "health-and-safety-hs-substance-review-Flux",
        "health-and-safety-hs-substance-review-Flux-2",
        "health-and-safety-hs-substance-review-Argon",
        "health-and-safety-hs-inspection-Torch",
        "health-and-safety-hs-health-and-safety-review",
    }
    assert {one.key for one in turned} == {one.key for one in found}
