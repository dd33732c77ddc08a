"""For programs: one JSON object, of the form that `partnerkit schema diagnostics` describes.

Lines and columns count from 1, columns in code points; an end is exclusive. Paths are relative to the current folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from partnerkit.diagnostics.diagnostic import Diagnostic, Severity, Span
from partnerkit.diagnostics.text import Piece, one_line, visible
from partnerkit.emit.api import Checked, Summary, counted

SCHEMA = "partnerkit-diagnostics/1"


def emit(checked: Sequence[Checked], _summary: Summary) -> Iterable[Piece]:
    """All findings and the counts."""
    document = {
        "schema": SCHEMA,
        "diagnostics": [_diagnostic(found, one) for one in checked for found in one.diagnostics],
        "summary": {
            "workspaces": [one.path("") for one in checked],
            "files": sum(one.files for one in checked),
            "records": {
                kind: sum(one.counts.get(kind, 0) for one in checked)
                for kind in ("partnership", "organisation", "framework", "programme")
            },
            "errors": counted(checked, Severity.ERROR),
            "warnings": counted(checked, Severity.WARNING),
            "infos": counted(checked, Severity.INFO),
        },
    }
    yield json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n", "plain"


def _diagnostic(diagnostic: Diagnostic, checked: Checked) -> Mapping[str, Any]:
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
    }


def _place(span: Span, checked: Checked) -> Mapping[str, Any]:
    place: dict[str, Any] = {"file": one_line(checked.path(span.file))}
    for name, position in (("start", span.start), ("end", span.end)):
        place[name] = None if position is None else {"line": position.line + 1, "column": position.column + 1}
    return place
