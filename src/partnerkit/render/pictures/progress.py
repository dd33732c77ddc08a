"""Indicators: a table, with a scale in each row on which baseline, target and actual are marked.

The baseline is always at the left of its scale and the target at the right, so that a figure that is to fall moves to
the right as it falls. What is kept has its target in the middle.
"""

from __future__ import annotations

from fractions import Fraction
from math import isfinite

from partnerkit.render.inline import Tree
from partnerkit.render.pictures.text import cut
from partnerkit.render.tables import table_tree
from partnerkit.render.words import number, visible
from partnerkit.views import blocks as b

WIDTH, EDGE = 220, 8
BASELINE, TARGET = 44, 176
MIDDLE = 110
APART = 60
"""How far the figures under the baseline and the target have to be from each other, so that both can be read."""
LONGEST_FIGURE = 12
LEGEND = (
    "On each scale ○ is the baseline, │ the target and ◆ the latest figure; an arrowhead is a figure beyond the scale."
)


def progress_tree(progress: b.Progress) -> Tree:
    """The table of the indicators, with a drawn column after the first."""
    table = table_tree(_table(progress))
    table["columns"].insert(1, {"title": "From baseline to target", "figures": False, "pen": False})
    for row, measure in zip(table["rows"], progress.measures, strict=True):
        row["cells"].insert(1, [[_scale(measure)]])
    return table


def _table(progress: b.Progress) -> b.Table:
    return b.Table(
        progress.label,
        (
            b.Column("Indicator"),
            b.Column("Baseline", figures=True),
            b.Column("Target", figures=True),
            b.Column("Latest", figures=True),
            b.Column("State"),
        ),
        tuple(map(_row, progress.measures)),
        b.joined(progress.note, *((" ",) if progress.note else ()), b.Quiet(LEGEND)),
    )


def _row(measure: b.Measure) -> b.Row:
    tolerance: tuple[b.Run, ...] = ()
    if measure.tolerance:
        tolerance = ((b.Quiet("± "), b.Number(measure.tolerance, measure.unit)),)
    way: tuple[b.Run, ...] = (b.Quiet(WAYS[measure.direction]),) if measure.direction else ()
    day: tuple[b.Run, ...] = (b.Day(measure.on),) if measure.on else ()
    return b.Row(
        (
            b.Lines((measure.label, *way)),
            _figure(measure.baseline, measure.unit),
            b.Lines((_figure(measure.target, measure.unit), *tolerance)),
            b.Lines((_figure(measure.actual, measure.unit, "not yet reported"), *day)),
            measure.state,
        ),
        measure.anchor,
    )


WAYS: dict[b.Way, str] = {"increase": "is to rise", "decrease": "is to fall", "maintain": "is to stay"}


def _figure(value: float | str | None, unit: str, absent: str = "not recorded") -> b.Run:
    if value is None:
        return b.Missing(absent)
    return b.Words(value) if isinstance(value, str) else b.Number(value, unit)


def _exact(value: float | str | None) -> Fraction | None:
    """The number without rounding, or nothing where there is none that a scale could show."""
    if value is None or isinstance(value, str):
        return None
    return Fraction(value) if isinstance(value, int) or isfinite(value) else None


def _scale(measure: b.Measure) -> Tree:
    start, goal = _exact(measure.baseline), _exact(measure.target)
    if goal is None or (start is None and measure.direction != "maintain"):
        absent = "target" if goal is None else "baseline"
        return {"is": "missing", "text": f"no scale: no {absent} in figures"}
    now, slack = _exact(measure.actual), _exact(measure.tolerance) or Fraction(0)
    kept = measure.direction == "maintain" or start == goal
    unit = _kept_unit(start, goal, now, slack) if kept else None
    # One step of the figures in units of the drawing, below nought where figures fall, and where the target lies.
    step, at = (unit, MIDDLE) if unit is not None else (Fraction(TARGET - BASELINE) / (goal - (start or 0)), TARGET)
    marks = {name: _place(value, goal, step, at) for name, value in (("start", start), ("now", now))}
    band = sorted((_place(goal - slack, goal, step, at) or 0, _place(goal + slack, goal, step, at) or 0))
    return {
        "is": "scale",
        "width": WIDTH,
        "start": marks["start"],
        "start_text": _short(measure.baseline) if abs((marks["start"] or 0) - at) >= APART else "",
        "goal": at,
        "goal_text": _short(measure.target),
        "now": marks["now"],
        "now_text": _short(measure.actual),
        "beyond": _beyond(now, goal, step, at),
        "band": band if slack else None,
        "from": MIDDLE if kept else marks["start"],
        "cells": _cells(marks["start"], at, marks["now"], _beyond(now, goal, step, at)),
    }


def _kept_unit(start: Fraction | None, goal: Fraction, now: Fraction | None, slack: Fraction) -> Fraction:
    """How much of the drawing one step takes where a figure is to stay: its tolerance has half of it."""
    apart = abs(start - goal) if start is not None else Fraction(0)
    gone = abs(now - goal) if now is not None else Fraction(0)
    half = 2 * slack or apart * Fraction(3, 2) or gone * Fraction(3, 2) or Fraction(1)
    return Fraction(MIDDLE - EDGE) / half


def _place(value: Fraction | None, goal: Fraction, step: Fraction, at: int) -> int | None:
    if value is None:
        return None
    return round(max(Fraction(EDGE), min(at + (value - goal) * step, Fraction(WIDTH - EDGE))))


def _beyond(now: Fraction | None, goal: Fraction, step: Fraction, at: int) -> str:
    """On which side the actual lies outside of what is drawn."""
    if now is None:
        return ""
    place = at + (now - goal) * step
    return "left" if place < EDGE else "right" if place > WIDTH - EDGE else ""


def _short(value: float | str | None) -> str:
    return "" if value is None or isinstance(value, str) else cut(visible(number(value)), LONGEST_FIGURE)


CELLS = 13


def _cells(start: int | None, goal: int, now: int | None, beyond: str) -> str:
    """The scale in letters, for formats that cannot draw."""
    line = ["─"] * CELLS
    for place, letter in ((start, "○"), (goal, "│"), (now, {"left": "◂", "right": "▸"}.get(beyond, "◆"))):
        if place is not None:
            line[round((CELLS - 1) * place / WIDTH)] = letter
    return "".join(line)
