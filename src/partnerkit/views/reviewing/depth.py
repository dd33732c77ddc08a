"""How deep the evaluation of each activity goes, by Kirkpatrick's levels, as the rubric of evaluation depth says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.model.partnership.review import Evaluation
from partnerkit.rubric.evaluation_depth import LEVELS, figures, points
from partnerkit.rubric.scores import State
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.rubric.scores import Checked, Point
    from partnerkit.views.thread.dossier import Dossier

CELLS: dict[State, tuple[str, b.Tone]] = {
    State.MET: ("counts", "good"),
    State.UNMET: ("does not count", "alert"),
    State.UNKNOWN: ("not known", "caution"),
    State.NOT_DUE: ("not due yet", "note"),
    State.NOT_APPLICABLE: ("does not apply", "plain"),
}
NOTE = (
    "A level counts if it was planned before the activity began, collected in time, and asked of those who can tell. "
    "The depth is the highest level that counts with all levels below it. Activities in which nobody is taught are "
    "not in the matrix."
)
RETURNS = "Return on investment"


def matrix(d: Dossier) -> Iterator[b.Block]:
    """The activities against the levels, what keeps a level from counting, and the returns that can be worked out."""
    if d.look is None:
        return
    taught = [point for point in points(d.look) if point.fact is not None]
    if not taught:
        return
    columns = tuple(b.GridColumn(f"{level} {name}", f"{level} {name}") for level, name in enumerate(LEVELS) if level)
    yield b.Grid("Activities by level of evaluation", "Activity", columns, tuple(map(_row, taught)), "Depth", NOTE)
    wanting = [(point, one) for point in taught for one in point.checks if one.state is State.UNMET and one.level]
    if wanting:
        yield c.table(
            "What keeps a level from counting, and what would mend it",
            ("Activity", "Level", "What the record shows", "What to do"),
            (_wanting(point, one) for point, one in wanting),
        )
    yield from _returns(d)


def _row(point: Point) -> b.GridRow:
    depth = point.word if point.level is None else f"{point.level} {LEVELS[point.level]}"
    # The other checks of the rubric, of the plan and for information, carry no level.
    cells = tuple(_cell(one) for one in point.checks if one.level)
    return b.GridRow(b.Link(point.title, b.anchor("activities", point.code)), cells, total=depth)


def _cell(one: Checked) -> b.GridCell:
    text, tone = CELLS[one.state]
    first = next((fact.part for fact in one.answer.facts if isinstance(fact.part, Evaluation)), None)
    link = b.Link(text, b.anchor("evaluations", first.id)) if first is not None else None
    return b.GridCell(text, tone, link)


def _wanting(point: Point, one: Checked) -> b.Row:
    level = f"{one.level} {LEVELS[one.level]}"
    return b.Row((point.title, level, f"{capital(one.answer.said)}.", b.Words(f"{one.answer.todo}.")))


def _returns(d: Dossier) -> Iterator[b.Table]:
    for found in figures(d.look) if d.look is not None else ():
        if found.title == RETURNS:
            yield c.table(found.title, found.columns, map(b.Row, found.rows), note=found.note)
