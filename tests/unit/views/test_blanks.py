from __future__ import annotations

from typing import Any

from partnerkit.model.partnership.partnership import Partnership
from partnerkit.views.reading.blanks import EXPECTED, blank, state
from partnerkit.views.reading.stages import STAGES, position
from unit.model.reading import shape
from unit.views.records import SMALLEST


def partnership(**sections: Any) -> Partnership:
    return Partnership.model_validate(SMALLEST | sections)


def test_a_fresh_record_is_asked_for_no_more_than_its_stage() -> None:
    found = state(partnership())
    assert [expectation.key for expectation in found.blank] == [
        "scans", "needs", "opportunities", "opportunity-decision", "motives", "evidence",
    ]  # fmt: skip
    assert all(position(expectation.stage) > 1 for expectation in found.later)


def test_every_expectation_is_in_exactly_one_state() -> None:
    for stage in STAGES:
        found = state(partnership(stage=stage, not_applicable={"learners": "Staff only"}))
        every = [*found.held, *found.blank, *found.later, *found.excused]
        assert sorted(e.key for e in every) == sorted(e.key for e in EXPECTED)
        assert found.due == len(found.held) + len(found.blank)


def test_a_record_that_uses_the_whole_format_has_no_blank() -> None:
    whole = Partnership.model_validate(shape("partnership") | {"stage": "close"})
    found = state(whole)
    assert [expectation.key for expectation in found.blank] == ["motives"]  # the shape's second partner has none


def test_what_is_there_before_it_is_due_is_not_counted_as_due() -> None:
    found = state(partnership(risks=[{"id": "r", "event": "The bay closes"}]))
    assert "risks" in {expectation.key for expectation in found.later}


def test_a_blank_says_from_when_it_is_due() -> None:
    due, later = blank(partnership(), "scans"), blank(partnership(), "risks")
    assert due
    assert later
    assert (due.text, due.due) == ("The record holds no environment scan.", "due")
    assert (later.due, later.note) == ("later", "It is due from stage 3, plan.")


def test_what_does_not_apply_says_why() -> None:
    found = blank(partnership(stage="run", not_applicable={"learners": "Staff only"}), "learners")
    assert found
    assert (found.due, found.note) == ("excused", "The record says why: Staff only")


def test_what_is_there_is_no_blank() -> None:
    assert blank(partnership(scans=[{"id": "s", "on": "2025-05-03"}]), "scans") is None
