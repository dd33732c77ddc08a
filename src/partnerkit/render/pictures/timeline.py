"""A timeline: each label above its bar or beside its milestone, so that both stay in sight on a narrow screen."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from partnerkit.render.inline import Tree, run_tree
from partnerkit.render.pictures.text import LETTER, LONGEST, cut, run_said, said, width
from partnerkit.render.tables import table_tree
from partnerkit.render.words import MONTHS, SHORT_MONTH, short_date, visible
from partnerkit.views import blocks as b

MOST, MOST_TASKS = 200, 60
WIDTH = 760
TOP = 30
GROUP, BAR, POINT, FOOT = 34, 38, 28, 22
THICK, LEAST, TIP, GAP = 11, 4, 7, 12
MOST_TICKS = 13
STEPS = (1, 3, 6, 12, 24, 60, 120, 300, 600, 1200)
YEAR = 12
LONGEST_LABEL = 84


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole months, from the first (counted from the year nought) to the one after the last, and where days fall."""

    first: int
    after: int

    def at(self, on: date) -> float:
        """Where a day begins."""
        return self._place(on.toordinal())

    def month(self, month: int) -> float:
        """Where a month begins."""
        return self._place(_opens(month))

    def _place(self, day: int) -> float:
        opens, closes = _opens(self.first), _opens(self.after)
        return round(WIDTH * (day - opens) / (closes - opens), 1)


def timeline_tree(timeline: b.Timeline) -> Tree:
    """The timeline as a drawing, as tasks by group, and as a table; only the table where it has too many rows."""
    drawn = len(timeline.rows) <= MOST
    return {
        "is": "timeline",
        "label": visible(timeline.label),
        "drawing": _drawing(timeline) if drawn else None,
        "told": "" if drawn else f"{len(timeline.rows)} rows are too many to draw; this is the table of them.",
        "gantt": _gantt(timeline) if len(timeline.rows) <= MOST_TASKS else None,
        "note": run_tree(timeline.note),
        "table": table_tree(_table(timeline)),
    }


def _gantt(timeline: b.Timeline) -> Tree:
    """The same in dates and short texts, for a program that lays it out itself."""
    days = _days(timeline)
    return {
        "as_of": timeline.as_of.isoformat(),
        "groups": [
            {"name": said(group), "tasks": [_task(row, min(days), max(days)) for row in rows]}
            for group, rows in _grouped(timeline.rows)
        ],
    }


def _task(row: b.Bar | b.Milestone, earliest: date, latest: date) -> Tree:
    point = isinstance(row, b.Milestone)
    ends = (row.on, row.on) if isinstance(row, b.Milestone) else (row.start or earliest, row.end or latest)
    tone = row.state.tone if row.state else "plain"
    return {
        "name": _named(row),
        "start": min(ends).isoformat(),
        "end": max(ends).isoformat(),
        "tone": tone,
        "point": point,
    }


def _grouped(rows: Sequence[b.Bar | b.Milestone]) -> Iterator[tuple[str, list[b.Bar | b.Milestone]]]:
    """The rows by group, groups in the order in which they first come."""
    places = {group: place for place, group in reversed(list(enumerate(row.group for row in rows)))}
    ordered = sorted(rows, key=lambda row: places[row.group])
    return ((group, list(held)) for group, held in groupby(ordered, key=lambda row: row.group))


def _named(row: b.Bar | b.Milestone) -> str:
    """What stands beside the row in a drawing: its label, and its state in words."""
    label = run_said(row.label)
    return cut(f"{label} · {said(row.state.text)}", LONGEST) if row.state and row.state.text.strip() else label


def _days(timeline: b.Timeline) -> list[date]:
    days = [timeline.as_of]
    for row in timeline.rows:
        days += [row.on] if isinstance(row, b.Milestone) else [day for day in (row.start, row.end) if day]
    return days


def _opens(month: int) -> int:
    year, number = divmod(month, YEAR)
    # The month after the last of all dates has no date; its first day still has a number.
    return date.max.toordinal() + 1 if year > date.max.year else date(max(year, 1), number + 1, 1).toordinal()


def _month(day: date) -> int:
    return day.year * YEAR + day.month - 1


def _drawing(timeline: b.Timeline) -> Tree:
    days = _days(timeline)
    scale = Scale(_month(min(days)), _month(max(days)) + 1)
    rows, groups, y = [], [], float(TOP)
    for group, held in _grouped(timeline.rows):
        if group:
            groups.append({"text": cut(said(group), LONGEST_LABEL), "y": y + GROUP - 12, "line": y + GROUP - 4})
            y += GROUP
        for row in held:
            rows.append(_milestone(row, scale, y) if isinstance(row, b.Milestone) else _bar(row, scale, y))
            y += POINT if isinstance(row, b.Milestone) else BAR
    now = scale.at(timeline.as_of)
    return {
        "width": WIDTH,
        "height": y + FOOT,
        "bottom": y + 4,
        "ticks": _ticks(scale),
        "groups": groups,
        "rows": rows,
        "now": _beside(f"As of {short_date(timeline.as_of)}", now, now, 0) | {"x": now, "y": y + FOOT - 4},
    }


