"""What a view imports of its concept, beside the blocks (`views/blocks.py`) and what reads a record (`views/reading/`).

A view is a module of this package, named after what it shows. The first line of its docstring is its description,
and it has one function:

    def pages(workspace: Workspace, context: Context) -> Iterable[Page]: ...

A view counts, orders and words what the records hold. It judges nothing, opens nothing, and does not know the day:
`context.as_of` is the only date it may call today. The same workspace and context give the same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from partnerkit.views.blocks import Page
from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """What a view is told besides the records.

    Attributes:
        as_of: The day the pages speak of.
        version: The version of partnerkit that makes them.
        only: The ids of the partnerships asked for; empty when all are.
        revision: The state of the records under version control, where there is one.
    """

    as_of: date
    version: str
    only: frozenset[str] = frozenset()
    revision: str | None = None


View: TypeAlias = Callable[[Workspace, Context], Iterable[Page]]
"""The function `pages` of a view."""
