"""How dates, numbers and hostile characters are written in every format."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# The locale of the machine must not show in a page: names of months and signs of currencies are fixed here.
SHORT_MONTH = 3
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}

# C0 and C1 controls but tab and newline, bidirectional controls, byte-order marks, halves of surrogate pairs:
# invisible, or able to make a reader see another text than the one that is there.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    r"""The text with every control character shown as an escape such as `\x1b`; tabs and newlines stay."""
    # What is printable holds none of them; a newline is not, so that the rest is looked at more closely.
    if text.isprintable() or UNSAFE.search(text) is None:
        return text
    return UNSAFE.sub(lambda found: found[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)


def long_date(on: date) -> str:
    """The date in full: 30 September 2026."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def short_date(on: date) -> str:
    """The date with its month cut to three letters: 30 Sep 2026."""
    return f"{on.day} {MONTHS[on.month - 1][:SHORT_MONTH]} {on.year}"


def number(value: float) -> str:
    """The number with commas between thousands and the digits it was written with."""
    if isinstance(value, int):
        return f"{value:,}"
    written = repr(value)
    if "e" in written or "n" in written:
        return written
    return f"{Decimal(written.removesuffix('.0')):,f}"


def money(amount: float, currency: str) -> str:
    """The amount with its currency's sign, or else its three letters: £48,000, CHF 1,250.50."""
    digits = f"{amount:,}" if isinstance(amount, int) else f"{amount:,.2f}"
    sign = SIGNS.get(currency)
    return f"{sign}{digits}" if sign else f"{currency} {digits}"
