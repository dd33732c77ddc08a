"""Which records an export holds."""

from __future__ import annotations

from partnerkit.views.api import Context
from partnerkit.views.reading.pages import chosen
from partnerkit.workspace.linking import COLLECTION_OF
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace


def records_of(workspace: Workspace, context: Context) -> tuple[Record, ...]:
    """The records, those of a kind together: all; or the partnerships asked for and what they refer to.

    Whoever gets one partnership is to see nothing of organisations that have no part in it.
    """
    everything = (*workspace.organisations, *workspace.frameworks, *workspace.programmes, *workspace.partnerships)
    if not context.only:
        return everything
    shown = chosen(workspace, context)
    kept = {(record.kind, record.id) for record in shown}
    for record in shown:
        for mention in record.contents.mentions:
            found = (workspace.target(record, name, mention.text) for name in mention.reference.collections)
            kept |= {(item.record.kind, item.record.id) for item in found if item is not None}
    return tuple(record for record in everything if (record.kind, record.id) in kept)


def collection_of(record: Record) -> str:
    """The collection of a record: `organisations` for an organisation."""
    return COLLECTION_OF[record.kind]
