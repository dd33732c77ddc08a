"""Everything else: items that have come and gone, and keys that say something other than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from partnerkit.diff.changes import Change, change
from partnerkit.diff.items import Item, label_of, values_of
from partnerkit.diff.sides import Pair
from partnerkit.rules.words import listed, said


def changes(pair: Pair, told: Iterable[Change]) -> Iterator[Change]:
    """What the others have not told of a record."""
    known: dict[str, set[str]] = {}
    for one in told:
        known.setdefault(one.subject, set()).update(one.keys)
    for kind, word, old, new in (
        ("item-dropped", "dropped", pair.old, pair.new),
        ("item-added", "added", pair.new, pair.old),
    ):
        for key, item in old.items():
            holder_is_told = item.holder not in new
            if key not in new and key not in known and not holder_is_told:
                yield change(kind, pair.record, key, f"{noun(item)} {word}: {label_of(item)}")
    for key, item in pair.old.items():
        if key in pair.new:
            yield from _edited(pair, item, pair.new[key], known.get(key, set()))


def _edited(pair: Pair, old: Item, new: Item, known: set[str]) -> Iterator[Change]:
    if old.part is new.part:
        return
    before, after = values_of(old), values_of(new)
    keys = tuple(sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key)))
    left = tuple(key for key in keys if key not in known)
    if left:
        what = f"{noun(new)} {label_of(new)}" if new.key else "The record"
        words = f"{what} edited: {listed(map(_key, left))}"
        yield change("edited", pair.record, new.key, words, keys=left)


def _key(name: str) -> str:
    return "where it stands" if name == "in" else name.rstrip("_").replace("_", " ")


_NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "communications": "Communication",
        "cpd": "Time in industry",
        "criteria": "Criterion",
        "curriculum": "Curriculum change",
        "evidence": "Evidence",
        "feedback": "Feedback",
        "health_and_safety": "Health and safety assessment",
        "journal": "Journal entry",
        "people": "Person",
        "raci": "RACI row",
        "value": "Value",
    }
)


def noun(item: Item) -> str:
    """What an item is, in a word or a few: `Key role`."""
    words = said(item.collection)
    singular = words.removesuffix("ies") + "y" if words.endswith("ies") else words.removesuffix("s")
    return _NOUNS.get(item.collection) or singular[:1].upper() + singular[1:]
