"""Records, and where each of their values stands in the files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from partnerkit.diagnostics.diagnostic import Span
from partnerkit.model.base import Part
from partnerkit.model.fields import Contents, Path, walked
from partnerkit.source.lines import Lines
from partnerkit.source.quick import Mark
from partnerkit.source.spans import Place as TextPlace
from partnerkit.source.spans import Positions

Document = tuple[str, int]
"""A file, and which of its documents (from 0)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The documents a record was put together from.

    Attributes:
        root: The document of the record itself.
        sections: For each section with a file of its own, that document.
        items: For each section kept as a folder, the document of each item, in order.
    """

    root: Document
    sections: Mapping[str, Document] = field(default_factory=dict)
    items: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)

    def locate(self, path: Path) -> tuple[Document, Path]:
        """The document that holds the value at a path of the record, and the path to it in that document."""
        if path and isinstance(path[0], str):
            if path[0] in self.sections:
                return self.sections[path[0]], path[1:]
            documents = self.items.get(path[0], ())
            if len(path) > 1 and isinstance(path[1], int) and path[1] < len(documents):
                return documents[path[1]], path[2:]
            if documents:
                return documents[0], ()
        return self.root, path


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a record, or its key, or the record as a whole: what a finding points at."""

    origin: Origin
    path: Path
    on_key: bool = False


@dataclass(frozen=True)
class Record:
    """A valid record.

    Attributes:
        kind: partnership, organisation, framework or programme.
        id: Its id.
        part: Its data.
        origin: Where its values stand.
        gathered: What it holds, if that has been gathered already.
        unagreed: Which of the excuses under `suppress`, counted from 0, do not count, for whoever decides has not
            agreed to them.
    """

    kind: str
    id: str
    part: Part
    origin: Origin
    gathered: Contents | None = field(default=None, compare=False, repr=False)
    unagreed: frozenset[int] = frozenset()

    @cached_property
    def contents(self) -> Contents:
        """The items in it that have ids, the references and all its parts, in the order they stand in it."""
        return walked(self.part) if self.gathered is None else self.gathered

    @property
    def files(self) -> tuple[str, ...]:
        """The files it was read from, its own first, then in the order of their names."""
        others = {file for file, _ in self.origin.sections.values()}
        others.update(file for documents in self.origin.items.values() for file, _ in documents)
        return (self.origin.root[0], *sorted(others - {self.origin.root[0]}))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value of a record stands in the text of its file; `place` is None if it is not there."""

    file: str
    text: str
    place: TextPlace | None


class Sources:
    """Spans for places in records, from the texts of the files; each text is gone through once at most."""

    def __init__(
        self, text_of: Callable[[str], str | None], marks: Mapping[str, Sequence[Mark]] = MappingProxyType({})
    ) -> None:
        """Take a function that gives the text of a file, or None if it cannot be had any more.

        Where the marks of a file are known, its text need not be gone through.
        """
        self._text_of = text_of
        self._marks = marks
        self._positions: dict[str, Positions | None] = {}

    def _of(self, file: str) -> Positions | None:
        if file not in self._positions:
            text = self._text_of(file)
            self._positions[file] = None if text is None else Positions(Lines(file, text), self._marks.get(file, ()))
        return self._positions[file]

    def span(self, place: Place) -> Span:
        """Where a place is; the file as a whole if its text cannot be had."""
        (file, document), path = place.origin.locate(place.path)
        positions = self._of(file)
        if positions is None:
            return Span(file)
        return positions.key(document, path) if place.on_key else positions.value(document, path)

    def spot(self, place: Place) -> Spot | None:
        """Where exactly a value stands, to edit it; None if its file cannot be had."""
        (file, document), path = place.origin.locate(place.path)
        positions = self._of(file)
        return None if positions is None else Spot(file, positions.lines.text, positions.place(document, path))

    def written(self, place: Place) -> str:
        """The value at a place as it is written in its file."""
        (file, document), path = place.origin.locate(place.path)
        positions = self._of(file)
        return "" if positions is None else positions.written(document, path)
