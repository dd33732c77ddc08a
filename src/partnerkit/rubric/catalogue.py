"""Finds the rubrics: one module each, named after its file; and those that a workspace states for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from partnerkit.model.configuration import Configuration
from partnerkit.rubric import own
from partnerkit.rubric.grading import level_of, lowest
from partnerkit.rubric.own import OwnRubric, own_rubrics
from partnerkit.rubric.points import said_count
from partnerkit.rubric.scores import Checked, Figures, Point
from partnerkit.rubric.subject import Look
from partnerkit.units import unit, unit_names

PACKAGE = "partnerkit.rubric"
DEFAULT = "marking-points"

Whole = tuple[int | None, str]
"""The level of the whole, if it has one, and how it stands in words."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """A rubric.

    Attributes:
        name: Its name: that of its module, with hyphens, or the one a workspace gave it.
        title: What it is called.
        page: What it asks and how its levels come about, in Markdown.
        levels: The words of its levels from 0 up; () if it has none.
        caveat: What every output of it must say besides the banner; "" if nothing.
        points: Gives its points for a partnership.
        figures: Gives the figures beside them.
        whole: Gives the level and the words of the whole.
        grade: Gives the level that the answers to a point's checks reach; None if nothing is due.
    """

    name: str
    title: str
    page: str
    levels: tuple[str, ...]
    caveat: str
    points: Callable[[Look], Iterable[Point]]
    figures: Callable[[Look], Iterable[Figures]]
    whole: Callable[[Sequence[Point]], Whole]
    grade: Callable[[Sequence[Checked]], int | None]


@cache
def built_in() -> tuple[Rubric, ...]:
    """The rubrics that come with the program, sorted by name."""
    return tuple(_rubric(name) for name in unit_names(PACKAGE, "points"))


def rubrics(configuration: Configuration) -> tuple[Rubric, ...]:
    """All rubrics there are in a workspace, sorted by name; one of its own hides a built-in one of the same name.

    Raises:
        OwnRubricError: One of its own cannot be used.
    """
    stated = {one.name: _own(one) for one in own_rubrics(configuration)}
    kept = (one for one in built_in() if one.name not in stated)
    return tuple(sorted((*kept, *stated.values()), key=lambda one: one.name))


def _rubric(name: str) -> Rubric:
    module: Any = unit(PACKAGE, name)
    levels: tuple[str, ...] = getattr(module, "LEVELS", ())
    return Rubric(
        name,
        module.TITLE,
        (module.__doc__ or "").strip(),
        levels,
        getattr(module, "CAVEAT", ""),
        module.points,
        getattr(module, "figures", _no_figures),
        getattr(module, "whole", lambda points: whole(points, levels)),
        getattr(module, "grade", lambda checks: level_of(checks, levels)),
    )


def _own(one: OwnRubric) -> Rubric:
    return Rubric(
        one.name,
        one.title,
        one.page,
        one.levels,
        "",
        one.points,
        _no_figures,
        lambda points: whole(points, one.levels),
        lambda checks: own.level_of(checks, len(one.levels)),
    )


def _no_figures(_: Look) -> tuple[Figures, ...]:
    return ()


def whole(points: Sequence[Point], levels: Sequence[str]) -> Whole:
    """The lowest level of the points that are due; without levels, how many of all due checks are met."""
    if not levels:
        return None, said_count([check for point in points for check in point.checks])
    level = lowest(points)
    return level, "not yet due" if level is None else levels[level]
