"""A diagnostic: what is wrong, where exactly, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How much a diagnostic weighs; a higher one is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name as people and machines read it, in lower case."""
        return self.name.lower()


class Position(NamedTuple):
    """A place in a file: line and column, both counted from 0, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a file, from `start` up to, and without, `end`.

    `file` is relative to the workspace, with `/`. A span without positions means the file as a whole. `excerpt` holds
    the line of the file on which the span starts, so that whoever shows the span need not read the file again.
    """

    file: str
    start: Position | None = None
    end: Position | None = None
    excerpt: str = ""

    def __reduce__(self) -> tuple[type[Span], tuple[object, ...]]:
        """How it is pickled: there are thousands, and the way of dataclasses takes several times as long."""
        return Span, (self.file, self.start, self.end, self.excerpt)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of diagnostic: its stable code, its name, and what it means.

    Attributes:
        code: `PK` and three digits; never given to another kind.
        name: The fault, in words joined by hyphens.
        meaning: What it is and why it matters, a sentence or two.
        remedy: What to do about it, a sentence or two.
        severity: How much it weighs.
    """

    code: str
    name: str
    meaning: str
    remedy: str
    severity: Severity = Severity.ERROR

    def weighing(self, severity: Severity) -> Kind:
        """The same kind, with a weight of its own."""
        return self if severity is self.severity else replace(self, severity=severity)


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a diagnostic speaks of, and what is there."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Put a text in the place of a piece of a file.

    `start` and `end` count characters from 0 in the file's text without its byte order mark; the end is exclusive.
    """

    file: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mending:
    """Edits that mend a diagnostic: what they do, and whether they keep the meaning of what is written."""

    message: str
    edits: tuple[TextEdit, ...]
    is_safe: bool


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong in one place.

    Attributes:
        kind: What kind of fault it is.
        message: One sentence that says what is wrong here.
        span: Where.
        help: What to do about it, or "" where the message says it all.
        related: Other places that belong to it.
        subject: The thing it is about, named so that the name survives moved lines: kind and id of the record, and ids
            on the way; "" where the kind and the place say it all.
        mending: How it could be mended by machine, if it can.
    """

    kind: Kind
    message: str
    span: Span
    help: str = ""
    related: tuple[Related, ...] = ()
    subject: str = ""
    mending: Mending | None = None

    def __reduce__(self) -> tuple[type[Diagnostic], tuple[object, ...]]:
        """How it is pickled, as for `Span`."""
        return Diagnostic, (
            self.kind, self.message, self.span, self.help, self.related, self.subject, self.mending
        )  # fmt: skip

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.kind.severity

    @property
    def order(self) -> tuple[object, ...]:
        """What diagnostics are sorted by: file, place in it, code, message."""
        return (self.span.file, self.span.start or Position(-1, -1), self.kind.code, self.message)
