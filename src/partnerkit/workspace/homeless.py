"""Sections without a partnership: files named like sections where there is no partnership.yaml that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from partnerkit.diagnostics.diagnostic import Diagnostic, Span
from partnerkit.workspace import kinds
from partnerkit.workspace.layout import FOLDER_RECORD, Unit
from partnerkit.workspace.references import Facts


def homeless(unit: Unit, folder: str, span: Span) -> Diagnostic:
    """The diagnostic for a section, or an item of one, that lacks a partnership.yaml in a folder."""
    name = unit.file.removeprefix(f"{folder}/")
    where = f"the folder `{folder}`" if "/" in name else "this folder"
    message = f"{where} has no {FOLDER_RECORD}.yaml, so that `{name}` belongs to nothing"
    return Diagnostic(kinds.NO_PARTNERSHIP, message, span, kinds.NO_PARTNERSHIP.remedy)


def once_a_folder(
    diagnostics: Sequence[Diagnostic], units: Iterable[Unit], all_facts: Iterable[Facts]
) -> Iterable[Diagnostic]:
    """The same diagnostics, in the same order, with one for each folder that lacks a partnership.yaml.

    Where a partnership lies in that folder under another name, the help says so.
    """
    folders = {unit.file: unit.homeless for unit in units if unit.homeless is not None}
    return _once(diagnostics, folders, _partnerships(all_facts)) if folders else diagnostics


def _once(
    diagnostics: Iterable[Diagnostic], folders: Mapping[str, str], partnerships: Mapping[str, Sequence[str]]
) -> Iterator[Diagnostic]:
    told = set()
    for one in diagnostics:
        if one.kind != kinds.NO_PARTNERSHIP:
            yield one
        elif (folder := folders[one.span.file]) not in told:
            told.add(folder)
            yield _with_rename(one, partnerships.get(folder, ()))


def _with_rename(one: Diagnostic, files: Sequence[str]) -> Diagnostic:
    if len(files) != 1:
        return one
    ending = files[0].rpartition(".")[2]
    return replace(one, help=f"If it is a section of `{files[0]}`, rename that file to {FOLDER_RECORD}.{ending}.")


def _partnerships(all_facts: Iterable[Facts]) -> Mapping[str, Sequence[str]]:
    """The files of partnerships, by their folder."""
    found = defaultdict(list)
    for facts in all_facts:
        if facts.kind == "partnership":
            file = facts.origin.root[0]
            found[file.rpartition("/")[0]].append(file)
    return found
