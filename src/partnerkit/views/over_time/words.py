"""How pages about the history name moments, and say how something was and is."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from partnerkit.rules.words import day
from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.views.over_time.history import Moment, Standing
    from partnerkit.views.over_time.moves import Move

WITHHELD = "withheld"


def on(moment: Moment) -> date:
    """The day of a moment."""
    return date.fromisoformat(moment.day)


def names(moments: Sequence[Moment]) -> tuple[str, ...]:
    """What the moments are called in the heads of columns: tags by their names, commits by their days.

    Where several have the same day, the commit tells them apart.
    """
    days = Counter(moment.day for moment in moments)
    return tuple(_name(moment, alone=days[moment.day] == 1) for moment in moments)


def _name(moment: Moment, *, alone: bool) -> str:
    if moment.label != moment.commit:
        return moment.label
    return _short(moment) if alone else f"{_short(moment)} {moment.commit}"


def _short(moment: Moment) -> str:
    number, month, year = day(on(moment)).split()
    return f"{number} {month[:3]} {year}"


def named(moment: Moment) -> b.Run:
    """A moment within a line: its day, and its tag or commit."""
    return (b.Day(on(moment)), b.Quiet(f" ({moment.label})"))


def then_and_now(then: int | None, now: int | None) -> str:
    """How many there were and are: `12 to 9`; one number where they are the same."""
    if then is None or now is None:
        return WITHHELD
    return str(now) if then == now else f"{then} to {now}"


def stage_move(move: Move) -> b.Run:
    """The stage, or the way from one to another."""
    if not move.steps:
        return move.last.stage
    tone: b.Tone = "good" if move.steps > 0 else "alert"
    return (f"{move.first.stage} to {move.last.stage} ", b.Badge("moved on" if move.steps > 0 else "went back", tone))


def level_move(move: Move, codes: Sequence[str]) -> str:
    """How some points have moved: `P1 from 1 to 3, P4 from 0 to 1`."""
    return ", ".join(f"{code} from {_said(move.first, code)} to {_said(move.last, code)}" for code in codes)


def _said(standing: Standing, code: str) -> str:
    return standing.points[code].said
