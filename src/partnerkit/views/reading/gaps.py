"""What stands where a value is not: that the record holds none, or that its readers may not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import WITHHELD, is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.reading.words import counted

if TYPE_CHECKING:
    from partnerkit.model.base import Part


def gap(part: Part, key: str, missing: str = "not recorded") -> b.Missing:
    """That a value is withheld, or else what is said where there is none."""
    return b.Missing(words_of_gap(part, key, missing))


def optional_gap(part: Part, key: str) -> b.Missing | None:
    """That a value is withheld; nothing where there is none, since nobody misses it."""
    return b.Missing(WITHHELD) if is_withheld(part, key) else None


def words_of_gap(part: Part, key: str, missing: str) -> str:
    """The same as a text."""
    return WITHHELD if is_withheld(part, key) else missing


def counted_in(part: Part, key: str, one: str, many: str = "") -> str:
    """How many a list of the part holds, in words; or that they are withheld."""
    if is_withheld(part, key):
        return f"{many or one + 's'} withheld"
    return counted(len(getattr(part, key)), one, many)
