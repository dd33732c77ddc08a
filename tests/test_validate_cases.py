"""Small workspaces with a fault on each line that says so, and their repaired twins.

In tests/cases/validate/NAME/bad, the comment `# expect: NAME` stands on every line that must be reported, by hand;
`expect-file:` and `expect-folder:` in a comment mean the file, or its folder, as a whole. The twin NAME/good is without
any fault. Nothing more and nothing less may be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from partnerkit.app.diagnostics_page import kinds
from partnerkit.app.loading import Loader
from partnerkit.app.outcome import Settings

CASES = Path(__file__).parent / "cases" / "validate"
EXPECTED = re.compile(r"#.*\bexpect(-file|-folder)?: *([a-z0-9-]+(?:, *[a-z0-9-]+)*) *$")

NOT_IN_FILES = {
    "not-utf-8": "the case would be a binary file; test_hostile_input.py writes it",
    "too-large": "the case would be a megabyte; test_hostile_input.py writes it",
    "unreadable-file": "a repository cannot hold a file that nobody may read",
    "not-a-plain-file": "links and pipes do not survive every checkout; test_hostile_input.py makes them",
    "linked-folder": "links do not survive every checkout; test_hostile_input.py makes them",
    "too-many-files": "the case would be 250,000 files",
    "reading-failed": "no file is known that ends the program",
    "names-collide": "on the computers it warns of, the case itself could not be checked out",
    "rule-raised": "it takes a broken rule: tests/unit/rules/test_engine.py",
    "expired-suppression": "said by lint: tests/test_lint.py",
    "unused-suppression": "said by lint: tests/test_lint.py",
    "unknown-rule": "said by lint: tests/test_lint.py",
    "endless-suppression": "said by lint: tests/test_lint.py",
    "level-too-low": "said by check: tests/test_check.py",
    "page-outdated": "said by check: tests/test_check.py",
    "id-taken-elsewhere": "said by check: tests/test_check.py",
    "finding-excused": "said by check: tests/test_check.py",
    "gate-loosened": "said by check: tests/test_check.py",
    "page-shows-more": "said by check: tests/test_check.py",
    "taken-away": "said by check: tests/test_check.py",
    "settings-unusable": "said by check: tests/test_check.py",
}
SCENARIOS = {"one-mistake-one-finding", "each-mistake-is-told"}
"""Folders that show how several kinds of fault go together."""


def _expected(workspace: Path) -> Iterator[tuple[str, int, str]]:
    for path in workspace.rglob("*.[yY]*"):
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if (match := EXPECTED.search(line)) is not None:
                place = path.parent if match[1] == "-folder" else path
                for name in match[2].split(","):
                    yield place.relative_to(workspace).as_posix(), 0 if match[1] else at, name.strip()


def _found(workspace: Path) -> Iterator[tuple[str, int, str]]:
    loaded = Loader(workspace, Settings(workspace, date(2026, 10, 15), cache=False)).load()
    for diagnostic in loaded.diagnostics:
        start = diagnostic.span.start
        yield diagnostic.span.file, 0 if start is None else start.line + 1, diagnostic.kind.name


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_every_fault_is_found_where_it_is_and_nothing_else(case: str) -> None:
    assert sorted(_found(CASES / case / "bad")) == sorted(_expected(CASES / case / "bad"))


@pytest.mark.parametrize("case", sorted(path.parent.name for path in CASES.glob("*/good")))
def test_the_repaired_twin_has_no_fault(case: str) -> None:
    assert list(_expected(CASES / case / "good")) == []
    assert list(_found(CASES / case / "good")) == []


def test_every_kind_of_diagnostic_has_a_case_or_a_reason_why_not() -> None:
    names = {kind.name for kind in kinds()}
    shown = {path.name for path in CASES.iterdir()} - SCENARIOS
    assert shown | set(NOT_IN_FILES) == names
    assert shown.isdisjoint(NOT_IN_FILES)


@pytest.mark.parametrize("case", sorted({path.name for path in CASES.iterdir()} - SCENARIOS))
def test_a_case_shows_the_kind_it_is_named_after_and_has_a_repaired_twin(case: str) -> None:
    assert case in {name for _, _, name in _expected(CASES / case / "bad")}
    assert (CASES / case / "good").is_dir()
