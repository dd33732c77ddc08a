"""A record or an item under another id: which values change, and which files are called otherwise.

Everything that refers to it is found by what it means, not by how it is written: the same word may be the id of many
things. `meanings` tells what the references of a workspace name, so that it can be compared before and after.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from partnerkit.model.configuration import Configuration
from partnerkit.model.fields import Mention, Path
from partnerkit.model.partnership.objectives import Agreed, Indicator, Objective
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.sealing import holds, is_copy_true, seal_of
from partnerkit.model.values import CODE_PATTERN, ID_LENGTH, SLUG_PATTERN
from partnerkit.workspace.addresses import Thing
from partnerkit.workspace.layout import FOLDER_RECORD, Unit
from partnerkit.workspace.linking import COLLECTION_OF
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.records import Origin, Place, Record
from partnerkit.workspace.workspace import Item, Workspace

Address = tuple[str, str, str, str]
"""What a reference names: collection and id of a record, and of the item in it ("" and "" for the record itself)."""

Meaning = tuple[str, str, tuple[str, ...], Address | None]
"""A reference by the kind and id of its record, the words that lead to it, and what it names."""


class Change(NamedTuple):
    """A value, or a key, that is to be another."""

    place: Place
    before: str
    after: str


class Move(NamedTuple):
    """A file or folder that is to be called otherwise; paths in the workspace."""

    source: str
    target: str

    def moved(self, file: str) -> str:
        """Where a file is afterwards."""
        if file == self.source or file.startswith(self.source + "/"):
            return self.target + file[len(self.source) :]
        return file


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is to be renamed, and what follows from it.

    Attributes:
        thing: The record or item, as it is.
        new: Its new id.
        moves: The files or folders that carry its id as their name.
        changes: The values and keys that change.
        steps: For the paths that end in the item or in a key that changes, by the id of the record: the new name.
    """

    thing: Thing
    new: str
    moves: tuple[Move, ...]
    changes: tuple[Change, ...] = ()
    steps: Mapping[tuple[str, str], Mapping[Path, str]] = field(default_factory=dict)

    def moved(self, file: str) -> str:
        """Where a file of the workspace is afterwards."""
        for move in self.moves:
            file = move.moved(file)
        return file

    def named(self, kind: str, id_: str) -> str:
        """The id that a record has afterwards."""
        record = self.thing.record
        return self.new if self.thing.is_record and (kind, id_) == (record.kind, record.id) else id_

    def words(self, record: Record, words: Sequence[str]) -> tuple[str, ...]:
        """Words that lead to a place in a record (`objectives`, `obj-1`), as they are afterwards."""
        steps = self.steps.get((record.kind, record.id), {})
        path = _path_of(words, record.part)
        return tuple(steps.get(path[: at + 1], word) if at < len(path) else word for at, word in enumerate(words))


def is_id(thing: Thing, text: str) -> bool:
    """Whether a text can be the id of a thing: a code for criteria, else small letters."""
    pattern = CODE_PATTERN if thing.collection == "criteria" else SLUG_PATTERN
    return len(text) <= ID_LENGTH and re.fullmatch(pattern, text) is not None


def holder_of(thing: Thing, workspace: Workspace, new: str) -> tuple[Record, Path] | None:
    """Who has an id already that a thing is to have, as the place of it; None if nobody has.

    Ids that differ in capitals alone are the same to readers.
    """
    if thing.is_record:
        record = workspace.record(thing.collection, new)
        return None if record is None else (record, ("id",))
    for item in thing.record.contents.declared:
        if item.collection == thing.collection and item.id.casefold() == new.casefold() and item.path != thing.path:
            return thing.record, (*item.path, "id")
    return None


def renamed(thing: Thing, new: str, workspace: Workspace, units: Iterable[Unit], single: frozenset[str]) -> Renaming:
    """What follows when a record or item is called otherwise.

    Args:
        thing: What is to be renamed.
        new: Its new id.
        workspace: The workspace.
        units: How its files belong together.
        single: The files that hold a single document: only these are named after what they hold.
    """
    moves = tuple(_moves(thing, new, units, single))
    holders = [*workspace.records, configuration_record(workspace.configuration)]
    changes = [
        *_own(thing, new),
        *(change for record in holders for change in _references(record, thing, new, workspace)),
    ]
    steps: dict[tuple[str, str], dict[Path, str]] = {}
    for record, change in changes:
        if change.place.on_key:
            steps.setdefault((record.kind, record.id), {})[change.place.path] = change.after
    if not thing.is_record:
        steps.setdefault((thing.record.kind, thing.record.id), {})[thing.path] = new
    so_far = Renaming(thing, new, moves, tuple(change for _, change in changes), steps)
    more = [
        change for record in workspace.partnerships for change in (*_excuses(record, so_far), *_files(record, so_far))
    ]
    return Renaming(thing, new, moves, (*so_far.changes, *more), steps)


