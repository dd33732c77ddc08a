"""What only a browser can tell of a page: that it fits, that it asks for nothing, that everybody can read it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# The longest page, a neglected one, a nearly empty one, the two overviews, and every picture there is.
LOOKED_AT = (
    "calder-valley/portfolio.html",
    "calder-valley/partnership-toolroom-skills.html",
    "calder-valley/partnership-line-leaders.html",
    "calder-valley/partnership-digital-care-records.html",
    "calder-valley/plan-toolroom-skills.html",
    "calder-valley/plan-line-leaders.html",
    "calder-valley/exchange-toolroom-skills.html",
    "calder-valley/review-toolroom-skills.html",
    "calder-valley/review-line-leaders.html",
    "calder-valley/case-study-toolroom-skills.html",
    "calder-valley/needs-toolroom-skills.html",
    "calder-valley/learners-toolroom-skills.html",
    "calder-valley/learners-line-leaders.html",
    "calder-valley/engagement-toolroom-skills.html",
    "calder-valley/engagement-line-leaders.html",
    "calder-valley/ecology.html",
    "calder-valley/scorecard-toolroom-skills.html",
    "calder-valley/scorecard-digital-care-records.html",
    "two-way-street/portfolio.html",
    "two-way-street/ecology.html",
    "two-way-street/partnership-wirral-unilever.html",
    "calder-valley/xref-toolroom-skills.html",
    "pictures/gallery.html",
    "pictures/many.html",
)
WIDTHS = (1280, 768, 360)
Scheme = Literal["light", "dark"]


def opened(browser: Browser, path: Path, width: int, scheme: Scheme = "light") -> tuple[Page, list[str]]:
    """The page in a window of a width, and what it asked for besides itself or complained of."""
    trouble: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)

    def requested(request: Request) -> None:
        if request.url != path.as_uri() and not request.url.startswith("data:"):
            trouble.append(f"asked for {request.url}")

    page.on("request", requested)
    page.on("console", lambda message: trouble.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(path.as_uri())
    return page, trouble


@pytest.mark.parametrize("name", LOOKED_AT)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_fits_the_window_and_asks_for_nothing(browser: Browser, pages: Path, name: str, width: int) -> None:
    page, trouble = opened(browser, pages / name, width)
    widest = page.evaluate("document.scrollingElement.scrollWidth")
    page.close()
    assert trouble == []
    assert widest <= width


@pytest.mark.parametrize("name", LOOKED_AT)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_no_fault_that_axe_knows(browser: Browser, pages: Path, name: str, scheme: Scheme) -> None:
    # axe runs inside the page, which the page's own policy forbids; the policy is looked at in the test above.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((pages / name).as_uri())
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(AXE_RULES)}})
    context.close()
    faults = [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found.response["violations"]]
    assert faults == []


@pytest.mark.parametrize("name", LOOKED_AT)
def test_every_link_within_a_page_leads_somewhere(browser: Browser, pages: Path, name: str) -> None:
    page, _ = opened(browser, pages / name, 1280)
    dead = page.evaluate(
        """[...document.querySelectorAll('a[href^="#"]')]
            .map(link => decodeURIComponent(link.hash.slice(1)))
            .filter(anchor => !document.getElementById(anchor))"""
    )
    linked = page.evaluate("""[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))""")
    page.close()
    assert dead == []
    files = [href.split("#")[0] for href in linked if not href.startswith(("#", "http", "mailto:"))]
    assert [file for file in files if not (pages / name).parent.joinpath(file).exists()] == []


@pytest.mark.parametrize("name", LOOKED_AT)
def test_headings_go_down_one_step_at_a_time(browser: Browser, pages: Path, name: str) -> None:
    page, _ = opened(browser, pages / name, 1280)
    levels: list[int] = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    page.close()
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(one, after) for one, after in pairwise(levels) if after > one + 1] == []


@pytest.mark.parametrize("name", LOOKED_AT)
def test_in_print_nothing_is_dark_and_nothing_is_cut_off(browser: Browser, pages: Path, name: str) -> None:
    page, _ = opened(browser, pages / name, 794, "dark")  # A4 at 96 dots an inch
    page.emulate_media(media="print")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    widest = page.evaluate("document.scrollingElement.scrollWidth")
    page.close()
    assert background in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert widest <= 794
