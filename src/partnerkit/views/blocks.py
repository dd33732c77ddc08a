"""What a page is made of: a small, closed set of blocks that say what a thing is, never how it looks.

Three sizes of content, each made of the one before it:

- a *run* is text within a line: plain text, or text that is known to be a date, a number, a link, a state;
- a *cell* is a run, or several runs one under another;
- a *block* is what stands on a page by itself: a paragraph, a table, a section that holds more blocks.

Every writer (`render/`) handles every block and every inline value; the unions at the end of each part are what
mypy holds them to. Text in blocks is as people wrote it: escaping is the writers' work, done in one place a format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

UNSAFE = re.compile(r"[^A-Za-z0-9.-]")

Tone: TypeAlias = Literal["plain", "good", "note", "caution", "alert"]
"""How a state is coloured; the words beside it say the same without the colour."""

Due: TypeAlias = Literal["due", "later", "excused", "optional"]
"""Whether something absent is due by the stage reached, due later, declared not applicable, or never required."""

StepState: TypeAlias = Literal["done", "here", "ahead", "skipped"]
"""Where a step stands: passed on a recorded date, reached now, not yet reached, or passed without a recorded date."""


# Inline values


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that matters more than its neighbours."""

    text: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """Text that supports its neighbours: a role after a name, a unit, a source."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be copied letter by letter: a path, an id, a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """Prose as its author wrote it, in CommonMark, brought into one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date, in words a reader cannot take for another day."""

    on: date


@dataclass(frozen=True, slots=True)
class Number:
    """A number, with its unit if it has one."""

    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money in a currency of ISO 4217."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, said in words and drawn as a bar: 10 of 12 people."""

    part: float
    whole: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A state in a word or two. The tone only repeats what the text says."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Missing:
    """A value the record does not hold, said aloud where the value would stand."""

    text: str = "not recorded"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an anchor of this page, to another page, or to an anchor of another page."""

    text: str
    anchor: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class External:
    """A link to the web or to a mailbox. Writers show anything but https, http and mailto as text."""

    text: str
    address: str


Inline: TypeAlias = (
    str | Strong | Quiet | Code | Words | Day | Number | Money | Share | Badge | Missing | Link | External
)
Run: TypeAlias = Inline | tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Several runs one under another in one cell."""

    runs: tuple[Run, ...]


Cell: TypeAlias = Run | Lines


# Blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or two of the page's own words."""

    run: Run


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs as their author wrote them, in CommonMark."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, and whose they are."""

    text: str
    by: Run
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value."""

    label: str
    value: Cell


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one thing, label by label."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; figures are set so that their digits stand under one another."""

    title: str
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, one cell a column. The first cell names the row."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Things of one kind, compared. The caption says what they are without the page around it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: Run = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Short points of equal rank, in the order given."""

    runs: tuple[Run, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One date and what falls on it; `detail` says whose it is and where it stands."""

    on: date
    what: Run
    state: Badge
    detail: Run = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Dated things in the order of their dates."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number a reader should take away, with what it counts and, if it helps, where it comes from."""

    value: str
    label: str
    note: str = ""
    anchor: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Figures:
    """A few figures side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a ladder, in what state, and since when."""

    title: str
    state: StepState
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """A ladder of steps in their order."""

    label: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """What the record does not hold, said aloud; `due` says whether it should by now, `note` why or from when."""

    text: str
    due: Due
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """Blocks a reader should not miss."""

    tone: Tone
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks shown on demand on screen, and in full in print and in Markdown. The title says what is in them."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the record with a heading of its own: an objective, an agreement, an activity.

    A folded one shows its heading, and the rest like a `Fold`.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    kind: str = ""
    badges: tuple[Badge, ...] = ()
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under a heading. `number` marks the parts of a thread, `summary` counts what is inside."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    summary: Run = ()
    number: int | None = None


Block: TypeAlias = (
    Paragraph
    | Prose
    | Quote
    | Facts
    | Table
    | Listing
    | Agenda
    | Figures
    | Steps
    | Blank
    | Callout
    | Fold
    | Item
    | Section
)


# Pages


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a page was made from: without it a figure cannot be checked or compared with a later one."""

    as_of: date
    records: int
    version: str
    revision: str | None = None
    filters: tuple[str, ...] = ()
    audience: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the verdict and what to do next come first (`opening`), then the sections in their order.

    `name` is the stem of the file and what other pages link to; `kind` says what sort of page it is; `workspace`
    is the title of the records it was made from; `trail` leads back to the pages above it.
    """

    name: str
    title: str
    kind: str
    workspace: str
    verdict: Run
    stamp: Stamp
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    trail: tuple[Link, ...] = ()


def joined(*runs: Run) -> tuple[Inline, ...]:
    """Several runs as one."""
    return tuple(part for run in runs for part in (run if isinstance(run, tuple) else (run,)))


def anchor(*parts: str) -> str:
    """A fragment, or the name of a file, that stays the same from one build to the next.

    The parts are joined by hyphens; whatever is not a letter or digit of ASCII, a hyphen or a full stop becomes one.
    """
    return UNSAFE.sub("-", "-".join(parts))
