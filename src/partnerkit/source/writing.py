"""Plain data as the YAML a careful person would write: what is read again is what was given.

Dates are data here (a day is written as a day), and so are text, numbers, true, false and none, lists and mappings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from json import dumps
from textwrap import wrap
from typing import Any

from partnerkit.source.scalars import UnusableNumberError, plain_value

WIDTH = 100
"""Text that would make a line longer than this is folded."""

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ()/.%+;'’–_-]*(?<![ ])")  # noqa: RUF001 - as people write
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def scalar(value: object) -> str:
    """A value on one line.

    Raises:
        TypeError: It is no scalar.
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case date():
            return value.isoformat()
        case str():
            return value if _is_plain(value) else _quoted(value)
        case _:
            raise TypeError(f"no scalar: {type(value).__name__}")


def flow(value: object) -> str:
    """A value on one line, with braces and brackets."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{scalar(key)}: {flow(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(flow, value)) + "]"
        case _:
            return scalar(value)


def block(data: Mapping[str, Any], width: int = WIDTH) -> list[str]:
    """A mapping over several lines, without a common indent; what fits on a line and is small stays on one."""
    lines: list[str] = []
    for key, value in data.items():
        lines.extend(_entry(f"{scalar(key)}:", value, width))
    return lines


def _entry(head: str, value: object, width: int) -> list[str]:
    short = f"{head} {flow(value)}"
    if len(short) <= width and not _is_large(value):
        return [short]
    match value:
        case Mapping():
            return [head, *_indented(block(value, width - 2))]
        case list() | tuple():
            return [head, *_indented([line for item in value for line in _item(item, width - 2)])]
        case str() if _can_fold(value):
            return [f"{head} >-", *_indented(wrap(value, width - 2, break_long_words=False, break_on_hyphens=False))]
        case _:
            return [short]


def _item(value: object, width: int) -> list[str]:
    short = f"- {flow(value)}"
    if len(short) <= width or not isinstance(value, Mapping) or not value:
        return [short]
    first, *others = block(value, width - 2)
    return [f"- {first}", *_indented(others)]


def _is_large(value: object) -> bool:
    """Whether a value is easier read over several lines, though it might fit on one."""
    return isinstance(value, Mapping) and any(
        isinstance(item, Mapping | Sequence) and not isinstance(item, str) for item in value.values()
    )


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" for line in lines]


# The same keys and ids are written again and again.
@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and _DAY.fullmatch(text) is None and _means(text) == text


def _means(text: str) -> object:
    try:
        return plain_value(text)
    except UnusableNumberError:
        return None


def _quoted(text: str) -> str:
    # What JSON leaves as it is, and YAML takes for a line's end or refuses, is written by its number.
    return "".join(
        one if one.isprintable() or one == " " else f"\\U{ord(one):08x}" if ord(one) > ord("~") else one
        for one in dumps(text, ensure_ascii=False)
    )


def _can_fold(text: str) -> bool:
    """Whether text is the same when its lines are joined again: single spaces between words, and nothing else."""
    words = text.split(" ")
    return all(word and word.isprintable() for word in words) and len(words) > 1 and not text.startswith(("#", "-"))
