"""What each part of the thread is built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading.cells import section
from partnerkit.views.reading.words import listed, lowered

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.rubric.subject import Look
    from partnerkit.rules.subject import Files
    from partnerkit.views.reading.names import Names
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Dossier:
    """A partnership's record, with what is needed to read it.

    Attributes:
        bands: The declared bands of risk, lowest first, each with its highest score; empty where none are declared.
        look: The same record as the rules and the rubrics look at it; nothing where a page judges nothing.
        files: What is known of the files of its evidence; nothing where nobody has looked for them.
    """

    workspace: Workspace
    record: Record
    partnership: Partnership
    names: Names
    as_of: date
    bands: Mapping[str, int]
    look: Look | None = None
    files: Files | None = None

    def thread(self, number: int, anchor: str, title: str, summary: str, parts: tuple[b.Block, ...]) -> b.Section:
        """A numbered section of the thread. Parts of which nothing is there or due yet become one blank at its end."""
        shown = [part for part in parts if not _only_later(part)]
        waiting = [part.title for part in parts if isinstance(part, b.Section) and _only_later(part)]
        if waiting:
            text = f"{listed([waiting[0], *(lowered(title) for title in waiting[1:])])}."
            shown.append(b.Blank(text, "later", "The stage from which they are due has not been reached."))
        return b.Section(anchor, title, tuple(shown), summary, number)

    def part(self, anchor: str, title: str, keys: tuple[str, ...], *blocks: b.Block | None) -> b.Section:
        """A part of the thread: its blocks, then the blanks of what is expected in it and not there."""
        empty = [blanks.blank(self.partnership, key) for key in keys]
        return section(anchor, title, *blocks, *empty)


def _only_later(part: b.Block) -> bool:
    """Whether all that a part says is that it is not due yet."""
    return isinstance(part, b.Section) and all(
        isinstance(block, b.Blank) and block.due == "later" for block in part.blocks
    )
