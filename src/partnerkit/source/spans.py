"""Where things stand in a text: the exact span of any key or value.

The quick reading marks every value, and a place is worked out from the mark when it is asked for. A text that needs the
careful reader, and one whose data come from the cache, is gone through once more when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from partnerkit.diagnostics.diagnostic import Span
from partnerkit.source.events import (
    DocumentEnd,
    DocumentStart,
    Event,
    MappingEnd,
    MappingStart,
    ScalarEvent,
    SequenceEnd,
    SequenceStart,
    events_of,
)
from partnerkit.source.lines import Lines
from partnerkit.source.quick import BEGIN, END, HELD, KEY, Mark, quick_read

_BLANK = " \t\r\n"
"""What ends a line or pads it in YAML; other spaces belong to the text."""

Step = str | int
Path = tuple[Step, ...]
"""The way from a document to a value in it: keys and places in lists (from 0)."""


class Place(NamedTuple):
    """Where a value stands, and its key if it has one. Indices of characters, end exclusive."""

    start: int
    end: int
    key_start: int | None = None
    key_end: int | None = None


def places(text: str, marks: Sequence[Mark] = ()) -> tuple[Mapping[Path, Place], ...]:
    """For each document of a text, where each of its values stands. The path () is the document itself.

    Where a key stands twice, its first value counts, as in `reader.read`. The marks are those of the reading, if it
    has any; the text is gone through once more without them.
    """
    found = list(marks)
    if found or quick_read(text, found) is not None:
        return tuple(_MarkedPlaces(text, mark) for mark in found)
    return places_with_care(text)


class _MarkedPlaces(Mapping[Path, Place]):
    """The places of a document's values, each worked out from its mark when it is asked for."""

    def __init__(self, text: str, root: Mark) -> None:
        self._text = text
        self._root = root

    def __getitem__(self, path: Path) -> Place:
        mark = self._root
        try:
            for step in path:
                mark = mark[HELD][step]
        except (LookupError, TypeError):
            raise KeyError(path) from None
        start, end, key = mark[BEGIN].start_mark.index, _end(mark, self._text), mark[KEY]
        return Place(start, end) if key is None else Place(start, end, key.start_mark.index, key.end_mark.index)

    def __iter__(self) -> Iterator[Path]:
        todo: list[tuple[Path, Mark]] = [((), self._root)]
        while todo:
            path, mark = todo.pop()
            yield path
            todo.extend(((*path, step), inner) for step, inner in _steps(mark))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _steps(mark: Mark) -> Iterable[tuple[Step, Mark]]:
    if len(mark) <= HELD:
        return ()
    return mark[HELD].items() if isinstance(mark[HELD], dict) else enumerate(mark[HELD])


def _end(mark: Mark, text: str) -> int:
    begin = mark[BEGIN]
    if len(mark) <= HELD:
        return _trimmed(text, begin.start_mark.index, begin.end_mark.index)
    if begin.flow_style or not mark[HELD]:
        return int(mark[END].end_mark.index)
    # libyaml ends a block where the next thing begins; it ends, to the eye, with the last thing in it.
    held = mark[HELD]
    last = next(reversed(held.values())) if isinstance(held, dict) else held[-1]
    end = _end(last, text)
    return end if last[KEY] is None else max(end, last[KEY].end_mark.index)


def places_with_care(text: str) -> tuple[Mapping[Path, Place], ...]:
    """What `places` gives, without its short cut."""
    finders: list[_Finder] = []
    for event in events_of(text):
        if isinstance(event, DocumentStart):
            finders.append(_Finder())
        elif not isinstance(event, DocumentEnd):
            finders[-1].take(event, text)
    return tuple(finder.found for finder in finders)


@dataclass(slots=True)
class _Open:
    path: Path
    start: int
    is_mapping: bool
    flow: bool
    end: int
    is_key: bool = False
    key: Event = None
    key_path: Path | None = None
    items: int = 0


