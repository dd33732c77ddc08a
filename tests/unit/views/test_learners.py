"""The page of learners: what is due by when, what counts as kept, and that nobody's data are shown to the public."""

from __future__ import annotations

from typing import Any

import pytest

from partnerkit.audience.redaction import redacted
from partnerkit.render.inline import text_of
from partnerkit.views import blocks as b
from partnerkit.views.learners import pages
from unit.views.reading_pages import assert_well_formed, judged, listed_in, page_of, plain, rows_of, text
from unit.views.records import all_blocks, context, fullest, welding

# The page speaks of 10 January 2026.
ALL_SIGNED = {"learner": "2025-09-01", "employer": "2025-09-01", "provider": "2025-09-02"}
BEGUN = {"id": "welder-1", "manager": "yard/ivo", "started_on": "2025-09-08"}
ENDED = {"id": "welder-2", "manager": "yard/ivo", "started_on": "2025-01-06"}
NINE = (
    "time", "consistency", "curriculum_input", "assignment_topics", "consultation", "mentoring", "challenge",
    "attendance", "impact_review",
)  # fmt: skip


def at(stage: str = "run", *learners: dict[str, Any], **sections: Any) -> b.Page:
    return page_of(pages, stage=stage, learners=list(learners), **sections)


def agenda(page: b.Page) -> list[tuple[str, str, str]]:
    found = [block for block in all_blocks(page) if isinstance(block, b.Agenda)]
    return [(e.on.isoformat(), text_of(e.what), e.state.text) for one in found for e in one.entries]


def test_a_record_without_learners_says_from_when_they_are_due() -> None:
    page = at("plan")
    assert text_of(page.verdict) == "The record holds no learner's plan."
    assert "It is due from stage 5, run." in text(page)
    assert_well_formed(page)


def test_learners_are_counted_by_where_they_stand() -> None:
    later = {"id": "welder-3", "started_on": "2026-02-02"}
    page = at("run", BEGUN, ENDED | {"completed_on": "2025-12-19"}, later)
    assert text_of(page.verdict).startswith("3 learners: 1 under way, 1 completed and 1 not begun.")


def test_a_review_is_due_by_the_day_agreed_and_by_the_rules() -> None:
    review = {"on": "2025-11-03", "next_on": "2026-01-05", "planned_hours": 60, "actual_hours": 52}
    page = at("run", BEGUN | {"reviews": [review]})
    assert rows_of(page, "Reviews of progress, the next") == [
        ["Welder 1", "1", "3 Nov 2025", "52 of 60 hours", "5 Jan 2026 5 days overdue", "3 Feb 2026 in 24 days"]
    ]
    assert agenda(page) == [("2026-01-05", "Progress review: Welder 1", "5 days overdue")]
    assert "1 of 1 awaited review of progress is overdue." in text_of(page.verdict)


def test_an_interval_agreed_in_a_contract_with_its_evidence_counts() -> None:
    contract = {"review_days": 28, "evidence": ["e"]}
    evidence = [{"id": "e", "title": "Contract", "type": "agreement"}]
    page = at("run", BEGUN | {"contract": contract, "reviews": [{"on": "2025-12-01"}]}, evidence=evidence)
    assert rows_of(page, "Reviews of progress, the next")[0][4:] == ["no date", "29 Dec 2025 12 days overdue"]


def test_the_first_review_is_due_from_the_first_day() -> None:
    page = at("run", BEGUN)
    assert rows_of(page, "Reviews of progress, the next") == [
        ["Welder 1", "0", "none held", "not recorded", "no date", "8 Dec 2025 33 days overdue"]
    ]


