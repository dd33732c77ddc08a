"""Text on lines of a terminal: how wide it is, and how it is broken and cut."""

from __future__ import annotations

import re
import unicodedata
from textwrap import wrap

from partnerkit.diagnostics.text import one_line


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines. What stands in backticks stays on one line, if it is short; and no line begins with two colons.

    A CI system would take such a line for a command.
    """
    joined = re.sub("`[^`]{1,40}`", lambda code: code[0].replace(" ", "\0"), one_line(text)).replace(" ::", "\0::")
    lines = wrap(joined, columns, break_long_words=False, break_on_hyphens=False)
    # GitHub takes a line that begins with `::`, behind blanks too, for a command.
    return [re.sub(r"\A(\s*):(?=:)", r"\1\\x3a", line.replace("\0", " ")) for line in lines]


def width(text: str) -> int:
    """The columns a text takes on a terminal: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def cut(text: str, columns: int) -> str:
    """A text on one line that takes so many columns at most; what is cut off is marked."""
    shown = one_line(text)
    if width(shown) <= columns:
        return shown
    # By the character, but no further than can be seen: a title may be a megabyte.
    kept = shown[: max(columns - 1, 0)]
    while width(kept) > columns - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def padded(text: str, columns: int) -> str:
    """A text cut or filled up to so many columns."""
    shown = cut(text, columns)
    return shown + " " * (columns - width(shown))
