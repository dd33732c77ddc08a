"""Every listing there is, in the order of the life of a partnership."""

from __future__ import annotations

from collections.abc import Sequence

from partnerkit.export.api import Table
from partnerkit.export.tables import agreed, at_work, checked, people
from partnerkit.export.tables.columns import Column, Listing
from partnerkit.model.audiences import may_see, seen
from partnerkit.model.configuration import Audience
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.views.api import Context
from partnerkit.views.making import dossiers
from partnerkit.workspace.workspace import Workspace

LISTINGS: tuple[Listing, ...] = (*agreed.LISTINGS, *at_work.LISTINGS, *people.LISTINGS, *checked.LISTINGS)

FIRST = (
    Column("Partnership id", "The id of the partnership.", lambda row: row.d.record.id),
    Column("Partnership", "Its title.", lambda row: row.d.partnership.title),
)
"""The columns with which every listing begins."""


def listing_names() -> tuple[str, ...]:
    """The names of all listings, in their order."""
    return tuple(listing.name for listing in LISTINGS)


def is_for(listing: Listing, audience: Audience) -> bool:
    """Whether an audience may see a listing at all; what is withheld within one is not said by leaving it out."""
    if listing.is_internal:
        return audience == "internal"
    return not listing.section or may_see(audience, seen(Partnership, listing.section).by)


def tables(workspace: Workspace, context: Context, listings: Sequence[Listing]) -> tuple[Table, ...]:
    """Some listings as tables, of the partnerships that are asked for."""
    found = tuple(dossiers(workspace, context))
    return tuple(
        Table(
            listing.title,
            tuple(column.head for column in columns),
            tuple(tuple(column.cell(row) for column in columns) for d in found for row in listing.rows(d)),
        )
        for listing in listings
        for columns in ((*FIRST, *listing.columns),)
    )
