"""For spreadsheets: a row a check, with its place; the first row names the columns. Commas part the cells, as UTF-8.

A spreadsheet runs a cell that begins with `=` and its like as a formula, so that such text has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from partnerkit.diagnostics.text import Piece, cell_text
from partnerkit.emit.score.api import Scored
from partnerkit.rubric.scores import BANNER, Checked, Point, Score

PLACES = True
FOR_PROGRAMS = True

COLUMNS = (
    "as_of", "rubric", "partnership", "title", "stage", "point", "point_title", "point_level", "point_word",
    "check", "check_title", "state", "word", "weight", "said", "todo", "place", "places", "note",
)  # fmt: skip


def emit(scored: Scored) -> Iterable[Piece]:
    """All checks of all scores."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for rubric in scored.rubrics:
        for score in scored.of(rubric):
            for point in score.points:
                writer.writerows(
                    map(cell_text, (*_row(scored, score, point, one), f"{BANNER} {rubric.caveat}".strip()))
                    for one in point.checks
                )
    yield text.getvalue(), "plain"


def _row(scored: Scored, score: Score, point: Point, one: Checked) -> Iterator[str]:
    yield from (scored.as_of.isoformat(), score.rubric, score.partnership, score.title, score.stage.word)
    yield from (point.code, point.title, "" if point.level is None else str(point.level), point.word)
    yield from (one.name, one.title, one.state.value, one.word, f"{one.weight:g}", one.answer.said, one.answer.todo)
    places = list(dict.fromkeys(filter(None, map(scored.place, one.answer.facts))))
    yield places[0] if places else ""
    yield str(len(places))
