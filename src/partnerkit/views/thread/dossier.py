"""What each part of the thread is built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.views.reading import blanks
from partnerkit.views.reading.cells import section

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.views import blocks as b
    from partnerkit.views.reading.names import Names
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Dossier:
    """A partnership's record, with what is needed to read it.

    Attributes:
        bands: The declared bands of risk, lowest first, each with its highest score; empty where none are declared.
    """

    workspace: Workspace
    record: Record
    partnership: Partnership
    names: Names
    as_of: date
    bands: Mapping[str, int]

    def part(self, anchor: str, title: str, keys: tuple[str, ...], *blocks: b.Block | None) -> b.Section:
        """A part of the thread: its blocks, then the blanks of what is expected in it and not there."""
        empty = [blanks.blank(self.partnership, key) for key in keys]
        return section(anchor, title, *blocks, *empty)
