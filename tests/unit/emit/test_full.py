"""Findings as a compiler shows them."""

from __future__ import annotations

from textwrap import dedent

import pytest

from partnerkit.diagnostics.diagnostic import Diagnostic, Position, Related, Span
from partnerkit.diagnostics.text import plain
from partnerkit.emit.api import MOST_SHOWN, Summary
from partnerkit.emit.full import WIDTH, emit
from unit.emit.findings import NESTED, checked, finding, span

QUIET = Summary("0.01 s", quiet=True)


def shown(*found: Diagnostic, root: str = ".") -> str:
    text = plain(emit([checked(*found, root=root)], QUIET))
    assert text.endswith("\n\n")
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def expected(text: str) -> str:
    return dedent(text).strip("\n")


def test_a_finding_shows_its_line_and_marks_the_place() -> None:
    found = finding(span("title: 2026", "2026", line=3), "`title` must be text", "Put it in quotes.")
    assert shown(found) == expected("""
        error[PK104 missing-key]: `title` must be text
         --> a.yaml:3:8
          |
        3 | title: 2026
          |        ^^^^
          = help: Put it in quotes.
        """)


def test_related_places_are_shown_below_with_what_is_there() -> None:
    there = Related("it stands here already", span("id: a", "a", file="b.yaml", line=120))
    assert shown(finding(span("id: a", "a", line=2), "the id `a` is taken", "", there), root="records") == expected("""
        error[PK104 missing-key]: the id `a` is taken
           --> records/a.yaml:2:5
            |
          2 | id: a
            |     ^
           ::: records/b.yaml:120:5
            |
        120 | id: a
            |     ^ it stands here already
        """)


def test_a_file_as_a_whole_is_shown_by_its_name() -> None:
    other = Related("the other file", Span("A.yaml"))
    assert shown(finding(Span("a.yaml"), "the names are the same", "Rename it.", other, kind=NESTED)) == expected("""
        warning[PK209 nested-workspace]: the names are the same
        --> a.yaml
        ::: A.yaml: the other file
         = help: Rename it.
        """)


def test_an_empty_place_is_marked_where_it_would_begin() -> None:
    where = Span("a.yaml", Position(0, 6), Position(0, 6), "title:")
    assert shown(finding(where)).splitlines()[-1] == "  |       ^"


def test_of_a_place_over_several_lines_the_rest_of_the_first_is_marked() -> None:
    where = Span("a.yaml", Position(0, 0), Position(4, 9), "kind: partnership")
    assert shown(finding(where)).splitlines()[-1] == "  | ^^^^^^^^^^^^^^^^^"


@pytest.mark.parametrize(
    ("line", "marked", "excerpt", "marks"),
    [
        ("title: 目標を見直す, x", ", x", "title: 目標を見直す, x", " " * 19 + "^^^"),
        ("title: e\u0301te\u0301, x", ", x", "title: e\u0301te\u0301, x", " " * 10 + "^^^"),
        ("title: \x1b[31m, x", ", x", "title: \\x1b[31m, x", " " * 15 + "^^^"),
        ("a\tb", "b", "a\\tb", " " * 3 + "^"),
        ("x: \u200b", "\u200b", "x: \\u200b", " " * 3 + "^" * 6),
    ],
)
def test_marks_stand_under_what_a_terminal_shows(line: str, marked: str, excerpt: str, marks: str) -> None:
    assert shown(finding(span(line, marked))).splitlines()[-2:] == [f"1 | {excerpt}", f"  | {marks}"]


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "summary: " + "word " * 40 + "2026 " + "word " * 40
    excerpt, marks = shown(finding(span(line, "2026"))).splitlines()[-2:]
    assert excerpt.startswith("1 | …")
    assert excerpt.endswith("…")
    assert len(excerpt) <= WIDTH + 6
    assert excerpt[marks.index("^") : marks.rindex("^") + 1] == "2026"


def test_a_mark_does_not_run_beyond_what_is_shown() -> None:
    line = "summary: " + "word " * 40
    marks = shown(finding(span(line, "word " * 40))).splitlines()[-1]
    assert len(marks) <= WIDTH + 6
    assert marks.count("^") == WIDTH - len("summary: ")


def test_help_is_broken_into_lines_but_not_within_backticks() -> None:
    help_ = "Begin each item with the hyphen and the space, on a line of its own, as in `- id: risk-1`, and go on."
    assert shown(finding(Span("a.yaml"), "m", help_)) == expected("""
        error[PK104 missing-key]: m
        --> a.yaml
         = help: Begin each item with the hyphen and the space, on a line of its own, as
                 in `- id: risk-1`, and go on.
        """)


def test_line_breaks_in_a_message_or_a_name_do_not_forge_lines() -> None:
    text = shown(finding(Span("a\n::error::.yaml"), "one\ntwo", "three\nfour"))
    assert text.splitlines() == [
        "error[PK104 missing-key]: one\\ntwo",
        "--> a\\n::error::.yaml",
        " = help: three\\nfour",
    ]


@pytest.mark.parametrize(("root", "file"), [(".", "::error.yaml"), (".", "-rf.yaml"), ("#x", "a.yaml")])
def test_a_name_at_the_beginning_of_a_line_is_no_command(root: str, file: str) -> None:
    assert "--> ./" in shown(finding(Span(file)), root=root)


def test_after_many_findings_the_rest_is_counted() -> None:
    many = [finding(Span(f"{at}.yaml")) for at in range(MOST_SHOWN + 7)]
    first = checked(*many[: MOST_SHOWN - 1])
    text = plain(emit([first, checked(*many[MOST_SHOWN - 1 :])], QUIET))
    assert text.count("error[") == MOST_SHOWN
    assert "… and 7 more." in text
    exactly = plain(emit([checked(*many[:MOST_SHOWN])], QUIET))
    assert "more" not in exactly
