"""Things placed by two levels: a square for each pair of levels, and names for the four quarters."""

from __future__ import annotations

from collections import defaultdict

from partnerkit.render.inline import Tree, run_tree
from partnerkit.render.pictures.plane import Mark, Square, placed, rows
from partnerkit.render.pictures.text import run_said, said
from partnerkit.render.tables import table_tree
from partnerkit.render.words import visible
from partnerkit.views import blocks as b

LARGEST = 10


def scatter_tree(scatter: b.Scatter) -> Tree:
    """The scatter as squares, the highest level of `y` first, with its legend and its table."""
    across, up = _size(scatter.x), _size(scatter.y)
    marks: defaultdict[tuple[int, int], list[Mark]] = defaultdict(list)
    for dot in scatter.dots:
        if _quarter(scatter, dot) is not None and dot.x is not None and dot.y is not None:
            marks[dot.y, dot.x].append(Mark(dot.name, run_said(dot.label)))
    squares = [[_square(scatter, x, y, marks[y, x]) for x in range(1, across + 1)] for y in range(1, up + 1)]
    return {
        "is": "plane",
        "sort": "quarters",
        "label": visible(scatter.label),
        "up": visible(scatter.y.title),
        "across": visible(scatter.x.title),
        "columns": list(range(1, across + 1)),
        "rows": rows(said(scatter.y.title), squares),
        "legend": _legend(scatter),
        "note": run_tree(scatter.note),
        "table": table_tree(_table(scatter)),
    }


def _size(axis: b.Axis) -> int:
    return max(1, min(axis.size, LARGEST))


def _square(scatter: b.Scatter, x: int, y: int, marks: list[Mark]) -> Square:
    """A square; the one at the outer corner of each quarter carries the quarter's name."""
    corner = x in {1, _size(scatter.x)} and y in {1, _size(scatter.y)}
    high = (x >= scatter.x.high) + (y >= scatter.y.high)
    tones: tuple[b.Tone, ...] = ("plain", "note", "good")
    return Square(said(_name(scatter, x, y)) if corner else "", tones[high], marks=marks)


def _name(scatter: b.Scatter, x: int, y: int) -> str:
    names = scatter.quadrants
    if y >= scatter.y.high:
        return names.top_right if x >= scatter.x.high else names.top_left
    return names.bottom_right if x >= scatter.x.high else names.bottom_left


def _quarter(scatter: b.Scatter, dot: b.Dot) -> str | None:
    if dot.x is None or dot.y is None:
        return None
    if not (placed(dot.x, _size(scatter.x)) and placed(dot.y, _size(scatter.y))):
        return None
    return _name(scatter, dot.x, dot.y)


def _legend(scatter: b.Scatter) -> list[str]:
    x, y = said(scatter.x.title), said(scatter.y.title)
    told = [f"{x} counts as high from {scatter.x.high}, {y} from {scatter.y.high}."]
    absent = sum(_quarter(scatter, dot) is None for dot in scatter.dots)
    if absent:
        told.append(f"Without a place on both axes, and only in the table: {absent}.")
    return told


def _table(scatter: b.Scatter) -> b.Table:
    states = any(dot.state for dot in scatter.dots)
    titles = (scatter.x.title, scatter.y.title)
    return b.Table(
        scatter.label,
        (
            b.Column("What"),
            *(b.Column(title, figures=True) for title in reversed(titles)),
            b.Column("Quarter"),
            *((b.Column("State"),) if states else ()),
        ),
        tuple(
            b.Row(
                (
                    dot.label,
                    _level(dot.y),
                    _level(dot.x),
                    _quarter(scatter, dot) or b.Missing("none"),
                    *((dot.state or b.Missing("none"),) if states else ()),
                )
            )
            for dot in scatter.dots
        ),
    )


def _level(level: int | None) -> b.Cell:
    return b.Missing() if level is None else str(level)
