"""Who holds the key roles."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkit.diff.changes import Change, change
from partnerkit.diff.items import Item
from partnerkit.diff.sides import Pair
from partnerkit.rules.words import said


def changes(pair: Pair) -> Iterator[Change]:
    """Who has come into a key role, and who has left one."""
    for old, new in pair.both("key_roles"):
        before, after = old.get("holder"), new.get("holder")
        if before != after:
            yield _moved(pair, new, before, after)
    for item in pair.gone("key_roles"):
        if item.get("holder") is not None:
            yield _moved(pair, item, item.get("holder"), None)
    for item in pair.come("key_roles"):
        if item.get("holder") is not None:
            yield _moved(pair, item, None, item.get("holder"))


def _moved(pair: Pair, role: Item, before: str | None, after: str | None) -> Change:
    name = said(role.get("role"))
    where = f" at {role.get('partner')}" if role.get("partner") else ""
    was, is_ = pair.person_before(before or ""), pair.person_after(after or "")
    if before is None:
        kind, words = "role-filled", f"{is_} is {name}{where}"
    elif after is None:
        kind, words = "role-vacated", f"{was} is no longer {name}{where}, and nobody is in their place"
    else:
        kind, words = "role-replaced", f"{is_} is {name}{where} in the place of {was}"
    words = words[0].upper() + words[1:]
    return change(kind, pair.record, role.key, words, before=before or "", after=after or "", keys=("holder",))
