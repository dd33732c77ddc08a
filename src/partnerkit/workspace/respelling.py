"""A value or a key written as another word: its quotes stay, and so does every other character of the file."""

from __future__ import annotations

import re

from partnerkit.diagnostics.diagnostic import TextEdit
from partnerkit.source.scalars import UnusableNumberError, plain_value
from partnerkit.workspace.records import Sources, Spot
from partnerkit.workspace.renaming import Change

_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)*")
"""An anchor or a tag in front of a value."""


class UnclearError(Exception):
    """A value is written in a way that cannot be edited safely (escapes, several lines)."""


def respelt(change: Change, sources: Sources) -> TextEdit | None:
    """The edit that a change needs; None if nothing is written there.

    That is so for an item whose file's name is its id, and for what is written as an alias (`*name`) of a value that
    stands elsewhere: it follows that value.

    Raises:
        UnclearError: The value is written in a way that cannot be edited safely.
    """
    spot = sources.spot(change.place)
    if spot is None or spot.place is None:
        return None
    span = _key(spot) if change.place.on_key else (spot.place.start, spot.place.end)
    if span is None:
        return None
    start, end = span
    if spot.text.startswith("*", start):
        return None
    matched = _PROPERTIES.match(spot.text, start, end)
    start = matched.end() if matched is not None else start
    written = spot.text[start:end]
    if written == change.before:
        return TextEdit(spot.file, start, end, _plain(change.after))
    quote = written[:1]
    if quote in ("'", '"') and written == f"{quote}{change.before}{quote}":
        return TextEdit(spot.file, start + 1, end - 1, change.after)
    raise UnclearError


def _key(spot: Spot) -> tuple[int, int] | None:
    place = spot.place
    if place is None or place.key_start is None or place.key_end is None:
        return None
    return place.key_start, place.key_end


def _plain(text: str) -> str:
    """A word as it is written where the old one had no quotes: in quotes if YAML would take it for a number."""
    try:
        return text if plain_value(text) == text else f'"{text}"'
    except UnusableNumberError:
        return f'"{text}"'
