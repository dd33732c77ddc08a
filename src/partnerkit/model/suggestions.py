"""What somebody may have meant: the nearest word, an id like a text, a date or a number in the form that is due."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from difflib import get_close_matches

from partnerkit.model.values import ID_LENGTH

_DATE = re.compile(r"([0-9]{4})(?:([-./ ])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))(?:[T ].*)?")
_NUMBER = re.compile(r"[^0-9+-]*(-?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)[^0-9]*")


def nearest(word: str, among: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The one of some words that looks most like this one, if any does."""
    folded = {candidate.casefold(): candidate for candidate in among}
    found = get_close_matches(word.casefold().replace("_", "-"), folded, n=1, cutoff=cutoff) or get_close_matches(
        word.casefold().replace("-", "_"), folded, n=1, cutoff=cutoff
    )
    return folded[found[0]] if found else None


def listed(words: Iterable[str], joint: str = "or") -> str:
    """Words as a list in a sentence: `a`, `b` or `c`."""
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {joint} {quoted[-1]}"


def id_like(text: str) -> str | None:
    """An id that looks like a text, or None if nothing of the text can be in an id."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:ID_LENGTH].strip("-") or None


def reference_like(text: str) -> str | None:
    """The same for a reference: an id, or two of them with a slash between."""
    found = [id_like(piece) for piece in text.split("/", 1)]
    return None if None in found else "/".join(filter(None, found))


def date_like(text: str) -> str | None:
    """A date as it is to be written, from one that is written otherwise; None if it could be more than one day."""
    if (match := _DATE.fullmatch(text)) is None:
        return None
    year, _, month, day, month_too, day_too = match.groups()
    with suppress(ValueError):
        return date(int(year), int(month or month_too), int(day or day_too)).isoformat()
    return None


def number_like(text: str) -> str | None:
    """The number in a text that holds one, without unit, currency and separators."""
    match = _NUMBER.fullmatch(text)
    return None if match is None else match[1].replace(",", "")
