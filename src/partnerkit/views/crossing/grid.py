"""The grid: criteria in rows and evidence in columns, gaps first, with totals a row and a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.crossing.words import short_judgement, short_place, standing, tone
from partnerkit.views.reading.words import counted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkit.model.partnership.assessment import Evidence
    from partnerkit.views.crossing.sheet import Line, Pair, Sheet

MOST_CELLS = 3000
MOST_PAIRS = 200
"""A grid with more cells, or with more of them filled, is too large to be read: there is one of the gaps alone."""
TOTALS = "Claimed, judged, met"
SHORT = 60
HEAD = 22
"""So long a title stands at the head of a column, behind the number of the evidence."""


def grids(found: Sheet) -> Iterator[b.Block]:
    """A grid for each framework."""
    for framework in found.frameworks:
        lines = found.of(framework)
        columns = _columns(lines)
        if not columns:
            text = f"{framework.title}: no evidence is held against any of its criteria, so that there is no grid."
            yield b.Paragraph(text)
        elif _is_small(lines, columns):
            yield _grid(f"{framework.title}: criteria by evidence, gaps first", lines, columns)
        else:
            yield _of_gaps(framework.title, lines)


def _is_small(lines: Sequence[Line], columns: Sequence[tuple[int, Evidence]]) -> bool:
    return len(lines) * len(columns) <= MOST_CELLS and sum(len(line.pairs) for line in lines) <= MOST_PAIRS


def _of_gaps(title: str, lines: Sequence[Line]) -> b.Block:
    """The grid of the gaps alone, where that is small enough."""
    gaps = [line for line in lines if line.is_gap]
    columns = _columns(gaps)
    if columns and _is_small(gaps, columns):
        return _grid(f"{title}: the gaps alone, for the whole is too large to draw", gaps, columns)
    criteria, pieces = counted(len(lines), "criterion", "criteria"), counted(len(_columns(lines)), "piece")
    return b.Paragraph(f"{title}: a grid of {criteria} by {pieces} of evidence is too large to draw.")


def _columns(lines: Sequence[Line]) -> list[tuple[int, Evidence]]:
    held = {pair.number: pair.evidence for line in lines for pair in line.pairs}
    return sorted(held.items())


def _grid(title: str, lines: Sequence[Line], columns: Sequence[tuple[int, Evidence]]) -> b.Grid:
    return b.Grid(
        label=title,
        corner="Criterion",
        columns=tuple(_column(number, evidence, lines) for number, evidence in columns),
        rows=tuple(_row(line, lines, columns) for line in lines),
        totals="Claimed" if lines[0].hidden else TOTALS,
    )


def _column(number: int, evidence: Evidence, lines: Sequence[Line]) -> b.GridColumn:
    pairs = [pair for line in lines for pair in line.pairs if pair.number == number]
    # The number leads to the whole title, which every table has beside it.
    return b.GridColumn(f"{number} {shortened(evidence.title, HEAD)}", "", _total(pairs, hidden=lines[0].hidden))


def _total(pairs: Sequence[Pair], *, hidden: bool) -> str:
    claimed = sum(bool(pair.places) for pair in pairs)
    if hidden:
        return str(claimed)
    judged = [pair.decided.decision for pair in pairs if pair.decided is not None]
    return f"{claimed}, {len(judged)}, {judged.count('met')}"


def _row(line: Line, lines: Sequence[Line], columns: Sequence[tuple[int, Evidence]]) -> b.GridRow:
    own = {pair.number: pair for pair in line.pairs}
    below = _below(line, lines)
    held = line.holding
    label = b.joined(
        b.Link(held.code, line.anchor), f" {shortened(line.criterion.short or line.criterion.statement, SHORT)} ",
        standing(line), *((" ", b.Badge("testimony only", "caution")) if held.testimony_only else ()),
    )  # fmt: skip
    return b.GridRow(
        label,
        tuple(_cell(own.get(number), below.get(number, ())) for number, _ in columns),
        line.depth,
        f"{len(held.claimed)}, {len(held.judged)}, {len(held.met)} of {held.needed}"
        if not line.hidden
        else f"{len(held.claimed)} of {held.needed}",
    )


def _below(line: Line, lines: Sequence[Line]) -> dict[int, tuple[str, ...]]:
    """The criteria below one that evidence is held against, by the number of the evidence."""
    found: dict[int, tuple[str, ...]] = {}
    under = {id(one) for one in _descendants(line)}
    for other in lines:
        if id(other.criterion) in under:
            for pair in other.pairs:
                found[pair.number] = (*found.get(pair.number, ()), other.holding.code)
    return found


def _descendants(line: Line) -> Iterator[object]:
    todo = list(line.criterion.criteria)
    while todo:
        criterion = todo.pop()
        yield criterion
        todo.extend(criterion.criteria)


def _cell(pair: Pair | None, below: tuple[str, ...]) -> b.GridCell | None:
    if pair is not None:
        text = f"{short_place(pair)}, {short_judgement(pair)}"
        return b.GridCell(text, tone(pair), b.Link(text, pair.anchor))
    if not below:
        return None
    return b.GridCell(f"by {below[0]}" if len(below) == 1 else f"by {len(below)} below")
