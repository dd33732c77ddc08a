"""What pages share: their names, which partnerships they show, and the stamp that says what they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.model.partnership.partnership import Partnership
from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkit.model.configuration import Audience
    from partnerkit.views.api import Context
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace

AUDIENCES: dict[Audience, str] = {
    "public": "For anybody",
    "partners": "For the partners",
    "internal": "Internal: only for the organisation that keeps the records",
}
UNTITLED = "Partnership records"
PORTFOLIO = "portfolio"


def partnership_page(id_: str, view: str = "partnership") -> str:
    """The name of a page about a partnership."""
    return f"{view}-{id_}"


def workspace_title(workspace: Workspace) -> str:
    """The title of the workspace."""
    return workspace.configuration.title or UNTITLED


def chosen(workspace: Workspace, context: Context) -> tuple[Record, ...]:
    """The partnerships asked for, by id."""
    if not context.only:
        return workspace.partnerships
    asked = (workspace.record("partnerships", id_) for id_ in sorted(context.only))
    return tuple(record for record in asked if record is not None)


def siblings(context: Context, id_: str) -> tuple[b.Link, ...]:
    """Links to all pages about a partnership that are written together."""
    return tuple(
        b.Link(view.title, page=partnership_page(id_, view.name)) for view in context.views if not view.is_whole
    )


def stamp(workspace: Workspace, context: Context, shown: Iterable[Record], records: int, *, single: bool) -> b.Stamp:
    """The stamp of a page that shows these partnerships; `single` says that it is about one and could be no other.

    It says who the page is for, what is withheld from them, and from which revision it was made.
    """
    partnerships = [record for record in shown if isinstance(record.part, Partnership)]
    audience = AUDIENCES[context.audience]
    if single:
        id_ = partnerships[0].id
        withheld, revision = context.withheld_of.get(id_, context.withheld), context.revisions.get(id_)
        return b.Stamp(context.as_of, records, context.version, revision, _without_blank(withheld), audience)
    whole = len(workspace.partnerships)
    shown_of = f"{len(partnerships)} of {whole} partnerships" if context.only else "All partnerships"
    filters = _without_blank(shown_of, context.withheld)
    return b.Stamp(context.as_of, records, context.version, context.revision, filters, audience)


def _without_blank(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
