"""All that a view may import of its concept: what describes a view, what it is given, and the blocks it builds.

A view is a module of this package, named after its page. Its docstring's first line is its description, and it has
one function:

    def pages(workspace: Workspace, context: Context) -> Iterable[Page]: ...

A view counts, orders and words what the record holds. It judges nothing, opens nothing, and does not know the day:
`context.as_of` is the only date it may call today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from partnerkit.views.blocks import Page

if TYPE_CHECKING:
    from datetime import date

    from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """What a view is told besides the records.

    `only` holds the ids of the partnerships asked for, and is empty when all are; `revision` is the state of the
    records under version control, where there is one.
    """

    as_of: date
    version: str
    only: frozenset[str] = frozenset()
    revision: str | None = None


View: TypeAlias = "Callable[[Workspace, Context], Iterable[Page]]"
"""The function `pages` of a view."""
