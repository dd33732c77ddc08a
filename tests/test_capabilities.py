"""The table of what people ask for names pages, commands and rules that there are."""

from __future__ import annotations

import re
from pathlib import Path

from partnerkit.rules.catalogue import all_rules
from partnerkit.units import unit_names

PAGE = Path(__file__).resolve().parent.parent / "docs" / "capabilities.md"
ROWS = [line.split("|")[1:-1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
PAGES = set(unit_names("partnerkit.views", "pages"))


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_row_is_served_by_a_page_or_says_what_is_missing() -> None:
    rows = [row for row in ROWS if row[0].strip() != "what is asked for"]
    assert len(rows) == 58
    assert [row[0] for row in rows if not named(row[1]) and not row[2].strip()] == []


def test_every_page_that_is_named_exists_and_every_page_is_named() -> None:
    told = {name for row in ROWS for name in named(row[1])}
    assert told <= PAGES
    assert PAGES - told == {"index"}


def test_what_else_is_named_exists() -> None:
    commands = set(unit_names("partnerkit.cli", "command"))
    known = PAGES | {rule.name for rule in all_rules()}
    for row in ROWS:
        for name in named(row[2]):
            assert name.split()[1] in commands if name.startswith("partnerkit ") else name in known, name
