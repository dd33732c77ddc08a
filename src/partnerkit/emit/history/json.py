"""For programs: one JSON object, of the form that `partnerkit schema history` describes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from partnerkit.diagnostics.text import Piece, one_line, visible
from partnerkit.views.over_time.history import History, Standing, latest

SCHEMA = "partnerkit-history/1"


def emit(history: History) -> Iterable[Piece]:
    """All standings."""
    document = {
        "schema": SCHEMA,
        "rubric": history.measure.name,
        "moments": [{"label": one_line(one.label), "commit": one.commit, "day": one.day} for one in history.moments],
        "partnerships": [
            {"id": id_, "title": visible(latest(standings).title), "standings": [_standing(one) for one in standings]}
            for id_, standings in sorted(history.standings.items())
        ],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n", "plain"


def _standing(one: Standing | None) -> Mapping[str, Any] | None:
    if one is None:
        return None
    return {
        "stage": one.stage,
        "points": {code: visible(point.said) for code, point in one.points.items()},
        "open_actions": one.open_actions,
        "errors": one.errors,
        "warnings": one.warnings,
    }
