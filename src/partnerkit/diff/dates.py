"""Days that have moved: when something is due, is looked at again, begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from partnerkit.diff.changes import Change, change
from partnerkit.diff.items import Item, label_of, written
from partnerkit.diff.sides import Pair

_DUE: Mapping[str, str] = MappingProxyType({"due": "due", "review_on": "to be looked at again"})
_OTHERS: Mapping[str, str] = MappingProxyType({"effective": "in force", "ends": "at its end", "until": "to stop"})


def changes(pair: Pair) -> Iterator[Change]:
    """The days that have moved, of every item that is in both states."""
    for key, old in pair.old.items():
        new = pair.new.get(key)
        if new is None:
            continue
        for name in (*_DUE, *_OTHERS):
            if old.get(name) != new.get(name):
                yield _moved(pair, old, new, name)


def _moved(pair: Pair, old: Item, new: Item, name: str) -> Change:
    before, after = old.get(name), new.get(name)
    told = _DUE.get(name) or _OTHERS[name]
    what = f"{new.collection.rstrip('s').replace('_', ' ')} {label_of(new)}".strip() or "the partnership"
    if before is None:
        kind, words = "date-set", f"is {told} on {after}"
    elif after is None:
        kind, words = "date-removed", f"has no day on which it is {told} any more; it was {before}"
    else:
        later, earlier = ("date-postponed", "date-brought-forward") if name in _DUE else ("date-later", "date-earlier")
        kind, words = (later if after > before else earlier), f"is {told} on {after} instead of {before}"
    sentence = f"{what[0].upper()}{what[1:]} {words}"
    return change(kind, pair.record, new.key, sentence, before=written(before), after=written(after), keys=(name,))
