"""Answers, points and scores made by hand."""

from __future__ import annotations

from partnerkit.rubric.scores import Answer, Checked, Point, Score, State
from partnerkit.rules.stages import Stage

LEVELS = ("none", "some", "most", "all")
STATES = {
    "met": State.MET,
    "not": State.UNMET,
    "unknown": State.UNKNOWN,
    "later": State.NOT_DUE,
    "never": State.NOT_APPLICABLE,
}


def checked(text: str) -> Checked:
    """A check from a few words: its name, its level, how it stands, and how many steps it takes: `a 2 not 3`."""
    name, level, state, *steps = text.split()
    todo = f"Do {name}" if state == "not" else ""
    answer = Answer(STATES[state], f"said of {name}", (), todo, int(steps[0]) if steps else 0)
    return Checked(name, f"The check {name}.", answer, int(level))


def checks(*texts: str) -> tuple[Checked, ...]:
    """Several of them."""
    return tuple(map(checked, texts))


def score(*points: Point, level: int | None = None) -> Score:
    """A score of some points."""
    return Score("made", "example", "An example", Stage.REVIEW, points, level, "in words")
