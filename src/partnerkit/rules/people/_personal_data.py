"""Finds personal data by its form: e-mail addresses, telephone and National Insurance numbers, dates of birth.

Every pattern takes time in proportion to the length of the text: what can repeat is bounded, or cannot be taken in two
ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from partnerkit.model.base import Part

__all__ = ["personal_data", "texts"]

_EMAIL = re.compile(r"[\w.%+-]@[A-Za-z0-9-]++\.[A-Za-z]")
# An address is found by its @ and one character before it: to look for whole words means to start anew at each.

_PHONE = re.compile(
    r"""(?<![\w+.])                             # not within a longer number
        (?!0\d[-/.]\d\d[-/.]\d{4}(?!\d))        # no date such as 07-08-2026
        (?: (?:\+|00)44 [ -]? (?:\(0\)[ -]?)?   # +44, 0044, +44 (0)
          | \(?0 )
        [1-9] (?: \)?[ -]?\d ){8,9}             # nine or ten digits, in groups
        (?!\d)""",
    re.VERBOSE,
)

_NATIONAL_INSURANCE = re.compile(
    r"""(?<![A-Z0-9])
        (?!BG|GB|KN|NK|NT|TN|ZZ)
        [A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] (?:[ ]?\d\d){3} [ ]?[A-D]
        (?![A-Z0-9])""",
    re.VERBOSE | re.IGNORECASE,
)

_BIRTH = re.compile(
    r"""\b (?: born | birth(?:day)? | d\.?o\.?b ) \b
        [^\d\n]{0,20}
        (?: \d{4}[-/.]\d\d?[-/.]\d\d?
          | \d\d?[-/.]\d\d?[-/.]\d\d
          | \d\d?(?:st|nd|rd|th)?[ ](?:of[ ])?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6},?[ ]\d{4}
        )""",
    re.VERBOSE | re.IGNORECASE,
)
# A date alone is no date of birth: records are full of dates.

_SIGN = re.compile(r"[@\d]")
"""Each of them holds a digit, or is an e-mail address."""

_KINDS = {
    "an e-mail address": _EMAIL,
    "a telephone number": _PHONE,
    "a National Insurance number": _NATIONAL_INSURANCE,
    "a date of birth": _BIRTH,
}


def personal_data(text: str) -> tuple[str, ...]:
    """The kinds of personal data that a text holds, by their form."""
    if _SIGN.search(text) is None:
        return ()
    return tuple(kind for kind, pattern in _KINDS.items() if pattern.search(text))


def texts(part: Part) -> Iterator[tuple[Part, str, int | None, str]]:
    """All texts in a part, however deep: the part and the key that hold each, its place in a list, and the text.

    A key of the user's own belongs to its text, since it may be what says that a date is a date of birth.
    """
    for name, info in type(part).model_fields.items():
        yield from _in(part, info.alias or name, getattr(part, name))
    for key, value in (part.__pydantic_extra__ or {}).items():
        if isinstance(value, (str, int)):
            yield part, key, None, f"{key.removeprefix('x-').replace('-', ' ')}: {value}"


def _in(part: Part, key: str, value: Any) -> Iterator[tuple[Part, str, int | None, str]]:
    match value:
        case str():
            yield part, key, None, value
        case Part():
            yield from texts(value)
        case tuple():
            for at, item in enumerate(value):
                if isinstance(item, str):
                    yield part, key, at, item
                else:
                    yield from _in(part, key, item)
