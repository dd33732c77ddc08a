"""What earlier runs have found out, kept outside the repository, so that no change to a repository can plant any of it.

Two stores lie in the cache folder: `documents/`, a pack of parsed files for each workspace, and `runs/`, the answers of
whole runs (`io/replay.py`). Both are JSON behind a header with a digest; whatever does not fit is as good as absent.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from partnerkit.io.files import digest, read_bytes, write_whole

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"partnerkit-cache/1"
MOST_BYTES = 2 * 1024**3
KEPT = 64
"""So many packs, and so many runs, are kept; the oldest go first."""


def cache_folder() -> str | None:
    """The folder for the cache: PARTNERKIT_CACHE_DIR, else the place the system has for such things, else None.

    Source: XDG Base Directory Specification 0.8 (a relative path there is to be ignored).
    """
    if own := os.environ.get("PARTNERKIT_CACHE_DIR"):
        return own
    if (xdg := os.environ.get("XDG_CACHE_HOME")) and os.path.isabs(xdg):
        return os.path.join(xdg, "partnerkit")
    home = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "HOME")
    if not home or not os.path.isabs(home):
        return None
    below = {"win32": "partnerkit/Cache", "darwin": "Library/Caches/partnerkit"}.get(sys.platform, ".cache/partnerkit")
    return os.path.join(home, below)


def fingerprint() -> str:
    """A digest of the program itself: another version, or a changed source file, finds nothing that this one kept."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    seen = [sys.version]
    todo = [package]
    while todo:
        folder = todo.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    state = entry.stat()
                    seen.append(f"{entry.path} {state.st_size} {state.st_mtime_ns}")
                elif entry.name != "__pycache__" and entry.is_dir(follow_symlinks=False):
                    todo.append(entry.path)
    return digest("\n".join(sorted(seen)).encode("utf-8", "surrogateescape"))


def load(path: str, key: str) -> bytes | None:
    """The content stored under a path for a key, or None if there is none that is whole and of this key."""
    try:
        raw = read_bytes(path, MOST_BYTES)
    except OSError:
        return None
    header, separator, content = raw.partition(b"\n")
    if not separator or header != _header(key, content):
        return None
    return content


def save(path: str, key: str, content: bytes) -> None:
    """Store a content under a path for a key. Where that cannot be done, nothing happens: it is only a cache."""
    with suppress(OSError):
        folder = os.path.dirname(path)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        write_whole(path, _header(key, content) + b"\n" + content, lasting=False)
        _prune(folder)


def _header(key: str, content: bytes) -> bytes:
    return b" ".join((MAGIC, key.encode("ascii"), digest(content).encode("ascii")))


def _prune(folder: str) -> None:
    with os.scandir(folder) as entries:
        newest_first = sorted(entries, key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
    for entry in newest_first[KEPT:]:
        os.unlink(entry.path)


class DocumentCache:
    """The parsed documents of a workspace's files, by the digest of each file's bytes."""

    def __init__(self, root: Path, *, enabled: bool) -> None:
        """Open what is known of the workspace at `root`."""
        folder = cache_folder() if enabled else None
        self._path = None if folder is None else os.path.join(folder, "documents", digest(os.fsencode(root)))
        self._key = fingerprint() if self._path is not None else ""
        self._known: dict[str, tuple[int, int]] = {}
        self._blob = b""
        self._new: dict[str, bytes] = {}
        self._open()

    @property
    def enabled(self) -> bool:
        """Whether anything is kept."""
        return self._path is not None

    def _open(self) -> None:
        content = None if self._path is None else load(self._path, self._key)
        if content is None:
            return
        index, _, self._blob = content.partition(b"\n")
        with suppress(ValueError, TypeError, AttributeError, RecursionError):
            self._known = {name: (int(start), int(end)) for name, (start, end) in json.loads(index).items()}

    def get(self, name: str) -> bytes | None:
        """What was kept for a digest: documents as a JSON list."""
        if (new := self._new.get(name)) is not None:
            return new
        place = self._known.get(name)
        return None if place is None else self._blob[place[0] : place[1]]

    def add(self, entries: Mapping[str, bytes]) -> None:
        """Remember documents, by digest."""
        self._new.update(entries)

    def close(self, used: set[str], *, keep_others: bool = False) -> None:
        """Write what was learnt, without what is not used any more; nothing if there is nothing new.

        What this run has not used stays if it is a look at the past, and the next run may be one at the present.
        """
        if self._path is None or not self._new:
            return
        index: dict[str, tuple[int, int]] = {}
        pieces = []
        at = 0
        for name in sorted(used | self._known.keys() if keep_others else used):
            piece = self.get(name)
            if piece is not None:
                index[name] = (at, at + len(piece))
                pieces.append(piece)
                at += len(piece)
        save(self._path, self._key, json.dumps(index).encode() + b"\n" + b"".join(pieces))


def packed(documents: tuple[Any, ...]) -> bytes:
    """Documents as they are kept."""
    from pydantic_core import to_json  # noqa: PLC0415 - an answer from an earlier run needs none of it

    return to_json(documents)


def unpacked(kept: bytes) -> tuple[Any, ...] | None:
    """Documents that were kept, or None if what was kept is nothing of the kind."""
    try:
        documents = json.loads(kept)
    except (ValueError, RecursionError):
        return None
    return tuple(documents) if isinstance(documents, list) else None
