"""What was renamed: gone under one id and come under another, and otherwise the same.

Two things are one if one of them is gone, the other has come, they are of one collection (of one record, for items),
and they say the same themselves. What stands in them with an id of its own does not count for that, and neither do
seals; both are then compared as usual. Where references in them follow other renames, those are found first. No other
pair may say the same: what could be two things is told as gone and come. The way back finds the same pairs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from partnerkit.diff.changes import Change, change
from partnerkit.diff.edits import noun
from partnerkit.diff.items import Item, items_of, label_of, values_of
from partnerkit.diff.names import Address, Names
from partnerkit.diff.sides import Snapshot
from partnerkit.model.base import Part
from partnerkit.model.partnership.objectives import Objective

_ROUNDS = 8
"""So often renames are looked for again that show only when others are known."""
_OWN = "·"
"""Stands for a thing's own id where it refers to itself; no id looks like it."""

Pairs = frozenset[tuple[Address, Address]]


def renamed(before: Snapshot, after: Snapshot) -> Mapping[Address, str]:
    """The new ids of what was renamed."""
    there: dict[Address, str] = {}
    back: dict[Address, str] = {}
    for _ in range(_ROUNDS):
        found = _pairs(before, after, there) & {(old, new) for new, old in _pairs(after, before, back)}
        if not found:
            break
        there |= {old: new.id for old, new in found}
        back |= {new: old.id for old, new in found}
    return there


def changes(ids: Mapping[Address, str], after: Snapshot) -> Iterator[Change]:
    """The renames, each told of the record and the item as they are now."""
    names = Names(ids)
    items: dict[tuple[str, str], Mapping[str, Item]] = {}
    for old, new in ids.items():
        home = (old.kind, names.record(old.kind, old.record))
        if home not in items:
            items[home] = items_of(after.records[home])
        key = f"{old.collection}/{new}" if old.collection else ""
        words = f"{_called(old, items[home][key])} renamed from {old.id} to {new}"
        yield change("renamed", " ".join(home), key, words, before=old.id, after=new)


def _called(address: Address, item: Item) -> str:
    if not address.collection:
        return address.kind.capitalize()
    label = label_of(item)
    return noun(item) if label == item.id else f"{noun(item)} {label}"


def _pairs(before: Snapshot, after: Snapshot, known: Mapping[Address, str]) -> Pairs:
    """What is gone and what has come that say the same, as addresses before and after, given some renames."""
    names = Names(known)
    state = names.state(before)
    ids = {Address(kind, names.record(kind, id_), "", ""): id_ for kind, id_ in before.records}
    gone, come = defaultdict(list), defaultdict(list)
    for address, content in _left(state, after):
        gone[content].append(address._replace(record=ids[Address(address.kind, address.record, "", "")]))
    for address, content in _left(after, state):
        come[content].append(address)
    return frozenset(
        (gone[content][0], come[content][0])
        for content in gone.keys() & come.keys()
        if len(gone[content]) == len(come[content]) == 1
    )


def _left(one: Snapshot, other: Snapshot) -> Iterator[tuple[Address, str]]:
    """What is in one state and not in the other, with what it says."""
    for (kind, id_), part in one.records.items():
        opposite = other.records.get((kind, id_))
        if opposite is None and id_ not in other.broken:
            yield from _said(Address(kind, id_, "", id_), part, Item("", part))
        elif opposite is not None and opposite != part:
            there = items_of(opposite)
            for key, item in items_of(part).items():
                if key not in there:
                    yield from _said(Address(kind, id_, item.collection, item.id), part, item)


def _said(address: Address, record: Part, item: Item) -> Iterator[tuple[Address, str]]:
    """What a thing says, in a form in which all that says the same is the same; nothing if it says nothing."""
    part = Names({address: _OWN}).part(address.kind, address.record, item.part, record)
    # What was sealed names indicators by their ids, which may have changed as well.
    left = {"id", "kind", *(("locked", "changed") if isinstance(part, Objective) else ())}
    own: dict[str, Any] = {name: value for name, value in values_of(Item("", part)).items() if name not in left}
    if own:
        where = [address.kind, address.record if address.collection else "", address.collection, item.holder]
        yield address, json.dumps([where, own], default=str, sort_keys=True)
