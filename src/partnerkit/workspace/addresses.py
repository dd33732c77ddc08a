"""What people may call a record or an item on a command line: its id, with words before it that tell which is meant.

The whole address of a record is its collection and its id (`organisations/halden-precision`); that of an item goes on
with the item's collection and id (`organisations/halden-precision/people/priya-nair`). Any of the words before the last
may be left out, as long as one thing fits: `priya-nair`, `halden-precision/priya-nair`, `people/priya-nair`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from partnerkit.model.base import Part
from partnerkit.model.fields import Path, collections
from partnerkit.model.kinds import KINDS
from partnerkit.workspace.linking import COLLECTION_OF
from partnerkit.workspace.records import Record


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


def things(records: Iterable[Record], address: str) -> tuple[Thing, ...]:
    """All in some records that an address can mean, in their order; the one it is the whole address of, if there is."""
    *words, id_ = address.split("/")
    found = [thing for record in records for thing in _with_id(record, id_) if _fits(words, thing.words)]
    exact = tuple(thing for thing in found if thing.address == address)
    return exact or tuple(found)


def ids_in(address: str) -> frozenset[str]:
    """The words of an address that can be nothing but ids: what it means lies in a record that has them all."""
    *words, id_ = address.split("/")
    return frozenset((*(word for word in words if word not in _collections()), id_))


@cache
def _collections() -> frozenset[str]:
    """The words of addresses that tell the sort of a thing."""
    return frozenset(COLLECTION_OF.values()).union(*map(collections, KINDS.values()))


def known_ids(records: Iterable[Record]) -> Iterator[str]:
    """The ids of records and of their items."""
    for record in records:
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
