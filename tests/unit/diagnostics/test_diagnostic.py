"""Diagnostics are sorted as a reader goes through the files."""

from __future__ import annotations

import pickle

from partnerkit.diagnostics.diagnostic import (
    Diagnostic,
    Kind,
    Mending,
    Position,
    Related,
    Severity,
    Span,
    TextEdit,
)

FIRST = Kind("PK001", "first", "First.", "Do.")
SECOND = Kind("PK002", "second", "Second.", "Do.", Severity.WARNING)


def test_they_are_sorted_by_file_then_place_then_code_then_message() -> None:
    whole = Diagnostic(SECOND, "b", Span("a.yaml"))
    early = Diagnostic(SECOND, "b", Span("a.yaml", Position(2, 9), Position(2, 10)))
    later = Diagnostic(FIRST, "a", Span("a.yaml", Position(10, 0), Position(10, 1)))
    same = Diagnostic(FIRST, "b", Span("a.yaml", Position(10, 0), Position(10, 9)))
    other_code = Diagnostic(SECOND, "a", Span("a.yaml", Position(10, 0), Position(10, 1)))
    other_file = Diagnostic(FIRST, "a", Span("b.yaml"))
    expected = [whole, early, later, same, other_code, other_file]
    mixed = [other_file, same, whole, other_code, early, later]
    assert sorted(mixed, key=lambda diagnostic: diagnostic.order) == expected


def test_an_error_weighs_more_than_a_warning() -> None:
    assert Severity.ERROR > Severity.WARNING > Severity.INFO
    assert [severity.word for severity in Severity] == ["info", "warning", "error"]
    assert Diagnostic(SECOND, "b", Span("a.yaml")).severity is Severity.WARNING


def test_nothing_is_lost_between_two_processes() -> None:
    span = Span("a.yaml", Position(2, 9), Position(2, 10), "the line")
    edits = (TextEdit("a.yaml", 1, 2, "x"),)
    full = Diagnostic(
        SECOND, "b", span, "help", (Related("there", span),), "risk r-1", Mending("mend", edits, is_safe=True)
    )
    assert pickle.loads(pickle.dumps(full)) == full  # noqa: S301 - its own
