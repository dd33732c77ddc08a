"""Both pages as a whole: that nothing is left out, that links lead somewhere, that verdicts say what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from partnerkit.model.configuration import Audience
from partnerkit.model.fields import contents
from partnerkit.render import html, markdown
from partnerkit.views import blocks as b
from partnerkit.views import partnership, portfolio, review
from partnerkit.views.api import Context
from partnerkit.views.reading.names import Names
from partnerkit.workspace.workspace import Workspace
from unit.model.reading import shape
from unit.render.outline import Outline, outline
from unit.render.samples import TEMPLATES
from unit.views.records import SMALLEST, YARD, all_blocks, context, fullest, welding, workspace

KEPT_BACK = {
    "stakeholders.stance": "internal: said so in the format",
    "testimonies.contact": "how to reach a person is for assessors",
    "objectives.locked.digest": "for the tool, not for readers",
    "evidence.sha256": "for the tool, not for readers",
    "learners.lawful_basis": "for whoever keeps the records",
}


def pages(held: Workspace, told: Context | None = None) -> dict[str, b.Page]:
    views = (portfolio, partnership)
    return {page.name: page for view in views for page in view.pages(held, told or context())}


def read(page: b.Page) -> Outline:
    return outline(html.render(page, TEMPLATES))


def said(run: b.Run) -> str:
    return re.sub(r"\s+", " ", outline(html.render(b.Page("p", "T", "K", "W", run, STAMP, (), ()), TEMPLATES)).text)


STAMP = b.Stamp(date(2026, 1, 10), 1, "1.0")


def leaves(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value, path)
    else:
        yield ".".join(path), data


def test_every_text_of_a_record_is_on_its_page() -> None:
    held = fullest()
    # What was sealed is on the page of the review: it is there to be compared with.
    shown = (pages(held)["partnership-harbour-welding"], *review.pages(held, context()))
    text = " ".join(" ".join(read(page).text for page in shown).split())
    written = {
        path: " ".join(value.split())
        for path, value in leaves(shape("partnership"))
        if isinstance(value, str) and " " in value and path not in KEPT_BACK
    }
    assert len(written) > 60
    assert {path: value for path, value in written.items() if value not in text} == {}


def test_what_is_kept_back_is_not_on_the_page() -> None:
    page = pages(fullest())["partnership-harbour-welding"]
    for path, value in leaves(shape("partnership")):
        if path in KEPT_BACK and path != "learners.lawful_basis":
            assert value not in read(page).text, path
    assert "@" not in read(page).text
    assert "+44 1632" not in read(page).text


def test_every_reference_is_shown_by_what_it_names() -> None:
    held = fullest()
    record = held.partnerships[0]
    text = " ".join(read(pages(held)["partnership-harbour-welding"]).text.split())
    names = Names(held, record)
    shown: list[str] = []
    for mention in contents(record.part)[1]:
        found = [names.name(c, mention.text) for c in mention.reference.collections if names.item(c, mention.text)]
        shown.extend(" ".join(title.split()) for title in found)
    assert len(shown) > 100
    # A criterion is shown by its short form, and a judgement, which has no title, by its evidence and its criterion.
    assert {title for title in shown if title not in text} <= {"Weld plate in all positions", "Jud 1"}
    assert "Notes of the first visit, W1" in text


def test_links_within_and_between_pages_lead_somewhere() -> None:
    rendered = {f"{name}.html": read(page) for name, page in pages(fullest()).items()}
    for name, parsed in rendered.items():
        for href in parsed.values("href"):
            if href.startswith(("http", "mailto:", "data:")):
                continue
            file, _, fragment = href.partition("#")
            target = rendered[file or name]
            assert not fragment or fragment in target.values("id"), (name, href)


@pytest.mark.parametrize("held", [fullest(), welding(), workspace()])
def test_pages_are_well_formed(held: Workspace) -> None:
    for name, page in pages(held).items():
        parsed = read(page)
        anchors = parsed.values("id")
        assert len(anchors) == len(set(anchors)), name
        assert parsed.levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(parsed.levels)), name
        assert parsed.unbalanced == [], name


@pytest.mark.parametrize("held", [fullest(), welding()])
def test_every_row_has_as_many_cells_as_its_table_has_columns(held: Workspace) -> None:
    for page in pages(held).values():
        for block in all_blocks(page):
            if isinstance(block, b.Table):
                assert block.rows, block.caption
                assert {len(row.cells) for row in block.rows} == {len(block.columns)}, block.caption


def test_no_two_tables_of_a_page_have_the_same_caption_beside_one_another() -> None:
    for page in pages(fullest()).values():
        for block in all_blocks(page):
            if isinstance(block, b.Section | b.Item):
                captions = [held.caption for held in block.blocks if isinstance(held, b.Table)]
                assert len(captions) == len(set(captions))


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = pages(fullest()), pages(fullest())
    for name in first:
        assert html.render(first[name], TEMPLATES) == html.render(second[name], TEMPLATES)
        assert markdown.render(first[name], TEMPLATES) == markdown.render(second[name], TEMPLATES)


def test_the_verdict_says_stage_counts_and_blanks() -> None:
    held = welding(
        stage="agree",
        stage_history=[{"stage": "identify", "on": "2025-05-01"}, {"stage": "agree", "on": "2025-08-01"}],
        objectives=[{"id": "o", "statement": "Nine pass", "due": "2025-12-31"}],
    )
    verdict = said(pages(held)["partnership-welding"].verdict)
    assert "At agree, the second of seven stages since 1 Aug 2025. 1 objective: 1 without a verdict." in verdict
    assert "1 of 14 parts due by this stage are on record, 13 blank. 1 open date, 1 overdue." in verdict


def test_a_stage_without_a_day_says_so() -> None:
    assert "since when is not recorded" in said(pages(welding())["partnership-welding"].verdict)


def test_the_first_screen_holds_what_is_next_and_what_is_missing() -> None:
    page = pages(welding())["partnership-welding"]
    assert [type(block).__name__ for block in page.opening] == ["Steps", "Figures", "Section", "Section"]
    assert [block.anchor for block in page.opening if isinstance(block, b.Section)] == ["next", "missing"]


def test_the_thread_is_told_in_its_order_even_where_nothing_is_recorded() -> None:
    page = pages(welding())["partnership-welding"]
    assert [(section.number, section.title) for section in page.sections] == [
        (None, "What it is about"),
        (1, "Opportunity"),
        (2, "Alignment"),
        (3, "Agreement"),
        (4, "Plan"),
        (5, "Activation"),
        (6, "Results"),
        (7, "Review"),
        (None, "Evidence register"),
    ]
    for section in page.sections[1:]:
        assert section.blocks, section.title


def test_overdue_dates_come_first_and_all_are_listed_at_the_end() -> None:
    actions = [{"id": f"a{n}", "text": f"Action {n}", "due": f"2026-01-{n:02}"} for n in range(20, 4, -1)]
    page = pages(welding(actions=actions))["partnership-welding"]
    upcoming = next(block for block in all_blocks(page) if isinstance(block, b.Agenda))
    assert [entry.on.day for entry in upcoming.entries] == [5, 6, 7, 8, 9, 10]
    assert page.sections[-1].anchor == "dates"
    (everything,) = page.sections[-1].blocks
    assert isinstance(everything, b.Agenda)
    assert len(everything.entries) == 16


def test_only_the_partnerships_asked_for_are_shown_and_the_stamp_says_so() -> None:
    second = SMALLEST | {"id": "pipes", "title": "Pipe welding"}
    college = {"kind": "organisation", "id": "college", "name": "Estuary College"}
    held = workspace(YARD, college, SMALLEST, second)
    found = pages(held, context(only=frozenset({"pipes"})))
    assert sorted(found) == ["partnership-pipes", "portfolio"]
    assert found["portfolio"].stamp.filters == ("1 of 2 partnerships",)
    assert "Harbour welding" not in read(found["portfolio"]).text
    assert pages(held)["portfolio"].stamp.filters == ("All partnerships",)


def test_the_portfolio_says_where_the_partnerships_stand() -> None:
    second = SMALLEST | {"id": "pipes", "title": "Pipe welding", "stage": "run"}
    held = workspace(YARD, SMALLEST, second)
    verdict = said(pages(held)["portfolio"].verdict)
    assert "2 partnerships: 1 at identify and 1 at run. Nothing is overdue." in verdict


def test_an_empty_workspace_has_a_portfolio_that_says_so() -> None:
    found = pages(workspace())
    assert list(found) == ["portfolio"]
    assert "No partnerships are on record." in said(found["portfolio"].verdict)


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("internal", "Internal: only for the organisation that keeps the records"),
        ("partners", "For the partners"),
        ("public", "For anybody"),
    ],
)
def test_the_stamp_names_the_audience_and_what_is_withheld_from_it(audience: Audience, expected: str) -> None:
    held = workspace(YARD, SMALLEST)
    for view in (portfolio, partnership):
        for page in view.pages(held, context(audience=audience, withheld="Two names")):
            assert page.stamp.audience == expected
            assert page.stamp.filters[-1] == "Two names"


def test_hours_and_figures_not_reported_are_never_nought() -> None:
    held = welding(
        stage="run",
        objectives=[
            {
                "id": "o",
                "statement": "Nine pass",
                "indicators": [
                    {
                        "id": "i",
                        "baseline": {"value": 0},
                        "target": {"value": 9},
                        "actuals": [{"on": "2025-12-01", "status": "not-yet-reported"}],
                    }
                ],
            }
        ],
        resources=[{"id": "r", "committed": {"quantity": 40, "unit": "hours"}}],
    )
    text = read(pages(held)["partnership-welding"]).text
    assert "not yet reported" in text
    assert "0 of 9" not in text
    assert "0 of 40" not in text


def test_template_files_are_where_the_package_says() -> None:
    assert (TEMPLATES / "html" / "page.html").is_file()
    assert (TEMPLATES / "markdown" / "page.md").is_file()
    assert Path(TEMPLATES).name == "templates"
