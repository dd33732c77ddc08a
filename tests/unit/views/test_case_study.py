"""The case study: only what the record holds, and nothing of people who have not agreed to it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from partnerkit.app.score import scoring_of
from partnerkit.audience.redaction import redacted
from partnerkit.model.configuration import Audience, Configuration
from partnerkit.model.partnership.assessment import Evidence
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.render import html, markdown
from partnerkit.views import blocks as b
from partnerkit.views import case_study
from partnerkit.views.publishing.consent import of_evidence, of_testimony, shown
from partnerkit.workspace.workspace import Workspace
from unit.render.outline import outline
from unit.render.samples import TEMPLATES
from unit.views.records import AS_OF, all_blocks, context, fullest, welding

SCORING = scoring_of(Configuration.model_validate({"format": 1}), AS_OF)
WORDS = "They weld overhead without being asked"


def page(held: Workspace, audience: Audience = "internal") -> b.Page:
    """The page as the command would make it for an audience."""
    (made,) = case_study.pages(redacted(held, audience).workspace, context(scoring=SCORING, audience=audience))
    return made


def text(made: b.Page) -> str:
    return re.sub(r"\s+", " ", outline(html.render(made, TEMPLATES)).text)


def verdict(made: b.Page) -> str:
    return re.sub(r"[*\\]", "", markdown.render(made, TEMPLATES).split("\n\n")[2])


def callouts(made: b.Page) -> list[b.Callout]:
    return [block for block in all_blocks(made) if isinstance(block, b.Callout)]


def evidence(**more: Any) -> dict[str, Any]:
    return {"id": "ev", "title": "Film of the bay", "type": "report", **more}


def voice(**more: Any) -> dict[str, Any]:
    return {"id": "t", "witness": "yard/ivo", "own_words": WORDS, "signed_on": "2026-01-02", **more}


def consent(scope: str | None) -> dict[str, Any]:
    return {"consent": {"on": "2026-01-02"} | ({"scope": scope} if scope else {})}


# ---------------------------------------------------------------------- consent


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "neither consent nor a licence to publish them is recorded"),
        ({"licence": "CC BY 4.0"}, ""),
        (consent("public"), ""),
        (consent("partners"), "the consent is for the partners only"),
        (consent("internal"), "the consent is for internal use only"),
        (consent(None), "the consent does not say who may see them"),
        # A licence is the author's; it cannot speak for the people who are seen.
        ({"type": "video", "licence": "CC BY 4.0"}, "no consent of the people in them is recorded"),
        ({"type": "photo"}, "no consent of the people in them is recorded"),
        ({"type": "video", **consent("public")}, ""),
        ({"licence": "CC BY 4.0", **consent("partners")}, "the consent is for the partners only"),
    ],
)
def test_what_keeps_evidence_from_being_published(more: dict[str, Any], expected: str) -> None:
    assert of_evidence(Evidence.model_validate(evidence(**more))) == expected


@pytest.mark.parametrize(
    ("signed", "more", "expected"),
    [
        ({}, {}, "no consent to quote them is recorded"),
        ({}, {"licence": "CC BY 4.0"}, "no consent to quote them is recorded"),
        ({}, consent("public"), ""),
        ({}, consent("partners"), "the consent is for the partners only"),
        ({"signed_on": None}, consent("public"), "they are not signed"),
        ({"signed_on": None}, {}, "no consent to quote them is recorded and they are not signed"),
        ({"evidence": []}, consent("public"), "no consent to quote them is recorded"),
    ],
)
def test_what_keeps_a_testimony_from_being_quoted(signed: dict[str, Any], more: dict[str, Any], expected: str) -> None:
    told = {key: value for key, value in (voice(evidence=["ev"]) | signed).items() if value is not None}
    (record,) = welding(evidence=[evidence(type="witness-testimony", **more)], testimonies=[told]).partnerships
    assert isinstance(record.part, Partnership)
    assert of_testimony(record.part, record.part.testimonies[0]) == expected


def with_voice(**more: Any) -> Workspace:
    return welding(
        stage="review", evidence=[evidence(type="witness-testimony", **more)], testimonies=[voice(evidence=["ev"])]
    )


@pytest.mark.parametrize(
    ("more", "audience", "is_quoted"),
    [
        ({}, "internal", True),
        ({}, "partners", True),
        ({}, "public", False),
        (consent("public"), "public", True),
        (consent("partners"), "partners", True),
        (consent("partners"), "public", False),
        (consent("internal"), "partners", False),
    ],
)
def test_a_testimony_is_quoted_only_to_those_who_may_read_it(
    more: dict[str, Any], audience: Audience, *, is_quoted: bool
) -> None:
    made = page(with_voice(**more), audience)
    assert (WORDS in html.render(made, TEMPLATES)) is is_quoted
    assert any(isinstance(block, b.Quote) for block in all_blocks(made)) is is_quoted
    assert ("1 testimony is on record that may not be quoted here." in text(made)) is not is_quoted


def test_an_internal_page_marks_the_words_that_the_public_may_not_read() -> None:
    assert "Ivo Brandt (Welding Foreman, Northquay Shipyard) not yet for the public" in text(page(with_voice()))
    assert "not yet for the public" not in text(page(with_voice(**consent("public"))))


def test_what_is_to_be_settled_is_named_before_anything_else() -> None:
    film = {"id": "film", "title": "Film of the bay", "type": "video"}
    made = page(welding(testimonies=[voice()], evidence=[film]), "public")
    (callout,) = callouts(made)
    assert callout.title == "Before you publish"
    shown_ = text(made)
    assert "1 not to be published yet, because no consent to quote them is recorded: Testimony of" in shown_
    assert "because no consent of the people in them is recorded: Film of the bay" in shown_
    assert "Ivo Brandt" not in shown_


def test_where_all_is_settled_nothing_stands_before_the_story() -> None:
    held = with_voice(**consent("public"))
    public = welding(
        stage="review", confidentiality="public", evidence=[evidence(type="witness-testimony", **consent("public"))],
        testimonies=[voice(evidence=["ev"])],
    )  # fmt: skip
    assert callouts(page(public, "public")) == []
    (callout,) = callouts(page(held, "public"))
    assert "The record does not say who may read it: ask all partners whether it may be published." in text(
        b.Page("p", "T", "K", "W", "", page(held).stamp, (callout,), ())
    )


def test_only_evidence_of_results_and_what_shows_people_is_asked_about() -> None:
    (record,) = welding(
        evidence=[
            evidence(id="minutes"),
            evidence(id="waste"),
            evidence(id="film", type="video"),
            evidence(id="signed", type="witness-testimony"),
        ],
        benefits=[{"id": "ben", "realised": "Less waste", "evidence": ["waste"]}],
        testimonies=[voice(evidence=["signed"])],
    ).partnerships
    assert isinstance(record.part, Partnership)
    assert [one.id for one in shown(record.part)] == ["waste", "film"]


# ---------------------------------------------------------------------- the story


def test_the_parts_stand_in_the_order_of_a_case_study() -> None:
    made = page(welding())
    assert [section.title for section in made.sections] == [
        "Challenge", "Solution", "Partners", "Results and impact", "In their own words", "Key facts", "Resources",
    ]  # fmt: skip
    for section in made.sections:
        assert section.blocks, section.title


def test_nothing_is_told_that_the_record_does_not_hold() -> None:
    made = page(welding())
    assert (
        verdict(made) == "Northquay Shipyard and Estuary College: no joint activities. No objectives. No benefits seen."
    )
    shown_ = text(made)
    assert "The record holds no summary." in shown_
    assert "The record holds no environment scan." in shown_
    assert "no numbers recorded" in shown_
    assert not [block for block in all_blocks(made) if isinstance(block, b.Quote | b.Progress)]


def test_the_verdict_counts_what_was_done_and_what_came_of_it() -> None:
    activities = [
        {"id": "a", "title": "Evenings", "route": {"type": "reskilling", "learners": 8}},
        {"id": "b", "title": "Days", "route": {"type": "initial-entry", "learners": 4}},
        {"id": "c", "title": "Visits"},
    ]
    objectives = [{"id": "one", "statement": "Nine pass"}, {"id": "two", "statement": "Waste falls"}]
    reviews = [{"id": "r", "on": "2026-01-05", "verdicts": [{"objective": "one", "verdict": "met"}]}]
    benefits = [{"id": "x", "realised": "Less waste"}, {"id": "y", "expected": "Fewer leavers"}]
    made = page(
        welding(stage="review", activities=activities, objectives=objectives, reviews=reviews, benefits=benefits)
    )
    assert verdict(made) == (
        "Northquay Shipyard and Estuary College: 3 joint activities for 12 learners. "
        "2 objectives: 1 met and 1 not reviewed yet. 1 benefit seen."
    )
    shown_ = text(made)
    assert "4 new to the occupation" in shown_
    assert "8 already in work" in shown_
    assert "claimed only" in shown_
    assert "Fewer leavers" not in shown_


def test_what_is_withheld_from_the_public_is_not_called_missing() -> None:
    held = welding(
        stage="review",
        scans=[{"id": "s", "on": "2025-01-01", "finding": "Half of the welders retire"}],
        needs=[{"id": "n", "statement": "Overhead welds"}],
        opportunities=[{"id": "o", "finding": "A bay for both", "decision": {"outcome": "pursue"}}],
    )
    shown_ = text(page(held, "public"))
    for secret in ("retire", "Overhead", "A bay for both", "no environment scan", "No training need"):
        assert secret not in shown_, secret
    assert "Environment scan, training need and opportunity: what the record holds here is not for" in shown_
    assert "Half of the welders retire" in text(page(held))


def test_evidence_that_may_be_published_is_offered_with_its_terms_and_address() -> None:
    film = evidence(type="video", url="https://example.org/film", **consent("public"))
    sheet = evidence(id="sheet", title="Mark sheet", licence="CC BY 4.0")
    benefits = [{"id": "ben", "realised": "Less waste", "evidence": ["sheet"]}]
    made = page(welding(evidence=[film, sheet], benefits=benefits), "public")
    (table,) = (
        block for block in all_blocks(made) if isinstance(block, b.Table) and block.caption == "What may be published"
    )
    assert [row.cells for row in table.rows] == [
        ("Film of the bay", "Video", b.Missing("none recorded; the people in it agreed"),
         b.External("https://example.org/film", "https://example.org/film")),
        ("Mark sheet", "Report", "CC BY 4.0", b.Missing("not on the web")),
    ]  # fmt: skip


def test_names_of_people_stay_out_of_the_public_page() -> None:
    written = html.render(page(fullest(), "public"), TEMPLATES)
    for name in ("Mae Lund", "@", "+44 1632"):
        assert name not in outline(written).text, name


@pytest.mark.parametrize("audience", ["internal", "partners", "public"])
def test_the_fullest_record_is_well_formed(audience: Audience) -> None:
    parsed = outline(html.render(page(fullest(), audience), TEMPLATES))
    anchors = parsed.values("id")
    assert len(anchors) == len(set(anchors))
    assert parsed.unbalanced == []


def test_five_hundred_pieces_of_evidence_and_activities_fit_on_a_page() -> None:
    held = welding(
        activities=[{"id": f"a{n}", "title": f"Evening {n}"} for n in range(500)],
        evidence=[evidence(id=f"e{n}", type="video") for n in range(500)],
    )
    assert len(html.render(page(held), TEMPLATES)) < 500_000