def test_a_review_that_is_planned_is_not_held() -> None:
    page = at("run", BEGUN | {"started_on": "2026-01-05", "reviews": [{"on": "2026-02-02", "next_on": "2026-03-02"}]})
    assert rows_of(page, "Reviews of progress, the next")[0][1:5] == [
        "0", "none held", "not recorded", "2 Feb 2026 in 23 days",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("completed", "looked", "state", "rate"),
    [
        ("2025-09-01", "2025-10-01", "in time", "The one look at the effect that was due came between 30 and 90"),
        ("2025-09-01", "2025-09-30", "too early", "The one look at the effect that was due did not come between"),
        ("2025-09-01", "2025-11-30", "in time", "The one look at the effect that was due came between 30 and 90"),
        ("2025-09-01", "2025-12-01", "too late", "The one look at the effect that was due did not come between"),
        ("2025-10-11", None, "1 day overdue", "The one look at the effect that was due did not come between"),
        ("2025-10-12", None, "today", ""),
        ("2025-12-11", None, "in 60 days", ""),
        ("2025-12-12", None, "opens in 1 day", ""),
        ("2025-12-12", "2026-01-20", "opens in 1 day", ""),
    ],
)
def test_the_effect_is_looked_at_within_a_window(completed: str, looked: str | None, state: str, rate: str) -> None:
    seen = {"impact_review": {"on": looked}} if looked else {}
    page = at("review", ENDED | {"completed_on": completed} | seen)
    (row,) = rows_of(page, "When the effect at work")
    assert row[4] == state
    assert (rate in text_of(page.verdict)) if rate else ("look at the effect" not in text_of(page.verdict))


def test_the_hit_rate_leaves_out_what_is_not_due_yet() -> None:
    done = {"completed_on": "2025-09-01"}
    page = at(
        "review",
        ENDED | done | {"id": "a", "impact_review": {"on": "2025-10-15"}},
        ENDED | done | {"id": "b"},
        ENDED | {"id": "c", "completed_on": "2026-01-05"},
    )
    assert "1 of the 2 looks at the effect that were due came between 30 and 90 days after the end." in text(page)
    assert [entry for entry in agenda(page) if "Effect" in entry[1]] == [
        ("2025-11-30", "Effect at work to be looked at: B", "41 days overdue"),
        ("2026-04-05", "Effect at work to be looked at: C", "in 85 days"),
    ]


def test_commitments_are_counted_by_what_is_due() -> None:
    kept = dict.fromkeys(NINE[:3], "2025-10-01")
    page = at(
        "run",
        BEGUN | {"support": kept | {"mentoring": "2026-03-01"}},
        ENDED | {"completed_on": "2025-12-19", "support": dict.fromkeys(NINE, "2025-12-01")},
        {"id": "welder-3", "started_on": "2026-02-02"},
    )
    (grid,) = [block for block in all_blocks(page) if isinstance(block, b.Grid)]
    assert [row.total for row in grid.rows] == ["3 of 8", "9 of 9", "0 of 0"]
    assert [cell.text for cell in grid.rows[0].cells if cell] == ["kept"] * 3 + ["open"] * 5 + ["later"]
    assert {cell.text for cell in grid.rows[2].cells if cell} == {"later"}
    assert [column.total for column in grid.columns][-1] == "1 of 1"
    assert rows_of(page, "What each manager has kept") == [
        [
            "Ivo Brandt (Welding Foreman, Northquay Shipyard)", "2", "12 of 17",
            "Assignments (1), consultation (1), mentoring (1), challenge (1) and attendance (1)",
        ],
        ["no manager named", "1", "none due yet", "none"],
    ]  # fmt: skip


def test_contracts_count_when_all_three_have_signed() -> None:
    half = {"contract": {"hours_per_week": 6, "signed": {"learner": "2025-09-01"}}}
    page = at(
        "run",
        BEGUN | {"contract": {"signed": ALL_SIGNED}, "discussed_on": "2025-08-28"},
        ENDED | half,
        {"id": "adult", "started_on": "2025-09-08"},
    )
    assert "1 of 2 contracts is signed by all three." in text_of(page.verdict)
    assert rows_of(page, "What was agreed")[1:] == [
        [
            "Welder 2", "no talk recorded / with Ivo Brandt", "not recorded",
            "6 hours a week for learning / signed by the learner 1 Sep 2025; no signature of the employer or provider",
        ],
        ["Adult", "no talk recorded", "not recorded", "not recorded"],
    ]  # fmt: skip


def test_a_placement_shows_its_hours_and_where_it_is() -> None:
    placed = {"placement": {"type": "t-level", "planned_hours": 320, "actual_hours": 140, "employers": ["yard"]}}
    page = at("run", BEGUN | placed)
    assert rows_of(page, "Placements") == [
        ["Welder 1", "T Level", "140 of 320 hours", "Northquay Shipyard", "nobody named", "none named"]
    ]
    (section,) = [one for one in page.sections if one.anchor == "placements"]
    assert plain(section.summary) == "140 of 320 hours in 1 placement"


