"""Each finding as a compiler shows it: what, where, the line with the place marked, help, and related places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from partnerkit.diagnostics.diagnostic import Diagnostic, Span
from partnerkit.diagnostics.text import Piece, Style, one_line, visible
from partnerkit.emit.api import MOST_SHOWN, Checked, Summary
from partnerkit.emit.lines import width, wrapped
from partnerkit.emit.styles import STYLES
from partnerkit.emit.summary import summary_of

WIDTH = 72
"""Columns that an excerpt or a line of help may take; of a longer excerpt the part around the place is shown."""


def emit(checked: Sequence[Checked], summary: Summary) -> Iterable[Piece]:
    """All findings in full, then the summary."""
    left = MOST_SHOWN
    for one in checked:
        for diagnostic in one.diagnostics[: max(left, 0)]:
            yield from _finding(diagnostic, one)
            yield "\n", "plain"
        left -= len(one.diagnostics)
    if left < 0:
        yield (
            f"… and {-left:,} more. Mend these first, or name a file or a folder to see only what is in it.\n\n",
            "plain",
        )
    yield from summary_of(checked, summary)


def _finding(diagnostic: Diagnostic, checked: Checked) -> Iterator[Piece]:
    style = STYLES[diagnostic.severity]
    yield f"{diagnostic.severity.word}[{diagnostic.kind.code} {diagnostic.kind.name}]", style
    yield f": {one_line(diagnostic.message)}", "strong"
    yield "\n", "plain"
    spans = [diagnostic.span, *(related.span for related in diagnostic.related)]
    margin = max(len(_line_number(span)) for span in spans)
    yield from _place(diagnostic.span, checked, margin, "-->", style)
    for related in diagnostic.related:
        yield from _place(related.span, checked, margin, ":::", "info", one_line(related.message))
    if diagnostic.help:
        yield f"{' ' * margin} = ", "margin"
        yield "help", "help"
        yield ": " + f"\n{' ' * (margin + 9)}".join(wrapped(diagnostic.help, WIDTH)) + "\n", "plain"


def _line_number(span: Span) -> str:
    return str(span.start.line + 1) if span.start is not None else ""


def _place(  # noqa: PLR0913 - how a place looks depends on all of it
    span: Span, checked: Checked, margin: int, arrow: str, style: Style, label: str = ""
) -> Iterator[Piece]:
    yield f"{' ' * margin}{arrow} ", "margin"
    where = one_line(checked.path(span.file))
    if span.start is None:
        yield f"{where}{': ' + label if label else ''}", "place"
        yield "\n", "plain"
        return
    yield f"{where}:{span.start.line + 1}:{span.start.column + 1}", "place"
    yield "\n", "plain"
    excerpt, start, columns = _cut(span)
    yield f"{' ' * margin} |", "margin"
    yield "\n", "plain"
    yield f"{_line_number(span):>{margin}} | ", "margin"
    yield f"{excerpt}\n", "plain"
    yield f"{' ' * margin} | ", "margin"
    yield " " * start, "plain"
    yield "^" * min(columns, WIDTH + 1 - start) + (f" {label}" if label else ""), style
    yield "\n", "plain"


def _cut(span: Span) -> tuple[str, int, int]:
    """The excerpt as shown, the column where the mark begins and its width, all in columns of a terminal."""
    assert span.start is not None  # noqa: S101 - the caller has looked
    text = span.excerpt
    begin = min(span.start.column, len(text))
    same_line = span.end is not None and span.end.line == span.start.line
    end = min(span.end.column, len(text)) if span.end is not None and same_line else len(text)
    lead = ""
    # The width of a line is worked out by the character; of a line of a megabyte its length tells enough.
    if begin > WIDTH // 2 and (len(text) > WIDTH or width(text) > WIDTH):
        cut = begin - WIDTH // 3
        text, begin, end, lead = text[cut:], begin - cut, end - cut, "…"
    shown, tail = (text, "") if len(text) <= WIDTH else (text[:WIDTH], "…")
    before, marked = one_line(shown[:begin]), one_line(shown[begin:end])
    excerpt = lead + before + marked + one_line(shown[max(end, begin) :]) + tail
    # The three pieces were made harmless one by one; together they must be so, too (see `visible`).
    return visible(excerpt), len(lead) + width(before), max(width(marked), 1)
