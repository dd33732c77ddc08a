"""A change beside the branch it is meant for: ids that both have given, and what the change excuses or loosens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.baseline import FILE, entries_of
from partnerkit.app.gate.kinds import FINDING_EXCUSED, GATE_LOOSENED, ID_TAKEN, TAKEN_AWAY
from partnerkit.app.loading import CONFIGURED, Loader
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.revisions import Past
from partnerkit.app.trusting import refuse_converted, trusted
from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Span
from partnerkit.diagnostics.text import one_line
from partnerkit.diff.collisions import Collision, collisions
from partnerkit.diff.excuses import excused, listed_rules, loosened
from partnerkit.diff.items import label_of
from partnerkit.diff.removals import lessened, removed
from partnerkit.emit.api import number
from partnerkit.io.revisions import GitError, merge_base
from partnerkit.io.trees import Blobs
from partnerkit.model.configuration import Configuration
from partnerkit.workspace.layout import Unit
from partnerkit.workspace.linking import COLLECTION_OF, Links
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.records import Place, Record, Sources

Key = tuple[str, str]
"""Kind and id of a record."""


@dataclass(frozen=True, slots=True)
class Branches:
    """A change, the branch it is meant for, and where the two parted.

    Attributes:
        ref: What names the branch.
        loader: Reads the files as they are now.
        theirs: Reads the branch as it is now; None if it has no workspace.
        base: Reads the commit where the two parted; None if there was no workspace yet.
    """

    ref: str
    loader: Loader
    theirs: Loader | None
    base: Loader | None

    def found(self, links: Links) -> Iterator[Diagnostic]:
        """What there is to say of the change, beside the branch; `links` are those of the records as they are now."""
        ours, base, theirs = _differing(self.loader, self.base, self.theirs)
        sources = Sources(self.loader.text)
        parts = ({key: record.part for key, record in each.items()} for each in (base, ours, theirs))
        for one in collisions(*parts):
            yield _collision(one, ours[one.kind, one.id], sources, self.ref)
        for record in ours.values():
            yield from self._of_record(record, base.get((record.kind, record.id)), sources)
        for key, message in removed(*({key: one.part for key, one in each.items()} for each in (base, ours))):
            if key[1] not in links.broken:
                yield _told(TAKEN_AWAY, message, Span(base[key].origin.root[0]), " ".join(key))
        yield from self._loosened(sources)

    def _of_record(self, record: Record, before: Record | None, sources: Sources) -> Iterator[Diagnostic]:
        told = [(FINDING_EXCUSED, *one) for one in excused(None if before is None else before.part, record.part)]
        told += [(TAKEN_AWAY, *one) for one in (lessened(before.part, record.part) if before is not None else ())]
        for kind, path, message in told:
            span = sources.span(Place(record.origin, path))
            yield _told(kind, message, span, f"{record.kind} {record.id} {'/'.join(map(str, path))}")

    def _loosened(self, sources: Sources) -> Iterator[Diagnostic]:
        after, _ = self.loader.own_configuration()
        before = Configuration.model_validate({"format": 1}) if self.base is None else self.base.own_configuration()[0]
        # Before there was a workspace, nothing was asked for that could be loosened.
        if self.base is None or after is None or before is None:
            return
        for path, message in loosened(before, after):
            span = sources.span(Place(CONFIGURED, path))
            yield _told(GATE_LOOSENED, message, span, "/".join(map(str, path)))
        known = {one["fingerprint"] for one in entries_of(self.base.tree)}
        new = [one for one in entries_of(self.loader.tree) if one["fingerprint"] not in known]
        if new:
            rules = listed_rules(sorted({str(one.get("rule")) for one in new}))
            message = f"the baseline takes in {number(len(new), 'more finding')}: {rules}"
            yield _told(GATE_LOOSENED, message, Span(FILE), FILE)


def _told(kind: Kind, message: str, span: Span, subject: str) -> Diagnostic:
    return Diagnostic(kind, message, span, kind.remedy, subject=subject)


def branches(folder: Path, loader: Loader, ref: str) -> Branches:
    """A change and the branch that it is meant for.

    Args:
        folder: The folder to work in.
        loader: Reads the files as they are now.
        ref: What names the branch.

    Raises:
        CannotRunError: There is no such revision, or it has nothing in common with what is checked out.
    """
    store = Blobs(str(loader.root))
    theirs = trusted(folder, loader.root, ref, store)
    try:
        commit = merge_base(str(loader.root), "HEAD", ref)
    except GitError as error:
        raise CannotRunError(f"{one_line(ref)} cannot be compared with: {one_line(str(error))}.") from error
    base = trusted(folder, loader.root, commit, store)
    if loader.ruling is None:  # else this has been looked at before
        refuse_converted(loader)
    return Branches(ref, loader, _reading(theirs), _reading(base))


def _reading(past: Past | None) -> Loader | None:
    return None if past is None else past.loader(Settings(past.root, past.day, cache=False))


def _differing(
    ours: Loader, base: Loader | None, theirs: Loader | None
) -> tuple[Mapping[Key, Record], Mapping[Key, Record], Mapping[Key, Record]]:
    """The records of the three states in units that are not the same here as where the branches parted.

    What this branch has left alone can neither be in the way of the other one nor excuse anything.
    """
    now = ours.contents()
    then = {} if base is None else base.contents()
    touched = {unit for unit in now.keys() | then.keys() if now.get(unit) != then.get(unit)} - {Unit(CONFIGURATION)}
    mine = _records(ours, [unit for unit in now if unit in touched])
    before = _records(base, [unit for unit in then if unit in touched])
    there = {} if theirs is None else theirs.contents()
    # A record may stand in another file there; what both have left alone is in nobody's way.
    units = [unit for unit in there if unit in touched or there[unit] != then.get(unit)]
    return mine, before, _records(theirs, [unit for unit in units if unit != Unit(CONFIGURATION)])


def _records(loader: Loader | None, units: Iterable[Unit]) -> Mapping[Key, Record]:
    return {} if loader is None else {(one.kind, one.id): one for one in loader.records_of(units)}


def _collision(one: Collision, record: Record, sources: Sources, ref: str) -> Diagnostic:
    home = COLLECTION_OF[one.kind]
    address = f"{home}/{one.id}" + (f"/{one.here.key}" if one.here.key else "")
    where = f"{one.here.collection} of {one.kind} {one.id}" if one.here.key else home
    message = (
        f"the id `{one.here.id or one.id}` ({where}) was given here to {label_of(one.here)}, and at {one_line(ref)} to "
        f"{label_of(one.there)}"
    )
    paths = {f"{item.collection}/{item.id}": item.path for item in record.contents.declared}
    place = Place(record.origin, (*paths.get(one.here.key, ()), "id"))
    help_ = f"Give yours another id before the branches are merged: `partnerkit mv {address} {one.free}`."
    subject = f"{one.kind} {one.id} {one.here.key}".rstrip()
    return Diagnostic(ID_TAKEN, message, sources.span(place), help_, subject=subject)
