"""Records, and where each of their values stands in the files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from partnerkit.diagnostics.diagnostic import Span
from partnerkit.model.base import Part
from partnerkit.model.fields import Declared, Path, contents
from partnerkit.source.lines import Lines
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


@dataclass(frozen=True, slots=True)
class Record:
    """A valid record.

    Attributes:
        kind: partnership, organisation, framework or programme.
        id: Its id.
        part: Its data.
        origin: Where its values stand.
        declared: The items in it that have ids, if they have been gathered already.
    """

    kind: str
    id: str
    part: Part
    origin: Origin
    declared: tuple[Declared, ...] | None = field(default=None, compare=False, repr=False)

    @property
    def items(self) -> tuple[Declared, ...]:
        """The items in it that have ids, in the order they stand in it."""
        return tuple(contents(self.part)[0]) if self.declared is None else self.declared

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
    """Spans for places in records, from the texts of the files; each text is gone through once."""

    def __init__(self, text_of: Callable[[str], str | None]) -> None:
        """Take a function that gives the text of a file, or None if it cannot be had any more."""
        self._text_of = text_of
        self._positions: dict[str, Positions | None] = {}

    def _of(self, file: str) -> Positions | None:
        if file not in self._positions:
            text = self._text_of(file)
            self._positions[file] = None if text is None else Positions(Lines(file, text))
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
