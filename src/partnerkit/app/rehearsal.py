"""What a workspace would be if some of its files were others: read in memory, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.model.kinds import sections
from partnerkit.model.validation import validated
from partnerkit.source.characters import decoded
from partnerkit.source.reader import read
from partnerkit.workspace.examination import Examination, examine
from partnerkit.workspace.layout import Unit, units
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A workspace as it would be.

    Attributes:
        workspace: The workspace; None if it could not be read.
        faults: What would be wrong in it that is not wrong now.
    """

    workspace: Workspace | None
    faults: tuple[Diagnostic, ...]


def rehearsed(
    workspace: Workspace,
    grouped: Iterable[Unit],
    bytes_of: Callable[[str], bytes],
    after: Mapping[str, bytes],
    moved: Callable[[str], str],
) -> Rehearsal:
    """Read a workspace as it would be; only what changes is read again.

    Args:
        workspace: The workspace as it is.
        grouped: How its files belong together now.
        bytes_of: Gives the bytes of a file as it is.
        after: The bytes that some files would have, by their names now.
        moved: Gives the name that a file would have.
    """
    old_units = tuple(grouped)
    old_names = {moved(file): file for unit in old_units for file in unit.files}
    known: dict[str, list[Record]] = {}
    for record in workspace.records:
        known.setdefault(record.origin.root[0], []).append(record)
    records: list[Record] = []
    found: list[Examination] = []
    touched: set[str] = set()
    for unit in units(old_names, {name: section.many for name, section in sections().items()}):
        files = {file: old_names[file] for file in unit.files}
        if all(new == old and old not in after for new, old in files.items()):
            records.extend(known.get(unit.file, ()))
            continue
        touched.update(files.values())
        raw = {new: after.get(old) or bytes_of(old) for new, old in files.items()}
        found.append(_examined(unit, raw))
    before = [
        _examined(unit, {file: bytes_of(file) for file in unit.files})
        for unit in old_units
        if not touched.isdisjoint(unit.files)
    ]
    records.extend(record for one in found for record in one.records)
    configuration = _configuration(after[CONFIGURATION]) if CONFIGURATION in after else workspace.configuration
    whole = None if configuration is None else Workspace(configuration, records)
    return Rehearsal(whole, tuple(_new_faults(before, found)))


def _examined(unit: Unit, raw: Mapping[str, bytes]) -> Examination:
    return examine(unit, raw, lambda _raw, reader: reader())


def _new_faults(before: Iterable[Examination], after: Iterable[Examination]) -> Iterable[Diagnostic]:
    known = Counter(fault.kind.name for one in before for fault in one.diagnostics)
    for fault in (fault for one in after for fault in one.diagnostics):
        if known[fault.kind.name]:
            known[fault.kind.name] -= 1
        else:
            yield fault


def _configuration(raw: bytes) -> Configuration | None:
    text, _ = decoded(raw, CONFIGURATION)
    reading = None if text is None else read(text, CONFIGURATION)
    if reading is None or reading.faults or not reading.documents:
        return None
    data: Any = reading.documents[0]
    outcome = validated(Configuration, data)
    return outcome if isinstance(outcome, Part) else None
