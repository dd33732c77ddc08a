"""Ids that were given on two branches to two different things: what will be in each other's way when they meet."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from partnerkit.diff.items import Item, items_of, values_of
from partnerkit.model.base import Part

Records = Mapping[tuple[str, str], Part]
"""Records by kind and id."""

_LONGEST_ID, _ROOM = 64, 8
_NUMBER = re.compile(r"(?<=[A-Za-z.-])[0-9]{1,7}$")


@dataclass(frozen=True, slots=True)
class Collision:
    """An id that was given twice.

    Attributes:
        kind: The kind of the record.
        id: The record's id.
        here: The item here; the record itself if its key is "".
        there: The item on the other branch.
        free: An id that neither branch uses for such an item, made from this one.
    """

    kind: str
    id: str
    here: Item
    there: Item
    free: str


def collisions(base: Records, ours: Records, theirs: Records) -> Iterator[Collision]:
    """The ids that both branches have given since they parted, each to something else.

    Args:
        base: The records where the branches parted.
        ours: The records on this branch.
        theirs: The records on the other one.

    Of records that are the same in all three states, nothing needs to be passed.
    """
    for kind, id_ in sorted(ours.keys() & theirs.keys()):
        here, there = items_of(ours[kind, id_]), items_of(theirs[kind, id_])
        if (kind, id_) not in base:
            # All that is in a record of somebody else's belongs to that.
            if any(key not in there or _differ(here[key], there[key]) for key in here) or there.keys() - here.keys():
                yield Collision(kind, id_, here[""], there[""], free(id_, {each for _, each in (*ours, *theirs)}))
            continue
        new = sorted(here.keys() & there.keys() - items_of(base[kind, id_]).keys())
        for key in (key for key in new if _differ(here[key], there[key])):
            taken = {one.id for one in (*here.values(), *there.values()) if one.collection == here[key].collection}
            yield Collision(kind, id_, here[key], there[key], free(here[key].id, taken))


def _differ(one: Item, other: Item) -> bool:
    return values_of(one) != values_of(other)


def free(id_: str, taken: Collection[str]) -> str:
    """An id like another one, with the next number that is not taken."""
    number = _NUMBER.search(id_)
    stem, first = (id_[: number.start()], int(number[0]) + 1) if number else (f"{id_}-", 2)
    stem = stem[: _LONGEST_ID - _ROOM]
    return next(name for at in count(first) if (name := f"{stem}{at}") not in taken)
