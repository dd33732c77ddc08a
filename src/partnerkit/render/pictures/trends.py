"""Figures that changed with time: a table with a small line in each row, and every reading in a table of its own."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import isfinite

from partnerkit.render.inline import Tree
from partnerkit.render.tables import table_tree
from partnerkit.views import blocks as b

WIDTH, HEIGHT, EDGE = 120, 30, 4
BLOCKS = "▁▂▃▄▅▆▇█"
MOST_BLOCKS = 24


def trends_tree(trends: b.Trends) -> Tree:
    """The table of the trends with a drawn column after the first, and the table of their readings."""
    table = table_tree(_table(trends))
    table["columns"].insert(1, {"title": "Course", "figures": False, "pen": False})
    for row, trend in zip(table["rows"], trends.trends, strict=True):
        row["cells"].insert(1, [[_line(trend)]])
    return {"is": "trends", "table": table, "readings": table_tree(_readings(trends))}


def _table(trends: b.Trends) -> b.Table:
    return b.Table(
        trends.label,
        (
            b.Column("Figure"),
            b.Column("First", figures=True),
            b.Column("Latest", figures=True),
            b.Column("Change", figures=True),
        ),
        tuple(b.Row((trend.label, *_ends(trend))) for trend in trends.trends),
        trends.note,
    )


def _ends(trend: b.Trend) -> tuple[b.Cell, ...]:
    if not trend.readings:
        return (b.Missing("no reading"),) * 3
    first, last = trend.readings[0], trend.readings[-1]
    change: b.Cell = b.Missing("one reading")
    if len(trend.readings) > 1:
        change = _change(first.value, last.value, trend.unit)
    return (_reading(first, trend.unit), _reading(last, trend.unit), change)


def _reading(reading: b.Reading, unit: str) -> b.Cell:
    return b.Lines((b.Number(reading.value, unit), b.Day(reading.on)))


def _change(first: float, last: float, unit: str) -> b.Cell:
    if not (isfinite(first) and isfinite(last)):
        return b.Missing("cannot be worked out")
    # As they were written, so that 7.8 - 4.6 is 3.2.
    moved = Decimal(repr(last)) - Decimal(repr(first))
    if moved == 0:
        return "none"
    plain = int(moved) if moved == moved.to_integral_value() else float(moved)
    return ("+" if moved > 0 else "", b.Number(plain, unit))


def _readings(trends: b.Trends) -> b.Table:
    return b.Table(
        "Every reading",
        (b.Column("Figure"), b.Column("Day"), b.Column("Value", figures=True)),
        tuple(
            b.Row((trend.label, b.Day(reading.on), b.Number(reading.value, trend.unit)))
            for trend in trends.trends
            for reading in trend.readings
        ),
    )


def _line(trend: b.Trend) -> Tree | str:
    drawn = [reading for reading in trend.readings if isinstance(reading.value, int) or isfinite(reading.value)]
    if len(drawn) < 2:  # noqa: PLR2004 - one point makes no line
        return "—"
    values = [Fraction(reading.value) for reading in drawn]
    days = [reading.on.toordinal() for reading in drawn]
    heights = _spread(values, EDGE, HEIGHT - EDGE)
    places = _spread([Fraction(day) for day in days], EDGE, WIDTH - EDGE)
    points = [(x, HEIGHT - y) for x, y in zip(places, heights, strict=True)]
    return {
        "is": "course",
        "width": WIDTH,
        "height": HEIGHT,
        "points": " ".join(f"{x},{y}" for x, y in points),
        "last": points[-1],
        "cells": _cells(values),
    }


def _spread(values: list[Fraction], least: int, most: int) -> list[float]:
    """The values between two ends of a drawing; in its middle if they are all the same."""
    low, high = min(values), max(values)
    if low == high:
        return [(least + most) / 2] * len(values)
    return [round(float(least + (value - low) * (most - least) / (high - low)), 1) for value in values]


def _cells(values: list[Fraction]) -> str:
    """The course in letters, for formats that cannot draw: the first and the last reading, and some between."""
    count = min(len(values), MOST_BLOCKS)
    picked = [values[place * (len(values) - 1) // (count - 1)] for place in range(count)]
    return "".join(BLOCKS[round(height)] for height in _spread(picked, 0, len(BLOCKS) - 1))
