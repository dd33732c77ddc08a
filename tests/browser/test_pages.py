"""What only a browser can tell of a page: that it fits, that it asks for nothing, that everybody can read it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from partnerkit.units import unit, unit_names
from partnerkit.views.api import WHOLE

AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
VIEWS = {name: unit("partnerkit.views", name).PLACE >= WHOLE for name in unit_names("partnerkit.views", "pages")}
"""The views, each with whether it has a page for each partnership."""


def all_pages(example: str, *ids: str) -> list[str]:
    """The pages of an example about the whole, and about some partnerships."""
    names = (
        name
        for view, is_single in VIEWS.items()
        for name in ([f"{view}-{id_}" for id_ in ids] if is_single else [view])
    )
    return [f"{example}/{name}.html" for name in names]


PICTURES = ("pictures/gallery.html", "pictures/many.html")
# Of a complete partnership, and every picture there is: looked at closely.
LOOKED_AT = (*all_pages("calder-valley", "toolroom-skills"), *PICTURES, "history/history.html")
OTHERS = tuple(
    name
    for name in (
        *all_pages("calder-valley", "digital-care-records", "line-leaders", "pump-technicians"),
        *all_pages("two-way-street", "wirral-unilever"),
    )
    if name not in LOOKED_AT
)
WIDTHS = (1280, 768, 360)
THOROUGH = bool(os.environ.get("PARTNERKIT_THOROUGH"))
"""Whether every page is looked at in both themes at all widths, as `make browser-thorough` does."""
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


@pytest.mark.parametrize("name", [*LOOKED_AT, *OTHERS])
def test_a_page_fits_the_window_and_asks_for_nothing(browser: Browser, pages: Path, name: str) -> None:
    page, trouble = opened(browser, pages / name, WIDTHS[0])
    too_wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        widest = page.evaluate("document.scrollingElement.scrollWidth")
        too_wide += [(width, widest)] if widest > width else []
    page.close()
    assert trouble == []
    assert too_wide == []


@pytest.mark.parametrize("name", LOOKED_AT)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_no_fault_that_axe_knows(browser: Browser, pages: Path, name: str, scheme: Scheme) -> None:
    # What the theme changes is colour, and that is the same at every width.
    assert faults_of(browser, pages / name, scheme, WIDTHS if THOROUGH or scheme == "light" else WIDTHS[:1]) == []


@pytest.mark.parametrize("name", OTHERS)
def test_the_other_pages_have_none_either(browser: Browser, pages: Path, name: str) -> None:
    # They are made of the same parts as the pages above: at every width, and dark, only where somebody has the time.
    assert faults_of(browser, pages / name, "light", WIDTHS if THOROUGH else WIDTHS[:1]) == []
    if THOROUGH:
        assert faults_of(browser, pages / name, "dark", WIDTHS) == []


def faults_of(browser: Browser, path: Path, scheme: Scheme, widths: Sequence[int]) -> list[tuple[int, str, str]]:
    """What axe finds on a page, at some widths."""
    # axe runs inside the page, which the page's own policy forbids; the policy is looked at in the test above.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(path.as_uri())
    faults = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(AXE_RULES)}})
        faults += [(width, fault["id"], fault["nodes"][0]["html"][:120]) for fault in found.response["violations"]]
    context.close()
    return faults


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
