"""What a format of a history is: a function from how partnerships stood, moment by moment, to text in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from partnerkit.diagnostics.text import Piece


class Moment(NamedTuple):
    """A commit at which one has looked.

    Attributes:
        label: What people call it: a tag, or the name of the commit, shortened.
        commit: The name of the commit, shortened.
        day: The day it was committed, like 2026-03-10.
    """

    label: str
    commit: str
    day: str


class Standing(NamedTuple):
    """How a partnership stood at a moment.

    Attributes:
        title: What it was called.
        stage: Its stage.
        points: How the points of the rubric stood, by their codes: the level or fraction as people read it, and a
            number from 0 to 1, the greater the better; None where nothing was due.
        open_actions: How many actions were open.
        errors: How many errors rules and format had found in it.
        warnings: How many warnings.
    """

    title: str
    stage: str
    points: Mapping[str, tuple[str, float | None]]
    open_actions: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class History:
    """How partnerships stood over time.

    Attributes:
        moments: The moments, oldest first.
        rubric: The name of the rubric.
        standings: For each partnership, by id, how it stood at each moment; None where it was not there or had errors
            of form.
        quiet: Whether the head is left out.
    """

    moments: tuple[Moment, ...]
    rubric: str
    standings: Mapping[str, tuple[Standing | None, ...]]
    quiet: bool = False


Emit = Callable[[History], Iterable[Piece]]
"""A format."""


def latest(standings: Iterable[Standing | None]) -> Standing:
    """The last of some standings; there is one."""
    return [one for one in standings if one is not None][-1]
