"""The review page: what was sealed against what came of it, and that page and score say the same."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from partnerkit.app.score import scoring_of
from partnerkit.audience.redaction import redacted
from partnerkit.model.configuration import Configuration
from partnerkit.model.partnership.objectives import Objective
from partnerkit.model.sealing import lock_data
from partnerkit.render import html, markdown
from partnerkit.rubric.outcome_achievement import points
from partnerkit.rubric.subject import Look
from partnerkit.views import blocks as b
from partnerkit.views import review
from partnerkit.workspace.workspace import Workspace
from unit.model.reading import shape
from unit.render.outline import outline
from unit.render.samples import TEMPLATES
from unit.views.records import AS_OF, all_blocks, context, fullest, welding

SCORING = scoring_of(Configuration.model_validate({"format": 1}), AS_OF)
MEETINGS = [{"id": "m-1", "on": "2025-10-01", "body": "steering"}]


def page(held: Workspace) -> b.Page:
    (made,) = review.pages(held, context(scoring=SCORING))
    return made


def text(made: b.Page) -> str:
    return re.sub(r"\s+", " ", outline(html.render(made, TEMPLATES)).text)


def verdict(made: b.Page) -> str:
    return re.sub(r"[*\\]", "", markdown.render(made, TEMPLATES).split("\n\n")[2])


def objective(target: float = 9, actual: float | None = 6, **more: Any) -> dict[str, Any]:
    return {
        "id": "coded",
        "statement": "Nine welders are coded",
        "due": "2025-12-31",
        "indicators": [
            {
                "id": "passed",
                "unit": "welders",
                "direction": "increase",
                "baseline": {"value": 0, "on": "2025-06-01"},
                "target": {"value": target, "on": "2025-12-31"},
                "actuals": [{"on": "2025-12-20", "value": actual, "status": "final"}] if actual is not None else [],
            }
        ],
        **more,
    }


def sealed(**more: Any) -> dict[str, Any]:
    """What was sealed with a target of nine; `more` is what stands there today."""
    was = objective()
    lock = lock_data(Objective.model_validate(was), date(2025, 8, 1), "mae")
    return {**objective(**more), "locked": json.loads(json.dumps(lock, default=str))}


def reviewed(**more: Any) -> dict[str, Any]:
    return {"id": "rev", "on": "2026-01-05", **more}


def badges(made: b.Page) -> list[list[str]]:
    items = (block for block in all_blocks(made) if isinstance(block, b.Item) and block.kind == "Objective")
    return [[badge.text for badge in item.badges] for item in items]


def measures(made: b.Page) -> list[b.Measure]:
    return [one for block in all_blocks(made) if isinstance(block, b.Progress) for one in block.measures]


def section(made: b.Page, anchor: str) -> str:
    (found,) = (one for one in made.sections if one.anchor == anchor)
    return text(b.Page("p", "T", "K", "W", "", made.stamp, (), (found,)))


# ---------------------------------------------------------------------- what was sealed


def test_what_still_is_as_sealed_is_said_to_be() -> None:
    made = page(welding(stage="review", objectives=[sealed()]))
    assert badges(made) == [["no verdict yet", "as sealed"]]
    assert "Nothing that was sealed was changed without approval." in verdict(made)
    assert "Nothing that was sealed has been changed." in section(made, "changes")
    assert not [block for block in made.opening if isinstance(block, b.Callout)]


def test_a_target_lowered_without_approval_is_said_first_and_does_not_count() -> None:
    made = page(welding(stage="review", objectives=[sealed(target=6)]))
    assert badges(made) == [["no verdict yet", "changed, not approved"]]
    assert "1 objective changed since the seal without approval." in verdict(made)
    first = made.opening[0]
    assert isinstance(first, b.Callout)
    assert (first.tone, first.title) == ("alert", "1 objective changed without approval")
    (measure,) = measures(made)
    # Six of six would be met; six of the nine that were sealed is behind.
    assert (measure.target, measure.actual) == (9, 6)
    assert measure.state == b.Badge("behind", "caution")
    shown = section(made, "changes")
    assert "What was sealed: Nine welders are coded" in shown
    assert "changed: target" in shown


def test_a_change_with_approval_counts_and_says_who_why_and_where() -> None:
    change = {"on": "2025-10-02", "by": "mae", "what": "Six for nine", "why": "Three left", "approved_in": "m-1"}
    made = page(welding(stage="review", meetings=MEETINGS, objectives=[sealed(target=6, changed=[change])]))
    assert badges(made) == [["no verdict yet", "changed with approval"]]
    (measure,) = measures(made)
    assert (measure.target, measure.state) == (6, b.Badge("met", "good"))
    shown = section(made, "changes")
    for words in ("Six for nine", "Three left", "Mae Lund", "Meeting: steering on 1 Oct 2025"):
        assert words in shown
    assert "Nothing that was sealed was changed without approval." in verdict(made)


def test_a_change_that_no_meeting_approved_is_marked_where_the_meeting_would_stand() -> None:
    change = {"on": "2025-10-02", "by": "mae", "what": "Six for nine"}
    shown = section(page(welding(stage="review", objectives=[sealed(target=6, changed=[change])])), "changes")
    assert "no reason given" in shown
    assert "not approved" in shown


def test_a_copy_that_was_changed_is_no_proof_and_said_to_be_none() -> None:
    held = sealed()
    held["locked"]["agreed"]["due"] = "2027-01-01"
    made = page(welding(stage="review", objectives=[held]))
    assert badges(made) == [["no verdict yet", "copy of what was sealed was changed"]]
    first = made.opening[0]
    assert isinstance(first, b.Callout)
    assert first.title == "A copy was changed"
    assert "without approval" not in first.title


@pytest.mark.parametrize(
    ("stage", "due"),
    [("plan", "later"), ("activate", "due"), ("review", "due")],
)
def test_an_objective_without_a_seal_is_a_blank_once_both_sides_have_signed(stage: str, due: str) -> None:
    made = page(welding(stage=stage, objectives=[objective()]))
    (changes,) = (one for one in made.sections if one.anchor == "changes")
    (blank,) = (block for block in changes.blocks if isinstance(block, b.Blank))
    assert (blank.text, blank.due) == ("1 of 1 objective not sealed: a later change would not show.", due)


def test_all_texts_of_what_was_sealed_are_on_the_page() -> None:
    shown = text(page(fullest()))
    (one,) = shape("partnership")["objectives"]
    kept = one["locked"]["agreed"]
    before = one["changed"][0]["before"]
    (indicator,) = kept["indicators"].values()
    for written in (
        kept["statement"], before["statement"], indicator["baseline"]["narrative"], indicator["baseline"]["source"],
        indicator["target"]["narrative"],
    ):  # fmt: skip
        assert " ".join(written.split()) in shown


# ---------------------------------------------------------------------- page and score


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (objective(), ("behind", "caution")),
        (objective(actual=9), ("met", "good")),
        (objective(actual=10), ("exceeded", "good")),
        (objective(actual=-1), ("regressed", "alert")),
        (objective(actual=None), ("not yet reported", "caution")),
        (objective(target=0), ("cannot be computed", "caution")),
        (sealed(target=6), ("behind", "caution")),
    ],
)
def test_page_and_score_say_the_same(held: dict[str, Any], expected: tuple[str, b.Tone]) -> None:
    records = welding(stage="review", objectives=[held])
    (measure,) = measures(page(records))
    look = Look(records.partnerships[0], records, AS_OF, SCORING.pack)
    (answer,) = (one for point in points(look) for one in point.checks)
    assert measure.state == b.Badge(*expected)
    assert answer.word == expected[0]
    assert f"Of 1 indicator, by their figures: 1 {expected[0]}." in verdict(page(records))


def test_the_depth_of_an_evaluation_is_that_of_the_rubric() -> None:
    activity = {"id": "bay", "title": "Test bay", "type": "co-delivery", "start": "2025-03-01", "end": "2025-06-01"}
    asked = {
        "id": "k1", "activity": "bay", "level": 1, "instrument": "Form", "planned_on": "2025-02-01",
        "collected_on": "2025-06-01", "respondent": "learner", "responses": 8, "population": 9,
    }  # fmt: skip
    made = page(welding(stage="review", activities=[activity], evaluations=[asked]))
    (grid,) = (block for block in all_blocks(made) if isinstance(block, b.Grid))
    (row,) = grid.rows
    assert [cell.text if cell else "" for cell in row.cells] == [
        "counts", "does not count", "does not count", "does not apply", "does not apply",
    ]  # fmt: skip
    assert row.total == "1 reaction"
    assert "no evaluation of level 2 is recorded" in text(made).lower()


# ---------------------------------------------------------------------- verdicts and rounds


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "Not reviewed yet. A review is due from stage 6, review; the partnership is at stage 1, identify."),
        ({"stage": "review"}, "Not reviewed yet. A review is due."),
        ({"stage": "close", "status": "closed"}, "The partnership is closed, and no review is on record."),
        (
            {"stage": "review", "reviews": [reviewed()], "objectives": [objective()]},
            "1 objective: 1 without a verdict by the review of 5 Jan 2026.",
        ),
        (
            {
                "stage": "review",
                "objectives": [objective()],
                "reviews": [reviewed(verdicts=[{"objective": "coded", "verdict": "partly-met"}])],
            },
            "1 objective: 1 partly met by the review of 5 Jan 2026.",
        ),
        # What lies ahead is no review yet.
        ({"stage": "review", "reviews": [reviewed(on="2026-03-01")]}, "Not reviewed yet. A review is due."),
    ],
)
def test_the_verdict_says_whether_and_when_it_was_reviewed(more: dict[str, Any], expected: str) -> None:
    assert verdict(page(welding(**more))).startswith(expected)


def test_a_review_before_the_last_renewal_is_of_an_earlier_round() -> None:
    history = [{"stage": "agree", "on": "2025-11-01", "type": "renew"}]
    verdicts = [{"objective": "coded", "verdict": "met"}]
    old = {"id": "old", "on": "2025-10-01", "verdicts": verdicts}
    made = page(welding(stage="run", stage_history=history, objectives=[objective()], reviews=[old]))
    assert badges(made) == [["no verdict yet", "not sealed"]]
    assert "an earlier round" in section(made, "review-reviews")
    assert "Renewed before on" in section(made, "agreement-exit")


def test_lessons_of_several_reviews_are_told_apart_by_the_day() -> None:
    lessons = [{"id": f"l{number}", "what": f"Lesson {number}"} for number in (1, 2)]
    reviews = [{"id": f"r{n}", "on": f"2025-0{n}-01", "lessons": [lesson]} for n, lesson in enumerate(lessons, 1)]
    made = page(welding(stage="review", reviews=reviews))
    (found,) = (one for one in made.sections if one.anchor == "lessons")
    assert [block.caption for block in found.blocks if isinstance(block, b.Table)] == [
        "Lessons of the review of 1 February 2025",
        "Lessons of the review of 1 January 2025",
    ]
    assert "no cause recorded" in text(made)


def test_the_decision_to_renew_says_who_when_and_why() -> None:
    decision = {"outcome": "renew", "by": "ivo", "on": "2026-01-08", "reason": "A second yard asks"}
    shown = section(page(welding(stage="close", exit={"decision": decision})), "agreement-exit")
    for words in ("Renew", "8 Jan 2026", "Ivo Brandt", "A second yard asks"):
        assert words in shown


# ---------------------------------------------------------------------- value, benefits, voices


def test_the_value_map_shows_the_worst_where_verdicts_differ() -> None:
    values = [
        {"id": "a", "unit": "Hull shop", "verdict": "adds"},
        {"id": "b", "unit": "Hull shop", "verdict": "does-not-add"},
        {"id": "c", "unit": "Pipe shop", "verdict": "no-evidence"},
        {"id": "d"},
    ]
    made = page(welding(stage="review", value=values))
    (grid,) = (block for block in all_blocks(made) if isinstance(block, b.Grid))
    (row,) = grid.rows
    assert [column.name for column in grid.columns] == ["Hull shop", "Pipe shop", "Unit not named"]
    assert [(cell.text, cell.tone) if cell else None for cell in row.cells] == [
        ("does not and adds", "alert"),
        ("no evidence", "caution"),
        ("no verdict", "plain"),
    ]


def test_a_benefit_is_claimed_only_where_nothing_and_nobody_stands_for_it() -> None:
    evidence = [{"id": "log", "title": "Log", "type": "data"}]
    testimonies = [{"id": "t", "witness": "yard/ivo", "claims": ["seen"]}]
    benefits = [
        {"id": "shown", "beneficiary": "employer", "scale": "local", "realised": "Less waste", "evidence": ["log"]},
        {"id": "other", "beneficiary": "employer", "scale": "local", "realised": "Less noise",
         "corroborated_by": ["college"]},
        {"id": "seen", "beneficiary": "employer", "scale": "local", "realised": "Less rework"},
        {"id": "bare", "beneficiary": "employer", "scale": "local", "realised": "Less fuss"},
        {"id": "hoped", "beneficiary": "employer", "scale": "local", "expected": "Fewer leavers"},
    ]  # fmt: skip
    made = page(welding(stage="review", evidence=evidence, testimonies=testimonies, benefits=benefits))
    (grid,) = (block for block in all_blocks(made) if isinstance(block, b.Grid))
    (row,) = grid.rows
    assert [cell.text for cell in row.cells if cell] == ["3 shown, 1 claimed only and 1 expected"]
    (figure,) = (
        one
        for block in made.opening
        if isinstance(block, b.Figures)
        for one in block.figures
        if one.label == "benefits seen"
    )
    assert (figure.value, figure.note) == ("4 of 5", "1 claimed only")


def test_claims_that_one_side_alone_confirms_are_named() -> None:
    testimonies = [
        {"id": "t1", "witness": "yard/ivo", "claims": ["coded", "quiet"]},
        {"id": "t2", "witness": "college/mae", "claims": ["coded"]},
    ]
    benefits = [{"id": "quiet", "realised": "Less noise"}, {"id": "calm", "realised": "Less haste"}]
    made = page(welding(stage="review", objectives=[objective()], benefits=benefits, testimonies=testimonies))
    (table,) = (
        block
        for block in all_blocks(made)
        if isinstance(block, b.Table) and block.caption == "What is confirmed, and from which side"
    )
    assert [row.cells[-1] for row in table.rows] == [
        b.Badge("2 sides", "good"),
        b.Badge("one side only", "caution"),
        b.Missing("no witness"),
    ]
    assert "1 claim confirmed by one side only" in text(made)
    assert "2 testimonies, from Northquay Shipyard and Estuary College." in verdict(made)


def test_surveys_are_kept_apart_and_count_nowhere() -> None:
    surveys = [{"id": "s", "on": "2025-12-01", "partner": "yard", "total": 4}]
    made = page(welding(stage="review", surveys=surveys))
    shown = section(made, "relationship")
    assert "Kept apart from the record" in shown
    figures = [one for block in made.opening if isinstance(block, b.Figures) for one in block.figures]
    assert "4" not in [figure.value for figure in figures]


# ---------------------------------------------------------------------- readers, extremes


def test_what_is_withheld_is_not_called_missing() -> None:
    change = {"on": "2025-10-02", "by": "mae", "what": "Six for nine"}
    recommended = [{"id": "rec", "text": "Go on"}]
    reviews = [reviewed(recommendations=recommended, relationship="They argue about the rota")]
    held = welding(
        stage="review", objectives=[sealed(target=6, changed=[change])], reviews=reviews,
        value=[{"id": "v", "unit": "Hull shop", "verdict": "adds"}],
    )  # fmt: skip
    made = page(redacted(held, "public").workspace)
    shown = text(made)
    for secret in ("Six for nine", "Go on", "argue", "Hull shop", "not sealed", "without approval"):
        assert secret not in shown, secret
    assert "What was sealed is withheld from the readers of this page" in verdict(made)
    assert "seal withheld" in shown
    assert "Seals and changes: what the record holds here is not for the readers of this page." in shown


def test_an_empty_record_has_all_parts_and_says_what_each_lacks() -> None:
    made = page(welding())
    assert [one.anchor for one in made.sections] == [
        "agreement-objectives", "changes", "results-evaluations", "results-value", "results-benefits",
        "review-reviews", "relationship", "lessons", "recommendations", "unexpected", "review-testimonies",
        "agreement-exit",
    ]  # fmt: skip
    for one in made.sections:
        assert one.blocks, one.anchor


def test_without_judgement_the_page_shows_what_is_recorded_and_judges_nothing() -> None:
    (made,) = review.pages(welding(stage="review", objectives=[sealed()]), context())
    (measure,) = measures(made)
    assert measure.state == b.Missing("not judged")
    assert "by their figures" not in verdict(made)


def test_the_fullest_record_is_well_formed() -> None:
    parsed = outline(html.render(page(fullest()), TEMPLATES))
    anchors = parsed.values("id")
    assert len(anchors) == len(set(anchors))
    assert parsed.unbalanced == []


@pytest.mark.parametrize("word", ["Donau" * 60, "שותפות הכשרה \u202egnp.exe", "<script>alert(1)</script> | a"])
def test_odd_words_stay_in_their_place(word: str) -> None:
    held = {**objective(), "statement": word}
    made = page(welding(stage="review", objectives=[held], reviews=[reviewed(unexpected=word)]))
    written = html.render(made, TEMPLATES)
    assert outline(written).unbalanced == []
    assert "<script>alert" not in written


def test_five_hundred_objectives_fit_on_a_page() -> None:
    many = [
        {**objective(), "id": f"o{n}", "indicators": [{**objective()["indicators"][0], "id": f"i{n}"}]}
        for n in range(500)
    ]
    made = page(welding(stage="review", objectives=many))
    assert text(made).count("Nine welders are coded") >= len(many)
    assert len(html.render(made, TEMPLATES)) < 500_000
