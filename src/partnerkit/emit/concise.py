"""Each finding on one line: `file:line:column: error PK202 dangling-reference: message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.styles import STYLES
from partnerkit.emit.summary import summary_of


def emit(checked: Sequence[Checked], summary: Summary) -> Iterable[Piece]:
    """All findings, one a line, then the summary."""
    for one in checked:
        for diagnostic in one.diagnostics:
            yield from _finding(diagnostic, one)
    yield from summary_of(checked, summary)


def _finding(diagnostic: Diagnostic, checked: Checked) -> Iterator[Piece]:
    start = diagnostic.span.start
    where = one_line(checked.path(diagnostic.span.file))
    yield f"{where}:{start.line + 1}:{start.column + 1}" if start is not None else where, "place"
    yield ": ", "plain"
    yield f"{diagnostic.severity.word} {diagnostic.kind.code} {diagnostic.kind.name}", STYLES[diagnostic.severity]
    yield f": {one_line(diagnostic.message)}", "plain"
    yield (f" ({one_line(diagnostic.help)})" if diagnostic.help else "") + "\n", "plain"
