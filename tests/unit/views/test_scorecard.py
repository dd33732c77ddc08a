"""The scorecard: what it says of each check, where it leads, and what it does not judge for some readers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from partnerkit.app.score import scoring_of
from partnerkit.audience.redaction import redacted
from partnerkit.model.audiences import seen
from partnerkit.model.configuration import Audience
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.render import html
from partnerkit.rubric.checking import all_checks
from partnerkit.rubric.scores import State
from partnerkit.rubric.subject import Look
from partnerkit.views import blocks as b
from partnerkit.views import partnership, scorecard
from partnerkit.views.marking.checks import with_code
from partnerkit.views.reading.scoring import NOT_TOLD, scored, sections_of
from partnerkit.workspace.workspace import Workspace
from unit.render.outline import outline
from unit.render.samples import TEMPLATES
from unit.views.records import AS_OF, COLLEGE, SMALLEST, YARD, all_blocks, context, fullest, welding, workspace

SCAN = {"id": "s", "on": "2025-11-03", "source": "lsip", "method": "data", "finding": "Welders are short"}


def page(held: Workspace, **more: Any) -> b.Page:
    told = context(scoring=scoring_of(held.configuration, AS_OF), **more)
    (found,) = scorecard.pages(held, told)
    return found


def text(run: b.Run | b.Page) -> str:
    shown = (
        run if isinstance(run, b.Page) else b.Page("p", "T", "K", "W", run, b.Stamp(date(2026, 1, 1), 1, "1"), (), ())
    )
    return " ".join(outline(html.render(shown, TEMPLATES)).text.split())


def test_every_rubric_has_a_section_the_configured_one_first() -> None:
    held = workspace(YARD, COLLEGE, SMALLEST, configuration={"format": 1, "score": {"rubric": "reciprocity"}})
    anchors = [section.anchor for section in page(held).sections]
    assert anchors == [
        "overview",
        "rubric-reciprocity",
        "rubric-evaluation-depth",
        "rubric-life-cycle",
        "rubric-marking-points",
        "rubric-outcome-achievement",
        "rubric-partnership-quality",
        "rubric-portfolio-readiness",
        "rubric-relationship-practice",
    ]


def test_a_rubric_of_the_workspace_stands_among_them() -> None:
    own = {
        "id": "board",
        "title": "What our board asks",
        "levels": ["no", "yes"],
        "points": [{"id": "B1", "title": "Looked around", "checks": [{"check": "scans-before-decision"}]}],
    }
    held = workspace(YARD, COLLEGE, SMALLEST, configuration={"format": 1, "score": {"rubrics": [own]}})
    section = next(section for section in page(held).sections if section.anchor == "rubric-board")
    assert (section.title, section.summary) == ("What our board asks", "No, level 0 of 1")


def test_the_verdict_prints_every_count_and_the_banner() -> None:
    verdict = text(page(welding()).verdict)
    assert "Five marking points: not evidenced, level 0 of 3." in verdict
    assert (
        "6 checks due: 0 met, 6 not met and 0 unknown. Outside the count: 31 not due and 0 not applicable." in verdict
    )
    assert "Completeness of record, not an assessment decision." in verdict


def test_banner_and_caveat_stand_with_their_rubric() -> None:
    for section in page(welding()).sections[1:]:
        assert "Completeness of record, not an assessment decision." in text(
            b.Page("p", "T", "K", "W", "", b.Stamp(date(2026, 1, 1), 1, "1"), (), (section,))
        )
    cycle = next(section for section in page(welding()).sections if section.anchor == "rubric-life-cycle")
    assert b.Paragraph(
        (b.Strong("Completeness of record, not an assessment decision."), " Self-check, not certification.")
    ) in (cycle.blocks)


def first_point(held: Workspace) -> b.Item:
    return next(
        block for block in all_blocks(page(held)) if isinstance(block, b.Item) and block.title.startswith("P1 ")
    )


def listed_under(item: b.Item, title: str) -> tuple[b.Run, ...]:
    place = item.blocks.index(b.Paragraph(b.Strong(title)))
    listing = item.blocks[place + 1]
    assert isinstance(listing, b.Listing)
    return listing.runs


def test_a_check_that_is_not_met_says_what_the_record_shows_where_and_what_would_meet_it() -> None:
    runs = [
        text(run)
        for run in listed_under(
            first_point(welding(scans=[{key: SCAN[key] for key in SCAN if key != "method"}])), "Not met:"
        )
    ]
    assert (
        "Every scan names the method by which it was made. 1 of 1 scan without a method. "
        "Where: Scan: local skills improvement plan. "
        "To do: Write the method of each scan: pestle, swot, survey, interview or data."
    ) in "\n".join(runs)


def test_a_check_that_is_met_is_a_line_that_leads_to_what_shows_it() -> None:
    asked = "Every scan names the method by which it was made."
    link = b.Link(asked, "scans-s", "partnership-welding")
    assert (link, " ", "1 scan: data.") in listed_under(first_point(welding(scans=[SCAN])), "Met:")


def test_a_point_tells_its_counts_before_it_is_opened() -> None:
    badges = first_point(welding(scans=[SCAN])).badges
    assert badges == (
        b.Badge("partly evidenced", "caution"),
        b.Badge("2 of 8 met", "plain"),
        b.Badge("6 not met", "caution"),
    )


def test_points_of_which_nothing_is_due_are_folded_with_why() -> None:
    section = next(one for one in page(welding(scans=[SCAN])).sections if one.anchor == "rubric-marking-points")
    fold = next(block for block in section.blocks if isinstance(block, b.Fold))
    assert fold.title.startswith("Nothing due yet: 4 points with ")
    listing, paragraph = fold.blocks
    assert isinstance(listing, b.Listing)
    assert isinstance(paragraph, b.Paragraph)
    assert len(listing.runs) == 4
    assert "partnerkit score welding --rubric marking-points --explain" in text(paragraph.run)


@pytest.mark.parametrize("held", [fullest(), welding(scans=[SCAN])])
def test_every_place_is_on_the_thread_page(held: Workspace) -> None:
    (thread,) = partnership.pages(held, context())
    anchors = set(outline(html.render(thread, TEMPLATES)).values("id"))
    parsed = outline(html.render(page(held), TEMPLATES))
    led = [href for href in parsed.values("href") if href.startswith(f"{thread.name}.html#")]
    assert len(led) > 3
    assert {href for href in led if href.partition("#")[2] not in anchors} == set()


def test_a_record_with_everything_keeps_its_ids_apart() -> None:
    ids = outline(html.render(page(fullest()), TEMPLATES)).values("id")
    assert len(ids) == len(set(ids))


def test_what_is_withheld_is_not_called_missing() -> None:
    partnership_ = SMALLEST | {"scans": [SCAN], "stage": "agree"}
    shown = redacted(workspace(YARD, COLLEGE, partnership_), "public").workspace
    scoring = scoring_of(shown.configuration, AS_OF)
    one = next(one for one in scored(shown.partnerships[0], shown, scoring) if one.rubric.name == "marking-points")
    assert one.left_out > 0
    assert (one.score.level, one.score.word) == (None, NOT_TOLD)
    first, second = one.score.points[:2]
    assert (first.level, first.word) == (None, NOT_TOLD)
    assert second.level == 0
    assert "scans-before-decision" not in {check.name for check in first.checks}
    assert "what they look into is not for the readers of this page" in text(page(shown, audience="public"))


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_a_full_record_can_be_told_to_every_audience(audience: Audience) -> None:
    shown = redacted(fullest(), audience).workspace
    found = page(shown, audience=audience)
    assert "not scored" not in text(found.verdict)


def test_checks_look_into_no_more_that_may_be_withheld_than_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    may_be = {name for name in Partnership.model_fields if seen(Partnership, name).by != "public"}
    may_be -= {"not_applicable", "suppress"}  # no sections; of the reasons only the words are withheld
    read: set[str] = set()
    plainly = Partnership.__getattribute__

    def watched(self: Partnership, name: str) -> Any:
        read.add(name)
        return plainly(self, name)

    held = fullest()
    scoring = scoring_of(held.configuration, AS_OF)
    undeclared = {}
    for name, check in all_checks().items():
        look = Look(held.partnerships[0], held, AS_OF, scoring.pack)
        look.selection = scoring.selection
        with monkeypatch.context() as patched:
            patched.setattr(Partnership, "__getattribute__", watched)
            read.clear()
            check.question(look)
        undeclared[name] = (read & may_be) - sections_of(name)
    assert {name: sections for name, sections in undeclared.items() if sections} == {}


def test_nothing_is_left_out_where_nothing_is_withheld() -> None:
    held = fullest()
    scoring = scoring_of(held.configuration, AS_OF)
    assert {one.left_out for one in scored(held.partnerships[0], held, scoring)} == {0}


def test_a_page_made_without_rubrics_says_so() -> None:
    (found,) = scorecard.pages(welding(), context())
    assert "Nothing is scored here." in text(found)


def test_many_criteria_do_not_make_a_page_that_cannot_be_opened() -> None:
    criteria = [{"id": f"{n}", "statement": f"Weld seam {n} to the drawing"} for n in range(500)]
    framework = {"kind": "framework", "id": "seams", "title": "Seams", "criteria": criteria}
    maps = [{"criterion": f"seams/{n}"} for n in range(500)]
    held = workspace(
        YARD,
        COLLEGE,
        framework,
        SMALLEST | {"stage": "review", "evidence": [{"id": "e", "title": "Log", "type": "report", "maps": maps}]},
    )
    written = html.render(page(held), TEMPLATES)
    assert len(written.encode()) < 500_000
    assert "partnerkit score welding --rubric portfolio-readiness --explain" in written


def test_keys_between_backticks_are_shown_as_they_are_to_be_written() -> None:
    assert with_code("Add `by` and `on`.") == ("Add ", b.Code("by"), " and ", b.Code("on"), ".")
    assert with_code("Nothing to quote.") == ("Nothing to quote.",)


def test_states_in_the_overview_are_those_of_the_scores() -> None:
    found = page(fullest())
    table = next(block for block in all_blocks(found) if isinstance(block, b.Table) and "Every rubric" in block.caption)
    held = fullest()
    for row, one in zip(
        table.rows[1:],
        [
            one
            for one in scored(held.partnerships[0], held, scoring_of(held.configuration, AS_OF))
            if one.rubric.name != "marking-points"
        ],
        strict=True,
    ):
        assert row.cells[2:] == tuple(str(one.score.counts[state]) for state in State)
