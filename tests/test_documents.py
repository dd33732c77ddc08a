"""The pages of docs/ are what the program says, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from partnerkit.cli.documentation import generated_pages
from partnerkit.model.format_page import anchor

PROJECT = Path(__file__).resolve().parent.parent
DOCS = PROJECT / "docs"
PAGES = generated_pages(PROJECT / "tests" / "cases" / "validate")
WRITTEN = sorted(
    path.relative_to(PROJECT).as_posix()
    for path in [*PROJECT.glob("*.md"), *DOCS.rglob("*.md"), *PROJECT.glob("examples/*/README.md")]
)


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name], f"write docs/{name} again with `make docs`"


@pytest.mark.parametrize("name", WRITTEN)
def test_a_link_to_another_page_leads_to_a_file_and_to_a_heading_in_it(name: str) -> None:
    page = PROJECT / name
    broken = [
        link
        for link in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", _prose(page))
        if not _leads_somewhere(page, link)
    ]
    assert broken == []


def _leads_somewhere(page: Path, link: str) -> bool:
    file, _, heading = link.partition("#")
    target = (page.parent / file) if file else page
    if not target.exists():
        return False
    return not heading or heading in {anchor(found) for found in re.findall("^#+ (.+)$", _prose(target), re.MULTILINE)}


def _prose(page: Path) -> str:
    """A page without its examples."""
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
