"""Ids for what is added: as the record's own are made, and not yet taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from itertools import count

from partnerkit.model.suggestions import id_like
from partnerkit.model.values import DATE_PATTERN

WORDS = 5
"""So many words of a text make an id that can still be read."""

_DAY = re.compile(DATE_PATTERN)
_NUMBERED = re.compile(r"(.*?)([0-9]+)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FIRST = re.compile(r"[a-z]+(?=-)")


def minted(known: Sequence[str], prefix: str, on: date, text: str = "") -> str:
    """An id that is not taken.

    Where most ids of the record are days, or a word and a number, it is the day or the next number. Else it is made of
    the first words of a text, or of a number where there is no text to name it by.

    Args:
        known: The ids that are taken, in the order of the record.
        prefix: What it begins with where the record has no habit of its own.
        on: The day of what is added.
        text: What it may be called after.
    """
    taken = frozenset(known)
    if known and sum(1 for one in known if _DAY.fullmatch(one)) * 2 > len(known):
        return _free(on.isoformat(), taken)
    if (numbered := _next_number(known)) is not None:
        return numbered
    first = Counter(found.group() for one in known if (found := _FIRST.match(one)) is not None)
    habit, times = first.most_common(1)[0] if first else ("", 0)
    prefix = habit if times * 2 > len(known) else prefix
    words = "-".join((id_like(text) or "").split("-")[:WORDS])
    if words:
        return _free(f"{prefix}-{words}"[:60].strip("-"), taken)
    return next(one for number in count(1) if (one := f"{prefix}-{number}") not in taken)


def _next_number(known: Sequence[str]) -> str | None:
    """The id behind the highest of those that are a word and a number, if most are."""
    found = [(match[1], match[2]) for one in known if (match := _NUMBERED.fullmatch(one)) is not None]
    found = [(word, number) for word, number in found if not _YEAR.fullmatch(number)]
    if not found:
        return None
    word, times = Counter(word for word, _ in found).most_common(1)[0]
    if times * 2 <= len(known):
        return None
    numbers = [number for one, number in found if one == word]
    following = max(map(int, numbers)) + 1
    return f"{word}{following:0{max(map(len, numbers))}d}"


def _free(id_: str, taken: Collection[str]) -> str:
    return id_ if id_ not in taken else next(one for at in count(2) if (one := f"{id_}-{at}") not in taken)
