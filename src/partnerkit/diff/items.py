"""A record taken apart into its items, each by its collection and id, so that order and files do not matter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from partnerkit.model.base import Part
from partnerkit.model.fields import Path, fields, walked


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a record, or the record itself.

    Attributes:
        key: Its collection and id, such as `risks/r-1`; "" is the record itself.
        part: Its data.
        holder: The key of the item that it stands in; "" if that is the record.
    """

    key: str
    part: Part
    holder: str = ""

    @property
    def collection(self) -> str:
        """The collection it is of; "" for the record itself."""
        return self.key.partition("/")[0]

    @property
    def id(self) -> str:
        """Its id; "" for the record itself."""
        return self.key.partition("/")[2]

    def get(self, name: str) -> Any:
        """The value of a field; None if there is no such field."""
        return getattr(self.part, name, None)


def items_of(part: Part) -> Mapping[str, Item]:
    """The items of a record by their keys, the record itself among them."""
    found = {"": Item("", part)}
    keys: dict[Path, str] = {(): ""}
    for one in walked(part).declared:
        key = f"{one.collection}/{one.id}"
        keys[one.path] = key
        holder = next(keys[one.path[:end]] for end in range(len(one.path) - 1, -1, -1) if one.path[:end] in keys)
        found.setdefault(key, Item(key, one.part, holder))
    return found


def values_of(item: Item) -> Mapping[str, Any]:
    """What an item says itself, by key: plain, without the items in it; lists in one order whichever they were in."""
    own: dict[str, Any] = _plain(item.part)
    return own | ({"in": item.holder} if item.holder else {})


@cache
def _collections(model: type[Part]) -> frozenset[str]:
    return frozenset(field.name for field in fields(model) if field.declares)


def _plain(value: Any) -> Any:
    """A value such that two that mean the same are equal; what is empty is left out of mappings."""
    match value:
        case Part():
            held = _collections(type(value))
            pairs = {**value.__dict__, **(value.__pydantic_extra__ or {})}
            return _filled({name: _plain(each) for name, each in pairs.items() if name not in held})
        case dict():
            return _filled({name: _plain(each) for name, each in value.items()})
        case list() | tuple():
            return sorted(map(_plain, value), key=lambda one: json.dumps(one, default=str, sort_keys=True))
        case _:
            return value


def _filled(pairs: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in pairs.items() if value not in (None, [], {})}


_LABELS = ("title", "statement", "name", "event", "text", "purpose", "unit")
_LONGEST = 72


def label_of(item: Item) -> str:
    """What an item is called in a sentence: its own words in quotes if it has any, and else its id."""
    found = next((text for name in _LABELS if isinstance(text := item.get(name), str)), "")
    return quoted(found) if found else item.id


def quoted(text: str) -> str:
    """A text of a record in a sentence: on one line, cut if it is long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + '…'}”"


def written(value: Any) -> str:
    """A value as plain text; "" for none."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