def _ticks(scale: Scale) -> list[Tree]:
    months = scale.after - scale.first
    step = next((step for step in STEPS if months / step <= MOST_TICKS), months)
    # Quarters begin in January, April, July and October, and decades in years that end in nought.
    ticks = [scale.first, *range((scale.first // step + 1) * step, scale.after, step)]
    placed: list[Tree] = [
        {"x": scale.month(month), "text": _month_text(month, step, shown=month == ticks[0])} for month in ticks
    ]
    # A label that would run into the next one, or out of the drawing, is left out; its line stays.
    after = [*(tick["x"] for tick in placed[1:]), WIDTH]
    return [
        tick | {"text": tick["text"] if tick["x"] + width(tick["text"]) + 6 <= limit else ""}
        for tick, limit in zip(placed, after, strict=True)
    ]


def _month_text(month: int, step: int, *, shown: bool) -> str:
    year, number = divmod(month, YEAR)
    if step >= YEAR and number == 0:
        return str(year)
    name = MONTHS[number][:SHORT_MONTH]
    return f"{name} {year}" if shown or number == 0 or step > 1 else name


def _beside(text: str, start: float, end: float, gap: float) -> Tree:
    """The text from the start of a thing, or up to its end, or cut to the larger side of it."""
    right, left = WIDTH - start - gap, end - gap
    shown = cut(text, max(int(max(right, left) / LETTER), 1))
    if width(shown) <= right:
        return {"text": shown, "x": start + gap, "anchor": "start"}
    return {"text": shown, "x": end - gap, "anchor": "end"}


def _bar(bar: b.Bar, scale: Scale, y: float) -> Tree:
    start = scale.at(bar.start) if bar.start else 0.0
    # The last day belongs to the bar.
    end = scale.at(bar.end) + _day_width(scale) if bar.end else float(WIDTH)
    left, right = min(start, end), max(start, end, start + LEAST)
    name = _named(bar)
    return {
        "path": _outline(left, min(right, WIDTH), y + 19, bar),
        "tone": bar.state.tone if bar.state else "plain",
        "title": name,
        "label": _beside(cut(name, LONGEST_LABEL), left, right, 0) | {"y": y + 14},
    }


def _day_width(scale: Scale) -> float:
    year, number = divmod(scale.first, YEAR)
    days = monthrange(max(year, 1), number + 1)[1]
    return (scale.month(scale.first + 1) - scale.month(scale.first)) / days


def _outline(left: float, right: float, top: float, bar: b.Bar) -> str:
    """A bar with straight ends, or with a point where its end is open."""
    middle, bottom = top + THICK / 2, top + THICK
    tip = min(TIP, (right - left) / 2)
    begins = f"M{left:.1f} {top}" if bar.start else f"M{left + tip:.1f} {top}"
    ends = (
        f"H{right:.1f}V{bottom}" if bar.end else f"H{right - tip:.1f}L{right:.1f} {middle}L{right - tip:.1f} {bottom}"
    )
    closes = f"H{left:.1f}Z" if bar.start else f"H{left + tip:.1f}L{left:.1f} {middle}Z"
    return begins + ends + closes


def _milestone(point: b.Milestone, scale: Scale, y: float) -> Tree:
    x, middle = scale.at(point.on), y + POINT / 2
    half = 6.5
    name = _named(point)
    return {
        "path": f"M{x - half:.1f} {middle}L{x:.1f} {middle - half}L{x + half:.1f} {middle}L{x:.1f} {middle + half}Z",
        "tone": point.state.tone if point.state else "plain",
        "title": cut(f"{short_date(point.on)}: {name}", LONGEST),
        "label": _beside(cut(name, LONGEST_LABEL), x, x, GAP) | {"y": middle + 4},
    }


def _table(timeline: b.Timeline) -> b.Table:
    groups = any(row.group for row in timeline.rows)
    states = any(row.state for row in timeline.rows)
    columns = ("What", *(("Part of",) if groups else ()), "First day", "Last day", *(("State",) if states else ()))
    return b.Table(
        timeline.label,
        tuple(map(b.Column, columns)),
        tuple(
            b.Row(
                (
                    row.label,
                    *((row.group or b.Missing("none"),) if groups else ()),
                    *_from_to(row),
                    *((row.state or b.Missing("none"),) if states else ()),
                ),
                row.anchor,
            )
            for _, rows in _grouped(timeline.rows)
            for row in rows
        ),
    )


def _from_to(row: b.Bar | b.Milestone) -> tuple[b.Cell, b.Cell]:
    if isinstance(row, b.Milestone):
        return b.Day(row.on), "the same day"
    return (b.Day(row.start) if row.start else b.Missing()), (b.Day(row.end) if row.end else b.Missing())
