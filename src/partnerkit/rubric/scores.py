"""What a score is made of: facts in places of the record, answers to checks, points, and the whole.

A score speaks of the record and judges nobody. What is met, not met, unknown, not due and not applicable are five
different things, and stay so in every output.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from partnerkit.diagnostics.diagnostic import Span
from partnerkit.model.base import Part
from partnerkit.rules.stages import Stage

DASH = "\N{EN DASH}"
BANNER = "Completeness of record, not an assessment decision."


class State(Enum):
    """What became of a check; the value is how it is written for machines."""

    MET = "met"
    UNMET = "not-met"
    UNKNOWN = "unknown"
    NOT_DUE = "not-due"
    NOT_APPLICABLE = "not-applicable"

    @property
    def is_due(self) -> bool:
        """Whether it counts: what is not due and what does not apply leave the count, what is unknown stays in it."""
        return self in _DUE

    @property
    def words(self) -> str:
        """The state as people read it."""
        return self.value.replace("-", " ")


_DUE = frozenset({State.MET, State.UNMET, State.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Fact:
    """A place in a record that shows something.

    Attributes:
        part: The very part of the record; None once its place is known.
        field: The key in the part; "" means the part as a whole.
        words: What stands there, if the part does not say it by itself.
        at: A place in a list that the field holds, from 0.
        span: Its place, once that is known.
    """

    part: Part | None
    field: str = ""
    words: str = ""
    at: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record says to a check.

    Attributes:
        state: Whether it is met.
        said: What the record shows, in a sentence without a full stop, beginning in lower case.
        facts: The places that show it: those that meet it, or those where something is wanting.
        todo: What would meet it, as something to do, beginning with a capital, without a full stop; "" where it is met.
        steps: About how many entries or values that takes; what takes fewer is cheaper.
        word: The rubric's own word for how it stands, such as `regressed`; "" for the state's.
    """

    state: State
    said: str
    facts: tuple[Fact, ...] = ()
    todo: str = ""
    steps: int = 0
    word: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A check with its answer.

    Attributes:
        name: The check's name.
        title: What it asks, in a sentence.
        answer: What the record says.
        level: The level that cannot be reached without it.
        weight: How much it counts; 1 unless a configuration says otherwise.
    """

    name: str
    title: str
    answer: Answer
    level: int = 1
    weight: float = 1

    @property
    def state(self) -> State:
        """What became of it."""
        return self.answer.state

    @property
    def word(self) -> str:
        """How it stands, in a word or two."""
        return self.answer.word or self.state.words


@dataclass(frozen=True, slots=True)
class Point:
    """A part of a rubric, scored.

    Attributes:
        code: Its short name, such as `P1`, unique in the score.
        title: What it is about.
        checks: Its checks with their answers.
        level: The level it has reached; None if the rubric has no levels, or nothing of it is due.
        word: How it stands, in words.
        remarks: What a reader must know about how it came to that, each a sentence without a full stop.
        fact: The part of the record it is about, if it is about one.
    """

    code: str
    title: str
    checks: tuple[Checked, ...]
    level: int | None = None
    word: str = ""
    remarks: tuple[str, ...] = ()
    fact: Fact | None = None

    @property
    def is_due(self) -> bool:
        """Whether anything of it counts."""
        return any(one.state.is_due for one in self.checks)

    @property
    def met(self) -> float:
        """The weight of what is met."""
        return sum(one.weight for one in self.checks if one.state is State.MET)

    @property
    def due(self) -> float:
        """The weight of what counts."""
        return sum(one.weight for one in self.checks if one.state.is_due)


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures that belong to a score and are no part of it, such as what people answered in a survey.

    Attributes:
        title: What they are.
        columns: The heads of the columns.
        rows: The cells, as text; a dash where there is nothing to say.
        note: What a reader must know to read them rightly.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """What a rubric says of a partnership's record.

    Attributes:
        rubric: The rubric's name.
        partnership: The partnership's id.
        title: The partnership's title.
        stage: The stage it is in.
        points: The rubric's points.
        level: The level of the whole; None if the rubric has none, or nothing of it is due.
        word: How the whole stands, in words.
        figures: Figures beside it.
        faults: What failed in the program while it was made; () if nothing did.
    """

    rubric: str
    partnership: str
    title: str
    stage: Stage
    points: tuple[Point, ...]
    level: int | None
    word: str
    figures: tuple[Figures, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[State, int]:
        """How many checks are in each state."""
        return counts(check for point in self.points for check in point.checks)

    @property
    def profile(self) -> str:
        """The points with their levels or fractions, without which the whole must not be printed."""
        return " · ".join(f"{point.code} {standing(point)}" for point in self.points)


def counts(checks: Iterable[Checked]) -> Mapping[State, int]:
    """How many checks are in each state, every state among them."""
    found = Counter(check.state for check in checks)
    return MappingProxyType({state: found[state] for state in State})


def standing(point: Point) -> str:
    """A point in a character or a fraction: its level, a dash where nothing is due, else what is met of what is due."""
    if not point.is_due:
        return DASH
    return fraction(point) if point.level is None else str(point.level)


def fraction(point: Point) -> str:
    """What is met of what is due: `3/4`."""
    return f"{point.met:g}/{point.due:g}"
