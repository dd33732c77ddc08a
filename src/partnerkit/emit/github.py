"""For GitHub Actions: a workflow command for each finding, which GitHub shows at its line, then the summary.

GitHub shows ten of each severity, and takes the commands out of the log: so errors come first, and the summary says how
many there are. Lines and columns count from 1, columns in code points.

Source: github.com/actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from partnerkit.diagnostics.diagnostic import Severity, Span
from partnerkit.diagnostics.text import Piece
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.entries import Entry, entries, last_line, worst_first
from partnerkit.emit.summary import summary_of

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def emit(checked: Sequence[Checked], summary: Summary) -> Iterable[Piece]:
    """All findings, the worst first, then the summary."""
    for entry in worst_first(entries(checked)):
        yield _command(entry) + "\n", "plain"
    yield from summary_of(checked, summary)


def _command(entry: Entry) -> str:
    properties = {"title": entry.title, "file": entry.path, **dict(_region(entry.diagnostic.span))}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[entry.diagnostic.severity]} {listed}::{_data(entry.text)}"


def _region(span: Span) -> Iterator[tuple[str, str]]:
    if span.start is None:
        return
    last = last_line(span)
    yield "line", str(span.start.line + 1)
    yield "endLine", str(last)
    # GitHub takes columns only for what lies on one line.
    if last == span.start.line + 1:
        end = span.end or span.start
        yield "col", str(span.start.column + 1)
        yield "endColumn", str((end.column if end.line == span.start.line else len(span.excerpt)) + 1)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