def test_no_section_of_placements_without_a_placement() -> None:
    assert "placements" not in {section.anchor for section in at("run", BEGUN).sections}


def test_learners_with_the_same_days_share_a_bar() -> None:
    alike = [BEGUN | {"id": f"w{i}", "activity": "course"} for i in range(3)]
    course = {"id": "course", "title": "Course", "start": "2025-09-08", "end": "2025-12-19"}
    page = at("run", *alike, ENDED | {"completed_on": "2025-12-19"}, activities=[course])
    (line,) = [block for block in all_blocks(page) if isinstance(block, b.Timeline)]
    assert [(text_of(row.label), row.state.text if row.state else "") for row in line.rows] == [
        ("3 learners", "under way, past the planned end"),
        ("Welder 2", "completed"),
    ]


def test_what_the_rules_find_is_counted_above_and_told_below() -> None:
    page = at("run", BEGUN | {"contract": {"hours_per_week": 6, "signed": {}}})
    assert listed_in(page, "missing") == [
        "2 things to mend in what was agreed with learners",
        "1 thing to mend in the reviews of progress",
    ]
    assert listed_in(page, "agreed") == [
        "No talk between Ivo Brandt and welder 1 is recorded.",
        "The contract of welder 1 is not recorded as signed by the learner, the employer or the provider.",
    ]


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_nothing_is_awaited_in_a_partnership_that_has_ended(status: str) -> None:
    page = at("close", BEGUN, ENDED | {"completed_on": "2025-09-01"}, status=status)
    assert agenda(page) == []
    assert f"The partnership is {status}: nothing is due, and nothing is overdue." in text(page)
    assert [row[4] for row in rows_of(page, "When the effect")] == ["not looked at"]


def test_the_public_is_told_that_learner_data_are_withheld() -> None:
    held = redacted(welding(stage="run", learners=[BEGUN]), "public").workspace
    page = page_of(pages, held=held, told=judged(held, audience="public"))
    assert text_of(page.verdict) == "Learner data of this partnership are withheld from the readers of this page."
    assert "Welder 1" not in text(page)
    assert page.sections == ()


def test_partners_read_pseudonyms_and_not_what_is_said_of_them() -> None:
    said = {"performance": "Fewer repairs", "impact_review": {"on": "2025-10-15", "result": "Much calmer"}}
    learner = ENDED | said | {"completed_on": "2025-09-01", "outcomes": ["Overhead welds"]}
    held = redacted(welding(stage="review", learners=[learner]), "partners").workspace
    page = page_of(pages, held=held, told=judged(held, audience="partners"))
    assert "Overhead welds" in text(page)
    assert "Fewer repairs" not in text(page)
    assert rows_of(page, "When the effect at work")[0][3:] == ["15 Oct 2025", "in time", "withheld"]


def test_without_judgement_no_day_is_made_up() -> None:
    page = page_of(pages, told=context(), stage="run", learners=[BEGUN, ENDED | {"completed_on": "2025-09-01"}])
    assert rows_of(page, "Reviews of progress, the next")[0][4:] == ["no date", "cannot be told"]
    assert rows_of(page, "When the effect") == []
    assert_well_formed(page)


def test_every_field_of_the_format_is_shown_well_formed() -> None:
    assert_well_formed(page_of(pages, held=fullest()))


@pytest.mark.parametrize("words", ["לרתך מעל הראש", "W" * 400, "<b>bold</b> | pipe"])
def test_hard_words_keep_the_page_whole(words: str) -> None:
    assert_well_formed(at("run", BEGUN | {"cohort": words, "outcomes": [words], "performance": words}))


def test_five_hundred_learners_make_a_page_that_can_be_opened() -> None:
    review = {"on": "2025-11-03", "next_on": "2026-01-05", "planned_hours": 60, "actual_hours": 52}
    learners = [
        BEGUN | {"id": f"w{i}", "reviews": [review], "contract": {"signed": {}}, "placement": {"type": "t-level"}}
        for i in range(500)
    ]
    page = at("run", *learners)
    assert_well_formed(page)
    assert "Shown are the first 80 of 500 learners" in text(page)
    assert text_of(page.verdict).startswith("500 learners: 500 under way. 500 of 500 awaited reviews")
