"""What the rules about identifiers share."""

from __future__ import annotations

import re

from partnerkit.model.organisation import Identifier, Organisation

__all__ = ["Identifier", "Organisation", "has_cut_zeros", "is_placeholder", "number_of"]

_PLACEHOLDERS = frozenset({"", "na", "n/a", "nil", "none", "null", "tba", "tbc", "tbd", "unknown", "unregistered"})
_FILLER = re.compile(r"0+|x+|\?+|-+")


def is_placeholder(value: str) -> bool:
    """Whether a value stands in for a number that nobody had: `n/a`, `tbc`, `00000000`, `xxx`."""
    folded = value.strip().casefold().rstrip(".")
    return folded in _PLACEHOLDERS or _FILLER.fullmatch(folded) is not None


def has_cut_zeros(value: str) -> bool:
    """Whether a value ends as a spreadsheet writes a number that it took for a quantity: `9506232.0`."""
    return re.search(r"[0-9]\.0$", value.strip()) is not None


def number_of(identifier: Identifier) -> tuple[str, str] | None:
    """Register and number in one spelling, to compare organisations by; None if there is no number."""
    if is_placeholder(identifier.value):
        return None
    return identifier.scheme.strip().upper(), identifier.value.strip().casefold()
