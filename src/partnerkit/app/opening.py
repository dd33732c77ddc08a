"""Which workspaces a command is about: those around some paths, as they are now or as they were at a revision."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.loading import Loader, find_root, relative_paths, within
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.revisions import Past, workspace_at
from partnerkit.app.trusting import refuse_converted, ruling_at
from partnerkit.diagnostics.text import one_line
from partnerkit.io.trees import FolderTree, Tree
from partnerkit.workspace.names import CONFIGURATION


@dataclass(frozen=True, slots=True)
class Opened:
    """A workspace that is to be read.

    Attributes:
        root: Its folder.
        named: Which parts of it are asked for, relative to the folder; "" is all of it.
        loader: What reads it.
        settings: What the command is told, with the day of the revision as today where no other is given.
        notes: What there is to say about it.
    """

    root: Path
    named: tuple[str, ...]
    loader: Loader
    settings: Settings
    notes: tuple[str, ...] = ()


def opened(
    paths: Sequence[Path],
    settings: Settings,
    rev: str | None = None,
    config_from: str | None = None,
    tree: Callable[[Path], Tree] = FolderTree,
) -> Iterator[Opened]:
    """The workspaces that some paths belong to; at a revision, the one of the folder to work in.

    Args:
        paths: Workspaces, folders or files; none means the folder to work in.
        settings: What every command is told.
        rev: The revision to read; None means the files as they are now.
        config_from: The revision whose settings and excuses count; None means the workspace's own.
        tree: Gives the files of a folder, where no revision is read.

    Raises:
        CannotRunError: A path or the revision does not exist, a path belongs to no workspace, or files cannot be read
            safely here.
    """
    if rev is None:
        for root, inside in _by_root(paths, settings.folder).items():
            ruling = None if config_from is None else ruling_at(settings.folder, root, config_from)
            loader = Loader(root, settings, tree(root), ruling)
            if ruling is not None:
                refuse_converted(loader)
            yield Opened(root, relative_paths(root, inside), loader, settings, tuple(_ruled(loader, config_from)))
        return
    past = workspace_at(settings.folder, rev)
    told = past.dated(settings)
    loader = past.loader(told, None if config_from is None else ruling_at(settings.folder, past.root, config_from))
    notes = (said(past, rev), *_ruled(loader, config_from))
    yield Opened(past.root, _named(paths, past, settings.folder), loader, told, notes)


def _ruled(loader: Loader, ref: str | None) -> Iterator[str]:
    """What there is to say of settings that come from elsewhere: that they do, where that makes a difference."""
    if loader.ruling is None or ref is None:
        return
    if loader.ruling.tree is None:
        yield f"at {one_line(ref)} there is no {CONFIGURATION}, so the settings that every workspace has count"
    elif (own := loader.own_configuration()[0]) is not None and own != loader.ruling.configuration:
        yield f"{CONFIGURATION} is not as it is at {one_line(ref)}, whose settings count"


def said(past: Past, rev: str) -> str:
    """Which state of a workspace is looked at, in a sentence without a full stop."""
    return f"this is {one_line(rev)}, commit {past.revision.short} of {past.revision.day}"


def _named(paths: Sequence[Path], past: Past, folder: Path) -> tuple[str, ...]:
    """Paths relative to the workspace; each must have been there at the revision."""
    named = relative_paths(past.root, [Path(os.path.abspath(folder / path)) for path in paths])
    for path, name in zip(paths, named, strict=True):
        if name and not any(within(file, (name,)) for file in past.tree.entries):
            raise CannotRunError(f"There was no file or folder {one_line(str(path))} at {past.revision.short}.")
    return ("",) if not named or "" in named else named


def _by_root(paths: Sequence[Path], folder: Path) -> dict[Path, list[Path]]:
    """The workspaces that some paths belong to, each with those of the paths that lie in it.

    Raises:
        CannotRunError: A path does not exist or belongs to no workspace.
    """
    found: dict[Path, list[Path]] = {}
    for path in paths or (folder,):
        absolute = Path(os.path.abspath(folder / path))
        if not os.path.lexists(absolute):
            raise CannotRunError(f"There is no file or folder {one_line(str(path))}.")
        found.setdefault(find_root(absolute), []).append(absolute)
    # A path given without any, or the root itself, means the whole workspace.
    return {root: ([root] if root in named or not paths else named) for root, named in found.items()}
