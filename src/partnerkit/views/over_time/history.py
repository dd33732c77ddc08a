"""How partnerships stood at moments of their repository's history: what small lines, JSON and pages are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from partnerkit.model.partnership.who import Stage


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


class Reached(NamedTuple):
    """How a point of the rubric stood.

    Attributes:
        said: The level or fraction as people read it, `not due`, or `withheld`.
        height: A number from 0 to 1, the greater the better; None where nothing was due or it is withheld.
        title: What the point is about.
    """

    said: str
    height: float | None
    title: str


class Standing(NamedTuple):
    """How a partnership stood at a moment.

    Attributes:
        title: What it was called.
        stage: Its stage.
        points: How the points of the rubric stood, by their codes.
        open_actions: How many actions were open; None where that is withheld.
        errors: How many errors rules and format had found in it; None where that is withheld.
        warnings: How many warnings; None where that is withheld.
    """

    title: str
    stage: Stage
    points: Mapping[str, Reached]
    open_actions: int | None
    errors: int | None
    warnings: int | None

    @property
    def findings(self) -> int | None:
        """Errors and warnings together; None where they are withheld."""
        return None if self.errors is None or self.warnings is None else self.errors + self.warnings


class Measure(NamedTuple):
    """The rubric by which the partnerships were scored.

    Attributes:
        name: Its name.
        title: What it is called.
        levels: The words of its levels from 0 up; () if it has none.
    """

    name: str
    title: str = ""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """How partnerships stood over time.

    Attributes:
        moments: The moments, oldest first.
        measure: The rubric of the newest of them.
        standings: For each partnership, by id, how it stood at each moment, at one of them at least; None where it was
            not there, had errors of form, or is not for the readers.
        passed: The moments that were passed over, oldest first.
        quiet: Whether the head is left out.
    """

    moments: tuple[Moment, ...]
    measure: Measure
    standings: Mapping[str, tuple[Standing | None, ...]]
    passed: tuple[Moment, ...] = ()
    quiet: bool = False


def latest(standings: Iterable[Standing | None]) -> Standing:
    """The last of some standings; there is one."""
    return [one for one in standings if one is not None][-1]
