"""Partnerships, and what they share, as they were at the commits of a timeline: read as needed, each version once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from partnerkit.diff.approvals import SECTIONS
from partnerkit.diff.facts import Sight
from partnerkit.diff.renewing import State
from partnerkit.io.revisions import PLAIN_MODES, Entry, sizes
from partnerkit.io.timeline import Timeline
from partnerkit.io.trees import Blobs
from partnerkit.model.configuration import Configuration
from partnerkit.source import limits
from partnerkit.source.reader import Reading
from partnerkit.workspace.examination import examine
from partnerkit.workspace.layout import FOLDER_RECORD, SectionFile, Unit
from partnerkit.workspace.names import EVIDENCE_FOLDER, SUFFIXES
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace

SHARED_KINDS = frozenset({"organisation", "framework"})
Blob = tuple[str, str]
"""A file, and the name of its blob."""


@dataclass(frozen=True, slots=True)
class Version:
    """A partnership as it was over some commits that follow one another.

    Attributes:
        newest: The newest of them, by its place.
        place: The oldest of them.
        unit: Its files, as far as approvals are concerned.
        blobs: The blob of each.
    """

    newest: int
    place: int
    unit: Unit
    blobs: tuple[Blob, ...]


class Archive:
    """What a timeline holds, as records."""

    def __init__(self, line: Timeline, folder: str, configuration: Configuration, homes: Collection[str]) -> None:
        """Take the timeline, its folder, and the files of the partnerships as they are now.

        Args:
            line: The timeline.
            folder: A folder of the repository.
            configuration: How the workspace is configured now.
            homes: The files of partnerships: no organisation or framework stands there, or below their folders.
        """
        self.line = line
        self.store = Blobs(folder)
        self._configuration = configuration
        self._known: set[str] = set()
        self._records: dict[tuple[Blob, ...], tuple[Record, ...]] = {}
        self._readings: dict[bytes, Reading] = {}
        self._workspaces: dict[tuple[Blob, ...], Workspace] = {}
        self._at: dict[int, Workspace] = {}
        self.shared_paths = tuple(sorted(path for path in line.paths if _may_be_shared(path, frozenset(homes))))

    def forget(self) -> None:
        """Let go of partnerships that were read, and of their bytes."""
        self._records = {}
        self._readings = {}
        self.store = Blobs(self.store.folder)
        self._known = set()

    # ------------------------------------------------------------------ versions

    def versions(self, record: Record, present: Collection[str]) -> Iterator[Version]:
        """The versions of a partnership, newest first, wherever it lay.

        Args:
            record: The partnership as it is now.
            present: The files there are now.
        """
        root: str | None = record.origin.root[0]
        place = 0
        if not self.line.commits:
            return
        if self.line.at(record.origin.root[0], 0) is None:
            missing = (path for path in self.line.paths if path not in present and self.line.at(path, 0) is not None)
            root = self._moved(record.id, missing, 0)
        while root is not None:
            for version in self._at_home(root, place):
                yield version
                place = version.place + 1
            root = self._moved(record.id, self.line.gone(place - 1), place) if place < len(self.line.commits) else None

    def _at_home(self, root: str, start: int) -> Iterator[Version]:
        """The versions at a place in the workspace, from a commit back to the one that put the record there."""
        sections = _sections(root, self.line)
        paths = (root, *(section.file for section in sections))
        last = len(self.line.commits) - 1
        ends = sorted({place for path in paths for place in self.line.changed(path) if place >= start} | {last})
        for newest, end in pairwise((start, *(end + 1 for end in ends))):
            there = {path: blob for path in paths if (blob := self._blob(path, end - 1))}
            if root not in there:
                return
            unit = Unit(root, tuple(section for section in sections if section.file in there))
            yield Version(newest, end - 1, unit, tuple(there.items()))

    def _moved(self, id_: str, candidates: Iterable[str], place: int) -> str | None:
        """The file, one of some, in which a partnership stood at a commit."""
        for path in candidates:
            blob = self._blob(path, place) if path.endswith(SUFFIXES) else ""
            if not blob:
                continue
            raw = self.raw(((path, blob),)).get(path, b"")
            if b"partnership" in raw and id_.encode() in raw:
                records = self._read(Unit(path, ()), ((path, blob),))
                if any(record.kind == "partnership" and record.id == id_ for record in records):
                    return path
        return None

    def _blob(self, path: str, place: int) -> str:
        """The name of the blob of a plain file at a commit; "" if there is none."""
        entry = self.line.at(path, place)
        return entry.name if entry is not None and entry.mode in PLAIN_MODES else ""

    # ------------------------------------------------------------------ reading

    def gather(self, versions: Iterable[Version]) -> None:
        """Have the bytes of some versions at hand, by one question to git.

        Raises:
            GitError: Git cannot tell.
        """
        self._gather({blob for version in versions for _, blob in version.blobs})

    def _gather(self, names: Collection[str]) -> None:
        new = set(names) - self._known
        if new:
            self._known |= new
            small = sizes(self.store.folder, new)
            self.store.gather(name for name, size in small.items() if size <= limits.FILE_BYTES)

    def raw(self, blobs: Sequence[Blob]) -> Mapping[str, bytes]:
        """The bytes of some files, without those that the repository does not hold or that are too large."""
        self._gather([name for _, name in blobs])
        return {path: raw for path, name in blobs if (raw := self.store.get(name)) is not None}

    def _read(self, unit: Unit, blobs: tuple[Blob, ...]) -> tuple[Record, ...]:
        if blobs not in self._records:
            raw = self.raw(blobs)
            is_whole = len(raw) == len(blobs)
            self._records[blobs] = examine(unit, raw, self._once).records if is_whole else ()
        return self._records[blobs]

    def _once(self, raw: bytes, reader: Callable[[], Reading]) -> Reading:
        """What a file says; from version to version most files of a folder stay the same."""
        if raw not in self._readings:
            self._readings[raw] = reader()
        return self._readings[raw]

    def know(self, version: Version, record: Record) -> None:
        """Take a record for that of a version, since its files are the same."""
        self._records[version.blobs] = (record,)

    def state(self, version: Version, id_: str, place: int) -> State | None:
        """A partnership at a commit of a version; None if it cannot be read there."""
        found = [one for one in self._read(version.unit, version.blobs) if one.kind == "partnership"]
        record = next((one for one in found if one.id == id_), found[0] if len(found) == 1 else None)
        return None if record is None else State.of(Sight(record, self.shared(place), self._blob_at(place)))

    def _blob_at(self, place: int) -> Callable[[str], str | None]:
        def blob_of(path: str) -> str | None:
            entry: Entry | None = self.line.at(path, place)
            return None if entry is None else entry.name if entry.mode in PLAIN_MODES else ""

        return blob_of

    def shared(self, place: int) -> Workspace:
        """The organisations and frameworks at a commit."""
        if place not in self._at:
            key = tuple((path, blob) for path in self.shared_paths if (blob := self._blob(path, place)))
            if key not in self._workspaces:
                self._gather([name for _, name in key])
                records = (record for one in key for record in self._read(Unit(one[0]), (one,)))
                kept = (record for record in records if record.kind in SHARED_KINDS)
                self._workspaces[key] = Workspace(self._configuration, kept)
            self._at[place] = self._workspaces[key]
        return self._at[place]


def files_of(record: Record) -> Iterator[str]:
    """The files a record was read from, as far as approvals are concerned."""
    origin = record.origin
    yield origin.root[0]
    yield from (file for section, (file, _) in origin.sections.items() if section in SECTIONS)
    yield from (file for section, all_ in origin.items.items() if section in SECTIONS for file, _ in all_)


def _sections(root: str, line: Timeline) -> tuple[SectionFile, ...]:
    """The files of sections that ever lay beside the file of a partnership in a folder."""
    folder, _, name = root.rpartition("/")
    if name.rpartition(".")[0] != FOLDER_RECORD:
        return ()
    found = [
        SectionFile(stem, path, is_item=False) for path in line.in_folder(folder) if (stem := _stem(path)) in SECTIONS
    ]
    for section in sorted(SECTIONS):
        inside = line.in_folder(f"{folder}/{section}".lstrip("/"))
        found += (SectionFile(section, path, is_item=True) for path in sorted(inside) if _stem(path))
    return tuple(found)


def _stem(path: str) -> str:
    """The name of a YAML file that is not hidden, without its ending; "" for others."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] if name.endswith(SUFFIXES) else ""


def _may_be_shared(path: str, homes: frozenset[str]) -> bool:
    """Whether an organisation or a framework may ever have stood in a file, going by its name."""
    folder, _, _ = path.rpartition("/")
    steps = path.split("/")
    if not path.endswith(SUFFIXES) or path in homes or any(step[0] == "." or step == EVIDENCE_FOLDER for step in steps):
        return False
    outer = folder.rpartition("/")[0]
    return not any(
        f"{around}/{FOLDER_RECORD}{suffix}".lstrip("/") in homes for around in (folder, outer) for suffix in SUFFIXES
    )
