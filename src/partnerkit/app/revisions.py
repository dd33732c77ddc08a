"""Workspaces as they were at a revision of their repository."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from partnerkit.app.loading import Loader
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.ruling import Ruling
from partnerkit.diagnostics.text import one_line
from partnerkit.io.revisions import PLAIN_MODES, GitError, Revision, files_at, prefix, revision
from partnerkit.io.trees import Blobs, RevisionTree
from partnerkit.source import limits
from partnerkit.workspace.layout import Unit
from partnerkit.workspace.names import CONFIGURATION


class NoWorkspaceError(CannotRunError):
    """There is no workspace at the revision."""


@dataclass(frozen=True, slots=True)
class Past:
    """A workspace at a revision.

    Attributes:
        root: The folder in which it lies, or would lie.
        tree: Its files.
    """

    root: Path
    tree: RevisionTree

    @property
    def revision(self) -> Revision:
        """The commit."""
        return self.tree.revision

    @property
    def day(self) -> date:
        """The day it was committed."""
        return date.fromisoformat(self.revision.day)

    def loader(self, settings: Settings, ruling: Ruling | None = None) -> Loader:
        """What reads it."""
        return Loader(self.root, settings, self.tree, ruling)

    def dated(self, settings: Settings) -> Settings:
        """The settings with the day of the commit as today, unless the command line names a day."""
        return settings if settings.is_dated else replace(settings, as_of=self.day)


def workspace_at(folder: Path, ref: str, store: Blobs | None = None) -> Past:
    """The workspace that a folder belonged to at a revision.

    Args:
        folder: A folder in a repository.
        ref: What names the revision: a branch, a tag, a commit, or a way from one.
        store: Where the bytes of its files are kept, if several revisions are read.

    Raises:
        CannotRunError: Git cannot tell, there is no such revision, or no workspace in it.
    """
    try:
        return past(folder, revision(str(folder), ref), store)
    except GitError as error:
        raise CannotRunError(f"Revision {one_line(ref)} cannot be read: {one_line(str(error))}.") from error


def past(folder: Path, commit: Revision, store: Blobs | None = None) -> Past:
    """The same at a commit that is known already.

    Raises:
        NoWorkspaceError: There is no workspace in it.
        GitError: Git cannot tell.
    """
    candidates = dict(_outward(folder, prefix(str(folder)).rstrip("/")))
    paths = tuple(f"{below}/{CONFIGURATION}".lstrip("/") for below in candidates)
    known = files_at(str(folder), commit.name, "", paths)
    for below, root in candidates.items():
        entry = known.get(f"{below}/{CONFIGURATION}".lstrip("/"))
        if entry is not None and entry.mode in PLAIN_MODES:
            tree = RevisionTree(commit, below, store or Blobs(str(folder)), limits.FILE_BYTES)
            return Past(root, tree)
    raise NoWorkspaceError(
        f"No workspace at {commit.short}: there was no {CONFIGURATION} in {one_line(str(folder))} or in any folder "
        "above it."
    )


def _outward(folder: Path, below: str) -> Iterator[tuple[str, Path]]:
    """A folder and those above it up to the top of its repository: the way from the top, and the path of each."""
    yield below, folder
    while below:
        below, folder = below.rpartition("/")[0], folder.parent
        yield below, folder


def same_partnerships(before: Loader, after: Loader) -> frozenset[str]:
    """The files of partnerships that are in both states with the same bytes; none if what they share differs."""
    old, new = before.contents(), after.contents()
    equal = {unit for unit, digests in old.items() if new.get(unit) == digests}
    differing = (old.keys() | new.keys()) - equal
    if any(_is_shared(unit, before, old) or _is_shared(unit, after, new) for unit in differing):
        return frozenset()
    return frozenset(unit.file for unit in equal if before.is_partnership(unit))


def _is_shared(unit: Unit, loader: Loader, contents: Mapping[Unit, tuple[str, ...]]) -> bool:
    return unit in contents and not loader.is_partnership(unit)
