"""Patterns for paths: `**` is any folders, `*` and `?` stay within a name, and a folder means all that is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable


def matcher(patterns: Iterable[str]) -> re.Pattern[str] | None:
    """An expression that matches, from the start, every path that one of some patterns means; None without patterns."""
    forms = [_expression(pattern) for pattern in patterns]
    return re.compile("|".join(forms), re.DOTALL) if forms else None


def _expression(pattern: str) -> str:
    """A pattern as an expression: `**` is any folders, `*` and `?` stay within a name; a folder means all in it.

    What stands between two wildcards is taken where it first fits, and nowhere else (an atomic group). That finds
    whatever there is to find, and keeps the time in bounds for any pattern: it comes from the records' repository.
    """
    runs: list[list[str]] = [[]]
    for name in pattern.removeprefix("./").strip("/").split("/"):
        if name == "**":
            runs.append([])
        else:
            runs[-1].append(_name_expression(name))
    first, *others = ("/".join(run) for run in runs)
    found = first + ("/" if first and others else "")
    for run in others[:-1]:
        found += f"(?>(?:[^/]+/)*?{run}/)" if run else ""
    if others:
        found += f"(?:[^/]+/)*?{others[-1]}" if others[-1] else ".+"
    return found + r"(?:/.*)?\Z"


def _name_expression(name: str) -> str:
    """The part of a pattern between two slashes as an expression."""
    first, *others = ("[^/]".join(map(re.escape, piece.split("?"))) for piece in re.split(r"\*+", name))
    return first + "".join(f"(?>[^/]*?{piece})" for piece in others[:-1]) + "".join(f"[^/]*{p}" for p in others[-1:])
