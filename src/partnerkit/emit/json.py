"""For programs: one JSON object, of the form that `partnerkit schema diagnostics` describes.

Lines and columns count from 1, columns in code points; an end is exclusive. Paths are relative to the current folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from partnerkit.diagnostics.diagnostic import Severity, Span
from partnerkit.diagnostics.text import Piece, one_line, visible
from partnerkit.emit.api import Checked, Summary, counted
from partnerkit.emit.entries import Entry, entries

SCHEMA = "partnerkit-diagnostics/1"


def emit(checked: Sequence[Checked], _summary: Summary) -> Iterable[Piece]:
    """All findings and the counts."""
    document = {
        "schema": SCHEMA,
        "diagnostics": [_diagnostic(entry) for entry in entries(checked)],
        "summary": {
            "workspaces": [one_line(one.path("")) for one in checked],
            "files": sum(one.files for one in checked),
            "records": {
                kind: sum(one.counts.get(kind, 0) for one in checked)
                for kind in ("partnership", "organisation", "framework", "programme")
            },
            "errors": counted(checked, Severity.ERROR),
            "warnings": counted(checked, Severity.WARNING),
            "infos": counted(checked, Severity.INFO),
            "suppressed": sum(len(one.suppressed) for one in checked),
            "known": sum(len(one.known) for one in checked),
        },
    }
    yield json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n", "plain"


def _diagnostic(entry: Entry) -> Mapping[str, Any]:
    diagnostic, checked = entry.diagnostic, entry.checked
    return {
        "code": diagnostic.kind.code,
        "name": diagnostic.kind.name,
        "severity": diagnostic.severity.word,
        "message": visible(diagnostic.message),
        "help": visible(diagnostic.help),
        **_place(diagnostic.span, checked),
        "related": [
            {"message": visible(related.message), **_place(related.span, checked)} for related in diagnostic.related
        ],
        "fingerprint": entry.fingerprint,
    }


def _place(span: Span, checked: Checked) -> Mapping[str, Any]:
    place: dict[str, Any] = {"file": one_line(checked.path(span.file))}
    for name, position in (("start", span.start), ("end", span.end)):
        place[name] = None if position is None else {"line": position.line + 1, "column": position.column + 1}
    return place
