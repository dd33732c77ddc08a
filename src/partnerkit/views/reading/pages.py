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

NARROWEST_FIRST: tuple[Audience, ...] = ("internal", "partners", "public")
AUDIENCES = {
    "public": "For anybody",
    "partners": "For the partners",
    "internal": "Internal: only for the organisation that keeps the records",
}
UNTITLED = "Partnership records"
PORTFOLIO = "portfolio"


def partnership_page(id_: str) -> str:
    """The name of a partnership's page."""
    return f"partnership-{id_}"


def workspace_title(workspace: Workspace) -> str:
    """The title of the workspace."""
    return workspace.configuration.title or UNTITLED


def chosen(workspace: Workspace, context: Context) -> tuple[Record, ...]:
    """The partnerships asked for, by id."""
    return tuple(record for record in workspace.partnerships if not context.only or record.id in context.only)


def stamp(workspace: Workspace, context: Context, shown: Iterable[Record], records: int, *, single: bool) -> b.Stamp:
    """The stamp of a page that shows these partnerships; `single` says that it is about one and could be no other.

    The audience is the narrowest that the configuration and the records declare. A workspace that declares none is
    internal; a record that declares none may be read by whoever may read the pages.
    """
    partnerships = [record.part for record in shown if isinstance(record.part, Partnership)]
    report = workspace.configuration.report
    levels = {partnership.confidentiality or "public" for partnership in partnerships}
    levels.add((report.confidentiality if report else None) or "internal")
    narrowest = next(level for level in NARROWEST_FIRST if level in levels)
    filters: tuple[str, ...] = ()
    if not single:
        whole = len(workspace.partnerships)
        filters = (f"{len(partnerships)} of {whole} partnerships" if context.only else "All partnerships",)
    return b.Stamp(context.as_of, records, context.version, context.revision, filters, AUDIENCES[narrowest])
