"""Text in pieces, each with what it is; an emitter makes them, and whoever prints them decides on colours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Style = Literal["plain", "error", "warning", "info", "place", "margin", "mark", "help", "strong", "good"]
Piece = tuple[str, Style]

# CI systems take `##[` and `##vso[` for a command wherever it stands on a line of their logs.
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
    r"|(?<=##)\[|(?<=##vso)\["
)


# Spreadsheets take the wide forms of the same signs for them; a line break may be dropped before they look.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_COMMAND = re.compile(r"(?<=\n)(?=\s*::)")


def cell_text(text: str) -> str:
    """A text as a cell of a table for spreadsheets: shown whole, and run by nobody.

    What a spreadsheet would take for a formula, by its first character, has an apostrophe before it; so has a line
    within the text that a CI system would take for a command.
    """
    shown = _COMMAND.sub("'", visible(text))
    return f"'{shown}" if text.startswith(_FORMULA) else shown


def visible(text: str) -> str:
    """A text from a record such that a terminal shows it and does nothing else: what is hidden is written as an escape.

    Line breaks and tabs stay.
    """
    # Nearly every text is printable, which is told many times faster than a search is made.
    return text if text.isprintable() and "##" not in text else _UNSHOWN.sub(_escape, text)


def one_line(text: str) -> str:
    """The same on one line: line breaks and tabs are written as escapes too."""
    return visible(text.replace("\n", "\\n").replace("\t", "\\t"))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if 0xDC80 <= code <= 0xDCFF:  # noqa: PLR2004 - how Python keeps a byte of a file name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004


def plain(pieces: Iterable[Piece]) -> str:
    """The text alone."""
    return "".join(text for text, _ in pieces)
