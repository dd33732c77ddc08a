"""A state told with the ids of the other one: ids of what was renamed, and the references that follow it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from partnerkit.diff.sides import Finding, Snapshot
from partnerkit.model.base import Part
from partnerkit.model.fields import Field, collections, fields
from partnerkit.model.kinds import KINDS
from partnerkit.model.partnership.objectives import Agreed, Objective
from partnerkit.model.sealing import holds, is_copy_true, seal_of
from partnerkit.model.suppression import Suppression
from partnerkit.workspace.linking import COLLECTION_OF
from partnerkit.workspace.references import ANY, homes


class Address(NamedTuple):
    """A record, or an item of one: the collection is "" for the record itself."""

    kind: str
    record: str
    collection: str
    id: str


class Home(NamedTuple):
    """The record in which something stands, and the organisations in which it looks for what it names by id alone."""

    kind: str
    id: str
    partners: tuple[str, ...]


class Names:
    """Other ids for some records and items of a state."""

    def __init__(self, ids: Mapping[Address, str]) -> None:
        """Take the new ids.

        Nothing in the state has one of those yet. Where a reference there names one all the same, and so leads nowhere,
        it gets the old id: two references that were not the same must not become the same.
        """
        exchanged = {
            one._replace(id=new, record=one.record if one.collection else new): one.id for one, new in ids.items()
        }
        self.ids = exchanged | dict(ids)
        self._by_id: defaultdict[str, list[Address]] = defaultdict(list)
        for address in self.ids:
            self._by_id[address.id].append(address)

    def record(self, kind: str, id_: str) -> str:
        """The id of a record."""
        return self.ids.get(Address(kind, id_, "", id_), id_)

    def state(self, state: Snapshot) -> Snapshot:
        """A state with these names; findings keep their fingerprints."""
        if not self.ids:
            return state
        return replace(
            state,
            records={(kind, self.record(kind, id_)): self.part(kind, id_, part)
                     for (kind, id_), part in state.records.items()},
            levels={(self.record("partnership", id_), rubric, code): one
                    for (id_, rubric, code), one in state.levels.items()},
            findings={print_: self.finding(one) for print_, one in state.findings.items()},
            files={self.record("partnership", id_): files for id_, files in state.files.items()},
        )  # fmt: skip

    def part(self, kind: str, id_: str, part: Part, within: Part | None = None) -> Part:
        """A record, or a part of one (`within` is then the record), with these names."""
        new = self._part(part, Home(kind, id_, homes(within or part)))
        own = self.record(kind, id_)
        return new if within is not None or own == id_ else new.model_copy(update={"id": own})

    def finding(self, one: Finding) -> Finding:
        """A finding about the same thing."""
        kind, _, id_ = one.record.partition(" ")
        return one._replace(record=f"{kind} {self.record(kind, id_)}", about=self._way(kind, id_, one.about))

    def _way(self, kind: str, id_: str, way: str) -> str:
        """Words that lead to an item of a record: `objectives/obj-1/indicators/unaided`."""
        words = way.split("/")
        later = (self.ids.get(Address(kind, id_, *each), each[1]) for each in pairwise(words))
        return "/".join((words[0], *later))

    # ------------------------------------------------------------------ parts

    def _part(self, part: Part, home: Home) -> Part:
        changed: dict[str, Any] = {}
        for field in fields(type(part)):
            value = part.__dict__.get(field.name)
            if value:
                new = self._value(field, value, home)
                if new != value:
                    changed[field.name] = new
        changed |= self._unnoted(part, home)
        return self._sealed(part, part.model_copy(update=changed)) if changed else part

    def _value(self, field: Field, value: Any, home: Home) -> Any:
        match value:
            case tuple():
                return tuple(self._value(field, one, home) for one in value)
            case dict():
                wanted = field.key_reference.collections if field.key_reference is not None else None
                return {
                    self._text(key, wanted, home) if wanted else key: self._value(field, one, home)
                    for key, one in value.items()
                }
            case Part():
                return self._item(field, value, home)
            case str() if field.reference is not None:
                return self._text(value, field.reference.collections, home)
            case _:
                return value

    def _item(self, field: Field, part: Part, home: Home) -> Part:
        new = self._part(part, home)
        if field.declares and isinstance(id_ := getattr(part, "id", None), str):
            own = self.ids.get(Address(home.kind, home.id, field.key, id_))
            return new if own is None else new.model_copy(update={"id": own})
        return new

    def _unnoted(self, part: Part, home: Home) -> dict[str, Any]:
        """What holds ids though its annotation does not say so: copies of what was sealed, and places of excuses."""
        match part:
            case Agreed():
                named = {
                    self.ids.get(Address(home.kind, home.id, "indicators", id_), id_): one
                    for id_, one in part.indicators.items()
                }
                return {"indicators": named} if named.keys() != part.indicators.keys() else {}
            case Suppression() if part.at is not None:
                way = self._way(home.kind, home.id, part.at)
                return {"at": way} if way != part.at else {}
            case _:
                return {}

    def _sealed(self, old: Part, new: Part) -> Part:
        """An objective whose seal says of it what it said before: it covers the ids of the indicators, too."""
        if not isinstance(old, Objective) or not isinstance(new, Objective) or old.locked is None or new.locked is None:
            return new
        digest = old.locked.digest
        if holds(old):
            digest = seal_of(new)
        elif new.locked.agreed is not None and is_copy_true(old):
            digest = seal_of(new.locked.agreed)
        return new.model_copy(update={"locked": new.locked.model_copy(update={"digest": digest})})

    # ------------------------------------------------------------------ references

    def _text(self, text: str, wanted: Sequence[str], home: Home) -> str:
        scope, slash, id_ = text.rpartition("/")
        meant = next((one for one in self._by_id.get(id_, ()) if _is_meant(one, scope, wanted, home)), None)
        return f"{self._scope(scope, wanted)}{slash}{id_ if meant is None else self.ids[meant]}"

    def _scope(self, scope: str, wanted: Sequence[str]) -> str:
        for one in self._by_id.get(scope, ()):
            if not one.collection and not collections(KINDS[one.kind]).isdisjoint(wanted):
                return self.ids[one]
        return scope


def _is_meant(one: Address, scope: str, wanted: Sequence[str], home: Home) -> bool:
    """Whether a reference that ends in the id of something means it, in a state without errors."""
    if not one.collection:
        return not scope and COLLECTION_OF[one.kind] in wanted
    if tuple(wanted) != (ANY,) and one.collection not in wanted:
        return False
    if (one.kind, one.record) == (home.kind, home.id):
        return scope in {"", one.collection, one.record}
    if one.kind == "partnership" or tuple(wanted) == (ANY,):
        return False
    return scope == one.record or (not scope and one.kind == "organisation" and one.record in home.partners)
