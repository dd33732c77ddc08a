"""The page of training needs: what counts as served, what is asked for next, and what is told of the gap."""

from __future__ import annotations

from typing import Any

import pytest

from partnerkit.audience.redaction import redacted
from partnerkit.render.inline import text_of
from partnerkit.views import blocks as b
from partnerkit.views.needs import pages
from unit.views.reading_pages import assert_well_formed, judged, listed_in, page_of, rows_of, text
from unit.views.records import all_blocks, context, fullest, welding

WIDE = {"id": "wide", "statement": "Fewer failed welds", "level": "organisation", "driver": "yard/welders"}
NEAR = {
    "id": "near",
    "level": "team",
    "group": "Bay two",
    "required": {"level": "Welds overhead unaided"},
    "current": {"level": "Welds flat only", "method": "skills-test", "on": "2026-01-05"},
    "cause": "skill",
    "trainable": True,
    "population": 9,
}
COURSE = {"id": "course", "title": "Overhead welding", "needs": ["near"]}


def at(stage: str, **sections: Any) -> b.Page:
    return page_of(pages, stage=stage, **sections)


def states(page: b.Page) -> dict[str, tuple[str, str]]:
    return {row[0]: (row[3], row[4]) for row in rows_of(page, "Training needs, from the organisation")}


def test_a_record_without_needs_says_so_and_that_one_is_due() -> None:
    page = at("identify")
    assert text_of(page.verdict) == "The record holds no training need."
    assert listed_in(page, "missing") == ["No training need, due from stage 1, identify"]
    assert listed_in(page, "next") == [
        "Ask what people must be able to do and what they can do today, and record the gap as a need."
    ]
    assert_well_formed(page)


def test_needs_stand_from_the_widest_level_to_the_nearest() -> None:
    unplaced = {"id": "loose", "statement": "Somewhere"}
    page = at("plan", needs=[unplaced, NEAR, WIDE], activities=[COURSE])
    assert list(states(page)) == ["Fewer failed welds", "Welds overhead unaided", "Somewhere"]
    assert "1 need without a level stands last." in text(page)
    assert "No need is recorded of a department, individuals or an occupation." in text(page)


def test_a_need_is_served_by_the_activities_that_name_it() -> None:
    page = at("plan", needs=[WIDE, NEAR], activities=[COURSE])
    assert text_of(page.verdict) == (
        "2 training needs at 2 levels, 1 served, 1 not. No way to meet any of them was chosen yet."
        " None is recorded as asked for by law or as a matter of safety."
    )
    assert states(page) == {
        "Fewer failed welds": ("not served", "no activity"),
        "Welds overhead unaided": ("served", "Overhead welding"),
    }
    assert listed_in(page, "next")[0] == "Plan an activity for: Fewer failed welds"


def test_before_the_stage_plan_nothing_is_called_unserved() -> None:
    page = at("agree", needs=[NEAR])
    assert states(page) == {"Welds overhead unaided": ("not planned yet", "no activity")}
    assert text_of(page.verdict).startswith("1 training need at 1 level, none planned for yet.")
    assert listed_in(page, "next") == ["Compare ways to meet it, and choose one: Welds overhead unaided"]


def test_what_the_law_asks_for_comes_first_and_cannot_wait() -> None:
    law = {"id": "law", "statement": "Slinging", "level": "team", "priority": {"legal": True, "safety": True}}
    page = at("plan", needs=[WIDE, law])
    assert states(page)["Slinging"] == ("not served, and cannot wait", "no activity")
    assert listed_in(page, "next")[0] == "Plan an activity for: Slinging (the law asks for it and safety depends on it)"
    assert "1 need cannot wait, because of the law or of safety: 1 of them is without an answer." in text(page)
    assert "These cannot wait" in text(page)


def test_an_answer_without_training_serves_a_need_without_an_activity() -> None:
    option = {"type": "not-training", "title": "A second crane", "decision": "selected"}
    law = {"id": "law", "statement": "Slinging", "level": "team", "priority": {"legal": True}, "options": [option]}
    page = at("plan", needs=[law])
    assert states(page) == {"Slinging": ("answered without training", "no activity")}
    assert text_of(page.verdict) == (
        "1 training need at 1 level, served. A way to meet it was chosen."
        " 1 need cannot wait, because of the law or of safety: none of them are without an answer."
    )
    assert rows_of(page, "What was chosen") == [
        ["Slinging", "A second crane (no training)", "not judged", "no other way compared", "not recorded"]
    ]


def test_the_gap_shows_both_ends_how_it_is_known_and_why() -> None:
    page = at("plan", needs=[NEAR, WIDE])
    assert rows_of(page, "What is required") == [
        ["Fewer failed welds / what is required is not recorded", "not recorded", "not recorded", "not recorded"],
        ["Welds overhead unaided", "Welds flat only", "Skills test on 5 Jan 2026", "Skill; training can close it"],
    ]
    (figures,) = [block for block in page.opening if isinstance(block, b.Figures)]
    assert ("1 of 2", "with today's level measured") in [(figure.value, figure.label) for figure in figures.figures]


