"""For programs: one JSON object, of the form that `partnerkit schema diff` describes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from partnerkit.diagnostics.text import Piece, one_line, visible
from partnerkit.diff.changes import Change
from partnerkit.emit.diff.api import Compared, State

SCHEMA = "partnerkit-diff/1"


def emit(compared: Compared) -> Iterable[Piece]:
    """All changes."""
    document = {
        "schema": SCHEMA,
        "as_of": compared.as_of.isoformat(),
        "before": _state(compared.before),
        "after": _state(compared.after),
        "changes": [_change(compared, one) for one in compared.changes],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n", "plain"


def _state(state: State) -> Mapping[str, Any]:
    return {"name": one_line(state.name), "commit": state.commit or None, "day": state.day or None}


def _change(compared: Compared, one: Change) -> Mapping[str, Any]:
    kind, _, id_ = one.record.partition(" ")
    return {
        "kind": one.kind.name,
        "trend": one.kind.trend.value,
        "record": {"kind": kind, "id": one_line(id_), "title": visible(compared.titles.get(one.record, "")) or None},
        "subject": one_line(one.subject) or None,
        "words": visible(one.words),
        "before": visible(one.before) or None,
        "after": visible(one.after) or None,
        "keys": list(one.keys),
    }
