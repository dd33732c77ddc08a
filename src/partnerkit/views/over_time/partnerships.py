"""One partnership over time: the ladder of its stages, its levels moment by moment, and lines for what was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.over_time import words as w
from partnerkit.views.reading import stages
from partnerkit.views.reading.words import counted, title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from partnerkit.model.partnership.who import Stage
    from partnerkit.views.over_time.history import History, Reached, Standing
    from partnerkit.views.over_time.moves import Move

MOST_COLUMNS = 60
"""So many moments are shown side by side, the newest; the lines show all of them."""
LOW, HIGH = 0.0, 0.6


def anchor_of(id_: str) -> str:
    """The anchor of a partnership."""
    return b.anchor("partnership", id_)


def item(history: History, move: Move, *, folded: bool) -> b.Item:
    """A partnership under its title, with all that is shown of it."""
    days = [w.on(moment) for moment in history.moments]
    blocks = (
        b.Paragraph(_sentence(history, move)),
        _ladder(move, days),
        _grid(history, move),
        *_lines(move, days),
    )
    badges = (b.Badge(move.last.stage), *_badges(move))
    return b.Item(anchor_of(move.id), move.last.title, blocks, "partnership", badges, folded)


def _badges(move: Move) -> Iterator[b.Badge]:
    if not move.is_there:
        yield b.Badge("no longer seen", "caution")
    if move.steps:
        yield b.Badge("moved on", "good") if move.steps > 0 else b.Badge("went back", "alert")
    if move.rose:
        yield b.Badge(f"{counted(len(move.rose), 'level')} rose", "good")
    if move.fell:
        yield b.Badge(f"{counted(len(move.fell), 'level')} fell", "caution")
    if move.is_still:
        yield b.Badge("no move", "note")


def _sentence(history: History, move: Move) -> b.Run:
    first, last = history.moments[move.began], history.moments[move.ended]
    if not move.is_seen_twice:
        return ("Seen once, on ", *b.joined(w.named(first)), ": there is nothing yet to compare it with.")
    ways = [
        f"{what}: {w.level_move(move, codes)}"
        for what, codes in (("Levels that rose", move.rose), ("Levels that fell", move.fell))
        if codes
    ]
    stage = (
        f"The stage went from {move.first.stage} to {move.last.stage}."
        if move.steps
        else f"The stage stayed at {move.last.stage}."
    )
    moved = ". ".join(ways) or "No level moved"
    return ("From ", *b.joined(w.named(first)), " to ", *b.joined(w.named(last)), f". {stage} {moved}.")


def _ladder(move: Move, days: Sequence[date]) -> b.Steps:
    """The stages, with the first of the moments at which the partnership was seen at each."""
    seen: dict[Stage, date] = {}
    for standing, day in zip(move.standings, days, strict=True):
        if standing is not None:
            seen.setdefault(standing.stage, day)
    here = stages.position(move.last.stage)
    return b.Steps(
        "Stages, each with the first moment at which the partnership was seen there",
        tuple(_step(stage, here, seen.get(stage)) for stage in stages.STAGES),
    )


def _step(stage: Stage, here: int, seen: date | None) -> b.Step:
    at = stages.position(stage)
    if at == here:
        return b.Step(title(stage), "here", seen)
    # A partnership that went back was at a stage before that is ahead of it now; the grid tells when.
    return b.Step(title(stage), "ahead") if at > here else b.Step(title(stage), "done", seen)


def _grid(history: History, move: Move) -> b.Grid:
    """Stage and levels, a column for each moment."""
    shown = move.standings[-MOST_COLUMNS:]
    heads = w.names(history.moments)[-MOST_COLUMNS:]
    rows = (
        b.GridRow("Stage", tuple(None if one is None else b.GridCell(one.stage) for one in shown)),
        *(
            b.GridRow(f"{code} {point.title}", tuple(_cell(one, code) for one in shown))
            for code, point in move.last.points.items()
        ),
    )
    left = len(move.standings) - len(shown)
    note = f" The {left} moments before these are left out." if left else ""
    columns = tuple(b.GridColumn(head, head) for head in heads)
    return b.Grid(f"Stage and levels: {move.last.title}", "What", columns, rows, note=note)


def _cell(standing: Standing | None, code: str) -> b.GridCell | None:
    point = None if standing is None else standing.points.get(code)
    return None if point is None else b.GridCell(point.said, _tone(point))


def _tone(point: Reached) -> b.Tone:
    if point.height is None:
        return "plain"
    if point.height <= LOW:
        return "alert"
    return "caution" if point.height < HIGH else "good"


COUNTS: tuple[tuple[str, Callable[[Standing], int | None]], ...] = (
    ("Open actions", lambda standing: standing.open_actions),
    ("Errors", lambda standing: standing.errors),
    ("Warnings", lambda standing: standing.warnings),
)


def _lines(move: Move, days: Sequence[date]) -> Iterator[b.Block]:
    """A line for each thing that is counted, and that the readers may see."""
    trends = tuple(
        b.Trend(label, readings) for label, count in COUNTS if (readings := _readings(move, days, count)) is not None
    )
    if trends:
        yield b.Trends(f"What was open: {move.last.title}", trends)


def _readings(
    move: Move, days: Sequence[date], count: Callable[[Standing], int | None]
) -> tuple[b.Reading, ...] | None:
    """The numbers with their days; nothing where one of them is withheld."""
    found = [(day, count(one)) for day, one in zip(days, move.standings, strict=True) if one is not None]
    known = [b.Reading(day, number) for day, number in found if number is not None]
    return tuple(known) if len(known) == len(found) else None
