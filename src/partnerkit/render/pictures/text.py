"""Texts in drawings, where nothing wraps and nothing is measured: how wide they are about, and where they are cut."""

from __future__ import annotations

from unicodedata import east_asian_width

from partnerkit.render.inline import text_of
from partnerkit.render.words import visible
from partnerkit.views import blocks as b

LONGEST = 200
"""No text of a drawing is longer, not even the one that is shown on pointing at it."""
LETTER = 6.6
"""How wide a letter of a drawing is, on average, in its units: 12 of them high, and a little more than half as wide."""
WIDE = frozenset("WF")


def breadth(text: str) -> int:
    """How many letters of Latin the text is as wide as."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(letter) in WIDE else 1 for letter in text)


def width(text: str) -> float:
    """About how wide the text is in a drawing, in its units."""
    return breadth(text) * LETTER


def cut(text: str, most: int) -> str:
    """The text in at most so many letters, the last of them an ellipsis if there was more."""
    if breadth(text) <= most:
        return text
    kept, room = [], most - 1
    for letter in text:
        room -= breadth(letter)
        if room < 0:
            break
        kept.append(letter)
    return f"{''.join(kept).rstrip()}…"


def said(text: str) -> str:
    """The text on one line, without control characters, and no longer than a drawing may hold."""
    # What is far beyond the limit is not looked at: somebody may have put a book into a title.
    line = " ".join(visible(text[: LONGEST * 4]).split())
    return cut(line, LONGEST)


def run_said(run: b.Run) -> str:
    """The run as text on one line, no longer than a drawing may hold."""
    return said(text_of(run))


def wrapped(text: str, most: int, lines: int) -> tuple[str, ...]:
    """The text in so many lines of so many letters, the last of them cut."""
    found: list[str] = []
    rest = text
    while rest and len(found) < lines - 1 and breadth(rest) > most:
        line = _line(rest, most)
        found.append(line.strip())
        rest = rest[len(line) :].strip()
    return (*found, cut(rest, most))


def _line(text: str, most: int) -> str:
    """As many whole words as fit, or as much of the first as does."""
    fits = cut(text, most + 1).removesuffix("…")
    if text[len(fits) : len(fits) + 1].isspace() or " " not in fits:
        return fits
    return fits[: fits.rindex(" ") + 1]
