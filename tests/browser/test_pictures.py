"""What only a browser can tell of pictures: that they can be read, moved in and printed, and that long tables work."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def opened(browser: Browser, path: Path, *, scripts: bool = True) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, java_script_enabled=scripts)
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("width", [1280, 768, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_have_no_fault_that_axe_knows(
    browser: Browser, pages: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto((pages / "pictures" / "gallery.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(AXE_RULES)}})
    context.close()
    assert [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found.response["violations"]] == []


def test_no_text_of_a_drawing_leaves_it(browser: Browser, pages: Path) -> None:
    page = opened(browser, pages / "pictures" / "gallery.html")
    outside = page.evaluate(
        """[...document.querySelectorAll('svg.drawing text')].filter(text => {
            const one = text.getBoundingClientRect(), all = text.closest('.pane').getBoundingClientRect();
            return one.left < all.left - 1 || one.right > all.right + 1 || one.bottom > all.bottom + 1;
        }).map(text => text.textContent)"""
    )
    page.close()
    assert outside == []


def test_a_long_table_is_sorted_by_its_heads(browser: Browser, pages: Path) -> None:
    page = opened(browser, pages / "pictures" / "many.html")
    table = page.locator("#Many-trends .table.long table")
    page.locator("#Many-trends summary").click()

    def column(number: int) -> list[str]:
        texts: list[str] = table.locator(f"tbody tr > :nth-child({number})").all_inner_texts()
        return texts

    days, values = column(2), column(3)
    head = table.get_by_role("columnheader", name="Value")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert column(3) == sorted(values, key=int)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert column(3) == sorted(values, key=int, reverse=True)
    table.get_by_role("columnheader", name="Day").get_by_role("button").press("Enter")
    assert column(2) == days
    assert head.get_attribute("aria-sort") is None
    page.close()


def test_a_long_table_is_searched_and_a_link_to_a_hidden_row_shows_it(browser: Browser, pages: Path) -> None:
    page = opened(browser, pages / "pictures" / "many.html")
    section = page.locator("#Many-progress")
    section.get_by_role("searchbox").fill("INDICATOR 5")
    assert section.get_by_role("status").inner_text() == "15 of 60 rows"
    assert section.locator("tbody tr:visible").count() == 15  # 5, 15, 25, 35, 45, and the fifties
    page.emulate_media(media="print")
    assert section.locator("tbody tr:visible").count() == 60
    page.emulate_media(media="screen")
    section.locator("tbody tr").first.evaluate("row => { row.id = 'first-row'; }")
    page.evaluate("location.hash = 'first-row'")
    page.wait_for_function("document.querySelector('#first-row').checkVisibility()")
    assert section.get_by_role("status").inner_text() == "60 rows"
    page.close()


def test_without_scripts_nothing_is_lost(browser: Browser, pages: Path) -> None:
    page = opened(browser, pages / "pictures" / "many.html", scripts=False)
    assert page.locator("#Many-progress tbody tr:visible").count() == 60
    assert page.get_by_role("searchbox").count() == 0
    page.close()


def test_broad_grids_are_printed_across_and_the_rest_upright(browser: Browser, pages: Path) -> None:
    page = opened(browser, pages / "pictures" / "gallery.html")
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    across = [float(width) > float(height) for width, height in sizes]
    assert across.count(True) >= 5
    assert across.count(False) >= 5
