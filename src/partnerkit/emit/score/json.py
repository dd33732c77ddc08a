"""For programs: one JSON object, of the form that `partnerkit schema score` describes.

Lines count from 1, paths are relative to the current folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.diagnostics.text import Piece, one_line, visible
from partnerkit.emit.api import counted
from partnerkit.emit.score.api import Scored, steps
from partnerkit.rubric.catalogue import Rubric
from partnerkit.rubric.next_steps import Step
from partnerkit.rubric.scores import BANNER, Checked, Fact, Figures, Point, Score

PLACES = True
FOR_PROGRAMS = True
SCHEMA = "partnerkit-score/1"


def emit(scored: Scored) -> Iterable[Piece]:
    """All scores with all that is behind them."""
    document = {
        "schema": SCHEMA,
        "banner": BANNER,
        "as_of": scored.as_of.isoformat(),
        "workspace": one_line(scored.workspace.path("")),
        "errors": counted([scored.workspace], Severity.ERROR),
        "rubrics": [_rubric(rubric) for rubric in scored.rubrics],
        "scores": [_score(scored, score, rubric) for rubric in scored.rubrics for score in scored.of(rubric)],
        "below": [
            {
                "rubric": one.score.rubric,
                "partnership": one.score.partnership,
                "point": one.point.code,
                "level": one.point.level,
                "asked": one.asked,
            }
            for one in scored.below
        ],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n", "plain"


def _rubric(rubric: Rubric) -> Mapping[str, Any]:
    return {"name": rubric.name, "title": rubric.title, "levels": list(rubric.levels), "caveat": rubric.caveat}


def _score(scored: Scored, score: Score, rubric: Rubric) -> Mapping[str, Any]:
    return {
        "rubric": score.rubric,
        "partnership": score.partnership,
        "title": visible(score.title),
        "stage": score.stage.word,
        "level": score.level,
        "word": visible(score.word),
        "profile": visible(score.profile),
        "counts": {state.value: count for state, count in score.counts.items()},
        "points": [_point(scored, point) for point in score.points],
        "figures": [_figures(figures) for figures in score.figures],
        "next": [_step(step) for step in steps(score, rubric)],
        "faults": [visible(fault) for fault in score.faults],
    }


def _point(scored: Scored, point: Point) -> Mapping[str, Any]:
    return {
        "code": point.code,
        "title": visible(point.title),
        "level": point.level,
        "word": visible(point.word),
        "met": point.met,
        "due": point.due,
        "remarks": [visible(remark) for remark in point.remarks],
        "place": None if point.fact is None else _place(scored, point.fact),
        "checks": [_check(scored, one) for one in point.checks],
    }


def _check(scored: Scored, one: Checked) -> Mapping[str, Any]:
    return {
        "name": one.name,
        "title": visible(one.title),
        "state": one.state.value,
        "word": visible(one.word),
        "level": one.level,
        "weight": one.weight,
        "said": visible(one.answer.said),
        "todo": visible(one.answer.todo),
        "steps": one.answer.steps,
        "places": [_place(scored, fact) for fact in one.answer.facts],
    }


def _place(scored: Scored, fact: Fact) -> Mapping[str, Any]:
    assert fact.span is not None  # noqa: S101 - this format asks for places
    start = fact.span.start
    return {
        "file": one_line(scored.workspace.path(fact.span.file)),
        "line": None if start is None else start.line + 1,
        "column": None if start is None else start.column + 1,
        "words": visible(fact.words),
    }


def _figures(figures: Figures) -> Mapping[str, Any]:
    return {
        "title": visible(figures.title),
        "columns": [visible(head) for head in figures.columns],
        "rows": [[visible(cell) for cell in row] for row in figures.rows],
        "note": visible(figures.note),
    }


def _step(step: Step) -> Mapping[str, Any]:
    return {
        "point": step.point.code,
        "level": step.level,
        "raises_whole": step.raises_whole,
        "entries": step.entries,
        "checks": [one.name for one in step.checks],
    }
