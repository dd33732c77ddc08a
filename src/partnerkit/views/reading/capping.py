"""Long lists cut short on a page that repeats them: what is left out is said, and stands in the thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from partnerkit.views import blocks as b
from partnerkit.views.reading.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 200

T = TypeVar("T", b.Table, b.Timeline, b.RiskMatrix)


def capped(section: b.Section, thread: str) -> b.Section:
    """The section with at most 200 rows in each of its tables and pictures; `thread` is the page that has them all."""
    return replace(section, blocks=tuple(_capped(block, section.anchor, thread) for block in section.blocks))


def _capped(block: b.Block, anchor: str, thread: str) -> b.Block:
    match block:
        case b.Table():
            return _noted(replace(block, rows=block.rows[:MOST]), block.rows, anchor, thread)
        case b.Timeline():
            return _noted(replace(block, rows=block.rows[:MOST]), block.rows, anchor, thread)
        case b.RiskMatrix():
            return _noted(replace(block, risks=block.risks[:MOST]), block.risks, anchor, thread)
        case _:
            return block


def _noted(block: T, held: Sequence[object], anchor: str, thread: str) -> T:
    left = len(held) - MOST
    if left <= 0:
        return block
    more = (
        f" {counted(left, 'more is', 'more are')} left out here and stand in ",
        b.Link("the thread", anchor, thread),
        ".",
    )
    return replace(block, note=b.joined(block.note, more))
