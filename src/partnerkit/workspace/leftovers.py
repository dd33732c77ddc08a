"""Where texts speak of an id: prose and comments that a renaming leaves alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BEFORE = re.compile(r"(?:^|[:\-?][ \t]|[\[{,])[ \t]*[\"']?[A-Za-z0-9_.-]*/?\Z")
"""What stands before a value or a key that is nothing but an id, with its scope: such a one is another thing's."""
_AFTER = re.compile(r"[\"']?[ \t]*(?:$|[,\]}:#])")


class Leftover(NamedTuple):
    """A line, from 1, of a file that speaks of an id; its text."""

    file: str
    line: int
    text: str


def leftovers(word: str, file: str, text: str) -> Iterator[Leftover]:
    """The lines of a file on which an id stands within a text, or in a comment."""
    if word not in text:
        return
    pattern = re.compile(rf"(?<![A-Za-z0-9_.-]){re.escape(word)}(?![A-Za-z0-9_]|[.-][A-Za-z0-9])")
    for number, line in enumerate(text.split("\n"), 1):
        shown = line.rstrip("\r")
        if any(not _is_whole(shown, match) for match in pattern.finditer(shown)):
            yield Leftover(file, number, shown.strip())


def _is_whole(line: str, match: re.Match[str]) -> bool:
    """Whether an id is a value or a key of its own, and not part of a text."""
    return _BEFORE.search(line, 0, match.start()) is not None and _AFTER.match(line, match.end()) is not None
