"""What risk matrices and scatters share: levels against levels, and short names in the squares where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from partnerkit.render.inline import Tree
from partnerkit.render.pictures.text import cut, said
from partnerkit.views import blocks as b

MOST_MARKS = 12
LONGEST_MARK = 22


@dataclass(frozen=True, slots=True)
class Mark:
    """A name in a square; `hollow` tells two sorts of marks apart, `told` says it to those who do not see it."""

    name: str
    title: str
    hollow: bool = False
    told: str = ""

    def tree(self) -> Tree:
        """The mark with its name cut to what a square can hold."""
        return {
            "name": cut(said(self.name), LONGEST_MARK) or "unnamed",
            "title": self.title,
            "hollow": self.hollow,
            "told": self.told,
        }


@dataclass(frozen=True, slots=True)
class Square:
    """One square: what it is called, how it is tinted, whether it is framed, and the marks in it."""

    name: str = ""
    tone: b.Tone = "plain"
    framed: bool = False
    marks: Sequence[Mark] = field(default=())

    def tree(self) -> Tree:
        """The square with as many marks as it can hold, and how many more there are."""
        shown = self.marks if len(self.marks) <= MOST_MARKS else self.marks[: MOST_MARKS - 1]
        return {
            "name": self.name,
            "tone": self.tone,
            "framed": self.framed,
            "marks": [mark.tree() for mark in shown],
            "more": len(self.marks) - len(shown),
        }


def rows(up: str, squares: Sequence[Sequence[Square]]) -> list[Tree]:
    """The rows as they are drawn, the highest level first."""
    return [
        {"head": f"{up} {level}", "level": level, "squares": [square.tree() for square in squares[level - 1]]}
        for level in range(len(squares), 0, -1)
    ]


def placed(level: int | None, size: int) -> bool:
    """Whether a level is one of the axis."""
    return level is not None and 1 <= level <= size
