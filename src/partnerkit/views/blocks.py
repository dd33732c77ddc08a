"""What a page is made of: a small, closed set of blocks that say what a thing is, never how it looks.

Three sizes of content, each made of the one before it:

- a *run* is text within a line: plain text, or text that is known to be a date, a number, a link, a state;
- a *cell* is a run, or several runs one under another;
- a *block* is what stands on a page by itself: a paragraph, a table, a section that holds more blocks. A *picture* is
  a block that is drawn; it carries its figures, so that it can be read as a table too.

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

Due: TypeAlias = Literal["due", "later", "excused", "optional", "withheld"]
"""Whether something absent is due by now, due later, declared not applicable, never required, or not for the reader."""

StepState: TypeAlias = Literal["done", "here", "ahead", "skipped"]
"""Where a step stands: passed on a recorded date, reached now, not yet reached, or passed without a recorded date."""

Way: TypeAlias = Literal["increase", "decrease", "maintain"]
"""Whether a figure is to rise, to fall, or to stay."""


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


@dataclass(frozen=True, slots=True)
class FileLink:
    """A link to a file beside the records.

    `path` leads there from the folder the page is written to; `place` is where in the file to open it, as a viewer or a
    player takes it after `#`: `page=3`, `t=750`.
    """

    text: str
    path: str
    place: str = ""


Inline: TypeAlias = (
    str | Strong | Quiet | Code | Words | Day | Number | Money | Share | Badge | Missing | Link | External | FileLink
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
    """A column of a table; figures are set so that their digits stand under one another.

    One that is for the `pen` is empty, and is there on paper only.
    """

    title: str
    figures: bool = False
    pen: bool = False


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


# Pictures: each carries all it draws, so that every writer also gives it as a table


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasts.

    An end that is not recorded is open: the bar runs out of the drawing, and the table says so. `state` says where it
    stands in a word, as a badge does; bars of one `group` stand together under its name.
    """

    label: Run
    start: date | None
    end: date | None
    state: Badge | None = None
    group: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that falls on one day."""

    label: Run
    on: date
    state: Badge | None = None
    group: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars and milestones on one axis of time, in the order given, with the day of the page as a line."""

    label: str
    rows: tuple[Bar | Milestone, ...]
    as_of: date
    note: Run = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A band of a risk matrix as it is declared: its name and the highest score that belongs to it."""

    name: str
    highest: int


@dataclass(frozen=True, slots=True)
class Rating:
    """Where a risk stands: two levels that count from 1. Its score is one times the other."""

    likelihood: int
    impact: int


@dataclass(frozen=True, slots=True)
class PlacedRisk:
    """A risk of a matrix: with nothing done (`inherent`) and with its controls in place (`residual`), where rated.

    `name` is short, for it is written into the cell: an id, or a letter and a number.
    """

    name: str
    label: Run
    inherent: Rating | None = None
    residual: Rating | None = None


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """Risks by likelihood and impact. Bands go from the lowest to the highest; without any the cells have no names."""

    label: str
    risks: tuple[PlacedRisk, ...]
    size: int = 5
    bands: tuple[Band, ...] = ()
    appetite: int | None = None
    note: Run = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator: where it began, where it is to go, where it is. A value told in words is a text.

    `state` says in words what the figures come to ("target reached"); `on` is the day of the actual; the tolerance
    is in the unit of the figures, and `direction` is what the record declares, or nothing.
    """

    label: Run
    baseline: float | str | None
    target: float | str | None
    actual: float | str | None
    state: Badge | Missing
    unit: str = ""
    tolerance: float | None = None
    direction: Way | None = None
    on: date | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Indicators one under another, each on a scale of its own from its baseline to its target."""

    label: str
    measures: tuple[Measure, ...]
    note: Run = ()


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or something that is linked to others. `id` is only for the edges; `kind` names its column."""

    id: str
    label: str
    kind: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """What leads from one node to another, by their ids. An edge that names no node is not drawn and not told."""

    source: str
    target: str
    label: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and what links them, drawn in a column a kind. Where there are too many, there is only the table."""

    label: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    note: Run = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of levels that count from 1; whatever reaches `high` is in its upper half."""

    title: str
    size: int = 5
    high: int = 4


@dataclass(frozen=True, slots=True)
class Dot:
    """Something placed on two axes. A level that is not recorded keeps it out of the drawing, not out of the table."""

    name: str
    label: Run
    x: int | None
    y: int | None
    state: Badge | None = None


@dataclass(frozen=True, slots=True)
class Quadrants:
    """What the quarters of a scatter are called; at the top `y` is high, at the right `x` is."""

    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str


@dataclass(frozen=True, slots=True)
class Scatter:
    """Things placed by two levels, such as power (`y`) and interest (`x`), with names for the four quarters."""

    label: str
    x: Axis
    y: Axis
    quadrants: Quadrants
    dots: tuple[Dot, ...]
    note: Run = ()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a grid: a short name for its head, its whole title for the legend, and its total."""

    name: str
    title: Run
    total: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands where a row and a column meet: a word or two, such as "p. 3", "claimed", "gap"."""

    text: str
    tone: Tone = "plain"
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a grid, one cell a column, nothing where nothing meets. `depth` counts the rows above it in rank."""

    label: Run
    cells: tuple[GridCell | None, ...]
    depth: int = 0
    total: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Two lists held against each other, such as criteria and evidence.

    `corner` names the rows; `totals` names the column of the rows' totals and the row of the columns', where any has
    one.
    """

    label: str
    corner: str
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    totals: str = ""
    note: Run = ()


@dataclass(frozen=True, slots=True)
class Level:
    """A point of a scale: the steps it has reached, with their word, or why it has none (`due` is not "due")."""

    label: Run
    steps: int
    word: str
    due: Due = "due"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Levels:
    """Points that are scored in steps from 0 to `highest`, drawn as filled steps and said in words."""

    label: str
    highest: int
    levels: tuple[Level, ...]
    note: Run = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A value on a day."""

    on: date
    value: float


@dataclass(frozen=True, slots=True)
class Trend:
    """How one figure has changed; the readings are in the order of their days."""

    label: Run
    readings: tuple[Reading, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Trends:
    """Figures that changed with time, one under another, each with its first and its last reading in words."""

    label: str
    trends: tuple[Trend, ...]
    note: Run = ()


Picture: TypeAlias = Timeline | RiskMatrix | Progress | Network | Scatter | Grid | Levels | Trends
"""What is drawn. A picture of nothing is a sentence."""


# Blocks that hold blocks


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
    | Picture
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
    is the title of the records it was made from; `trail` leads back to the pages above it, and `siblings` to those
    about the same partnership, itself among them. A `broad` page is printed on A4 laid across.
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
    siblings: tuple[Link, ...] = ()
    broad: bool = False


def joined(*runs: Run) -> tuple[Inline, ...]:
    """Several runs as one."""
    return tuple(part for run in runs for part in (run if isinstance(run, tuple) else (run,)))


def anchor(*parts: str) -> str:
    """A fragment, or the name of a file, that stays the same from one build to the next.

    The parts are joined by hyphens; whatever is not a letter or digit of ASCII, a hyphen or a full stop becomes one.
    """
    return UNSAFE.sub("-", "-".join(parts))
