"""What a view imports of its concept, beside the blocks (`views/blocks.py`) and what reads a record (`views/reading/`).

A view is a module of this package, named after what it shows. The first line of its docstring is its description,
and it has

    TITLE = "Joint plan"      # what links to it and lists of pages call it
    PLACE = 30                # where it stands among the others; those below 10 are about the whole workspace

    def pages(workspace: Workspace, context: Context) -> Iterable[Page]: ...

A view counts, orders and words what the records hold. It judges nothing, opens nothing, and does not know the day:
`context.as_of` is the only date it may call today. The same workspace and context give the same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from partnerkit.model.configuration import Audience
from partnerkit.rubric.engine import Scoring
from partnerkit.rubric.subject import Look
from partnerkit.rules.subject import Files
from partnerkit.views.blocks import Page
from partnerkit.workspace.workspace import Item, Workspace

WHOLE = 10
"""Views with a lower place have a page about the whole workspace; the others have one for each partnership."""


@dataclass(frozen=True, slots=True)
class ViewName:
    """A view that is written.

    Attributes:
        name: The name of its module, with hyphens.
        title: What lists of pages call it.
        place: Where it stands among the others.
    """

    name: str
    title: str
    place: int

    @property
    def is_whole(self) -> bool:
        """Whether its page is about the whole workspace, and not about one partnership."""
        return self.place < WHOLE


@dataclass(frozen=True, slots=True)
class Known:
    """What views have found out about partnerships of one workspace, for the views after them.

    Attributes:
        looks: Each partnership as the rules look at it, by its id.
        items: What the references of each partnership name, by its id.
    """

    looks: dict[str, Look] = field(default_factory=dict)
    items: dict[str, dict[tuple[str, str], Item | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """What a view is told besides the records.

    Attributes:
        as_of: The day the pages speak of.
        version: The version of partnerkit that makes them.
        only: The ids of the partnerships asked for; empty when all are.
        revision: The state of the records under version control, where there is one.
        audience: Who the pages are for. The records are those that this audience may see.
        withheld: What is withheld from it, in a sentence; empty where nothing is.
        withheld_of: The same for each partnership's record, by its id.
        revisions: The state of each partnership's record under version control, by its id.
        views: The views that are written together, in their order: pages may link to those.
        scoring: By what the rules and the rubrics judge; without it, pages show what is recorded and no judgement.
        files: The files of each partnership's evidence, by its id; no entry where nobody has looked for them.
        known: What the views before have found out; None where each page is made by itself.
    """

    as_of: date
    version: str
    only: frozenset[str] = frozenset()
    revision: str | None = None
    audience: Audience = "internal"
    withheld: str = ""
    withheld_of: Mapping[str, str] = field(default_factory=dict)
    revisions: Mapping[str, str] = field(default_factory=dict)
    views: tuple[ViewName, ...] = ()
    scoring: Scoring | None = None
    files: Mapping[str, Files] = field(default_factory=dict)
    known: Known | None = field(default=None, compare=False, repr=False)


View: TypeAlias = Callable[[Workspace, Context], Iterable[Page]]
"""The function `pages` of a view."""
