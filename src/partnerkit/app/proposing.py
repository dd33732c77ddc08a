"""A change looked at before it is made: the workspace is read as it would be, and is to be no less valid than it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from partnerkit.app.drafts import CHANGED, Draft, differences
from partnerkit.app.loading import Loaded, Loader, find_root
from partnerkit.app.new_files import NewFile
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.rehearsal import Rehearsal, rehearsed
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.diagnostics.text import Piece, one_line, visible
from partnerkit.io import discovery
from partnerkit.io.files import digest
from partnerkit.io.together import is_unfinished
from partnerkit.model.configuration import Configuration
from partnerkit.model.suggestions import nearest
from partnerkit.rules.words import listed
from partnerkit.source.limits import FILE_BYTES
from partnerkit.workspace.layout import Unit
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.patterns import matcher
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Editable:
    """A workspace that was read, to be added to.

    Attributes:
        loader: What read it, and has kept what came of each unit.
        loaded: What it holds.
        configuration: Its configuration.
        settings: What every command is told.
    """

    loader: Loader
    loaded: Loaded
    configuration: Configuration
    settings: Settings

    def after(self, drafts: Iterable[Draft]) -> Editable:
        """The same as if some drafts had been written, to work out what comes behind them.

        Raises:
            CannotRunError: The configuration would have faults.
        """
        rehearsal = self.rehearsed(drafts)
        return _editable(rehearsal.loader, rehearsal.loaded, self.settings)

    def rehearsed(self, drafts: Iterable[Draft]) -> Rehearsal:
        """The workspace as it would be with some drafts written."""
        contents = {draft.file: draft.after for draft in drafts}
        # What is kept is written as a whole, for the sake of a file or two.
        return rehearsed(self.loader, self.loaded, replace(self.settings, cache=False), contents)

    def bytes_of(self, file: str) -> bytes:
        """The bytes of a file, which are those that were read.

        Raises:
            CannotRunError: They are not any more.
        """
        raw = self.loader.tree.read(file, FILE_BYTES)
        if digest(raw) != self.loader.digests.get(file):
            raise CannotRunError(CHANGED.format(file=file))
        return raw

    def workspace(self) -> Workspace:
        """The valid records, with what their references name."""
        return Workspace(self.configuration, self.loader.records_of(self.loaded.units))

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
        raise CannotRunError(self._refusal(kind, id_, known))

    def _refusal(self, kind: str, id_: str | None, known: Sequence[str]) -> str:
        """Why there is no one record to change, and what to do, given the ids of the valid records of the kind."""
        if (id_ is not None or not known) and (mended_first := self._mended_first(kind, id_)):
            return mended_first
        broken = "" if self.loaded.is_valid else " `partnerkit validate` says what is wrong with others."
        if not known:
            hint = broken or f" Begin with one: `partnerkit new {kind}`."
            return f"There is no {kind} here that could be changed.{hint}"
        if id_ is None:
            return f"Which {kind}? Say it with --in; there are {listed(known)}."
        near = nearest(id_, known)
        hint = f"Did you mean {near}?" if near else f"There is {listed(known)}."
        return f"There is no {kind} {id_} here. {hint}{broken}"

    def _mended_first(self, kind: str, id_: str | None) -> str:
        """That the record which is meant is there and has errors; "" if it is not."""
        meant = [(ids[-1] if id_ is None else id_, unit) for ids, unit in self._broken(kind, id_)]
        if len(meant) > 1 and id_ is None:
            return f"Every {kind} here has errors that must be mended first: `partnerkit validate` shows them."
        if not meant:
            return ""
        name, unit = meant[0]
        # What is wrong with a partnership in a folder may stand in any file of it.
        path = _path(self, os.path.dirname(unit.file) if unit.sections else unit.file)
        return f"{one_line(name)} has errors that must be mended first: `partnerkit validate {path}` shows them."

    def _broken(self, kind: str, id_: str | None) -> Iterator[tuple[Sequence[str], Unit]]:
        """The units with what would be a record of a kind if nothing were wrong with it, and its ids."""
        for unit in self.loaded.units:
            result = self.loader.results.get(unit.file)
            if result is None or not result.examination.broken:
                continue
            examination = result.examination
            ids = [facts.id for facts in examination.facts if facts.kind == kind and not facts.is_valid]
            if not examination.facts and (id_ is not None or self._is_of(kind, unit)):
                ids = list(examination.broken)
            if ids and (id_ is None or id_ in ids):
                yield ids, unit

    def _is_of(self, kind: str, unit: Unit) -> bool:
        return kind == "partnership" and self.loader.is_partnership(unit)

    def _by_name(self, kind: str, id_: str | None) -> Record | None:
        """The record in the file that has its name, so that not all of them need to be looked through."""
        # Where nothing is wrong, no two records of a kind have one id.
        if not self.loaded.is_valid:
            return None
        units = (unit for unit in self.loaded.units if unit.suggested_id == id_)
        return next((one for one in self.loader.records_of(units) if (one.kind, one.id) == (kind, id_)), None)


def opened_to_edit(settings: Settings) -> Editable:
    """The workspace around the folder to work in.

    Raises:
        CannotRunError: There is none, its configuration has faults, or it is half renamed.
    """
    loader = Loader(find_root(settings.folder), settings)
    refuse_unfinished(loader.root)
    return _editable(loader, loader.load(keep=True), settings)


def refuse_unfinished(root: Path) -> None:
    """Refuse to change a workspace that another change has not done with.

    Raises:
        CannotRunError: It is half renamed.
    """
    if is_unfinished(str(root)):
        raise CannotRunError(
            "Records are being renamed here, or that was interrupted. Give the same `partnerkit mv` again: it finishes "
            "what was begun."
        )


def _editable(loader: Loader, loaded: Loaded, settings: Settings) -> Editable:
    if loaded.configuration is None:
        raise CannotRunError(f"{CONFIGURATION} has to be mended first: `partnerkit validate` says what is wrong.")
    return Editable(loader, loaded, loaded.configuration, settings)


def written(
    editable: Editable,
    drafts: Sequence[Draft],
    told: str,
    *,
    is_trial: bool,
    first: Callable[[], None] = lambda: None,
) -> Answer:
    """Write drafts if nothing speaks against it, and say so; or show what would be written.

    Args:
        editable: The workspace.
        drafts: What to write: all of it is looked at before the first is written.
        told: What to say of it; the files are named behind it.
        is_trial: Whether only to show it.
        first: What is to be done before the first is written, once nothing speaks against it.

    Raises:
        CannotRunError: A file has changed meanwhile, is there already, or would not be read.
        OSError: A file could not be written; the others are as they were.
    """
    for draft in drafts:
        _check_place(editable, draft)
    if errors := editable.rehearsed(drafts).errors:
        return Answer(tuple(_refused(errors)), ExitCode.FINDINGS, (), ())
    paths = [_path(editable, draft.file) for draft in drafts]
    if is_trial:
        return Answer(tuple(differences(zip(drafts, paths, strict=True))), ExitCode.OK, (), ())
    _write(drafts, first)
    notes = _unread(editable, drafts)
    return Answer(((told, "good"), (f" in {visible(', '.join(paths))}\n", "plain")), ExitCode.OK, (), notes)


def _write(drafts: Iterable[Draft], first: Callable[[], None]) -> None:
    """Write all drafts or none."""
    first()
    done: list[Draft] = []
    try:
        for draft in drafts:
            draft.write()
            done.append(draft)
    except BaseException:
        for draft in reversed(done):
            draft.take_back()
        raise


def _unread(editable: Editable, drafts: Iterable[Draft]) -> tuple[str, ...]:
    """What is to be said of new files that are there now and are not read all the same."""
    new = [draft.file for draft in drafts if isinstance(draft, NewFile)]
    read = set(discovery.listing(editable.loader.root).files) if new else set()
    return tuple(f"git ignores {_path(editable, file)}, so it will not be read" for file in new if file not in read)


def _path(editable: Editable, file: str) -> str:
    return os.path.relpath(editable.loader.root / file, editable.settings.folder).replace(os.sep, "/")


def _check_place(editable: Editable, draft: Draft) -> None:
    """See to it that a new file is free and will be read."""
    if not isinstance(draft, NewFile):
        return
    path = _path(editable, draft.file)
    if os.path.lexists(editable.loader.root / draft.file):
        raise CannotRunError(f"There is {path} already, and nothing is ever overwritten.")
    included, excluded = matcher(editable.configuration.include), matcher(editable.configuration.exclude)
    if (included and not included.match(draft.file)) or (excluded and excluded.match(draft.file)):
        raise CannotRunError(f"{path} would not be read: `include` and `exclude` in {CONFIGURATION} leave it out.")


def _refused(errors: Iterable[Diagnostic]) -> Iterable[Piece]:
    for error in errors:
        yield "error", "error"
        yield f": {visible(error.message)}\n", "plain"
        if error.help:
            yield f"  {visible(error.help)}\n", "help"
    yield "Nothing was written.\n", "error"
