"""Making a page about each partnership: what all such pages have, so that a view says only what is its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rubric.subject import Look
from partnerkit.views import blocks as b
from partnerkit.views.reading.homing import led_home
from partnerkit.views.reading.names import Names
from partnerkit.views.reading.pages import PORTFOLIO, chosen, partnership_page, siblings, stamp, workspace_title
from partnerkit.views.thread.dossier import Dossier

if TYPE_CHECKING:
    from partnerkit.views.api import Context
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Told:
    """What a view has to say of a partnership.

    Attributes:
        verdict: Where it stands, in words and counts: the first thing that is read.
        opening: What is next, and what is missing.
        sections: The rest.
    """

    verdict: b.Run
    opening: tuple[b.Block, ...]
    sections: tuple[b.Section, ...]


def kept_back(what: str) -> Told:
    """What a page has to say whose readers may see nothing of what it is about; `what` is that, in the plural."""
    said = f"{what} of this partnership are withheld from the readers of this page."
    note = "The record holds them; they are not for this audience."
    return Told(b.Strong(said), (b.Blank(f"{what}.", "withheld", note),), ())


def each(
    workspace: Workspace, context: Context, view: str, kind: str, tell: Callable[[Dossier], Told]
) -> Iterator[b.Page]:
    """A page for each partnership that is asked for.

    Args:
        workspace: The records.
        context: What the view is told.
        view: The name of the view, with hyphens.
        kind: What sort of page it is, such as `Joint plan`.
        tell: Says what there is to say.
    """
    for d in dossiers(workspace, context):
        told = tell(d)
        page = b.Page(
            name=partnership_page(d.record.id, view),
            title=d.partnership.title,
            kind=kind,
            workspace=workspace_title(workspace),
            verdict=told.verdict,
            stamp=stamp(workspace, context, (d.record,), d.names.records, single=True),
            opening=told.opening,
            sections=told.sections,
            trail=(b.Link("All partnerships", page=PORTFOLIO),),
            siblings=siblings(context, d.record.id),
        )
        yield led_home(page, partnership_page(d.record.id))


def dossiers(workspace: Workspace, context: Context) -> Iterator[Dossier]:
    """All that there is to know of each partnership that is asked for."""
    matrix = workspace.configuration.risk_matrix
    bands = matrix.bands.model_dump() if matrix and matrix.bands else {}
    for record in chosen(workspace, context):
        if isinstance(record.part, Partnership):
            names, look = Names(workspace, record, context.known), _look(workspace, record, context)
            files = context.files.get(record.id)
            yield Dossier(workspace, record, record.part, names, context.as_of, bands, look, files)


def _look(workspace: Workspace, record: Record, context: Context) -> Look | None:
    if context.scoring is None:
        return None
    if context.known is not None and record.id in context.known.looks:
        return context.known.looks[record.id]
    files = context.files.get(record.id)
    look = Look(record, workspace, context.as_of, context.scoring.pack, None if files is None else files.found)
    look.selection = context.scoring.selection
    if context.known is not None:
        context.known.looks[record.id] = look
    return look
