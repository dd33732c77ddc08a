"""Findings on one line each."""

from __future__ import annotations

from partnerkit.diagnostics.diagnostic import Related, Span
from partnerkit.diagnostics.text import plain
from partnerkit.emit.api import Summary
from partnerkit.emit.concise import emit
from unit.emit.findings import NESTED, checked, finding, span


def test_a_finding_is_one_line_that_editors_can_jump_from() -> None:
    there = Related("elsewhere", Span("b.yaml"))
    found = [
        finding(span("title: 2026", "2026", line=3), "one\nmessage", "Some\nhelp.", there),
        finding(Span("inner"), "a folder", kind=NESTED),
    ]
    text = plain(emit([checked(*found, root="records")], Summary("0.01 s")))
    assert text.splitlines() == [
        "records/a.yaml:3:8: error PK104 missing-key: one\\nmessage (Some\\nhelp.)",
        "records/inner: warning PK209 nested-workspace: a folder",
        "Found 1 error and 1 warning in 2 files, 0.01 s. 1 record (1 partnership) is valid.",
    ]


def test_all_findings_are_printed_however_many() -> None:
    many = [finding(Span(f"{at}.yaml")) for at in range(2_000)]
    assert plain(emit([checked(*many)], Summary("", quiet=True))).count("\n") == 2_000
