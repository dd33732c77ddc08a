"""The pages of the examples, byte for byte; PARTNERKIT_BLESS=1 writes them again, to be read in the diff."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from partnerkit.app.evidence_files import files_beside
from partnerkit.app.loading import Loader
from partnerkit.app.outcome import Settings
from partnerkit.app.score import scoring_of
from partnerkit.render import html, markdown
from partnerkit.views import (
    agreement,
    case_study,
    ecology,
    engagement,
    exchange,
    learners,
    log,
    needs,
    partnership,
    plan,
    portfolio,
    review,
    scorecard,
    xref,
)
from partnerkit.views.api import Context
from partnerkit.views.blocks import Page
from partnerkit.workspace.workspace import Workspace

PROJECT = Path(__file__).resolve().parent.parent
GOLDENS = PROJECT / "tests" / "cases" / "views"
AS_OF = date(2026, 10, 15)
WRITERS = {"html": html, "md": markdown}
KEPT = (
    "calder-valley/ecology.html",
    "calder-valley/ecology.md",
    "calder-valley/scorecard-digital-care-records.html",
    "calder-valley/scorecard-digital-care-records.md",
    "calder-valley/scorecard-line-leaders.md",
    "calder-valley/scorecard-pump-technicians.md",
    "calder-valley/scorecard-toolroom-skills.md",
    "two-way-street/ecology.md",
    "two-way-street/scorecard-wirral-unilever.md",
    "calder-valley/portfolio.html",
    "calder-valley/portfolio.md",
    "calder-valley/partnership-digital-care-records.html",
    "calder-valley/partnership-digital-care-records.md",
    "calder-valley/partnership-line-leaders.md",
    "calder-valley/partnership-pump-technicians.md",
    "calder-valley/partnership-toolroom-skills.md",
    "calder-valley/plan-digital-care-records.md",
    "calder-valley/plan-line-leaders.html",
    "calder-valley/plan-line-leaders.md",
    "calder-valley/plan-pump-technicians.md",
    "calder-valley/plan-toolroom-skills.md",
    "calder-valley/exchange-digital-care-records.md",
    "calder-valley/exchange-line-leaders.md",
    "calder-valley/exchange-pump-technicians.md",
    "calder-valley/exchange-toolroom-skills.html",
    "calder-valley/exchange-toolroom-skills.md",
    "calder-valley/agreement-digital-care-records.md",
    "calder-valley/agreement-line-leaders.html",
    "calder-valley/agreement-line-leaders.md",
    "calder-valley/agreement-pump-technicians.md",
    "calder-valley/agreement-toolroom-skills.md",
    "calder-valley/log-digital-care-records.md",
    "calder-valley/log-line-leaders.html",
    "calder-valley/log-line-leaders.md",
    "calder-valley/log-pump-technicians.md",
    "calder-valley/log-toolroom-skills.md",
    "two-way-street/agreement-wirral-unilever.md",
    "two-way-street/log-wirral-unilever.md",
    "two-way-street/portfolio.md",
    "two-way-street/partnership-wirral-unilever.html",
    "two-way-street/plan-wirral-unilever.md",
    "two-way-street/exchange-wirral-unilever.md",
    "calder-valley/review-digital-care-records.md",
    "calder-valley/review-line-leaders.md",
    "calder-valley/review-pump-technicians.md",
    "calder-valley/review-toolroom-skills.html",
    "calder-valley/review-toolroom-skills.md",
    "calder-valley/case-study-digital-care-records.md",
    "calder-valley/case-study-line-leaders.md",
    "calder-valley/case-study-pump-technicians.md",
    "calder-valley/case-study-toolroom-skills.html",
    "calder-valley/case-study-toolroom-skills.md",
    "two-way-street/review-wirral-unilever.md",
    "two-way-street/case-study-wirral-unilever.md",
    "two-way-street/case-study-kirklees-syngenta-nufarm.html",
    "calder-valley/needs-digital-care-records.md",
    "calder-valley/needs-line-leaders.md",
    "calder-valley/needs-pump-technicians.md",
    "calder-valley/needs-toolroom-skills.html",
    "calder-valley/needs-toolroom-skills.md",
    "two-way-street/needs-wirral-unilever.md",
    "calder-valley/learners-digital-care-records.md",
    "calder-valley/learners-line-leaders.html",
    "calder-valley/learners-line-leaders.md",
    "calder-valley/learners-pump-technicians.md",
    "calder-valley/learners-toolroom-skills.md",
    "two-way-street/learners-wirral-unilever.md",
    "calder-valley/engagement-digital-care-records.md",
    "calder-valley/engagement-line-leaders.md",
    "calder-valley/engagement-pump-technicians.md",
    "calder-valley/engagement-toolroom-skills.html",
    "calder-valley/engagement-toolroom-skills.md",
    "two-way-street/engagement-wirral-unilever.md",
    "calder-valley/xref-digital-care-records.md",
    "calder-valley/xref-line-leaders.md",
    "calder-valley/xref-pump-technicians.html",
    "calder-valley/xref-pump-technicians.md",
    "calder-valley/xref-toolroom-skills.html",
    "calder-valley/xref-toolroom-skills.md",
    "two-way-street/xref-wirral-unilever.md",
)


@cache
def pages(example: str) -> dict[str, Page]:
    root = PROJECT / "examples" / example
    loader = Loader(root, Settings(root, AS_OF, cache=False))
    loaded = loader.load()
    assert loaded.configuration is not None
    workspace = Workspace(loaded.configuration, loader.records_of(loaded.units))
    files = {record.id: files_beside(record, record, root, root / "reports") for record in workspace.partnerships}
    context = Context(AS_OF, "0.0.0", scoring=scoring_of(loaded.configuration, AS_OF), files=files)
    return {
        page.name: page
        for view in (
            portfolio,
            partnership,
            agreement,
            log,
            plan,
            exchange,
            review,
            case_study,
            needs,
            learners,
            engagement,
            ecology,
            scorecard,
            xref,
        )
        for page in view.pages(workspace, context)
    }


@pytest.mark.parametrize("name", KEPT)
def test_a_page_of_an_example_is_what_it_was(name: str) -> None:
    example, _, file = name.partition("/")
    page, _, suffix = file.rpartition(".")
    written = WRITERS[suffix].render(pages(example)[page], PROJECT / "templates")
    golden = GOLDENS / name
    if os.environ.get("PARTNERKIT_BLESS"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")
