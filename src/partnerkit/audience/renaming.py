"""Gives neutral ids to what is named after people, rewrites the references, and takes names out of every text left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from partnerkit.audience.marks import WITHHELD, marked
from partnerkit.audience.people import Key, Role
from partnerkit.audience.words import SLUG, Sweep
from partnerkit.model.base import Part
from partnerkit.model.fields import Field, contents, fields, is_line, is_text
from partnerkit.model.organisation import Organisation, Person
from partnerkit.model.references import Reference
from partnerkit.workspace.linking import COLLECTION_OF
from partnerkit.workspace.records import Document, Origin, Record
from partnerkit.workspace.workspace import Item, Workspace

P = TypeVar("P", bound=Part)

Address = tuple[str, str, str, str]
"""What an id names: kind and id of the record, collection and id of the item."""

PUBLIC_NAMES = frozenset({"name", "legal_name", "former_names", "website"})
"""Fields of an organisation that are in public registers, even where a person has the same name."""


class Renaming:
    """Rewrites records that have lost values, so that no name is left in them."""

    def __init__(
        self, workspace: Workspace, taken_out: Iterable[Record], sweep: Sweep, roles: Mapping[Key, Role]
    ) -> None:
        """Take the workspace as it was, its records without what is withheld, and the roles of people, if any."""
        self._workspace = workspace
        self._sweep = sweep
        self._roles = roles
        self._ids = self._new_ids(taken_out)

    def record(self, record: Record, part: Part) -> Record:
        """A record, as it was and without what is withheld, rewritten."""
        made = _InRecord(self, record).part(part, COLLECTION_OF[record.kind])
        return Record(record.kind, self.id_of(record), made, self._origin(record.origin))

    def id_of(self, record: Record) -> str:
        """The new id of a record."""
        return self._ids[record.kind, record.id, COLLECTION_OF[record.kind], record.id]

    def new_id(self, address: Address) -> str | None:
        """The new id of an item; None if the item is withheld."""
        return self._ids.get(address)

    def target(self, record: Record, reference: Reference, text: str) -> Item | None:
        """What a reference of a record names."""
        found = (self._workspace.target(record, collection, text) for collection in reference.collections)
        return next((item for item in found if item is not None), None)

    def role(self, record: Record, person: Person) -> Role | None:
        """The role of a person of an organisation, where names are withheld."""
        return self._roles.get((record.id, person.id))

    def swept(self, text: str) -> str:
        """A text without names."""
        return self._sweep.text(text)

    def slug(self, slug: str) -> str:
        """An id without names, where it is a key."""
        return self._sweep.slug(slug)

    def value(self, part: Part, name: str, value: Any) -> Any:
        """What stands in a field that holds texts; None if nothing of it can be left."""
        if isinstance(part, Organisation) and name in PUBLIC_NAMES:
            return value
        one = self._sweep.text if is_line(type(part), name) else self._untouched
        match value:
            case tuple():
                return tuple(text for item in value if (text := one(item)) is not None)
            case dict():
                return {self._sweep.slug(key): one(item) for key, item in value.items()}
            case _:
                return one(value)

    def _untouched(self, address: str) -> str | None:
        return None if self._sweep.touches(address) else address

    def _new_ids(self, records: Iterable[Record]) -> Mapping[Address, str]:
        found: dict[Address, str] = {}
        taken: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
        for record in records:
            own = COLLECTION_OF[record.kind]
            public = isinstance(record.part, Organisation)
            found[record.kind, record.id, own, record.id] = (
                record.id if public else _unique(self._sweep.slug(record.id), taken["", "", own])
            )
            for item in sorted(contents(record.part)[0], key=lambda item: (item.collection, item.id)):
                place = (record.kind, record.id, item.collection)
                role = self._roles.get((record.id, item.id)) if isinstance(item.part, Person) else None
                new = role.id if role else self._sweep.slug(item.id)
                found[(*place, item.id)] = _unique(new, taken[place])
        return found

    def _origin(self, origin: Origin) -> Origin:
        def document(one: Document) -> Document:
            file = self._sweep.slug(one[0])
            return (SLUG if self._sweep.touches(file) else file), one[1]

        return replace(
            origin,
            root=document(origin.root),
            sections={name: document(one) for name, one in origin.sections.items()},
            items={name: tuple(map(document, all_)) for name, all_ in origin.items.items()},
        )


class _InRecord:
    """Rewrites the parts of one record."""

    def __init__(self, renaming: Renaming, record: Record) -> None:
        self._renaming = renaming
        self._record = record

    def part(self, part: P, collection: str) -> P:
        """A part; `collection` is the one it is an item of, or empty."""
        changes: dict[str, Any] = {}
        lost: list[str] = []
        held = {field.name: field for field in fields(type(part))}
        for name, info in type(part).model_fields.items():
            value = getattr(part, name)
            if value is None or value in ((), {}):
                continue
            new = self._value(part, name, held.get(name), value)
            if new is not value:
                changes[name] = new
                # What is left of a list that has lost some is still a list; what is left of nothing is to be said.
                lost += [info.alias or name] if new is None or new in ((), {}) else []
        if collection:
            changes["id"] = self._id(part, collection)
        role = self._renaming.role(self._record, part) if isinstance(part, Person) else None
        if role:
            changes |= {"name": role.name, "pseudonym": None, "title": None}
        return marked(part, changes, lost)

    def _id(self, part: Part, collection: str) -> str:
        id_: str = getattr(part, "id")  # noqa: B009 - whatever is an item has an id, and its type does not say so
        return self._renaming.new_id((self._record.kind, self._record.id, collection, id_)) or id_

    def _value(self, part: Part, name: str, field: Field | None, value: Any) -> Any:
        if field is None:
            return self._renaming.value(part, name, value) if is_text(type(part), name) else value
        match value:
            case tuple():
                return tuple(new for item in value if (new := self._one(field, item)) is not None)
            case dict():
                return dict(self._entries(field, value))
            case _:
                return self._one(field, value, needed=type(part).model_fields[name].is_required())

    def _entries(self, field: Field, value: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
        for key, item in value.items():
            new_key = self._reference(field.key_reference, key) if field.key_reference else self._renaming.slug(key)
            new = self._one(field, item)
            if new_key is not None and new is not None:
                yield new_key, new

    def _one(self, field: Field, value: Any, *, needed: bool = False) -> Any:
        if isinstance(value, Part):
            return self.part(value, field.key if field.declares else "")
        if field.reference is None or not isinstance(value, str):
            # The values of a mapping whose keys alone are references, such as what each partner learned.
            return self._renaming.swept(value) if isinstance(value, str) and not field.parts else value
        return self._reference(field.reference, value) or (WITHHELD if needed else None)

    def _reference(self, reference: Reference, text: str) -> str | None:
        """A reference, rewritten where what it names has another id now; None where that is withheld."""
        item = self._renaming.target(self._record, reference, text)
        if item is None:
            return None
        new = self._renaming.new_id((item.record.kind, item.record.id, item.collection, item.id))
        if new is None:
            return None
        if item.collection == COLLECTION_OF[item.record.kind]:
            return new
        is_own = (item.record.kind, item.record.id) == (self._record.kind, self._record.id)
        scope = self._renaming.id_of(item.record)
        if new == item.id and (is_own or scope == item.record.id):
            return text
        return f"{item.collection if is_own and item.record.kind == 'partnership' else scope}/{new}"


def _unique(wanted: str, taken: set[str]) -> str:
    new, number = wanted, 1
    while new in taken:
        number += 1
        new = f"{wanted}-{number}"
    taken.add(new)
    return new
