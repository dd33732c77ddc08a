"""Documents to drafts: the data of one record, put together from its own file and the files of its sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partnerkit.diagnostics.diagnostic import Diagnostic, Related
from partnerkit.workspace import kinds
from partnerkit.workspace.layout import SectionFile, Unit
from partnerkit.workspace.records import Document, Origin, Place, Sources

Documents = Mapping[str, Sequence[Any]]
"""For each file that could be read, its documents as plain data."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What may become a record: plain data, not yet checked, and where it is from."""

    data: Any
    origin: Origin


def drafts(unit: Unit, documents: Documents, sources: Sources) -> tuple[tuple[Draft, ...], tuple[Diagnostic, ...]]:
    """The drafts of a unit, in the order they stand in their file, and what keeps sections from being joined."""
    own = documents.get(unit.file)
    if own is None:
        return (), ()
    if not unit.sections:
        return tuple(Draft(data, Origin((unit.file, at))) for at, data in enumerate(own)), ()
    rest = [Draft(data, Origin((unit.file, at))) for at, data in enumerate(own) if at > 0]
    joined, faults = _joined(unit, own[0] if own else None, documents, sources)
    return (joined, *rest), faults


def _joined(unit: Unit, own: Any, documents: Documents, sources: Sources) -> tuple[Draft, tuple[Diagnostic, ...]]:
    data = dict(own) if isinstance(own, dict) else {}
    root: Document = (unit.file, 0)
    section_documents: dict[str, Document] = {}
    item_documents: dict[str, list[Document]] = {}
    faults = []
    for section in unit.sections:
        held = documents.get(section.file)
        if held is None:
            continue
        origin = Origin(root, dict(section_documents), {name: tuple(all_) for name, all_ in item_documents.items()})
        if section.section in data and not (section.is_item and section.section in item_documents):
            faults.append(_twice(section, origin, sources))
        elif section.is_item:
            for at, item in enumerate(held):
                item_documents.setdefault(section.section, []).append((section.file, at))
                data.setdefault(section.section, []).append(_with_id(item, section, alone=len(held) == 1))
        else:
            section_documents[section.section] = (section.file, 0)
            data[section.section] = held[0] if held else None
    items = {name: tuple(all_) for name, all_ in item_documents.items()}
    draft = Draft(data if isinstance(own, dict) else own, Origin(root, section_documents, items))
    return draft, tuple(faults)


def _with_id(item: Any, section: SectionFile, *, alone: bool) -> Any:
    """An item with the id its file's name gives it, where it has none of its own."""
    if not alone or not isinstance(item, dict) or "id" in item:
        return item
    return {"id": section.file.rpartition("/")[2].rpartition(".")[0], **item}


def _twice(section: SectionFile, origin: Origin, sources: Sources) -> Diagnostic:
    here = sources.span(Place(Origin((section.file, 0)), ()))
    there = sources.span(Place(origin, (section.section,), on_key=True))
    message = f"the section `{section.section}` is here, and in another place too"
    return Diagnostic(
        kinds.SECTION_TWICE, message, here, kinds.SECTION_TWICE.remedy, (Related("it stands here already", there),)
    )
