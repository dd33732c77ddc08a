"""What a renaming would do to the files of a workspace; and all that speaks against it, looked at before it is done."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.baseline_renaming import renamed_baseline
from partnerkit.app.drafts import Draft, drafts, text_of, unchanged
from partnerkit.app.loading import PARTNERSHIP, Loaded, Loader
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.rehearsal import rehearsed
from partnerkit.diagnostics.diagnostic import Diagnostic, Span, TextEdit
from partnerkit.io import discovery
from partnerkit.model.configuration import Configuration
from partnerkit.model.suggestions import nearest
from partnerkit.rules.words import listed
from partnerkit.workspace.addresses import Thing, ids_in, known_ids, things
from partnerkit.workspace.kinds import AMBIGUOUS_REFERENCE, DANGLING_REFERENCE
from partnerkit.workspace.layout import Unit
from partnerkit.workspace.leftovers import Leftover, leftovers
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.patterns import matcher
from partnerkit.workspace.records import Place, Record, Sources
from partnerkit.workspace.renaming import (
    Change,
    Meaning,
    Renaming,
    holder_of,
    is_id,
    meaning,
    meanings,
    mentions_with,
    renamed,
)
from partnerkit.workspace.respelling import UnclearError, respelt
from partnerkit.workspace.workspace import Workspace

SHOWN = 5
"""So many of the things that are called alike are named; of the others, how many they are."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A renaming as it would be done.

    Attributes:
        renaming: What is renamed, and what follows.
        drafts: The files that change, under the names they have now.
        references: How many values and keys change besides the id itself.
        files: The files of the workspace, as they are called now.
        leftovers: Texts that still say the old id.
    """

    renaming: Renaming
    drafts: tuple[Draft, ...]
    references: int
    files: tuple[str, ...]
    leftovers: tuple[Leftover, ...]


class Renamer:
    """Renames things in a workspace that was read, and is valid."""

    def __init__(self, loader: Loader, loaded: Loaded, configuration: Configuration, settings: Settings) -> None:
        """Take the workspace, of which the loader has kept what came of each unit."""
        self.loader = loader
        self.loaded = loaded
        self.configuration = configuration
        self.settings = settings
        self.root: Path = loader.root

    def plan(self, address: str, new: str) -> Plan:
        """What is to be done.

        Raises:
            CannotRunError: It must not be done, or cannot.
        """
        old = address.rpartition("/")[2]
        said = self._said(ids_in(address) | {new})
        thing = self._meant(address, said)
        mentioning = tuple(unit for unit in said if not said[unit].isdisjoint((old, new)))
        touched = mentioning if _is_known_elsewhere(thing) else self._units_of(thing.record)
        records = tuple(self.loader.records_of(touched))
        workspace = Workspace(self.configuration, records, self.loaded.links)
        self._refuse_id(thing, new, workspace)
        renaming = renamed(thing, new, workspace, self.loaded.units, _single(records))
        self._refuse_names(renaming)
        self._refuse_patterns(renaming)
        drafted = drafts(self.loader, frozenset(self._edits(renaming)))
        after = {draft.file: draft.after for draft in drafted}
        self._refuse_other_meaning(renaming, after, workspace)
        baseline = renamed_baseline(self.root, renaming, workspace)
        return Plan(
            renaming,
            drafted if baseline is None else (*drafted, baseline),
            len(renaming.changes) - 1,
            self.loaded.inputs.listing.files,
            tuple(self._leftovers(renaming, after, mentioning)),
        )

    def unlike(self, plan: Plan) -> str | None:
        """What is not as it was planned, now that it has been done: git may ignore the new name, for one."""
        found = discovery.listing(self.root, self.configuration.include, self.configuration.exclude).files
        missing = sorted({plan.renaming.moved(file) for file in plan.files} - set(found))
        return f"{missing[0]} would not be read as a record. Does git ignore it?" if missing else None

    # ------------------------------------------------------------------ what must not be

    def _meant(self, address: str, said: Mapping[Unit, frozenset[str]]) -> Thing:
        found = things(self._records(unit for unit in said if ids_in(address) <= said[unit]), address)
        if len(found) == 1:
            return found[0]
        if found:
            raise CannotRunError(f"{address} is the id of more than one thing. Write {_addresses(found, 'or')}.")
        scope, slash, id_ = address.rpartition("/")
        if slash and (elsewhere := things(self._records(unit for unit in said if id_ in said[unit]), id_)):
            raise CannotRunError(f"There is no {address} here. There is {_addresses(elsewhere, 'and')}.")
        near = nearest(id_, list(known_ids(self._records(self.loaded.units))))
        hint = f" Did you mean {scope}{slash}{near}?" if near else " Give the id of a record, or of an item of one."
        raise CannotRunError(f"There is no {address} here.{hint}")

    def _refuse_id(self, thing: Thing, new: str, workspace: Workspace) -> None:
        if new == thing.id:
            raise CannotRunError(f"{thing.address} has that id already.")
        if not is_id(thing, new):
            letters = "A to Z, a to z" if thing.collection == "criteria" else "a to z"
            raise CannotRunError(
                f"{new} cannot be an id. Write words of {letters} and 0 to 9, joined by - or a dot, at most 64 "
                "characters."
            )
        if (holder := holder_of(thing, workspace, new)) is not None:
            record, path = holder
            place = _place(Place(record.origin, path), Sources(self.loader.text))
            raise CannotRunError(f"The id {new} is taken: see {place}.")

    def _refuse_names(self, renaming: Renaming) -> None:
        for move in renaming.moves:
            folder, _, name = move.target.rpartition("/")
            own = move.source.rpartition("/")[2]
            for other in os.listdir(self.root / folder):
                if other.casefold() == name.casefold() and other != own:
                    there = f"{folder}/{other}".lstrip("/")
                    raise CannotRunError(f"There is already a file or folder {there}. Choose another id.")

    def _refuse_patterns(self, renaming: Renaming) -> None:
        moved = {file: name for file in self.loaded.inputs.listing.files if (name := renaming.moved(file)) != file}
        for patterns in _patterns(self.configuration):
            expression = matcher(patterns)
            if expression is None:
                continue
            for old, new in moved.items():
                if bool(expression.match(old)) != bool(expression.match(new)):
                    raise CannotRunError(
                        f"The file {old} would become {new}, and {CONFIGURATION} has patterns ({listed(patterns)}) "
                        "that fit only one of the two. Let them fit both first."
                    )

    def _refuse_other_meaning(self, renaming: Renaming, after: Mapping[str, bytes], workspace: Workspace) -> None:
        rehearsal = rehearsed(self.loader, self.loaded, self.settings, after, renaming.moved)
        configuration, links = rehearsal.loaded.configuration, rehearsal.loaded.links
        unwritable = [error for error in rehearsal.errors if error.kind not in _OF_REFERENCES]
        if configuration is None or unwritable:
            raise CannotRunError(_unwritable(renaming, unwritable))
        words = frozenset((renaming.thing.id, renaming.new))
        same = {unit.file for unit in rehearsal.same}
        records = [record for record in workspace.records if record.origin.root[0] in same]
        records += rehearsal.loader.records_of(unit for unit in rehearsal.loaded.units if unit not in rehearsal.same)
        found = meanings(Workspace(configuration, records, links), words)
        if found != meanings(workspace, words, renaming):
            raise CannotRunError(self._misunderstood(renaming, found, workspace, words))
        if rehearsal.errors:
            raise CannotRunError(_unwritable(renaming, rehearsal.errors))

    def _misunderstood(
        self, renaming: Renaming, found: Counter[Meaning], workspace: Workspace, words: frozenset[str]
    ) -> str:
        """Which reference would not mean what it means now, and what to do."""
        left = Counter(found)
        for record, mention in mentions_with(workspace, words):
            wanted = meaning(record, mention, workspace, renaming)
            left[wanted] -= 1
            if left[wanted] < 0:
                place = _place(Place(record.origin, mention.path, mention.is_key), Sources(self.loader.text))
                return (
                    f"With {renaming.new} as an id, the reference {mention.text} at {place} would not mean what it "
                    "means now. Choose another id, or write that reference with its scope before it."
                )
        return f"{renaming.new} cannot be written everywhere it must be. Choose another id."

    # ------------------------------------------------------------------ texts and places

    def _records(self, units: Iterable[Unit]) -> tuple[Record, ...]:
        """The records of some units, in the order of the workspace."""
        return tuple(sorted(self.loader.records_of(units), key=lambda record: (record.kind, record.id)))

    def _units_of(self, record: Record) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.loaded.units if unit.file == record.origin.root[0])

    def _said(self, words: Iterable[str]) -> Mapping[Unit, frozenset[str]]:
        """Which of some ids may stand in each unit; where none does, nothing changes, nor what it means."""
        sought = {word: word.encode() for word in words}
        return {
            unit: frozenset(word for file in unit.files for word in self._said_in(file, sought))
            for unit in self.loaded.units
        }

    def _said_in(self, file: str, sought: Mapping[str, bytes]) -> Iterable[str]:
        # Ids are ASCII: they stand in the bytes as they are, but where a backslash tells of escapes in double quotes.
        # An alias has its anchor in the same file, and an item without an id has that of its file's name.
        raw = self._bytes(file)
        return sought if b"\\" in raw else [word for word in sought if sought[word] in raw or word in file]

    def _edits(self, renaming: Renaming) -> Iterator[TextEdit]:
        by_file: dict[str, list[Change]] = {}
        for change in renaming.changes:
            by_file.setdefault(change.place.origin.locate(change.place.path)[0][0], []).append(change)
        for changes in by_file.values():
            # Where all values of a file stand takes many times what the file takes: one after the other.
            sources = Sources(self.loader.text)
            yield from (edit for change in changes if (edit := _edit(change, sources)) is not None)

    def _bytes(self, file: str) -> bytes:
        return unchanged(self.root, file, self.loader.digests.get(file))

    def _leftovers(
        self, renaming: Renaming, after: Mapping[str, bytes], mentioning: Iterable[Unit]
    ) -> Iterator[Leftover]:
        files = sorted(file for unit in mentioning for file in unit.files)
        for file in (CONFIGURATION, *files):
            raw = after[file] if file in after else self._bytes(file)
            yield from leftovers(renaming.thing.id, renaming.moved(file), text_of(raw))


_OF_REFERENCES = frozenset({AMBIGUOUS_REFERENCE, DANGLING_REFERENCE})


def _unwritable(renaming: Renaming, errors: Sequence[Diagnostic]) -> str:
    told = [f" {error.message[:1].upper()}{error.message[1:]} ({_line(error.span)})." for error in errors]
    return f"{renaming.new} cannot be written everywhere it must be.{''.join(told[:1])}"


def _edit(change: Change, sources: Sources) -> TextEdit | None:
    try:
        return respelt(change, sources)
    except UnclearError as error:
        raise CannotRunError(
            f"{change.before} at {_place(change.place, sources)} is written in a way that cannot be edited safely. "
            "Write it on one line, without escapes."
        ) from error


def _place(place: Place, sources: Sources) -> str:
    return _line(sources.span(place))


def _addresses(found: Sequence[Thing], last: str) -> str:
    more = [f"{len(found) - SHOWN} more"] if len(found) > SHOWN else []
    return listed([*(thing.address for thing in found[:SHOWN]), *more], "and" if more else last)


def _is_known_elsewhere(thing: Thing) -> bool:
    """Whether other records can refer to it: to items of partnerships none can, unless by a file of their name."""
    if thing.is_record or thing.record.kind != PARTNERSHIP:
        return True
    return any(file.rpartition("/")[2].rpartition(".")[0] == thing.id for file in thing.record.files)


def _patterns(configuration: Configuration) -> Iterator[Sequence[str]]:
    yield configuration.include
    yield configuration.exclude
    if configuration.rules is not None:
        yield from (one.paths for one in configuration.rules.per_path)


def _single(records: Iterable[Record]) -> frozenset[str]:
    """The files that hold one record, or one item, and nothing else."""
    documents: Counter[str] = Counter()
    for record in records:
        documents[record.origin.root[0]] += 1
        documents.update(file for held in record.origin.items.values() for file, _ in held)
    return frozenset(file for file, count in documents.items() if count == 1)


def _line(span: Span) -> str:
    return span.file if span.start is None else f"{span.file}:{span.start.line + 1}"
