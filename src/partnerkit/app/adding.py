"""An item added to a record, in the file where it belongs, as drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from partnerkit.app.drafts import Draft, draft, text_of
from partnerkit.app.new_files import NewFile
from partnerkit.app.outcome import CannotRunError
from partnerkit.app.proposing import Editable
from partnerkit.diagnostics.text import one_line
from partnerkit.model.fields import Path
from partnerkit.rules.additions import Item, addition, plain_data, section_addition, with_item
from partnerkit.rules.edits import changed_keys
from partnerkit.source.reader import read
from partnerkit.source.writing import block
from partnerkit.workspace.layout import FOLDER_RECORD
from partnerkit.workspace.records import Place, Record, Sources

_UNWRITABLE = "It cannot be written to {file} without touching more than it should. Write it there by hand."


def new_record(editable: Editable, file: str, data: Mapping[str, Any], lines: Sequence[str]) -> Draft:
    """The file that would hold a record alone, of these lines.

    Raises:
        CannotRunError: The lines say something else than the data.
    """
    return _new(editable, file, lines, data)


def added(editable: Editable, record: Record, path: Path, item: Item, *, many: bool = True) -> Draft:
    """The file that would hold an item at the end of the list at a path of a record.

    It is the file of the section, a new file in the section's folder, or the record's own; a partnership that has a
    folder gets a new section in a new file. Where there cannot be many, the item is the section.

    Raises:
        CannotRunError: The text cannot be edited safely, or has changed since it was read.
    """
    section = str(path[0])
    if len(path) == 1 and section in record.origin.items:
        folder = record.origin.items[section][0][0].rpartition("/")[0]
        return _item_file(editable, f"{folder}/{item.data['id']}.yaml", item)
    if len(path) == 1 and _is_in_folder(record) and not _holds(record, section):
        home = record.origin.root[0].rpartition("/")[0]
        if many and (editable.loader.root / home / section).is_dir():
            return _item_file(editable, f"{home}/{section}/{item.data['id']}.yaml", item)
        file = f"{home}/{section}.yaml"
        lines, data = (item.block, [item.data]) if many else (item.over_lines, item.data)
        return _new(editable, file, lines, data)
    return _edited(editable, record, path, item, many=many)


def _is_in_folder(record: Record) -> bool:
    folder, _, name = record.origin.root[0].rpartition("/")
    return record.kind == "partnership" and bool(folder) and name.rpartition(".")[0] == FOLDER_RECORD


def _holds(record: Record, section: str) -> bool:
    return section in record.part.model_fields_set


def _item_file(editable: Editable, file: str, item: Item) -> Draft:
    # The name of the file says it.
    data = {key: value for key, value in item.data.items() if key != "id"}
    lines = tuple(line for line in item.lines if not line.startswith("id:")) or tuple(block(data))
    return _new(editable, file, lines, data)


def _new(editable: Editable, file: str, lines: Sequence[str], data: Any) -> NewFile:
    found = NewFile(editable.loader.root, file, b"", "".join(f"{line}\n" for line in lines).encode("utf-8"))
    if not _holds_just(found, [plain_data(data)]):
        raise CannotRunError(_UNWRITABLE.format(file=one_line(file)))
    return found


def _holds_just(found: Draft, documents: list[Any]) -> bool:
    after = read(text_of(found.after), found.file)
    return not after.faults and changed_keys(documents, list(after.documents)) == 0


def _edited(editable: Editable, record: Record, path: Path, item: Item, *, many: bool) -> Draft:
    (file, document), inner = record.origin.locate(path)
    edit = (addition if many else section_addition)(item, Place(record.origin, path), Sources(editable.loader.text))
    before = editable.bytes_of(file)
    if edit is not None:
        found = draft(editable.loader.root, file, before, (edit,))
        documents = read(text_of(before), file).documents
        expected = with_item(documents, document, inner, plain_data(item.data), many=many)
        if _holds_just(found, expected):
            return found
    raise CannotRunError(_UNWRITABLE.format(file=one_line(file)))
