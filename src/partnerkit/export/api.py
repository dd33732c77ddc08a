"""What a format imports. A format is a module of this package, named as people type it. There are two sorts.

A format of tables writes plain tables of typed cells. It has

    SUFFIX = ".csv"                # the ending of its files
    MANY = False                   # whether a file can hold several tables
    BEGINNING = b""                # what a file begins with, and what is printed does not

    def write(tables: Sequence[Table]) -> bytes: ...

A format of records makes what it likes of the records themselves, which are those that the audience may see. It has

    SUFFIX = ".json"

    def export(workspace: Workspace, context: Context) -> bytes: ...

The same tables, and the same records on the same day, give the same bytes. Text is as people wrote it: making it
harmless is the format's work, since what is harmless depends on who reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads somewhere: to the web or a mailbox, or to a file by its path from the folder of the table.

    A format shows the text, and leaves the address away if it is of another sort or if the format has no links.
    """

    text: str
    address: str


Cell: TypeAlias = str | int | float | date | Link | None
"""A text, a number, a day, a link, or nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head.

    Attributes:
        title: What they are, in a few words.
        columns: The names of the columns, each once.
        rows: The rows, a cell a column.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Write: TypeAlias = Callable[[Sequence[Table]], bytes]
"""The function `write` of a format."""


class MissingExtraError(Exception):
    """A format needs a package that is not installed; the text says which, and how to get it."""
