"""How rules speak of days, of several things and of the record's own terms, so that every message reads alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SPELT = MappingProxyType(
    {
        "mou": "memorandum of understanding",
        "lsip": "local skills improvement plan",
        "non-disclosure-agreement": "non-disclosure agreement",
        "co-design": "co-design",
        "co-delivery": "co-delivery",
    }
)


def day(on: date) -> str:
    """A day as people write it: 30 September 2025."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def days_after(on: date, days: int) -> date:
    """The day so many days after a day, before it if they are negative; the last or the first day there is, beyond."""
    return date.fromordinal(min(max(on.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def listed(texts: Iterable[str], last: str = "and") -> str:
    """Texts as a list in a sentence: a, b and c."""
    *others, final = texts
    return f"{', '.join(others)} {last} {final}" if others else final


def counted(number: int, one: str, many: str = "") -> str:
    """So many of something: 1 day, 3 days."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def said(value: str) -> str:
    """An id or one of the format's own words in plain English: `data-sharing-agreement` is a data sharing agreement."""
    return _SPELT.get(value) or value.replace("-", " ").replace("_", " ").replace(".", " ")
