"""Which files a workspace has: its root, its YAML files, and what is in the way of reading some of them.

Imports little: a run that only finds that nothing has changed since the last one ends here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from partnerkit.io.git import ignored_paths
from partnerkit.workspace.names import CONFIGURATION, EVIDENCE_FOLDER, NEARLY, SUFFIXES
from partnerkit.workspace.patterns import matcher

if TYPE_CHECKING:
    from pathlib import Path

MOST_FILES = 250_000

LINK, FOLDER, DEVICE, UNREADABLE = "link", "folder", "device", "unreadable"
DOWN = "down"
LINKED_FOLDER, NESTED, TOO_MANY = "linked folder", "nested workspace", "too many files"
MISNAMED = "misnamed"


class Oddity(NamedTuple):
    """Something that cannot be read as records, and what it is (one of the words above, or the system's reason)."""

    path: str
    what: str
    reason: str = ""


class Listing(NamedTuple):
    """What a workspace holds: paths relative to its root, with `/`, sorted; without the configuration."""

    files: tuple[str, ...]
    oddities: tuple[Oddity, ...]
    notes: tuple[str, ...]


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds a partnerkit.yaml."""
    for folder in (start, *start.parents):
        if (folder / CONFIGURATION).is_file():
            return folder
    return None


def listing(root: str | Path, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Listing:
    """List the YAML files of a workspace, leaving out what is hidden, ignored by git, or holds evidence.

    Args:
        root: The folder of the workspace.
        include: Patterns; a file must match one of them, if there are any.
        exclude: Patterns; a file must match none of them.
    """
    ignored, note = ignored_paths(str(root))
    return selected(_walk(str(root), ignored), include, exclude, (note,) if note else ())


Found = tuple[str, str, str]
"""A path, what is odd about it ("" for a YAML file), and the system's reason."""


def selected(walk: Iterable[Found], include: Sequence[str], exclude: Sequence[str], notes: tuple[str, ...]) -> Listing:
    """What was found on a walk through a workspace, as far as the patterns of its configuration allow."""
    files: list[str] = []
    oddities: list[Oddity] = []
    included, excluded = matcher(include), matcher(exclude)
    for path, what, reason in walk:
        if (included is not None and not included.match(path)) or (excluded is not None and excluded.match(path)):
            continue
        if what:
            oddities.append(Oddity(path, what, reason))
        else:
            files.append(path)
        if len(files) > MOST_FILES:
            oddities.append(Oddity("", TOO_MANY))
            break
    return Listing(tuple(sorted(files)), tuple(sorted(oddities)), notes)


def _walk(root: str, ignored: frozenset[str]) -> Iterator[Found]:
    """Each YAML file below a folder as (path, "", ""), and each oddity as (path, what, reason)."""
    todo = [""]
    while todo:
        folder = todo.pop()
        try:
            with os.scandir(os.path.join(root, folder)) as scan:
                entries = list(scan)
        except OSError as error:
            yield folder.rstrip("/"), UNREADABLE, error.strerror or str(error)
            continue
        if folder and any(entry.name == CONFIGURATION for entry in entries):
            yield folder.rstrip("/"), NESTED, ""
            continue
        for entry in entries:
            path = folder + entry.name
            kind = None if entry.name[0] == "." or path == CONFIGURATION or path in ignored else _kind(entry)
            if kind == DOWN:
                todo.append(path + "/")
            elif kind is not None:
                yield path, kind, ""


def _kind(entry: os.DirEntry[str]) -> str | None:
    """What an entry is to us: "" a YAML file, `DOWN` a folder to look into, an oddity's word, or None."""
    is_yaml = entry.name.endswith(SUFFIXES)
    if entry.is_symlink():
        if is_yaml:
            return LINK
        return LINKED_FOLDER if _is_folder(entry) else None
    if entry.is_dir(follow_symlinks=False):
        return FOLDER if is_yaml else None if entry.name == EVIDENCE_FOLDER else DOWN
    if not is_yaml:
        return MISNAMED if entry.name.lower().endswith(NEARLY) else None
    return "" if entry.is_file(follow_symlinks=False) else DEVICE


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
