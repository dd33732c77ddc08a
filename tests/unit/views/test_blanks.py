from __future__ import annotations

from typing import Any

from partnerkit.audience.redaction import redacted
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.views import blocks as b
from partnerkit.views.reading.blanks import EXPECTED, blank, optional, state
from partnerkit.views.reading.gaps import counted_in, gap, optional_gap
from partnerkit.views.reading.stages import STAGES, position
from unit.model.reading import shape
from unit.views.records import SMALLEST, welding


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
        every = [*found.held, *found.blank, *found.later, *found.excused, *found.withheld]
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


def test_what_is_withheld_is_neither_there_nor_blank() -> None:
    sections: dict[str, Any] = {
        "stage": "activate",
        "meetings": [{"id": "m", "on": "2026-01-01"}],
        "opportunities": [{"id": "o", "finding": "A bay"}],
    }
    before = state(partnership(**sections))
    shown = redacted(welding(**sections), "public").workspace.partnerships[0].part
    assert isinstance(shown, Partnership)
    after = state(shown)
    assert [expectation.key for expectation in after.withheld] == [
        "opportunities", "opportunity-decision", "meetings", "actions",
    ]  # fmt: skip
    assert (before.due - after.due, len(before.held) - len(after.held), len(before.blank) - len(after.blank)) == (
        4,
        2,
        2,
    )
    assert blank(shown, "actions") == b.Blank(
        "Action: what the record holds here is not for the readers of this page.", "withheld"
    )
    assert blank(shown, "risks") == blank(partnership(**sections), "risks")
    assert optional(shown, {"meetings": "minutes", "value": "value"}) == (
        b.Blank("Value.", "optional"),
        b.Blank("Minutes: what the record holds here is not for the readers of this page.", "withheld"),
    )


def test_a_gap_says_whether_a_value_is_missing_or_withheld() -> None:
    sections: dict[str, Any] = {"activities": [{"id": "a", "title": "Welding", "needs": ["n"]}], "needs": [{"id": "n"}]}
    shown = redacted(welding(**sections), "public").workspace.partnerships[0].part
    assert isinstance(shown, Partnership)
    assert gap(shown.activities[0], "needs") == b.Missing("withheld")
    assert gap(shown.activities[0], "owner", "nobody") == b.Missing("nobody")
    assert (optional_gap(shown.activities[0], "needs"), optional_gap(shown, "scans")) == (b.Missing("withheld"), None)
    assert (counted_in(shown, "needs", "need"), counted_in(shown, "scans", "scan")) == ("needs withheld", "no scans")
    assert counted_in(shown, "activities", "activity", "activities") == "1 activity"
