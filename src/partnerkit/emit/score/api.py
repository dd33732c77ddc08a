"""What a format of scores is: a function from the scores of a workspace to text in pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit.api import Checked as Workspace
from partnerkit.rubric.catalogue import Rubric
from partnerkit.rubric.next_steps import Step, next_steps
from partnerkit.rubric.scores import Fact, Point, Score


@dataclass(frozen=True, slots=True)
class Below:
    """A point that is below the level asked for.

    Attributes:
        score: The score it belongs to.
        point: The point.
        asked: The level asked for.
    """

    score: Score
    point: Point
    asked: int


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of a workspace, or those of it that were asked for.

    Attributes:
        workspace: The workspace, as it was checked.
        as_of: The day as of which it was scored.
        rubrics: The rubrics, in the order they are shown in.
        scores: The scores, sorted by the partnership's id.
        below: The points below the level asked for.
        explain: Whether every check is to be shown with its facts.
        next: Whether to show what would raise the levels.
    """

    workspace: Workspace
    as_of: date
    rubrics: tuple[Rubric, ...]
    scores: tuple[Score, ...]
    below: tuple[Below, ...] = ()
    explain: bool = False
    next: bool = False

    def of(self, rubric: Rubric) -> tuple[Score, ...]:
        """The scores by a rubric."""
        return tuple(score for score in self.scores if score.rubric == rubric.name)

    def place(self, fact: Fact) -> str:
        """The place of a fact as `path:line`, relative to the current folder; "" if it is not known."""
        if fact.span is None:
            return ""
        path = one_line(self.workspace.path(fact.span.file))
        return path if fact.span.start is None else f"{path}:{fact.span.start.line + 1}"


Emit = Callable[[Scored], Iterable[Piece]]
"""A format."""


def steps(score: Score, rubric: Rubric) -> tuple[Step, ...]:
    """The changes that would raise a score, cheapest first."""
    return next_steps(score, rubric.grade, rubric.whole)


def level_words(rubric: Rubric, level: int) -> str:
    """A level with its word: `evidenced (2)`."""
    return f"{rubric.levels[level]} ({level})"


def said_step(step: Step, rubric: Rubric) -> str:
    """What a step would do, in a sentence without a full stop."""
    about = f"about {step.entries} {'entry' if step.entries == 1 else 'entries'}"
    if step.level is None or step.point.level is None:
        return f"{step.point.code}: {about}"
    way = f"from {rubric.levels[step.point.level]} to {rubric.levels[step.level]}"
    return f"{step.point.code} {way}: {about}" + (", and it raises the whole" if step.raises_whole else "")


def said_counts(score: Score) -> str:
    """How many checks are in each state, all five of them."""
    return ", ".join(f"{count} {state.words}" for state, count in score.counts.items())


def said_whole(score: Score, rubric: Rubric) -> str:
    """How the whole stands, with the profile without which it must not be printed."""
    word = score.word
    if score.level is not None and word.startswith(rubric.levels[score.level]):
        begin = rubric.levels[score.level]
        word = f"{level_words(rubric, score.level)}{word.removeprefix(begin)}"
    return f"{word}: {score.profile}" if score.points else word


def said_below(one: Below, rubric: Rubric) -> str:
    """That a point is too low, in a sentence without a full stop."""
    assert one.point.level is not None  # noqa: S101 - what is not due is never too low
    is_, asked = (level_words(rubric, level) for level in (one.point.level, one.asked))
    return f"{one.score.partnership}: {one.point.code} is {is_}, and {asked} is asked for"


def codes(scores: Sequence[Score]) -> tuple[str, ...]:
    """The codes of the points, if all scores have the same ones; else ()."""
    found = {tuple(point.code for point in score.points) for score in scores if score.points}
    return found.pop() if len(found) == 1 else ()


def lowest_first(scores: Iterable[Score]) -> list[Score]:
    """The lowest level or fraction first, what is not due last; among equals by title."""
    return sorted(scores, key=lambda score: (*_height(score), score.title.casefold(), score.partnership))


def _height(score: Score) -> tuple[bool, float, float]:
    due = sum(point.due for point in score.points)
    share = sum(point.met for point in score.points) / due if due else 0
    is_due = any(point.is_due for point in score.points)
    return not is_due, 0 if score.level is None else score.level, share


def words_of(score: Score) -> Iterator[tuple[str, int]]:
    """How many points stand at each word, the most frequent first; but for those that only count their checks."""
    found = Counter(point.word for point in score.points if not point.word[:1].isdigit())
    yield from sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
