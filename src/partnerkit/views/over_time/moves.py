"""What has moved between the first and the last moment at which a partnership was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.views.reading import stages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from partnerkit.views.over_time.history import History, Reached, Standing


@dataclass(frozen=True, slots=True)
class Move:
    """A partnership at the first and at the last moment at which it was seen.

    Attributes:
        id: Its id.
        standings: How it stood at each moment; None where it was not seen.
        began: The place of the first moment at which it was seen, from 0.
        ended: The place of the last one.
    """

    id: str
    standings: tuple[Standing | None, ...]
    began: int
    ended: int

    @property
    def first(self) -> Standing:
        """How it stood when it was first seen."""
        return next(one for one in self.standings if one is not None)

    @property
    def last(self) -> Standing:
        """How it stood when it was last seen."""
        return next(one for one in reversed(self.standings) if one is not None)

    @property
    def is_there(self) -> bool:
        """Whether it was seen at the newest moment."""
        return self.ended == len(self.standings) - 1

    @property
    def is_seen_twice(self) -> bool:
        """Whether there is anything to compare."""
        return self.began < self.ended

    @property
    def steps(self) -> int:
        """How many stages it has moved on; less than 0 if it went back."""
        return stages.position(self.last.stage) - stages.position(self.first.stage)

    @property
    def rose(self) -> tuple[str, ...]:
        """The codes of the points that have risen."""
        return self._points(lambda old, new: new > old)

    @property
    def fell(self) -> tuple[str, ...]:
        """The codes of the points that have fallen."""
        return self._points(lambda old, new: new < old)

    @property
    def is_still(self) -> bool:
        """Whether neither its stage nor any point has changed."""
        return self.is_seen_twice and not (self.steps or self.rose or self.fell)

    def more(self, count: Callable[[Standing], int | None]) -> int:
        """How many more of something there are than there were; 0 where that is withheld."""
        return (count(self.last) or 0) - (count(self.first) or 0)

    def _points(self, moved: Callable[[float, float], bool]) -> tuple[str, ...]:
        before = self.first.points
        return tuple(code for code, now in self.last.points.items() if _compared(before.get(code), now, moved))


def _compared(old: Reached | None, new: Reached, moved: Callable[[float, float], bool]) -> bool:
    """Whether both can be held against each other, and the one has moved from the other."""
    if old is None or old.height is None or new.height is None:
        return False
    return moved(old.height, new.height)


def moves(history: History) -> tuple[Move, ...]:
    """Each partnership with its move, by title."""
    return tuple(
        sorted((_move(*pair) for pair in history.standings.items()), key=lambda move: (move.last.title, move.id))
    )


def _move(id_: str, standings: tuple[Standing | None, ...]) -> Move:
    seen = [place for place, one in enumerate(standings) if one is not None]
    return Move(id_, standings, seen[0], seen[-1])


def total(shown: Iterable[Move], place: int, count: Callable[[Standing], int | None]) -> int | None:
    """How many of something there were in all at a moment; None where that is withheld."""
    found = [count(standing) for move in shown if (standing := move.standings[place]) is not None]
    known = [number for number in found if number is not None]
    return sum(known) if len(known) == len(found) else None
