"""How the rules about evidence quote the record."""

from __future__ import annotations

from textwrap import shorten

_MOST = 80


def short(text: str) -> str:
    """The beginning of a text, on one line and without a full stop."""
    return shorten(text, _MOST, placeholder=" …").rstrip(".")


def quoted(text: str) -> str:
    """The beginning of a text, in quotes."""
    return f"“{short(text)}”"