def configuration_record(configuration: Configuration) -> Record:
    """The configuration as if it were a record, with its references."""
    return Record("configuration", "", configuration, Origin((CONFIGURATION, 0)))


# ---------------------------------------------------------------------- values that change


def _own(thing: Thing, new: str) -> Iterator[tuple[Record, Change]]:
    """The id itself, and what a seal says of it."""
    origin = thing.record.origin
    yield thing.record, Change(Place(origin, (*thing.path, "id")), thing.id, new)
    if isinstance(thing.part, Indicator):
        way = thing.path[:-2]
        objective = next(part for part, path in thing.record.contents.parts if path == way)
        if isinstance(objective, Objective):
            for change in _sealed(objective, way, thing, new):
                yield thing.record, change


def _sealed(objective: Objective, way: Path, thing: Thing, new: str) -> Iterator[Change]:
    """Copies of what was sealed have indicators by their ids; the seal is over the ids too, so it is made again."""
    origin = thing.record.origin
    copies = [(change.before, (*way, "changed", at, "before")) for at, change in enumerate(objective.changed)]
    lock = objective.locked
    if lock is not None:
        copies.append((lock.agreed, (*way, "locked", "agreed")))
        digest = lock.digest
        if holds(objective):
            digest = seal_of(objective.model_copy(update={"indicators": _called(objective.indicators, thing.id, new)}))
        elif lock.agreed is not None and is_copy_true(objective):
            digest = seal_of(_copy(lock.agreed, thing.id, new))
        if digest != lock.digest:
            yield Change(Place(origin, (*way, "locked", "digest")), lock.digest, digest)
    for copy, path in copies:
        if copy is not None and thing.id in copy.indicators:
            yield Change(Place(origin, (*path, "indicators", thing.id), on_key=True), thing.id, new)


def _called(indicators: Iterable[Indicator], old: str, new: str) -> tuple[Indicator, ...]:
    return tuple(one.model_copy(update={"id": new}) if one.id == old else one for one in indicators)


def _copy(agreed: Agreed, old: str, new: str) -> Agreed:
    indicators = {new if id_ == old else id_: one for id_, one in agreed.indicators.items()}
    return agreed.model_copy(update={"indicators": indicators})


def _references(record: Record, thing: Thing, new: str, workspace: Workspace) -> Iterator[tuple[Record, Change]]:
    for mention in record.contents.mentions:
        scope, slash, id_ = mention.text.rpartition("/")
        if thing.id not in (scope, id_):
            continue
        item = workspace.meant(record, mention)
        if item is None:
            continue
        if id_ == thing.id and _address(item) == _address_of(thing):
            yield (
                record,
                Change(Place(record.origin, mention.path, mention.is_key), mention.text, f"{scope}{slash}{new}"),
            )
        elif thing.is_record and _is_of(item, thing) and scope == thing.id and item.collection != scope:
            yield record, Change(Place(record.origin, mention.path, mention.is_key), mention.text, f"{new}/{id_}")


def _is_of(item: Item, thing: Thing) -> bool:
    return (item.record.kind, item.record.id) == (thing.record.kind, thing.record.id)


def _excuses(record: Record, renaming: Renaming) -> Iterator[Change]:
    """Where findings are excused: `section/id`."""
    if isinstance(record.part, Partnership):
        for at, suppression in enumerate(record.part.suppress):
            if suppression.at is not None:
                after = "/".join(renaming.words(record, suppression.at.split("/")))
                if after != suppression.at:
                    yield Change(Place(record.origin, ("suppress", at, "at")), suppression.at, after)


def _files(record: Record, renaming: Renaming) -> Iterator[Change]:
    """Paths of evidence that lead into a folder which is to be called otherwise."""
    if not isinstance(record.part, Partnership):
        return
    folder = record.origin.root[0].rpartition("/")[0]
    home = f"{folder}/" if folder else ""
    for at, evidence in enumerate(record.part.evidence):
        if evidence.file is not None:
            moved = renaming.moved(home + evidence.file)
            new_home = renaming.moved(home + "_").removesuffix("_")
            if moved != new_home + evidence.file and moved.startswith(new_home):
                yield Change(Place(record.origin, ("evidence", at, "file")), evidence.file, moved[len(new_home) :])


