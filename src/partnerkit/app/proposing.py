"""A change looked at before it is made: the workspace is read as it would be, and is to be no less valid than it is."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from partnerkit.app.drafts import Draft, differences
from partnerkit.app.loading import Loaded, Loader, find_root
from partnerkit.app.new_files import NewFile
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.diagnostic import Diagnostic, Severity
from partnerkit.diagnostics.text import Piece, visible
from partnerkit.io import discovery
from partnerkit.io.discovery import Listing
from partnerkit.io.trees import FolderTree
from partnerkit.model.kinds import sections
from partnerkit.model.suggestions import nearest
from partnerkit.rules.words import listed
from partnerkit.workspace.layout import units
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.patterns import matcher
from partnerkit.workspace.records import Record


class Opened:
    """A workspace that was read, to be added to.

    Attributes:
        loader: What read it.
        loaded: What it holds.
        settings: What every command is told.
    """

    def __init__(self, settings: Settings) -> None:
        """Read the workspace around the folder to work in.

        Raises:
            CannotRunError: There is none, or its configuration has faults.
        """
        self.settings = settings
        self.loader = Loader(find_root(settings.folder), settings)
        self.loaded = self.loader.load(keep=True)
        if self.loaded.configuration is None:
            raise CannotRunError(f"{CONFIGURATION} has to be mended first: `partnerkit validate` says what is wrong.")

    def records(self, kind: str) -> tuple[Record, ...]:
        """The valid records of a kind, in the order of their files."""
        return tuple(record for record in self.loader.records_of(self.loaded.units) if record.kind == kind)

    def record(self, kind: str, id_: str | None) -> Record:
        """A record by its id; where none is given, the only one there is.

        Raises:
            CannotRunError: There is no such record, or more than one.
        """
        if (one := self._by_name(kind, id_)) is not None:
            return one
        records = self.records(kind)
        known = [record.id for record in records]
        found = [record for record in records if id_ is None or record.id == id_]
        if len(found) == 1:
            return found[0]
        broken = "" if self.loaded.is_valid else " `partnerkit validate` says what is wrong with others."
        if not known:
            hint = broken or f" Begin with one: `partnerkit new {kind}`."
            raise CannotRunError(f"There is no {kind} here that could be changed.{hint}")
        if id_ is None:
            raise CannotRunError(f"Which {kind}? Say it with --in; there are {listed(known)}.")
        near = nearest(id_, known)
        hint = f"Did you mean {near}?" if near else f"There is {listed(known)}."
        raise CannotRunError(f"There is no {kind} {id_} here. {hint}{broken}")

    def _by_name(self, kind: str, id_: str | None) -> Record | None:
        """The record in the file that has its name, so that not all of them need to be looked through."""
        # Where nothing is wrong, no two records of a kind have one id.
        if not self.loaded.is_valid:
            return None
        units = (unit for unit in self.loaded.units if unit.suggested_id == id_)
        return next((one for one in self.loader.records_of(units) if (one.kind, one.id) == (kind, id_)), None)


class _ProposedTree(FolderTree):
    """The files of a folder, of which some hold something else, or are there though they are not."""

    def __init__(self, root: Path, contents: Mapping[str, bytes]) -> None:
        super().__init__(root)
        self._contents = contents

    def listing(self, include: Sequence[str], exclude: Sequence[str]) -> Listing:
        found = super().listing(include, exclude)
        return found._replace(files=tuple(sorted({*found.files, *(set(self._contents) - {CONFIGURATION})})))

    def read(self, file: str, most: int) -> bytes:
        return self._contents[file] if file in self._contents else super().read(file, most)


def new_errors(opened: Opened, drafts: Iterable[Draft]) -> tuple[Diagnostic, ...]:
    """The errors that a workspace would have with some drafts written, and does not have without them."""
    contents = {draft.file: draft.after for draft in drafts}
    tree = _ProposedTree(opened.loader.root, contents)
    many = {name: section.many for name, section in sections().items()}
    configuration = opened.loaded.configuration
    assert configuration is not None  # noqa: S101 - else the workspace had not been opened
    files = tree.listing(configuration.include, configuration.exclude).files
    # What neither changes nor gets or loses a file need not be read again.
    same = {unit for unit in units(files, many) if contents.keys().isdisjoint(unit.files)} & {*opened.loaded.units}
    known = {unit.file: opened.loader.results[unit.file] for unit in same}
    after = Loader(opened.loader.root, replace(opened.settings, cache=False), tree).load(known=known)
    left = Counter(map(_identity, _errors(opened.loaded)))
    found = []
    for error in _errors(after):
        if left[_identity(error)]:
            left[_identity(error)] -= 1
        else:
            found.append(error)
    return tuple(found)


def _errors(loaded: Loaded) -> list[Diagnostic]:
    return [one for one in loaded.diagnostics if one.severity >= Severity.ERROR]


def _identity(error: Diagnostic) -> tuple[str, str, str]:
    """What an error is, wherever it stands in its file."""
    return error.span.file, error.kind.code, error.message


def written(opened: Opened, drafts: Sequence[Draft], told: str, *, is_trial: bool) -> Answer:
    """Write drafts if nothing speaks against it, and say so; or show what would be written.

    Args:
        opened: The workspace.
        drafts: What to write: all of it is looked at before the first is written.
        told: What to say of it; the files are named behind it.
        is_trial: Whether only to show it.

    Raises:
        CannotRunError: A file has changed meanwhile, is there already, or would not be read.
        OSError: A file could not be written.
    """
    for draft in drafts:
        _check_place(opened, draft)
    errors = new_errors(opened, drafts)
    if errors:
        return Answer(tuple(_refused(errors)), ExitCode.FINDINGS, (), ())
    paths = [_path(opened, draft.file) for draft in drafts]
    if is_trial:
        return Answer(tuple(differences(zip(drafts, paths, strict=True))), ExitCode.OK, (), ())
    for draft in drafts:
        draft.write()
    notes = _unread(opened, drafts)
    return Answer(((told, "good"), (f" in {visible(', '.join(paths))}\n", "plain")), ExitCode.OK, (), notes)


def _unread(opened: Opened, drafts: Iterable[Draft]) -> tuple[str, ...]:
    """What is to be said of new files that are there now and are not read all the same."""
    new = [draft.file for draft in drafts if isinstance(draft, NewFile)]
    read = set(discovery.listing(opened.loader.root).files) if new else set()
    return tuple(f"git ignores {_path(opened, file)}, so it will not be read" for file in new if file not in read)


def _path(opened: Opened, file: str) -> str:
    return os.path.relpath(opened.loader.root / file, opened.settings.folder).replace(os.sep, "/")


def _check_place(opened: Opened, draft: Draft) -> None:
    """See to it that a new file is free and will be read."""
    if not isinstance(draft, NewFile):
        return
    path = _path(opened, draft.file)
    if os.path.lexists(opened.loader.root / draft.file):
        raise CannotRunError(f"There is {path} already, and nothing is ever overwritten.")
    configuration = opened.loaded.configuration
    assert configuration is not None  # noqa: S101 - else the workspace had not been opened
    included, excluded = matcher(configuration.include), matcher(configuration.exclude)
    if (included and not included.match(draft.file)) or (excluded and excluded.match(draft.file)):
        raise CannotRunError(f"{path} would not be read: `include` and `exclude` in {CONFIGURATION} leave it out.")


def _refused(errors: Iterable[Diagnostic]) -> Iterable[Piece]:
    for error in errors:
        yield "error", "error"
        yield f": {visible(error.message)}\n", "plain"
        if error.help:
            yield f"  {visible(error.help)}\n", "help"
    yield "Nothing was written.\n", "error"
