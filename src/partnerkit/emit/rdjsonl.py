"""For reviewdog: a JSON object for each finding, one a line.

Lines and columns count from 1, columns in bytes of UTF-8; an end is exclusive.

Source: github.com/reviewdog/reviewdog, proto/rdf/reviewdog.proto.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from partnerkit.diagnostics.diagnostic import Position, Span
from partnerkit.diagnostics.text import Piece
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.entries import Entry, entries, path_of, sentence


def emit(checked: Sequence[Checked], _summary: Summary) -> Iterable[Piece]:
    """All findings."""
    for entry in entries(checked):
        yield json.dumps(_diagnostic(entry), ensure_ascii=False, allow_nan=False) + "\n", "plain"


def _diagnostic(entry: Entry) -> Mapping[str, Any]:
    diagnostic = entry.diagnostic
    found: dict[str, Any] = {
        "message": entry.text,
        "location": _location(diagnostic.span, entry.checked),
        "severity": diagnostic.severity.name,
        "source": {"name": "partnerkit"},
        "code": {"value": entry.title},
    }
    if diagnostic.related:
        found["related_locations"] = [
            {"message": sentence(related.message), "location": _location(related.span, entry.checked)}
            for related in diagnostic.related
        ]
    return found


def _location(span: Span, checked: Checked) -> Mapping[str, Any]:
    location: dict[str, Any] = {"path": path_of(span, checked)}
    if span.start is None:
        return location
    start: dict[str, int] = {"line": span.start.line + 1, "column": _bytes(span, span.start)}
    location["range"] = {"start": start}
    if span.end is None:
        return location
    end: dict[str, int] = {"line": span.end.line + 1}
    if span.end.line == span.start.line or not span.end.column:
        end["column"] = _bytes(span, span.end)
    else:
        # The bytes of a later line are not known here; without columns, the range is of whole lines.
        del start["column"]
    location["range"]["end"] = end
    return location


def _bytes(span: Span, position: Position) -> int:
    """The column in bytes, from 1; a surrogate, which no file holds, counts as the character put in its place."""
    return len(span.excerpt[: position.column].encode("utf-8", "replace")) + 1 if position.column else 1
