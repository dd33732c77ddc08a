"""Where the lines of a text begin, as editors count them: a line ends at LF or CR LF and nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from partnerkit.diagnostics.diagnostic import Position, Span

_LINE_END = re.compile("\n")


class Lines:
    """The lines of one file's text, worked out when first asked for."""

    def __init__(self, file: str, text: str) -> None:
        """Take the file's path in the workspace and its text, without a byte order mark."""
        self.file = file
        self.text = text
        self._last = (-1, "")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    @property
    def whole(self) -> Span:
        """The file as a whole."""
        return Span(self.file)

    def position(self, index: int) -> Position:
        """The line and column of the character at `index`, all counted from 0."""
        line = bisect_right(self._starts, index) - 1
        return Position(line, index - self._starts[line])

    def line(self, number: int) -> str:
        """The text of a line, without its line break."""
        # Many faults may lie on one line of a megabyte: they share it.
        if self._last[0] != number:
            start = self._starts[number]
            end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
            self._last = (number, self.text[start:end].rstrip("\r\n"))
        return self._last[1]

    def span(self, start: int, end: int) -> Span:
        """The span from character `start` up to `end`."""
        first = self.position(start)
        return Span(self.file, first, self.position(end), self.line(first.line))
