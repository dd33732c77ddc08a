"""For people at a terminal: a small line for each thing that changes over time, oldest on the left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit.api import number
from partnerkit.views.over_time.history import History, Standing, latest

_BARS = "▁▂▃▄▅▆▇█"
_ABSENT = "·"
_WIDTH = 13


def emit(history: History) -> Iterable[Piece]:
    """Each partnership with its lines."""
    if not history.quiet:
        first, last = history.moments[0], history.moments[-1]
        yield f"{number(len(history.moments), 'moment')}", "strong"
        yield (
            f" from {first.day} ({one_line(first.label)}) to {last.day} ({one_line(last.label)}), oldest first;",
            "plain",
        )
        yield f" {_ABSENT} where there is nothing to show.\n", "plain"
    for id_, standings in sorted(history.standings.items()):
        yield f"\n{one_line(latest(standings).title)} ({one_line(id_)})\n", "strong"
        yield from _labelled("stage", _stages(standings))
        for code in latest(standings).points:
            yield from _point(code, standings)
        yield from _count("open actions", [None if one is None else one.open_actions for one in standings])
        yield from _count("errors", [None if one is None else one.errors for one in standings])
        yield from _count("warnings", [None if one is None else one.warnings for one in standings])


def _labelled(label: str, text: str) -> Iterator[Piece]:
    yield f"  {label:<{_WIDTH}}", "margin"
    yield f"{text}\n", "plain"


def _stages(standings: Sequence[Standing | None]) -> str:
    found: list[str] = []
    for one in standings:
        if one is not None and (not found or found[-1] != one.stage):
            found.append(one.stage)
    return " → ".join(found)


def _point(code: str, standings: Sequence[Standing | None]) -> Iterator[Piece]:
    points = [None if one is None else one.points.get(code) for one in standings]
    heights = [None if one is None else one.height for one in points]
    yield from _labelled(
        one_line(code), f"{bars(heights, 1)}  {_told([one.said for one in points if one is not None])}"
    )


def _count(label: str, counts: Sequence[int | None]) -> Iterator[Piece]:
    there = [one for one in counts if one is not None]
    yield from _labelled(label, f"{bars(counts, max(there))}  {_told([str(one) for one in there])}")


def _told(said: Sequence[str]) -> str:
    """The first and the last of some values."""
    return one_line(said[-1] if said[0] == said[-1] else f"{said[0]} → {said[-1]}")


def bars(values: Sequence[float | None], most: float) -> str:
    """Numbers as a line of small bars, the lowest for 0 and the highest for `most`; a dot where there is none."""
    return "".join(_ABSENT if value is None else _bar(value, most) for value in values)


def _bar(value: float, most: float) -> str:
    return _BARS[round(value / most * (len(_BARS) - 1))] if most > 0 else _BARS[0]
