"""The portfolio: sectors, profiles, dates, benefits and programmes, and that it is split before it grows too large."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from partnerkit.app.score import scoring_of
from partnerkit.audience.redaction import redacted
from partnerkit.render import html
from partnerkit.views import blocks as b
from partnerkit.views import portfolio
from partnerkit.views.overview.dates import SPANS
from partnerkit.views.reading.sectors import sector
from partnerkit.workspace.workspace import Workspace
from unit.render.outline import outline
from unit.render.samples import TEMPLATES
from unit.views.records import AS_OF, COLLEGE, SMALLEST, YARD, all_blocks, context, welding, workspace

MAKER = YARD | {"type": "employer", "size": "small", "sector": "30110", "place": "Northquay"}
BENEFITS = [
    {"id": "b1", "beneficiary": "employer", "scale": "organisation", "realised": "Less rework", "evidence": ["e"]},
    {"id": "b2", "beneficiary": "employer", "scale": "organisation", "realised": "Happier foremen"},
    {"id": "b3", "beneficiary": "learner", "scale": "individual", "expected": "Coded welders"},
]
EVIDENCE = [{"id": "e", "title": "Rework by week", "type": "data"}]
FUND: dict[str, Any] = {"kind": "programme", "id": "fund", "title": "Quay fund", "partnerships": ["welding"]}


def pages(held: Workspace, **more: Any) -> dict[str, b.Page]:
    told = context(scoring=scoring_of(held.configuration, AS_OF), **more)
    return {page.name: page for page in portfolio.pages(held, told)}


def tables(page: b.Page, words: str) -> list[b.Table]:
    return [block for block in all_blocks(page) if isinstance(block, b.Table) and words in block.caption]


def rows(page: b.Page, words: str) -> list[tuple[b.Cell, ...]]:
    (table,) = tables(page, words)
    return [row.cells for row in table.rows]


def text(page: b.Page) -> str:
    return " ".join(outline(html.render(page, TEMPLATES)).text.split())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("25620", "Manufacturing"),
        ("01110", "Agriculture, forestry and fishing"),
        ("87300", "Human health and social work"),
        ("85320", "Education"),
        ("04000", None),
        ("Agribusiness", None),
        ("", None),
    ],
)
def test_a_code_of_an_industry_is_said_in_words(code: str, expected: str | None) -> None:
    assert sector(code) == expected


def test_partnerships_are_counted_by_sector_size_and_place_of_employers() -> None:
    other = SMALLEST | {"id": "pipes", "title": "Pipes", "stage": "run"}
    page = pages(workspace(MAKER, COLLEGE, SMALLEST, other))["portfolio"]
    assert rows(page, "by sector") == [("Manufacturing", "1", "2", "1", "1")]
    assert rows(page, "by size") == [("Small, under 50", "1", "2", "1", "1")]
    assert rows(page, "by place") == [("Northquay", "1", "2", "1", "1")]


def test_what_no_employer_says_of_itself_is_a_blank() -> None:
    page = pages(workspace(YARD | {"type": "employer"}, COLLEGE, SMALLEST))["portfolio"]
    said = [block.text for block in all_blocks(page) if isinstance(block, b.Blank)]
    assert [f"No employer has a {what} recorded." in said for what in ("sector", "size", "place")] == [True] * 3


def test_a_portfolio_without_employers_has_no_such_section() -> None:
    page = pages(workspace(YARD, COLLEGE, SMALLEST))["portfolio"]
    assert "spread" not in [section.anchor for section in page.sections]


def test_each_partnership_has_its_profile_in_numbers_and_words() -> None:
    page = pages(workspace(YARD, COLLEGE, SMALLEST))["portfolio"]
    (grid,) = [block for block in all_blocks(page) if isinstance(block, b.Grid)]
    (row,) = grid.rows
    assert [cell.text for cell in row.cells if cell] == ["0 not evidenced", *["not yet due"] * 4]
    assert row.total == "not evidenced"
    assert row.label == b.Link("Harbour welding", page="scorecard-welding")


def test_without_rubrics_there_are_no_profiles() -> None:
    (page,) = portfolio.pages(welding(), context())
    assert "profiles" not in [section.anchor for section in page.sections]
    assert "marking points" not in text(page)


def test_dates_are_counted_by_kind_and_by_when() -> None:
    due = {"a": "2026-01-09", "b": "2026-01-10", "c": "2026-02-09", "d": "2026-02-10", "e": "2026-05-01"}
    actions = [{"id": id_, "text": f"Action {id_}", "due": on} for id_, on in due.items()]
    page = pages(welding(actions=actions))["portfolio"]
    assert SPANS == ("Overdue", "Within 30 days", "In 31 to 90 days", "Later")
    assert rows(page, "Open dates") == [("Action", "1", "2", "1", "1"), (b.Strong("All"), "1", "2", "1", "1")]


def test_benefits_are_told_apart_by_what_shows_them() -> None:
    page = pages(welding(benefits=BENEFITS, evidence=EVIDENCE))["portfolio"]
    assert rows(page, "who gains") == [
        ("Learner", "0 of 1 seen", b.Quiet("\u2013"), "0 of 1 seen"),
        ("Employer", b.Quiet("\u2013"), b.Lines(("2 of 2 seen", b.Badge("1 claimed only", "caution"))), "2 of 2 seen"),
    ]
    assert rows(page, "Levels of impact")[:3] == [
        ("Individual: people", "1", "0", "0", "1"),
        ("Organisation: an employer, a college or a provider", "2", "1", "1", "0"),
        ("Local economy", "0", "0", "0", "0"),
    ]


@pytest.mark.parametrize(("stage", "due"), [("run", "later"), ("review", "due")])
def test_benefits_are_missed_from_the_review_on(stage: str, due: str) -> None:
    page = pages(welding(stage=stage))["portfolio"]
    (blank,) = [block for block in all_blocks(page) if isinstance(block, b.Blank) and "benefit" in block.text]
    assert blank.due == due


def test_a_programme_adds_up_what_its_partners_put_in() -> None:
    resources = [
        {"id": "r1", "committed": {"quantity": 40, "unit": "hours"}, "delivered": {"quantity": 30, "unit": "hours"}},
        {"id": "r2", "committed": {"quantity": 10, "unit": "hours"}},
        {"id": "r3", "committed": {"money": {"amount": 500, "currency": "GBP"}}},
        {"id": "r4", "committed": {"money": {"amount": 70, "currency": "EUR"}}},
        {"id": "r5"},
    ]
    page = pages(workspace(YARD, COLLEGE, SMALLEST | {"resources": resources}, FUND))["portfolio"]
    silent = b.Missing("nothing reported yet")
    assert rows(page, "put in") == [
        ("EUR", b.Money(70, "EUR"), silent, b.Money(70, "EUR"), "1"),
        ("GBP", b.Money(500, "GBP"), silent, b.Money(500, "GBP"), "1"),
        ("Hours", b.Number(50, "hours"), b.Share(30, 40, "hours"), b.Number(10, "hours"), "2"),
    ]
    assert "1 resource without amounts that can be added up." in text(page)


def test_sums_that_are_withheld_are_not_called_missing() -> None:
    resources = [{"id": "r", "committed": {"money": {"amount": 500, "currency": "GBP"}}}]
    fund = FUND | {"grant": {"amount": 9000, "currency": "GBP"}}
    held = redacted(workspace(YARD, COLLEGE, SMALLEST | {"resources": resources}, fund), "public").workspace
    shown = text(pages(held, audience="public")["portfolio"])
    assert "1 resource with sums withheld." in shown
    assert "no sum" not in shown
    assert "500" not in shown


def test_scores_that_rest_on_what_is_withheld_are_not_told() -> None:
    scans = [{"id": "s", "on": "2025-11-03", "finding": "Welders are short"}]
    held = redacted(workspace(YARD, COLLEGE, SMALLEST | {"scans": scans}), "public").workspace
    shown = text(pages(held, audience="public")["portfolio"])
    assert "What the scores look into is not for the readers of this page." in shown
    assert "not evidenced" not in shown


def test_learners_are_counted_by_route() -> None:
    activities = [
        {"id": "a", "title": "A", "route": {"type": "reskilling", "learners": 8}},
        {"id": "b", "title": "B", "route": {"type": "reskilling"}},
        {"id": "c", "title": "C", "route": {"type": "initial-entry", "learners": 5, "under_18": 2}},
    ]
    page = pages(workspace(YARD, COLLEGE, SMALLEST | {"activities": activities}, FUND))["portfolio"]
    assert rows(page, "Learners by route") == [
        ("New to the occupation", "1", "5", "2", "0"),
        ("Already working in it", "2", "8", b.Missing(), "1"),
    ]


def test_what_no_programme_pays_for_is_said() -> None:
    other = SMALLEST | {"id": "pipes", "title": "Pipes"}
    shown = text(pages(workspace(YARD, COLLEGE, SMALLEST, other, FUND))["portfolio"])
    assert "1 partnership names no programme, and no programme names it." in shown


@pytest.fixture(scope="module")
def many() -> dict[str, b.Page]:
    stages = ("identify", "run")
    long = "Überbetriebliche Verbundausbildung der Seehafenverkehrswirtschaft " * 2
    held = [
        SMALLEST | {"id": f"p{n:03}", "title": f"{long}{n:03}", "stage": stages[n % 2], "programme": "fund"}
        for n in range(500)
    ]
    return pages(workspace(MAKER, COLLEGE, FUND, *held))


def test_many_partnerships_stand_on_pages_of_their_own(many: dict[str, b.Page]) -> None:
    assert list(many) == [
        "portfolio",
        *(f"portfolio-{stage}-{number}" for stage in ("identify", "run") for number in (1, 2, 3)),
        "portfolio-programmes",
    ]
    assert [len(tables(page, "Each partnership")[0].rows) for name, page in many.items() if name[-1].isdigit()] == [
        120, 120, 10, 120, 120, 10,
    ]  # fmt: skip


def test_no_page_of_many_partnerships_is_too_large(many: dict[str, b.Page]) -> None:
    sizes = {name: len(html.render(page, TEMPLATES).encode()) for name, page in many.items()}
    assert {name: size for name, size in sizes.items() if size > 500_000} == {}


def test_links_among_the_pages_of_many_partnerships_lead_somewhere(many: dict[str, b.Page]) -> None:
    parsed = {f"{name}.html": outline(html.render(page, TEMPLATES)) for name, page in many.items()}
    for name, page in parsed.items():
        for href in page.values("href"):
            file, _, fragment = href.partition("#")
            if file.startswith("portfolio") or not file:
                assert fragment in {"", *parsed[file or name].values("id")}, (name, href)


def test_the_first_page_of_many_says_what_is_blank_most_often(many: dict[str, b.Page]) -> None:
    assert "488 more partnerships with fewer blanks. Blank most often: the environment scan (in 500)" in text(
        many["portfolio"]
    )


def test_writing_from_right_to_left_and_markup_stay_text() -> None:
    page = pages(workspace(YARD, COLLEGE, SMALLEST | {"title": "<b>شراكة</b> لحام"}))["portfolio"]
    assert "<b>شراكة</b> لحام" in text(page)


def test_a_closed_portfolio_has_nothing_due() -> None:
    page = pages(welding(status="closed", actions=[{"id": "a", "text": "Act", "due": date(2026, 1, 1).isoformat()}]))[
        "portfolio"
    ]
    assert "due" not in [section.anchor for section in page.sections]
    assert "Nothing is overdue." in text(page)
