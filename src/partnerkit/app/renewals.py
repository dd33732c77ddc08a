"""What has changed since it was judged or approved, told from the history: nothing is written into records for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from partnerkit.app.agenda import person_of
from partnerkit.app.loading import Loaded, Loader, find_root
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.past_records import SHARED_KINDS, Archive, Version, files_of
from partnerkit.app.validate import Answer, checked_workspace
from partnerkit.diagnostics.text import one_line
from partnerkit.diff.facts import Content, Seen, Sight
from partnerkit.diff.renewing import (
    FILE,
    Approval,
    Difference,
    State,
    counting,
    differences,
    phrase,
    remedy,
    seen,
    standing,
    who,
)
from partnerkit.emit import full
from partnerkit.emit.api import Summary, number
from partnerkit.emit.renewals.api import Changed, Commit, Emit, Renewal, Renewals
from partnerkit.io.files import read_bytes
from partnerkit.io.git import blob_name
from partnerkit.io.processes import spread
from partnerkit.io.revisions import GitError
from partnerkit.io.timeline import timeline
from partnerkit.io.trees import MOST_HASHED
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.suggestions import nearest
from partnerkit.rules.subject import ENDED
from partnerkit.workspace.layout import Unit
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace

_AT_ONCE = 40
"""So many partnerships are looked at together: what git is asked for them is asked once."""
_WORTHWHILE = 4
"""So many times as many are worth more than one process."""
_OUTWARD = "criterion."
"""What ways begin with that lead to a record that partnerships share, and on to what is covered of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    Attributes:
        only: The ids of partnerships; none means all that have not ended.
        emit: The format.
        by: The id of the person whose judgements and approvals are looked at; "" for everybody's.
        fails: Whether it fails if there is anything to renew.
    """

    only: tuple[str, ...]
    emit: Emit
    by: str = ""
    fails: bool = False


def answer(asked: Asked, settings: Settings, elapsed: str) -> Answer:
    """Look at each judgement and approval, and say what has changed since; nothing unless the records are valid.

    Raises:
        CannotRunError: There is no repository, no such partnership, or no such person.
    """
    loader = Loader(find_root(settings.folder), settings)
    loaded = loader.load()
    if not loaded.is_valid or not loaded.records:
        summary = Summary(elapsed, settings.quiet, settings.verbose)
        code = ExitCode.FINDINGS if not loaded.is_valid else ExitCode.NOTHING_CHECKED
        note = "nothing was compared with the history: records must be valid for that"
        return Answer(tuple(full.emit([checked_workspace(loaded, ("",))], summary)), code, (), (*loaded.notes, note))
    made = replace(renewals(loader, loaded, settings.as_of, asked.only, asked.by), quiet=settings.quiet)
    code = ExitCode.OK if made.looked_at else ExitCode.NOTHING_CHECKED
    if made.found and asked.fails:
        code = ExitCode.FINDINGS
    return Answer(tuple(asked.emit(made)), code, (), (*loaded.notes, *made.notes))


def renewals(loader: Loader, loaded: Loaded, as_of: date, only: Sequence[str] = (), by: str = "") -> Renewals:
    """What has changed since it was judged or approved, in a valid workspace as it is now.

    Args:
        loader: What reads the workspace.
        loaded: The workspace.
        as_of: The day that counts as today.
        only: The ids of partnerships; none means all that have not ended.
        by: The id of the person whose judgements and approvals are looked at; "" for everybody's.

    Raises:
        CannotRunError: There is no repository, nothing is committed, or there is no such partnership or person.
    """
    assert loaded.configuration is not None  # noqa: S101 - a workspace without one is not valid
    files = _files(loaded, only)
    root = str(loader.root)
    shared = Workspace(loaded.configuration, _shared(loader, loaded))
    person = person_of(shared, by).id if by else ""
    homes = {facts.origin.root[0] for facts in loaded.links.facts if facts.kind == "partnership"}
    try:
        archive = Archive(timeline(root), root, loaded.configuration, homes)
        looker = _Looker(loader, loaded, shared, archive, as_of)
        units = [unit for unit in loaded.units if unit.file in files]
        chunks = [units[at : at + _AT_ONCE] for at in range(0, len(units), _AT_ONCE)]
        looked = list(
            spread(lambda chunk: looker.looked(chunk, everyone=not only, by=person), chunks, _lost, _WORTHWHILE)
        )
    except GitError as error:
        raise CannotRunError(
            f"The history cannot be read: {one_line(str(error))}.\nWhat was judged or approved is compared with the "
            "commit that recorded it: this works in a git repository in which the records are committed."
        ) from error
    return _whole(looked, as_of, archive)


def _files(loaded: Loaded, only: Sequence[str]) -> frozenset[str]:
    """The files of the partnerships asked for."""
    known = {facts.id: facts.origin.root[0] for facts in loaded.links.facts if facts.kind == "partnership"}
    for id_ in only:
        if id_ not in known:
            near = nearest(id_, known)
            hint = f" Did you mean {near}?" if near else ""
            raise CannotRunError(f"There is no partnership {one_line(id_)} here.{hint}")
    return frozenset(file for id_, file in known.items() if not only or id_ in only)


def _shared(loader: Loader, loaded: Loaded) -> Iterable[Record]:
    files = {facts.origin.root[0] for facts in loaded.links.facts if facts.kind in SHARED_KINDS}
    records = loader.records_of(unit for unit in loaded.units if unit.file in files)
    return (record for record in records if record.kind in SHARED_KINDS)


# ---------------------------------------------------------------------- looking


@dataclass(slots=True)
class _Found:
    """What was found in some partnerships."""

    renewals: list[Renewal] = field(default_factory=list)
    looked_at: int = 0
    uncommitted: int = 0
    untold: int = 0
    passed: dict[str, int] = field(default_factory=dict)
    lost: tuple[str, ...] = ()


def _lost(chunk: Sequence[Unit]) -> _Found:
    return _Found(lost=tuple(unit.file for unit in chunk))


def _whole(looked: Iterable[_Found], as_of: date, archive: Archive) -> Renewals:
    whole = _Found()
    notes: list[str] = []
    for one in looked:
        whole.renewals += one.renewals
        whole.looked_at += one.looked_at
        whole.uncommitted += one.uncommitted
        whole.untold += one.untold
        whole.passed |= one.passed
        notes += (f"{one_line(file)} was not looked at: the process that read it died" for file in one.lost)
    for id_, count in sorted(whole.passed.items()):
        notes.append(f"{id_}: {number(count, 'version')} could not be read, and {_was(count)} passed over")
    if archive.line.is_cut:
        notes.append(
            "the history is cut short here, so that it is not known what was judged before it begins: fetch all of it "
            "(`git fetch --unshallow`; in CI, a checkout with fetch-depth: 0)"
        )
    found = tuple(sorted(whole.renewals, key=lambda one: one.order))
    return Renewals(
        as_of, found, whole.looked_at, whole.uncommitted, whole.untold, is_cut=archive.line.is_cut, notes=tuple(notes)
    )


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


class _Looker:
    """Looks at partnerships, some at a time."""

    def __init__(self, loader: Loader, loaded: Loaded, shared: Workspace, archive: Archive, as_of: date) -> None:
        self._loader = loader
        self._shared = shared
        self._archive = archive
        self._as_of = as_of
        self._present = frozenset(file for unit in loaded.units for file in unit.files)
        self._root = os.path.realpath(loader.root)

    def looked(self, units: Sequence[Unit], *, everyone: bool, by: str) -> _Found:
        """What was found in the partnerships of some units; in those that have ended only if they were asked for."""
        found = _Found()
        todo: list[tuple[State, tuple[Approval, ...], list[Version]]] = []
        for record in self._loader.records_of(units):
            if not isinstance(record.part, Partnership) or (everyone and record.part.status in ENDED):
                continue
            state = State.of(Sight(record, self._shared, self._blob_now))
            counted = tuple(one for one in counting(state, self._as_of) if not by or _is_by(state, one, by))
            if counted:
                versions = list(self._archive.versions(record, self._present))
                if versions and self._is_as_now(versions[0], record):
                    self._archive.know(versions[0], record)
                todo.append((state, counted, versions))
        self._archive.gather(version for _, _, versions in todo for version in versions)
        for state, counted, versions in todo:
            _Comparison(self._archive, state, versions, self._same).into(found, counted)
        self._archive.forget()
        return found

    def _is_as_now(self, version: Version, record: Record) -> bool:
        """Whether a version has the files that the record was read from."""
        files = {path for path, _ in version.blobs}
        return files == set(files_of(record)) and all(self._blob_now(path) == blob for path, blob in version.blobs)

    def _blob_now(self, path: str) -> str | None:
        raw = self._bytes_now(path)
        return raw if raw is None or isinstance(raw, str) else blob_name(raw)

    def _bytes_now(self, path: str) -> bytes | str | None:
        """The bytes of a file as it is now; "" if they cannot be had, None if there is no such file inside."""
        real = os.path.realpath(os.path.join(self._root, path))
        if not real.startswith(self._root + os.sep) or not os.path.isfile(real):
            return None
        try:
            raw = read_bytes(real, MOST_HASHED)
        except OSError:
            return ""
        return raw if len(raw) <= MOST_HASHED else ""

    def _same(self, before: Content, after: Content) -> bool:
        """Whether a file is what was committed, where git would convert it: line ends, or a pointer to it."""
        raw = self._bytes_now(after.file)
        if not isinstance(raw, bytes) or before.blob is None:
            return False
        if blob_name(raw.replace(b"\r\n", b"\n")) == before.blob:
            return True
        return self._archive.store.hashed(before.blob) == sha256(raw).hexdigest()


def _is_by(state: State, one: Approval, by: str) -> bool:
    return any(person.id == by for person in who(state.sight, one))


class _Comparison:
    """A partnership as it is now, beside its versions."""

    def __init__(
        self, archive: Archive, now: State, versions: Sequence[Version], same: Callable[[Content, Content], bool]
    ) -> None:
        self._archive = archive
        self._now = now
        self._versions = versions
        self._same = same
        self._id = now.sight.record.id

    def into(self, found: _Found, counted: Sequence[Approval]) -> None:
        """Look at some approvals, and add what was found."""
        first = self._first(counted, found)
        found.looked_at += len(counted)
        for one in counted:
            if one.key not in first:
                found.uncommitted += 1
                continue
            place, then, state = first[one.key]
            before = seen(state.sight, then)
            differing = tuple(differences(one.cover, before, seen(self._now.sight, one), self._same))
            if differing:
                found.renewals.append(self._renewal(one, place, before, differing))
            elif self._archive.line.is_cut and place == len(self._archive.line.commits) - 1:
                found.untold += 1

    def _first(self, counted: Sequence[Approval], found: _Found) -> dict[tuple[str, ...], tuple[int, Approval, State]]:
        """The oldest state in which each approval stands as it stands now; the place of its oldest commit."""
        first: dict[tuple[str, ...], tuple[int, Approval, State]] = {}
        over: set[tuple[str, ...]] = set()
        for version in self._versions:
            raw = self._archive.raw(version.blobs)
            # To look for its day in the bytes is a hundred times cheaper than to read what they say.
            likely = [one for one in counted if any(one.trace in each for each in raw.values())]
            # What has no day counts from where it came in last.
            over.update(one.key for one in counted if not one.cover.on and one not in likely and one.key in first)
            likely = [one for one in likely if one.key not in over]
            if not likely and len(raw) == len(version.blobs):
                continue
            state = self._archive.state(version, self._id, version.place)
            if state is None:
                found.passed[self._id] = found.passed.get(self._id, 0) + 1
                continue
            for one in likely:
                then = standing(one, self._now, state)
                if then is not None:
                    first[one.key] = version.place, then, state
                elif not one.cover.on:
                    over.add(one.key)
        return first

    # ------------------------------------------------------------------ telling

    def _renewal(self, one: Approval, place: int, before: Seen, differing: Sequence[Difference]) -> Renewal:
        sight = self._now.sight
        part = sight.record.part
        assert isinstance(part, Partnership)  # noqa: S101 - the caller has looked
        when = self._when(one, place, before, differing)
        commits = [Commit(each.short, date.fromisoformat(each.day)) for each in self._archive.line.commits]
        changed = tuple(
            Changed(each.what, each.before, each.after, None if at is None else commits[at])
            for each in differing
            for at in (when.get(each.kind),)
        )
        return Renewal(
            self._id, part.title, one.cover.name, str(getattr(one.part, "id", "")), phrase(sight, one),
            who(sight, one), one.on, commits[place], changed, remedy(sight, one, self._id, differing),
        )  # fmt: skip

    def _when(
        self, one: Approval, place: int, before: Seen, differing: Sequence[Difference]
    ) -> dict[tuple[str, bool], int]:
        """The first commit after which each difference was there; those that are not committed yet are left out."""
        found: dict[tuple[str, bool], int] = {}
        wanted = {each.kind for each in differing}
        for at in self._candidates(one, place, before, {way for way, _ in wanted}):
            state = self._state_at(at)
            then = None if state is None else standing(one, self._now, state)
            if state is not None and then is not None:
                there = {each.kind for each in differences(one.cover, before, seen(state.sight, then), _unlike)}
                found |= dict.fromkeys((there & wanted) - found.keys(), at)
            if len(found) == len(wanted):
                break
        return found

    def _candidates(self, one: Approval, place: int, before: Seen, wanted: Collection[str]) -> Iterator[int]:
        """The commits since an approval that may have changed what it covers, oldest first."""
        files = {*_files_of(before), *_files_of(seen(self._now.sight, one))}
        if any(way.startswith(FILE) for way in wanted):
            files.update(self._files_between(one, place))
        paths: list[str] = [*files, *(path for version in self._versions for path, _ in version.blobs)]
        if any(way.startswith(_OUTWARD) for way in wanted):
            paths += self._archive.shared_paths
        places = {at for path in set(paths) for at in self._archive.line.changed(path) if at < place}
        return iter(sorted(places, reverse=True))

    def _files_between(self, one: Approval, place: int) -> Iterator[str]:
        """The files of evidence that an approval covered since a commit, wherever they lay."""
        for version in self._versions:
            state = self._state_at(version.place) if version.place < place else None
            then = None if state is None else standing(one, self._now, state)
            if state is not None and then is not None:
                yield from _files_of(seen(state.sight, then))

    def _state_at(self, place: int) -> State | None:
        version = next((one for one in self._versions if one.newest <= place <= one.place), None)
        return None if version is None else self._archive.state(version, self._id, place)


def _files_of(facts: Seen) -> Iterator[str]:
    return (each.file for each in facts.values() if isinstance(each, Content))


def _unlike(_before: Content, _after: Content) -> bool:
    return False
