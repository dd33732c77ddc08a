"""A workspace as it would be if some of its files were others: read in memory, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partnerkit.app.loading import Loaded, Loader
from partnerkit.app.outcome import Settings
from partnerkit.diagnostics.diagnostic import Diagnostic, Severity
from partnerkit.io.discovery import Listing
from partnerkit.io.replay import Inputs
from partnerkit.io.trees import FolderTree
from partnerkit.model.kinds import sections
from partnerkit.workspace.layout import Unit, units
from partnerkit.workspace.names import CONFIGURATION


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A workspace as it would be.

    Attributes:
        loader: What reads it, and has kept what came of each unit.
        loaded: What it would hold.
        same: The units that neither change nor get, lose or rename a file.
        errors: What would be wrong in it that is not wrong now, sorted by file and place.
    """

    loader: Loader
    loaded: Loaded
    same: frozenset[Unit]
    errors: tuple[Diagnostic, ...]


def rehearsed(
    loader: Loader,
    loaded: Loaded,
    settings: Settings,
    contents: Mapping[str, bytes],
    moved: Callable[[str], str] = str,
) -> Rehearsal:
    """Read a workspace as it would be; only what changes is read again.

    Args:
        loader: What has read the workspace as it is, and has kept what came of each unit.
        loaded: What it holds.
        settings: What every command is told, and whether what is parsed is kept for the runs to come.
        contents: The bytes that some files would have, by their names now, or by the names they would get.
        moved: Gives the name that a file would have.
    """
    tree = _ProposedTree(loaded.inputs, contents, moved)
    grouped = units(tree.found.files, {name: section.many for name, section in sections().items()})
    same = frozenset(unit for unit in grouped if tree.other.isdisjoint(unit.files)) & frozenset(loaded.units)
    after = Loader(loader.root, settings, tree)
    would_be = after.load(known={unit.file: loader.results[unit.file] for unit in same}, keep=True)
    return Rehearsal(after, would_be, same, tuple(_new(_errors(loaded), _errors(would_be))))


class _ProposedTree(FolderTree):
    """The files of a folder, of which some hold something else, have other names, or are there though they are not."""

    def __init__(self, inputs: Inputs, contents: Mapping[str, bytes], moved: Callable[[str], str]) -> None:
        super().__init__(inputs.root)
        self._contents = {moved(file): raw for file, raw in contents.items()}
        self._sources = {name: file for file in inputs.listing.files if (name := moved(file)) != file}
        files = {*map(moved, inputs.listing.files), *self._contents} - {CONFIGURATION}
        self.found = inputs.listing._replace(files=tuple(sorted(files)))
        self.other = {*self._contents, *self._sources}

    def listing(self, include: Sequence[str], exclude: Sequence[str]) -> Listing:  # noqa: ARG002 - they were heeded
        return self.found

    def read(self, file: str, most: int) -> bytes:
        if file in self._contents:
            return self._contents[file]
        return super().read(self._sources.get(file, file), most)


def _errors(loaded: Loaded) -> list[Diagnostic]:
    return [one for one in loaded.diagnostics if one.severity >= Severity.ERROR]


def _new(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    left = Counter(map(_identity, before))
    for error in after:
        if left[_identity(error)]:
            left[_identity(error)] -= 1
        else:
            yield error


def _identity(error: Diagnostic) -> tuple[str, str, str]:
    """What an error is, wherever it stands in its file."""
    return error.span.file, error.kind.code, error.message
