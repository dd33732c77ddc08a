"""docs/format.md is what the models say, and can be read from end to end by following its links."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from partnerkit.model.format_page import anchor, format_page
from partnerkit.model.kinds import KINDS, sections
from unit.model.reading import read

PAGE = Path(__file__).parents[3] / "docs" / "format.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == format_page(), "write docs/format.md again"


def test_every_link_leads_to_one_heading() -> None:
    headings = Counter(anchor(heading) for heading in _headings())
    assert [heading for heading, times in headings.items() if times > 1] == []
    assert set(re.findall(r"\]\(#([^)]*)\)", format_page())) <= set(headings)


@pytest.mark.parametrize("name", [*sections(), *KINDS, "configuration"])
def test_every_kind_and_section_has_a_heading(name: str) -> None:
    assert name in {anchor(heading) for heading in _headings()}


def test_every_table_has_as_many_cells_as_its_head() -> None:
    for table in re.findall(r"(?:^\|.*\n)+", format_page(), re.MULTILINE):
        rows = table.splitlines()
        assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {len(re.findall(r"\|", rows[0]))}


def test_the_record_to_start_with_is_a_record() -> None:
    first = re.search(r"```yaml\n(.*?)```", format_page(), re.DOTALL)
    assert first is not None
    KINDS["partnership"].model_validate(read(first[1]))


def _headings() -> list[str]:
    prose = re.sub(r"```.*?```", "", format_page(), flags=re.DOTALL)
    return re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
