"""What a plain YAML word means: the core schema of YAML 1.2, with the exceptions of the record format.

Source: YAML 1.2.2, section 10.3.2. Exceptions: integers with leading zeros stay text (`012` is an identifier more often
than a number), and infinities and not-a-number are refused.
"""

from __future__ import annotations

import re

from partnerkit.source import limits

Scalar = str | int | float | bool | None

NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
SPECIAL_FIRST = frozenset("0123456789-+.~nNtTfF")
"""The characters that a plain word which is not text can begin with."""


class UnusableNumberError(ValueError):
    """The word reads as a number that cannot be kept; the text of the error says why."""


def plain_value(word: str) -> Scalar:
    """What a plain word means: null, true, false, a number, or itself.

    Raises:
        UnusableNumberError: It is a number, but infinite, not a number, or too long to be kept exactly.
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] in "nNtTfF~":
        return word
    return _number(word)


def _number(word: str) -> str | int | float:
    if NOT_FINITE.fullmatch(word):
        raise UnusableNumberError(f"{word} is not a number that can be kept")
    for form, base in ((_INTEGER, 10), (_OCTAL, 8), (_HEXADECIMAL, 16)):
        if form.fullmatch(word):
            # The length comes first: turning many digits into a number takes quadratic time.
            if len(word) > limits.NUMBER_CHARACTERS:
                raise UnusableNumberError(f"a number of {len(word)} characters is too long to be kept exactly")
            return _integer(int(word, base))
    if _FLOAT.fullmatch(word) and not _LEADING_ZERO.fullmatch(word):
        return _float(word)
    return word


def _integer(value: int) -> int:
    if not -(2**63) <= value < 2**63:
        raise UnusableNumberError("a number this large cannot be kept")
    return value


def _float(word: str) -> float:
    value = float(word)
    if value in (float("inf"), float("-inf")):
        raise UnusableNumberError("a number this large cannot be kept")
    return value
