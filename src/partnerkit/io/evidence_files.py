"""Files of evidence: how large they are and what is in them, by digest; which there are; when they were changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import NamedTuple

from partnerkit.io.files import NotAFileError, write_new
from partnerkit.io.git import asked_git, ignored_paths
from partnerkit.io.trees import MOST_HASHED
from partnerkit.workspace.names import CONFIGURATION, EVIDENCE_FOLDER

_PIECE = 1024 * 1024
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_OPEN |= getattr(os, "O_BINARY", 0)


class Hashed(NamedTuple):
    """The size of a file in bytes, and its SHA-256 in hexadecimal; None for one that is too large to be read."""

    size: int
    sha256: str | None


def hashed(path: str) -> Hashed:
    """What is known of a plain file; links are not followed.

    Raises:
        NotAFileError: It is a folder, a pipe or a device.
        OSError: There is none, it is a link, or it cannot be read.
    """
    handle = os.open(path, _OPEN)
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise NotAFileError("it is not a plain file")
        if state.st_size > MOST_HASHED:
            return Hashed(state.st_size, None)
        digest = sha256()
        while piece := os.read(handle, _PIECE):
            digest.update(piece)
    finally:
        os.close(handle)
    return Hashed(state.st_size, digest.hexdigest())


def copied(source: str, target: str) -> None:
    """Copy a plain file of at most `MOST_HASHED` bytes to a place where nothing is.

    Raises:
        FileExistsError: Something is there; it is as it was.
        OSError: It could not be read or written.
    """
    with os.fdopen(os.open(source, _OPEN), "rb") as file:
        write_new(target, file.read(MOST_HASHED + 1))


def evidence_in(root: str, below: str = "") -> Iterator[str]:
    """The files in the folders for evidence of a workspace, by their paths in it; nothing hidden or ignored, no links.

    Args:
        root: The folder of the workspace.
        below: A folder of it to look in, and in those below it.
    """
    ignored, _ = ignored_paths(root)
    todo = [below]
    while todo:
        folder = todo.pop()
        entries: list[os.DirEntry[str]] = []
        with suppress(OSError), os.scandir(os.path.join(root, folder)) as scan:
            entries = [entry for entry in scan if not entry.name.startswith(".") and not entry.is_symlink()]
        if folder and any(entry.name == CONFIGURATION for entry in entries):
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}".lstrip("/")
            if path in ignored:
                continue
            if entry.is_dir(follow_symlinks=False):
                todo.append(path)
            elif EVIDENCE_FOLDER in path.split("/")[:-1] and entry.is_file(follow_symlinks=False):
                yield path


def days_committed(root: str) -> Mapping[str, str]:
    """The day of the last commit that touched each file below a folder, by its path; nothing where git cannot tell.

    Days are those of whoever committed, such as 2026-03-10.
    """
    arguments = ("log", "--format=%x01%cs", "--name-only", "--no-renames", "-z", "--relative", "--", ".")
    log, _ = asked_git(root, arguments)
    found: dict[str, str] = {}
    for commit in (log or b"").decode("utf-8", "surrogateescape").split("\x01")[1:]:
        day, *paths = commit.split("\0")
        for path in paths:
            if path := path.lstrip("\n"):
                found.setdefault(path, day.strip())
    return found
