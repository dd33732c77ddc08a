"""Where the files of a workspace come from: a folder, or a revision of a repository, which look the same from above."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from posixpath import basename, dirname, join, normpath
from typing import Protocol

from partnerkit.io import discovery, replay
from partnerkit.io.discovery import Found, Listing
from partnerkit.io.files import NotAFileError, read_bytes
from partnerkit.io.revisions import LINK_MODE, PLAIN_MODES, SUBMODULE_MODE, Entry, Revision, blobs, files_at
from partnerkit.workspace.names import CONFIGURATION, EVIDENCE_FOLDER, NEARLY, SUFFIXES

MOST_HASHED = 256 * 1024 * 1024
"""A larger file exists, and its digest is not worked out."""


class TooLargeError(OSError):
    """The file has more bytes than are read."""

    def __init__(self, size: int) -> None:
        """Take the number of its bytes."""
        super().__init__("it is too large")
        self.size = size


class Tree(Protocol):
    """The files of a workspace. Paths are relative to its root, with `/`."""

    def listing(self, include: Sequence[str], exclude: Sequence[str]) -> Listing:
        """What the workspace holds, as far as the patterns of its configuration allow."""

    def read(self, file: str, most: int) -> bytes:
        """The bytes of a plain file.

        Raises:
            NotAFileError: It is something else.
            TooLargeError: It has more bytes than `most`.
            OSError: It cannot be read.
        """

    def below(self, folder: str) -> Iterable[str]:
        """The plain files right in a folder."""

    def evidence(self, path: str, *, wants_digest: bool) -> tuple[bool, str | None]:
        """Whether there is a plain file at a path inside the workspace, and its SHA-256 if that is wanted."""

    def state(self, path: str, *, by_content: bool) -> str:
        """How a file is, for a later run to compare with: `replay.ABSENT`, `replay.PRESENT`, or a digest."""


class FolderTree:
    """The files in a folder, as they are now."""

    def __init__(self, root: str | os.PathLike[str]) -> None:
        """Take the folder."""
        self.root = str(root)
        self._inside = os.path.realpath(root)

    def listing(self, include: Sequence[str], exclude: Sequence[str]) -> Listing:
        """What lies in the folder, without what is hidden, ignored by git, or evidence."""
        return discovery.listing(self.root, include, exclude)

    def read(self, file: str, most: int) -> bytes:
        """The bytes of a file; see `Tree`."""
        path = os.path.join(self.root, file)
        raw = read_bytes(path, most)
        if len(raw) > most:
            raise TooLargeError(max(len(raw), os.stat(path, follow_symlinks=False).st_size))
        return raw

    def below(self, folder: str) -> Iterable[str]:
        """The plain files right in a folder; see `Tree`."""
        path = os.path.join(self.root, folder)
        entries = sorted(os.scandir(path), key=lambda one: one.name) if os.path.isdir(path) else []
        yield from (join(folder, one.name) for one in entries if one.is_file(follow_symlinks=False))

    def evidence(self, path: str, *, wants_digest: bool) -> tuple[bool, str | None]:
        """What is known of a file of evidence; links are followed, as long as they stay inside."""
        real = os.path.realpath(os.path.join(self.root, path))
        if not real.startswith(self._inside + os.sep) or not os.path.isfile(real):
            return False, None
        if not wants_digest or os.path.getsize(real) > MOST_HASHED:
            return True, None
        try:
            return True, _sha256(read_bytes(real, MOST_HASHED))
        except OSError:
            return False, None

    def state(self, path: str, *, by_content: bool) -> str:
        """How a file is now."""
        return replay.state(os.path.join(self.root, path), by_content=by_content)


class EditedTree(FolderTree):
    """The files in a folder, of which some hold something else than they do now."""

    def __init__(self, root: str | os.PathLike[str], contents: Mapping[str, bytes]) -> None:
        """Take the folder, and what these files would hold."""
        super().__init__(root)
        self._contents = contents

    def read(self, file: str, most: int) -> bytes:
        """The bytes that a file would have; see `Tree`."""
        return self._contents[file] if file in self._contents else super().read(file, most)


class Blobs:
    """The bytes of blobs, by their names, so that what several revisions have in common is read once."""

    def __init__(self, folder: str) -> None:
        """Take a folder of the repository."""
        self.folder = folder
        self._known: dict[str, bytes] = {}
        self._hashed: dict[str, str | None] = {}

    def gather(self, names: Iterable[str]) -> None:
        """Have some blobs at hand.

        Raises:
            GitError: Git cannot tell.
        """
        self._known |= blobs(self.folder, dict.fromkeys(name for name in names if name not in self._known))

    def get(self, name: str) -> bytes | None:
        """The bytes of a blob that has been gathered; None if it is not in the repository."""
        return self._known.get(name)

    def hashed(self, name: str) -> str | None:
        """The SHA-256 of a blob's content; None if it is not in the repository.

        Where git keeps a pointer to a file that lies elsewhere, the digest is the one that the pointer states.
        Source: the Git LFS specification, version 1.
        """
        if name not in self._hashed:
            raw = blobs(self.folder, (name,)).get(name)
            pointer = None if raw is None else _POINTER.match(raw)
            stated = None if pointer is None else pointer[1].decode("ascii")
            self._hashed[name] = stated or (None if raw is None else _sha256(raw))
        return self._hashed[name]


_POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1\n(?:ext-.*\n)*oid sha256:([0-9a-f]{64})\n")


class RevisionTree:
    """The files of a commit below a folder. Nothing is checked out."""

    def __init__(self, revision: Revision, below: str, store: Blobs, most: int) -> None:
        """Read what the commit has below a folder, at once, so that the processes that work on it need not ask git.

        Args:
            revision: The commit.
            below: The folder of the workspace, from the top of the repository, without `/` at the end.
            store: Where the bytes are kept.
            most: Larger files are not read.

        Raises:
            GitError: Git cannot tell; there is no such folder in the commit.
        """
        self.revision = revision
        self.entries = files_at(store.folder, revision.name, below)
        self._store = store
        store.gather(entry.name for entry in self.entries.values() if entry.mode == LINK_MODE)
        self._found = tuple(_Walk(self.entries, self._target).found())
        wanted = (CONFIGURATION, *(path for path, what, _ in self._found if not what))
        entries = (self.entries[path] for path in wanted if path in self.entries)
        store.gather(one.name for one in entries if one.mode in PLAIN_MODES and (one.size or 0) <= most)

    def listing(self, include: Sequence[str], exclude: Sequence[str]) -> Listing:
        """What the commit has; rules about ignored files say nothing of what is committed."""
        modules = sorted(path for path, entry in self.entries.items() if entry.mode == SUBMODULE_MODE)
        notes = tuple(f"{path} is a repository of its own, and is not read at a revision" for path in modules)
        return discovery.selected(self._found, include, exclude, notes)

    def read(self, file: str, most: int) -> bytes:
        """The bytes of a file; see `Tree`."""
        entry = self.entries.get(file)
        if entry is None:
            raise FileNotFoundError(2, os.strerror(2), file)
        if entry.mode not in PLAIN_MODES:
            raise NotAFileError("it is not a plain file")
        if (entry.size or 0) > most:
            raise TooLargeError(entry.size or 0)
        self._store.gather((entry.name,))
        raw = self._store.get(entry.name)
        if raw is None:
            raise FileNotFoundError(2, "The repository does not hold it", file)
        return raw

    def below(self, folder: str) -> Iterable[str]:
        """The plain files right in a folder; see `Tree`."""
        yield from (path for path, one in self.entries.items() if dirname(path) == folder and one.mode in PLAIN_MODES)

    def evidence(self, path: str, *, wants_digest: bool) -> tuple[bool, str | None]:
        """What is known of a file of evidence; links are followed, as long as they stay inside."""
        entry = self._settled(normpath(path))
        if entry is None or entry.mode not in PLAIN_MODES:
            return False, None
        if not wants_digest or entry.size is None or entry.size > MOST_HASHED:
            return True, None
        return True, self._store.hashed(entry.name)

    def state(self, path: str, *, by_content: bool) -> str:
        """How a file is in the commit: the name of its blob is as good as a digest."""
        entry = self.entries.get(path)
        if entry is None or entry.mode not in PLAIN_MODES:
            return replay.ABSENT
        return entry.name if by_content else replay.PRESENT

    def _settled(self, path: str) -> Entry | None:
        """The entry at a path, links followed."""
        for _ in range(_MOST_LINKS):
            link = next((way for way in _ways(path) if self._is_link(way)), None)
            if link is None:
                return self.entries.get(path)
            path = normpath(self._target(link) + path[len(link) :])
        return None

    def _is_link(self, path: str) -> bool:
        entry = self.entries.get(path)
        return entry is not None and entry.mode == LINK_MODE

    def _target(self, link: str) -> str:
        """Where a link leads, from the root of the workspace; it may be outside."""
        name = self.entries[link].name
        target = os.fsdecode(self._store.get(name) or b"")
        return normpath(join("/", target)) if target.startswith("/") else normpath(join(dirname(link), target))


def _sha256(raw: bytes) -> str:
    from hashlib import sha256  # noqa: PLC0415 - it loads OpenSSL, and few workspaces state digests

    return sha256(raw).hexdigest()


_MOST_LINKS = 40


def _ways(path: str) -> Iterator[str]:
    """A path and the folders on the way to it, the outermost first."""
    names = path.split("/")
    yield from ("/".join(names[: end + 1]) for end in range(len(names)))


class _Walk:
    """What a walk through the folders of a commit would find, from the paths of its files."""

    def __init__(self, entries: Mapping[str, Entry], target: Callable[[str], str]) -> None:
        """Take what there is, and a function that tells where a link leads."""
        self._entries = entries
        self._target = target
        self._all = {folder for path in entries for folder in _ways(dirname(path))}
        self._nested = {dirname(path) for path in entries if basename(path) == CONFIGURATION} - {""}
        self._open = {"": True}
        self._odd: dict[str, str] = {}

    def found(self) -> Iterator[Found]:
        """Each YAML file and each oddity."""
        for path, entry in self._entries.items():
            folder, name = dirname(path), basename(path)
            if self._is_open(folder) and name[0] != "." and path != CONFIGURATION:
                what = self._what(path, entry)
                if what is not None:
                    yield path, what, ""
        yield from ((folder, what, "") for folder, what in self._odd.items())

    def _is_open(self, folder: str) -> bool:
        if folder not in self._open:
            self._open[folder] = self._is_open(dirname(folder)) and self._is_for_records(folder)
        return self._open[folder]

    def _is_for_records(self, folder: str) -> bool:
        name = basename(folder)
        if name[0] == ".":
            return False
        if folder.endswith(SUFFIXES):
            self._odd[folder] = discovery.FOLDER
        elif name != EVIDENCE_FOLDER and folder in self._nested:
            self._odd[folder] = discovery.NESTED
        return name != EVIDENCE_FOLDER and folder not in self._odd

    def _what(self, path: str, entry: Entry) -> str | None:
        is_yaml = path.endswith(SUFFIXES)
        if entry.mode == LINK_MODE and not is_yaml:
            return discovery.LINKED_FOLDER if self._target(path) in self._all else None
        if not is_yaml:
            return discovery.MISNAMED if entry.mode in PLAIN_MODES and path.lower().endswith(NEARLY) else None
        return {LINK_MODE: discovery.LINK, SUBMODULE_MODE: discovery.FOLDER}.get(entry.mode, "")