# ---------------------------------------------------------------------- files that are called otherwise


def _moves(thing: Thing, new: str, units: Iterable[Unit], single: frozenset[str]) -> Iterator[Move]:
    file, document = thing.record.origin.root
    if thing.is_record:
        unit = next(unit for unit in units if unit.file == file)
        folder, _, name = file.rpartition("/")
        if unit.suggested_id != thing.id or document:
            return
        if name.rpartition(".")[0] == FOLDER_RECORD and folder:
            yield Move(folder, _with_stem(folder, thing.id, new))
        elif file in single:
            yield Move(file, _with_stem(file, thing.id, new))
        return
    if len(thing.path) == 2:  # noqa: PLR2004 - the section, and the place in it
        (file, _), below = thing.record.origin.locate(thing.path)
        if not below and file in single and file.rpartition("/")[2].rpartition(".")[0] == thing.id:
            yield Move(file, _with_stem(file, thing.id, new))


def _with_stem(path: str, old: str, new: str) -> str:
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{new}{name[len(old) :]}"


# ---------------------------------------------------------------------- what references mean


def meanings(workspace: Workspace, words: frozenset[str], renaming: Renaming | None = None) -> Counter[Meaning]:
    """What those references name that are written with one of some words; the others mean what they meant.

    With a renaming, all is told as it should be afterwards.
    """
    found: Counter[Meaning] = Counter()
    for record, mention in mentions_with(workspace, words):
        found[meaning(record, mention, workspace, renaming)] += 1
    return found


def mentions_with(workspace: Workspace, words: frozenset[str]) -> Iterator[tuple[Record, Mention]]:
    """The references that are written with one of some words, each with its record."""
    for record in (*workspace.records, configuration_record(workspace.configuration)):
        for mention in record.contents.mentions:
            scope, _, id_ = mention.text.rpartition("/")
            if id_ in words or scope in words:
                yield record, mention


def meaning(record: Record, mention: Mention, workspace: Workspace, renaming: Renaming | None = None) -> Meaning:
    """What a reference names; with a renaming, as it should be told afterwards."""
    item = workspace.meant(record, mention)
    address = None if item is None else _address(item)
    names = _names(mention.path, record.part)
    if renaming is None:
        return record.kind, record.id, names, address
    steps = renaming.steps.get((record.kind, record.id), {})
    after = tuple(steps.get(mention.path[: at + 1], name) for at, name in enumerate(names))
    return record.kind, renaming.named(record.kind, record.id), after, address and _afterwards(address, renaming)


def _afterwards(address: Address, renaming: Renaming) -> Address:
    if address == _address_of(renaming.thing):
        return (*address[:1], renaming.new, "", "") if renaming.thing.is_record else (*address[:3], renaming.new)
    kinds = {collection: kind for kind, collection in COLLECTION_OF.items()}
    return (address[0], renaming.named(kinds[address[0]], address[1]), *address[2:])


def _address(item: Item) -> Address:
    home = COLLECTION_OF[item.record.kind]
    return (
        (home, item.record.id, "", "")
        if item.part is item.record.part
        else (home, item.record.id, item.collection, item.id)
    )


def _address_of(thing: Thing) -> Address:
    home = COLLECTION_OF[thing.record.kind]
    return (home, thing.record.id, "", "") if thing.is_record else (home, thing.record.id, thing.collection, thing.id)


def _names(path: Path, part: Any) -> tuple[str, ...]:
    """The words of a path, items by their ids."""
    names: list[str] = []
    value = part
    for step in path:
        value = _step(value, step)
        names.append(str(getattr(value, "id", step)) if isinstance(step, int) else step)
    return tuple(names)


def _path_of(words: Sequence[str], part: Any) -> Path:
    """The path that words lead along, as far as they lead anywhere."""
    path: list[str | int] = []
    value = part
    for word in words:
        step: str | int | None = word
        if isinstance(value, tuple):
            step = next((at for at, one in enumerate(value) if str(getattr(one, "id", at)) == word), None)
        value = None if step is None else _step(value, step)
        if value is None or step is None:
            break
        path.append(step)
    return tuple(path)


def _step(value: Any, step: str | int) -> Any:
    match value:
        case dict():
            return value.get(step)
        case tuple():
            return value[step] if isinstance(step, int) and step < len(value) else None
        case _:
            return value.__dict__.get(str(step), value.__dict__.get(f"{step}_")) if hasattr(value, "__dict__") else None
