"""Documents to drafts: the data of one record, put together from its own file and the files of its sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partnerkit.diagnostics.diagnostic import Diagnostic, Related
from partnerkit.model.kinds import KINDS
from partnerkit.workspace import kinds
from partnerkit.workspace.layout import SectionFile, Unit
from partnerkit.workspace.records import Document, Origin, Place, Sources

Documents = Mapping[str, Sequence[Any]]
"""For each file that could be read, its documents as plain data."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What may become a record: plain data, not yet checked, and where it is from.

    Attributes:
        data: The data.
        origin: Where each part of them stands.
        unseen: The sections that are not in the data, or not wholly, because a file could not be read or be joined.
        is_headless: Whether these are sections only, to be looked at each by itself, because their partnership's own
            file could not be read or is no record.
    """

    data: Any
    origin: Origin
    unseen: frozenset[str] = frozenset()
    is_headless: bool = False


def drafts(unit: Unit, documents: Documents, sources: Sources) -> tuple[tuple[Draft, ...], tuple[Diagnostic, ...]]:
    """The drafts of a unit, in the order they stand in their file, and what keeps sections from being joined."""
    own = [Draft(data, Origin((unit.file, at))) for at, data in enumerate(documents.get(unit.file, ()))]
    if not unit.sections:
        return tuple(own), ()
    head = own[0].data if own and _is_head(own[0].data) else None
    joining = _Joining(unit.file, head or {}, sources)
    for section in unit.sections:
        joining.take(section, documents.get(section.file))
    joined = Draft(joining.data, joining.origin, frozenset(joining.unseen), is_headless=head is None)
    return (joined, *(own if head is None else own[1:])), tuple(joining.faults)


def _is_head(data: Any) -> bool:
    return isinstance(data, dict) and isinstance(data.get("kind"), str) and data["kind"] in KINDS


class _Joining:
    """The state of joining the sections of a partnership to its head."""

    def __init__(self, file: str, head: Mapping[str, Any], sources: Sources) -> None:
        self.root: Document = (file, 0)
        self.data = dict(head)
        self.sources = sources
        self.documents: dict[str, Document] = {}
        self.items: dict[str, tuple[Document, ...]] = {}
        self.unseen: set[str] = set()
        self.faults: list[Diagnostic] = []

    @property
    def origin(self) -> Origin:
        return Origin(self.root, dict(self.documents), dict(self.items))

    def take(self, section: SectionFile, held: Sequence[Any] | None) -> None:
        """Take the documents of a section's file, or None if it could not be read."""
        name = section.section
        if held is None:
            self.unseen.add(name)
            return
        # A file without a document is an empty section.
        held = held or (None,)
        if name in self.data and not (section.is_item and name in self.items):
            self._refuse(section, 0)
        elif section.is_item:
            self.data.setdefault(name, []).extend(_with_id(item, section, alone=len(held) == 1) for item in held)
            self.items[name] = (*self.items.get(name, ()), *((section.file, at) for at in range(len(held))))
        else:
            self.documents[name] = (section.file, 0)
            self.data[name] = held[0]
            for at in range(1, len(held)):
                self._refuse(section, at)

    def _refuse(self, section: SectionFile, document: int) -> None:
        """Say that the section stands somewhere else already."""
        name = section.section
        self.unseen.add(name)
        here = self.sources.span(Place(Origin((section.file, document)), ()))
        there = self.sources.span(Place(self.origin, (name,), on_key=True))
        message = f"the section `{name}` is written in two places"
        self.faults.append(
            Diagnostic(
                kinds.SECTION_TWICE,
                message,
                here,
                kinds.SECTION_TWICE.remedy,
                (Related("it is written here already", there),),
            )
        )


def _with_id(item: Any, section: SectionFile, *, alone: bool) -> Any:
    """An item with the id its file's name gives it, where it has none of its own."""
    if not alone or not isinstance(item, dict) or "id" in item:
        return item
    return {"id": section.file.rpartition("/")[2].rpartition(".")[0], **item}
