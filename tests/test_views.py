"""The pages of the examples, byte for byte; PARTNERKIT_BLESS=1 writes them again, to be read in the diff."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from partnerkit.app.loading import Loader
from partnerkit.app.outcome import Settings
from partnerkit.render import html, markdown
from partnerkit.views import partnership, portfolio
from partnerkit.views.api import Context
from partnerkit.views.blocks import Page
from partnerkit.workspace.workspace import Workspace

PROJECT = Path(__file__).resolve().parent.parent
GOLDENS = PROJECT / "tests" / "cases" / "views"
AS_OF = date(2026, 10, 15)
WRITERS = {"html": html, "md": markdown}
KEPT = (
    "calder-valley/portfolio.html",
    "calder-valley/portfolio.md",
    "calder-valley/partnership-digital-care-records.html",
    "calder-valley/partnership-digital-care-records.md",
    "calder-valley/partnership-line-leaders.md",
    "calder-valley/partnership-pump-technicians.md",
    "calder-valley/partnership-toolroom-skills.md",
    "two-way-street/portfolio.md",
    "two-way-street/partnership-wirral-unilever.html",
)


@cache
def pages(example: str) -> dict[str, Page]:
    root = PROJECT / "examples" / example
    loader = Loader(root, Settings(root, AS_OF, cache=False))
    loaded = loader.load()
    assert loaded.configuration is not None
    workspace = Workspace(loaded.configuration, loader.records_of(loaded.units))
    context = Context(AS_OF, "0.0.0")
    return {page.name: page for view in (portfolio, partnership) for page in view.pages(workspace, context)}


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
