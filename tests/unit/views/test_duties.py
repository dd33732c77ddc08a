from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from partnerkit.model.partnership.partnership import Partnership
from partnerkit.views.reading.duties import Duty, badge, duties
from unit.views.records import SMALLEST

AS_OF = date(2026, 1, 10)


def found(**sections: Any) -> list[tuple[str, str]]:
    return [(duty.on.isoformat(), duty.kind) for duty in duties(Partnership.model_validate(SMALLEST | sections))]


ACTION = {"id": "a", "text": "Book the bay", "owner": "ivo", "due": "2026-01-09"}


def test_an_open_action_is_a_duty_and_a_settled_one_is_not() -> None:
    assert found(actions=[ACTION]) == [("2026-01-09", "action")]
    assert found(meetings=[{"id": "m", "on": "2025-12-01", "actions": [ACTION]}]) == [("2026-01-09", "action")]
    for settled in ({"status": "done"}, {"status": "dropped"}, {"done_on": "2026-01-02"}):
        assert found(actions=[ACTION | settled]) == []


def test_a_milestone_is_open_until_it_is_met() -> None:
    milestone = {"id": "m", "title": "Half tested", "due": "2026-02-01"}
    assert found(milestones=[milestone]) == [("2026-02-01", "milestone")]
    assert found(milestones=[milestone | {"status": "scheduled"}]) == [("2026-02-01", "milestone")]
    assert found(milestones=[milestone | {"met_on": "2026-01-30"}]) == []
    assert found(milestones=[milestone | {"status": "not-met"}]) == []


def test_an_objective_is_open_until_a_review_has_a_verdict_on_it() -> None:
    objective = {"id": "o", "statement": "Nine pass", "due": "2026-03-31"}
    review = {"id": "r", "on": "2026-04-02", "verdicts": [{"objective": "o", "verdict": "partly-met"}]}
    undue = {"id": "r", "on": "2026-04-02", "verdicts": [{"objective": "o", "verdict": "not-due"}]}
    assert found(objectives=[objective]) == [("2026-03-31", "objective")]
    assert found(objectives=[objective], reviews=[undue]) == [("2026-03-31", "objective")]
    assert found(objectives=[objective], reviews=[review]) == []


AGREEMENT = {"id": "m", "type": "mou", "ends": "2026-08-31", "review_on": "2026-06-01", "notice_days": 60}


def test_an_agreement_has_a_review_and_an_end() -> None:
    assert found(agreements=[AGREEMENT]) == [("2026-06-01", "agreement review"), ("2026-08-31", "agreement end")]


def test_an_agreement_that_renews_by_itself_has_a_last_day_for_notice() -> None:
    assert found(agreements=[AGREEMENT | {"renewal": "automatic"}]) == [
        ("2026-06-01", "agreement review"),
        ("2026-07-02", "notice"),
    ]


def test_an_agreement_that_was_replaced_has_no_dates() -> None:
    later = {"id": "n", "type": "mou", "supersedes": "m"}
    assert found(agreements=[AGREEMENT, later]) == []


def test_a_later_review_of_the_partnership_is_a_review_of_the_agreement() -> None:
    review = {"id": "r", "on": "2026-06-02"}
    assert found(agreements=[AGREEMENT], reviews=[review]) == [("2026-08-31", "agreement end")]


def test_notice_before_the_first_day_of_the_calendar_is_the_first_day() -> None:
    old = AGREEMENT | {"ends": "0001-01-02", "notice_days": 3660, "renewal": "automatic"}
    assert ("0001-01-01", "notice") in found(agreements=[old])


def test_risks_terms_controls_and_assessments_are_reviewed() -> None:
    assert found(
        bodies=[{"id": "b", "terms": {"review_on": "2026-05-01"}}],
        risks=[
            {
                "id": "r",
                "event": "The bay closes",
                "review_on": "2026-05-02",
                "controls": [{"text": "A second bay", "in_place": False, "due": "2026-05-03"}],
            },
            {"id": "s", "event": "It has passed", "review_on": "2026-05-02", "status": "closed"},
        ],
        health_and_safety=[
            {
                "id": "h",
                "review_on": "2026-05-04",
                "substances": [{"name": "Flux", "review_on": "2026-05-05"}],
                "equipment": [{"name": "Crane", "inspection_due": "2026-05-06"}],
                "insurance": {"expires": "2026-05-07"},
            }
        ],
    ) == [
        ("2026-05-01", "terms review"),
        ("2026-05-02", "risk review"),
        ("2026-05-03", "control"),
        ("2026-05-04", "health and safety review"),
        ("2026-05-05", "substance review"),
        ("2026-05-06", "inspection"),
        ("2026-05-07", "insurance"),
    ]


