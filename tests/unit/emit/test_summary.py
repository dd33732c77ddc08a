"""The last lines of a check."""

from __future__ import annotations

import pytest

from partnerkit.diagnostics.diagnostic import Span
from partnerkit.diagnostics.text import plain
from partnerkit.emit.api import Checked, Summary, number
from partnerkit.emit.summary import summary_of
from unit.emit.findings import NESTED, checked, finding

FAULT, WARNING = finding(Span("a.yaml")), finding(Span("inner"), kind=NESTED)
ALL_KINDS = {"organisation": 2, "framework": 1, "programme": 1, "partnership": 1_234}
NOTHING = "A record is a .yaml file that begins with `kind:`; hidden files and files that git ignores do not count."


def lines(*workspaces: Checked, quiet: bool = False, verbose: bool = False) -> list[str]:
    return plain(summary_of(workspaces, Summary("0.01 s", quiet=quiet, verbose=verbose))).splitlines()


def test_without_findings_it_says_what_was_looked_at() -> None:
    assert lines(Checked(".", (), ALL_KINDS, 1_300)) == [
        "No problems in 1,238 records (1,234 partnerships, 1 programme, 1 framework, 2 organisations), "
        "1,300 files, 0.01 s."
    ]


@pytest.mark.parametrize(
    ("workspaces", "expected"),
    [
        ([checked(FAULT)], "Found 1 error in 2 files, 0.01 s. 1 record (1 partnership) is valid."),
        (
            [checked(FAULT, FAULT, WARNING, records=2, files=1)],
            "Found 2 errors and 1 warning in 1 file, 0.01 s. 2 records (2 partnerships) are valid.",
        ),
        ([checked(FAULT, records=0)], "Found 1 error in 2 files, 0.01 s. No record is valid."),
        ([checked(FAULT), checked()], "Found 1 error in 4 files, 0.01 s. 2 records (2 partnerships) are valid."),
    ],
)
def test_findings_are_counted(workspaces: list[Checked], expected: str) -> None:
    assert lines(*workspaces) == [expected]


def test_where_there_was_nothing_to_check_it_says_where_even_when_quiet() -> None:
    empty = Checked("records", (), {}, 0)
    narrowed = Checked("more", (), {}, 0, asked=("a.yaml", "b"))
    said = ["Nothing was checked: there are no records in records, more/a.yaml, more/b.", NOTHING]
    assert lines(empty, narrowed) == said
    assert lines(empty, narrowed, quiet=True) == said


def test_an_empty_workspace_beside_another_is_named() -> None:
    assert lines(checked(), Checked("empty", (), {}, 0)) == [
        "No problems in 1 record (1 partnership), 2 files, 0.01 s.",
        "Nothing was checked: there are no records in empty.",
        NOTHING,
    ]


def test_a_warning_makes_no_record() -> None:
    assert lines(Checked(".", (WARNING,), {}, 0)) == [
        "Found 1 warning in 0 files, 0.01 s. No record is valid.",
        "Nothing was checked: there are no records in this folder.",
        NOTHING,
    ]


def test_when_quiet_nothing_is_summed_up() -> None:
    assert lines(checked(FAULT), checked(), quiet=True) == []


def test_when_verbose_each_workspace_is_named() -> None:
    assert lines(checked(root="one"), checked(root="two", records=2), verbose=True)[:2] == [
        "one: 2 files, 1 valid record",
        "two: 2 files, 2 valid records",
    ]


def test_a_broken_configuration_is_mentioned() -> None:
    assert lines(Checked(".", (FAULT,), {"partnership": 1}, 2, is_unusable=True))[1:] == [
        "The configuration is broken, so the rest was checked with the settings every workspace has."
    ]


@pytest.mark.parametrize(
    ("count", "singular", "plural", "expected"),
    [
        (0, "error", None, "0 errors"),
        (1, "error", None, "1 error"),
        (2, "evidence", "evidence", "2 evidence"),
        (12_345, "record", None, "12,345 records"),
    ],
)
def test_a_count_agrees_with_its_noun(count: int, singular: str, plural: str | None, expected: str) -> None:
    assert number(count, singular, plural) == expected