def test_rejected_ways_stay_and_open_ones_are_to_be_decided() -> None:
    options = [
        {"type": "coaching", "decision": "rejected"},
        {"type": "shadowing", "decision": "open"},
        {"type": "in-house"},
    ]
    page = at("plan", needs=[NEAR | {"options": options}], activities=[COURSE])
    assert rows_of(page, "What was chosen") == [
        ["Welds overhead unaided", "nothing chosen yet", "none", "Coaching / 2 ways not decided", "not recorded"]
    ]
    assert listed_in(page, "next") == ["Decide between the ways: 3 ways compared, for: Welds overhead unaided"]


def test_the_line_leads_from_the_priority_to_the_objective() -> None:
    objective = {"id": "o", "statement": "Nine pass"}
    page = at(
        "plan",
        needs=[NEAR | {"driver": "yard/welders"}],
        objectives=[objective],
        activities=[COURSE | {"objectives": ["o"]}],
    )
    (line,) = [block for block in all_blocks(page) if isinstance(block, b.Network)]
    assert [(node.kind, node.label) for node in line.nodes] == [
        ("Priority", "Nine coded welders"),
        ("Training need", "Welds overhead unaided"),
        ("Activity", "Overhead welding"),
        ("Objective", "Nine pass"),
    ]
    assert [(edge.source, edge.target) for edge in line.edges] == [
        ("priorities/yard/welders", "needs/near"),
        ("needs/near", "activities/course"),
        ("activities/course", "objectives/o"),
    ]


def test_impact_and_feasibility_are_drawn_only_where_they_are_recorded() -> None:
    rated = NEAR | {"priority": {"impact": 5, "feasibility": 4}}
    (drawn,) = [one for one in all_blocks(at("plan", needs=[rated, WIDE])) if isinstance(one, b.Scatter)]
    assert [(dot.x, dot.y) for dot in drawn.dots] == [(None, None), (4, 5)]
    blank = [one.text for one in all_blocks(at("plan", needs=[WIDE])) if isinstance(one, b.Blank)]
    assert "Impact and feasibility of the needs." in blank


def test_what_the_rules_find_is_said_once_and_linked() -> None:
    page = at(
        "plan",
        needs=[NEAR | {"cause": "process", "current": {"level": "Slow"}}],
        activities=[COURSE | {"type": "co-delivery"}],
    )
    assert listed_in(page, "missing") == [
        "Welds overhead unaided: the record does not say how or when it was found out what they can do today.",
        "No need is recorded for an organisation or a department as a whole.",
        "No priority is named behind 1 need",
        "1 thing to mend in how the needs are met",
    ]
    assert listed_in(page, "cascade") == [
        "Welds overhead unaided: this gap comes from the process, and training is all that is recorded in answer."
    ]


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_nothing_is_asked_of_a_partnership_that_has_ended(status: str) -> None:
    page = at("close", status=status, needs=[WIDE])
    assert f"The partnership is {status}: nothing more is planned for its needs." in text(page)
    assert states(page) == {"Fewer failed welds": ("not served", "no activity")}


def test_the_public_is_told_that_needs_are_withheld_and_nothing_of_them() -> None:
    held = redacted(welding(stage="plan", needs=[NEAR]), "public").workspace
    page = page_of(pages, held=held, told=judged(held, audience="public"))
    assert text_of(page.verdict) == (
        "The training needs of this partnership are withheld from the readers of this page."
    )
    assert "overhead" not in text(page)
    assert "not recorded" not in text(page)


def test_partners_read_what_the_needs_are() -> None:
    held = redacted(welding(stage="plan", needs=[NEAR]), "partners").workspace
    page = page_of(pages, held=held, told=judged(held, audience="partners"))
    assert "Welds overhead unaided" in text(page)


def test_without_judgement_the_page_still_counts_what_is_served() -> None:
    page = page_of(pages, told=context(), stage="plan", needs=[WIDE, NEAR], activities=[COURSE])
    assert states(page)["Fewer failed welds"] == ("not served", "no activity")
    assert "to mend" not in text(page)


def test_every_field_of_the_format_is_shown_well_formed() -> None:
    held = fullest()
    assert_well_formed(page_of(pages, held=held))


@pytest.mark.parametrize("words", ["אאא צריך לרתך מעל הראש", "W" * 400, "<b>bold</b> | pipe"])
def test_hard_words_keep_the_page_whole(words: str) -> None:
    need = NEAR | {"statement": words, "options": [{"type": "coaching", "title": words}]}
    assert_well_formed(at("plan", needs=[need], activities=[COURSE]))


def test_five_hundred_needs_make_a_page_that_can_be_opened() -> None:
    needs = [NEAR | {"id": f"n{i}", "statement": f"Need number {i}", "priority": {"legal": True}} for i in range(500)]
    page = at("plan", needs=needs)
    assert_well_formed(page)
    assert "Shown are the first 80 of 500 needs; all of them are on the partnership's own page." in text(page)
