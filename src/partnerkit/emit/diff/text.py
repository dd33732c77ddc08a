"""For people at a terminal: each record with its changes, a line each, what is for the worse first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from partnerkit.diagnostics.text import Piece, Style, one_line
from partnerkit.diff.changes import Change, Trend
from partnerkit.emit.diff.api import Compared, counted
from partnerkit.emit.lines import wrapped

_STYLES: Mapping[Trend, Style] = MappingProxyType({Trend.WORSE: "error", Trend.BETTER: "good", Trend.OTHER: "margin"})
_COLUMNS = 80
_INDENT = 9


def emit(compared: Compared) -> Iterable[Piece]:
    """All changes, and how many there are."""
    for at, (record, changes) in enumerate(compared.by_record()):
        yield ("\n" if at else "") + one_line(compared.title(record)) + "\n", "strong"
        for one in changes:
            yield from _line(one)
    if not compared.quiet:
        yield "\n" if compared.changes else "", "plain"
        words = counted(compared.changes)
        yield f"{words[0].upper()}{words[1:]}.", "strong"
        yield f" From {one_line(compared.before.words)} to {one_line(compared.after.words)}.\n", "plain"


def _line(one: Change) -> Iterator[Piece]:
    yield f"  {one.kind.trend.value:<{_INDENT - 2}}", _STYLES[one.kind.trend]
    first, *others = wrapped(one_line(one.words), _COLUMNS - _INDENT)
    yield f"{first}\n", "plain"
    yield from ((f"{' ' * _INDENT}{line}\n", "plain") for line in others)
    if one.subject and not one.subject.startswith(("scores/", "criteria/")):
        yield f"{' ' * _INDENT}{one_line(one.subject)}\n", "margin"