CONTROL = {"text": "A guard", "due": "2026-05-03"}


@pytest.mark.parametrize("control", [CONTROL, CONTROL | {"in_place": False}])
def test_a_control_is_a_duty_until_the_record_says_that_it_is_in_place(control: dict[str, Any]) -> None:
    def risk(control: dict[str, Any], status: str = "open") -> list[dict[str, Any]]:
        return [{"id": "r", "event": "The bay closes", "status": status, "controls": [control]}]

    def assessment(control: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"id": "h", "hazards": [{"hazard": "Saw", "controls": [control]}]}]

    expected = [("2026-05-03", "control")]
    assert found(risks=risk(control)) == found(health_and_safety=assessment(control)) == expected
    in_place = control | {"in_place": True}
    assert found(risks=risk(in_place)) == found(health_and_safety=assessment(in_place)) == []
    # Nobody waits for a control of what has passed.
    assert found(risks=risk(control, "closed")) == []


def test_a_recommendation_is_open_until_it_is_decided() -> None:
    def review(decision: str | None) -> list[dict[str, Any]]:
        recommendation = {"id": "c", "text": "Go on", "due": "2026-06-01"} | (
            {"decision": decision} if decision else {}
        )
        return [{"id": "r", "on": "2026-04-02", "recommendations": [recommendation]}]

    assert found(reviews=review(None)) == found(reviews=review("pending")) == [("2026-06-01", "recommendation")]
    assert found(reviews=review("accepted")) == []


def test_the_newest_review_of_a_learner_says_when_the_next_is() -> None:
    reviews = [{"on": "2025-12-01", "next_on": "2026-02-01"}, {"on": "2025-10-01", "next_on": "2025-12-01"}]
    learner = {"id": "welder-1", "reviews": reviews}
    assert found(learners=[learner]) == [("2026-02-01", "learner review")]
    assert found(learners=[learner | {"completed_on": "2026-01-05"}]) == []


def test_the_newest_contact_says_when_the_next_is() -> None:
    contacts = [
        {"id": "c2", "on": "2025-12-01", "stakeholder": "s"},
        {"id": "c1", "on": "2025-10-01", "stakeholder": "s", "next_on": "2025-11-01"},
        {"id": "c3", "on": "2025-10-01", "stakeholder": "t", "next_on": "2026-02-01"},
    ]
    assert found(stakeholders=[{"id": "s"}, {"id": "t"}], contacts=contacts) == [("2026-02-01", "contact")]


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_a_partnership_that_has_ended_has_no_open_dates(status: str) -> None:
    assert found(actions=[ACTION], status=status) == []


@pytest.mark.parametrize(
    ("on", "kind", "words", "tone"),
    [
        (date(2025, 12, 31), "action", "10 days overdue", "alert"),
        (date(2026, 1, 9), "action", "1 day overdue", "alert"),
        (date(2026, 1, 9), "agreement end", "1 day ago", "alert"),
        (date(2026, 1, 10), "action", "today", "caution"),
        (date(2026, 1, 11), "action", "in 1 day", "note"),
        (date(2026, 2, 9), "action", "in 30 days", "note"),
        (date(2026, 2, 10), "action", "in 31 days", "plain"),
        (date.max, "action", "in 2912433 days", "plain"),
    ],
)
def test_a_day_is_said_by_how_far_off_it_is(on: date, kind: str, words: str, tone: str) -> None:
    shown = badge(on, AS_OF, kind)
    assert (shown.text, shown.tone) == (words, tone)


def test_a_duty_is_overdue_the_day_after() -> None:
    duty = Duty(AS_OF, "action", "x", "y")
    assert not duty.overdue(AS_OF)
    assert duty.overdue(date(2026, 1, 11))
