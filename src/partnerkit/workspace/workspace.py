"""The workspace: its configuration and its records, and what every reference in them names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.model.fields import Mention
from partnerkit.model.references import Reference
from partnerkit.workspace.linking import COLLECTION_OF, Links
from partnerkit.workspace.records import Record
from partnerkit.workspace.references import Index, facts_of, homes, index_of, local_targets, parted, request_of


@dataclass(frozen=True, slots=True)
class Item:
    """What a reference names: an item of a record, or a record itself."""

    collection: str
    id: str
    record: Record
    part: Part


class Workspace:
    """Valid records, indexed. Nothing in it changes, and nothing depends on the order in which records were read."""

    def __init__(self, configuration: Configuration, records: Iterable[Record], links: Links | None = None) -> None:
        """Take the configuration and the records.

        Where these are some of the records only, `links` tells what is in the others: a reference that leads to one of
        those cannot be followed.
        """
        self.configuration = configuration
        self._records: dict[tuple[str, str], Record] = {}
        for record in sorted(records, key=lambda record: (record.kind, record.id, record.origin.root)):
            self._records.setdefault((COLLECTION_OF[record.kind], record.id), record)
        self._indexes: dict[str, Index] = {}
        facts = []
        for record in self._records.values():
            declared, mentions, _ = record.contents
            self._indexes[f"{record.kind}/{record.id}"] = index_of(declared)
            if links is None:
                facts.append(facts_of(record, declared, parted(type(record.part), mentions)[1]))
        self._links = Links(facts) if links is None else links

    def beside(self, record: Record) -> Workspace:
        """This workspace with one partnership more; what is indexed is shared, so that this costs next to nothing."""
        other = Workspace.__new__(Workspace)
        other.configuration = self.configuration
        other._records = self._records | {(COLLECTION_OF[record.kind], record.id): record}  # noqa: SLF001 - one of our own
        other._indexes = self._indexes | {f"{record.kind}/{record.id}": index_of(record.contents.declared)}  # noqa: SLF001 - one of our own
        other._links = self._links  # noqa: SLF001 - one of our own
        return other

    @property
    def organisations(self) -> tuple[Record, ...]:
        """The organisations, sorted by id."""
        return self._of("organisation")

    @property
    def frameworks(self) -> tuple[Record, ...]:
        """The frameworks, sorted by id."""
        return self._of("framework")

    @property
    def programmes(self) -> tuple[Record, ...]:
        """The programmes, sorted by id."""
        return self._of("programme")

    @property
    def partnerships(self) -> tuple[Record, ...]:
        """The partnerships, sorted by id."""
        return self._of("partnership")

    def _of(self, kind: str) -> tuple[Record, ...]:
        return tuple(record for record in self._records.values() if record.kind == kind)

    def record(self, collection: str, id_: str) -> Record | None:
        """A record by its collection (`organisations`, …) and id, or None if there is none."""
        return self._records.get((collection, id_))

    @property
    def records(self) -> tuple[Record, ...]:
        """All records, sorted by kind and id."""
        return tuple(self._records.values())

    def target(self, record: Record, collection: str, reference: str) -> Item | None:
        """What a reference written in a record names; None if it names nothing, or more than one thing.

        Args:
            record: The record in which it stands.
            collection: The collection that the field refers to, such as `people`; `*` for any of the same record.
            reference: The reference as it is written.
        """
        return self.meant(record, Mention(Reference((collection,)), reference, ()))

    def meant(self, record: Record, mention: Mention) -> Item | None:
        """The same for a reference that a record or the configuration holds, whatever collections it may lead to."""
        index = self._indexes.get(f"{record.kind}/{record.id}", {})
        if mention.text.rpartition("/")[2] in index:
            local = local_targets(mention, index)
            if len(local) == 1:
                return Item(local[0].collection, local[0].id, record, local[0].part)
        around = () if "/" in mention.text else homes(record.part)
        found = self._links.targets(request_of(mention), around, (record.kind, record.id))
        if len(found) != 1:
            return None
        kind, id_ = found[0].record
        holder = self._records.get((COLLECTION_OF[kind], id_))
        if holder is None:
            return None
        if found[0].collection == COLLECTION_OF[kind]:
            return Item(found[0].collection, id_, holder, holder.part)
        item = self._indexes[f"{kind}/{id_}"][found[0].id][found[0].collection]
        return Item(item.collection, item.id, holder, item.part)
