"""What people may call a record or an item on a command line: its id, with words before it that tell which is meant.

The whole address of a record is its collection and its id (`organisations/halden-precision`); that of an item goes on
with the item's collection and id (`organisations/halden-precision/people/priya-nair`). Any of the words before the last
may be left out, as long as one thing fits: `priya-nair`, `halden-precision/priya-nair`, `people/priya-nair`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerkit.model.base import Part
from partnerkit.model.fields import Path
from partnerkit.workspace.linking import COLLECTION_OF
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Thing:
    """A record, or an item of one.

    Attributes:
        record: The record.
        collection: The record's collection, or the item's.
        id: The id of what is meant.
        path: The path to the item in the record; () is the record itself.
        part: Its data.
    """

    record: Record
    collection: str
    id: str
    path: Path
    part: Part

    @property
    def is_record(self) -> bool:
        """Whether it is a record, and no item of one."""
        return not self.path

    @property
    def address(self) -> str:
        """The whole address, by which nothing else can be meant."""
        return "/".join((*self.words, self.id))

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the address before the id."""
        home = COLLECTION_OF[self.record.kind]
        return (home,) if self.is_record else (home, self.record.id, self.collection)


def things(workspace: Workspace, address: str) -> tuple[Thing, ...]:
    """All that an address can mean, in the order of the workspace; the one it is the whole address of, if there is."""
    *words, id_ = address.split("/")
    found = [thing for record in workspace.records for thing in _with_id(record, id_) if _fits(words, thing.words)]
    exact = tuple(thing for thing in found if thing.address == address)
    return exact or tuple(found)


def known_ids(workspace: Workspace) -> Iterator[str]:
    """The ids of all records and items."""
    for record in workspace.records:
        yield record.id
        yield from (item.id for item in record.contents.declared)


def _with_id(record: Record, id_: str) -> Iterator[Thing]:
    if record.id == id_:
        yield Thing(record, COLLECTION_OF[record.kind], id_, (), record.part)
    for item in record.contents.declared:
        if item.id == id_:
            yield Thing(record, item.collection, id_, item.path, item.part)


def _fits(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether words are some of an address's, in its order."""
    left = iter(whole)
    return all(word in left for word in words)