class _Finder:
    def __init__(self) -> None:
        self.found: dict[Path, Place] = {}
        self.open: list[_Open] = []
        self.anchored: dict[str, str] = {}

    def take(self, event: Event, text: str) -> None:
        if isinstance(event, (MappingEnd, SequenceEnd)):
            self._end(event)
            return
        if isinstance(event, ScalarEvent) and event.anchor is not None:
            self.anchored[event.anchor] = event.value
        top = self.open[-1] if self.open else None
        if top is not None and top.is_mapping and top.key is None:
            self._key(top, event)
            return
        path = self._path(top)
        if isinstance(event, (MappingStart, SequenceStart)):
            self._begin(path, event)
            return
        start, end = event.start_mark.index, event.end_mark.index
        self._place(path, start, _trimmed(text, start, end) if isinstance(event, ScalarEvent) else end)

    def _begin(self, path: Path, event: Event, *, is_key: bool = False) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self.open.append(_Open(path, start, isinstance(event, MappingStart), bool(event.flow_style), end, is_key))

    def _key(self, top: _Open, event: Event) -> None:
        top.key = event
        if isinstance(event, ScalarEvent):
            top.key_path = (*top.path, event.value)
        elif isinstance(event, (MappingStart, SequenceStart)):
            # A mapping or list as a key has been refused by the reader; here it only must not be taken for a value.
            top.key_path = (*top.path, "")
            self._begin((*top.path, ""), event, is_key=True)
        else:
            top.key_path = (*top.path, self.anchored.get(event.anchor, ""))

    @staticmethod
    def _path(top: _Open | None) -> Path:
        if top is None:
            return ()
        if top.is_mapping:
            return top.key_path or ()
        top.items += 1
        return (*top.path, top.items - 1)

    def _end(self, event: Event) -> None:
        done = self.open.pop()
        # libyaml ends a block where the next thing begins; it ends, to the eye, with the last thing in it.
        end = event.end_mark.index if done.flow else done.end
        if done.is_key:
            self.open[-1].end = max(self.open[-1].end, end)
            return
        self._place(done.path, done.start, end)

    def _place(self, path: Path, start: int, end: int) -> None:
        top = self.open[-1] if self.open else None
        key = top.key if top is not None and top.is_mapping else None
        if path not in self.found and not any(level.is_key for level in self.open):
            key_marks = (None, None) if key is None else (key.start_mark.index, key.end_mark.index)
            self.found[path] = Place(start, end, *key_marks)
        if top is not None:
            top.end = max(top.end, end, key.end_mark.index if key is not None else end)
            top.key = top.key_path = None


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a scalar without the blank lines and comments libyaml counts to a text in block style."""
    piece = text[start:end]
    if piece[:1] in ("|", ">"):
        return start + len(piece.rstrip(_BLANK))
    return end


class Positions:
    """The spans of one text's documents; without marks, the text is gone through when first asked about."""

    def __init__(self, lines: Lines, marks: Sequence[Mark] = ()) -> None:
        """Take the text, and the marks of its documents if it was read with marks."""
        self.lines = lines
        self._marks = marks

    @cached_property
    def _places(self) -> tuple[Mapping[Path, Place], ...]:
        return places(self.lines.text, self._marks)

    def place(self, document: int, path: Path) -> Place | None:
        """Where a value stands, or None if the text has no such value."""
        return self._places[document].get(path) if document < len(self._places) else None

    def value(self, document: int, path: Path) -> Span:
        """The span of a value, or of the nearest thing around it that exists."""
        place, exact = self._nearest(document, path)
        if place is None:
            return self.lines.whole
        if not exact and place.key_start is not None and place.key_end is not None:
            return self.lines.span(place.key_start, place.key_end)
        return self.lines.span(place.start, self._first_line_end(place))

    def key(self, document: int, path: Path) -> Span:
        """The span of a value's key; of the value where it has none."""
        place = self.place(document, path)
        if place is None or place.key_start is None or place.key_end is None:
            return self.value(document, path)
        return self.lines.span(place.key_start, place.key_end)

    def written(self, document: int, path: Path) -> str:
        """A value as it is written in the file."""
        place = self.place(document, path)
        return "" if place is None else self.lines.text[place.start : place.end]

    def _nearest(self, document: int, path: Path) -> tuple[Place | None, bool]:
        for length in range(len(path), -1, -1):
            if (place := self.place(document, path[:length])) is not None:
                return place, length == len(path)
        return None, False

    def _first_line_end(self, place: Place) -> int:
        # A block of many lines is shown by its first: the place to look at is where it begins.
        end = self.lines.text.find("\n", place.start, place.end)
        return place.end if end < 0 else place.start + len(self.lines.text[place.start : end].rstrip(_BLANK))
