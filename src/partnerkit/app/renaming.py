"""What a renaming would do to the files of a workspace; and all that speaks against it, looked at before it is done."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.baseline_renaming import renamed_baseline
from partnerkit.app.drafts import Draft, drafts, text_of, unchanged
from partnerkit.app.loading import Loaded, Loader
from partnerkit.app.outcome import CannotRunError
from partnerkit.app.rehearsal import rehearsed
from partnerkit.diagnostics.diagnostic import Span, TextEdit
from partnerkit.io import discovery
from partnerkit.model.configuration import Configuration
from partnerkit.model.suggestions import nearest
from partnerkit.rules.words import listed
from partnerkit.workspace.addresses import Thing, known_ids, things
from partnerkit.workspace.leftovers import Leftover, leftovers
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.patterns import matcher
from partnerkit.workspace.records import Place, Sources
from partnerkit.workspace.renaming import (
    Change,
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

    def __init__(self, loader: Loader, loaded: Loaded, configuration: Configuration) -> None:
        """Take the workspace.

        Raises:
            CannotRunError: It is no longer what was read.
        """
        self.loader = loader
        self.loaded = loaded
        self.root: Path = loader.root
        self.workspace = Workspace(configuration, loader.records_of(loaded.units))
        if len(self.workspace.records) != len(loaded.records):
            raise CannotRunError("A file has changed while it was looked at; nothing was changed.")
        self.sources = Sources(loader.text)

    def plan(self, address: str, new: str) -> Plan:
        """What is to be done.

        Raises:
            CannotRunError: It must not be done, or cannot.
        """
        thing = self._meant(address)
        self._refuse_id(thing, new)
        renaming = renamed(thing, new, self.workspace, self.loaded.units, _single(self.workspace))
        self._refuse_names(renaming)
        self._refuse_patterns(renaming)
        edits = {edit for change in renaming.changes if (edit := self._edit(change)) is not None}
        drafted = drafts(self.loader, edits)
        after = {draft.file: draft.after for draft in drafted}
        self._refuse_other_meaning(renaming, after)
        baseline = renamed_baseline(self.root, renaming, self.workspace)
        return Plan(
            renaming,
            drafted if baseline is None else (*drafted, baseline),
            len(renaming.changes) - 1,
            self.loaded.inputs.listing.files,
            tuple(self._leftovers(renaming, after)),
        )

    def unlike(self, plan: Plan) -> str | None:
        """What is not as it was planned, now that it has been done: git may ignore the new name, for one."""
        configuration = self.workspace.configuration
        found = discovery.listing(self.root, configuration.include, configuration.exclude).files
        missing = sorted({plan.renaming.moved(file) for file in plan.files} - set(found))
        return f"{missing[0]} would not be read as a record. Does git ignore it?" if missing else None

    # ------------------------------------------------------------------ what must not be

    def _meant(self, address: str) -> Thing:
        found = things(self.workspace, address)
        if len(found) == 1:
            return found[0]
        if found:
            addresses = listed([thing.address for thing in found], "or")
            raise CannotRunError(f"{address} is the id of more than one thing. Write {addresses}.")
        scope, slash, id_ = address.rpartition("/")
        if slash and (elsewhere := things(self.workspace, id_)):
            raise CannotRunError(f"There is no {address} here. There is {listed([one.address for one in elsewhere])}.")
        near = nearest(id_, list(known_ids(self.workspace)))
        hint = f" Did you mean {scope}{slash}{near}?" if near else " Give the id of a record, or of an item of one."
        raise CannotRunError(f"There is no {address} here.{hint}")

    def _refuse_id(self, thing: Thing, new: str) -> None:
        if new == thing.id:
            raise CannotRunError(f"{thing.address} has that id already.")
        if not is_id(thing, new):
            letters = "A to Z, a to z" if thing.collection == "criteria" else "a to z"
            raise CannotRunError(
                f"{new} cannot be an id. Write words of {letters} and 0 to 9, joined by - or a dot, at most 64 "
                "characters."
            )
        if (holder := holder_of(thing, self.workspace, new)) is not None:
            record, path = holder
            raise CannotRunError(f"The id {new} is taken: see {self._place(Place(record.origin, path))}.")

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
        for patterns in _patterns(self.workspace.configuration):
            expression = matcher(patterns)
            if expression is None:
                continue
            for old, new in moved.items():
                if bool(expression.match(old)) != bool(expression.match(new)):
                    raise CannotRunError(
                        f"The file {old} would become {new}, and {CONFIGURATION} has patterns ({listed(patterns)}) "
                        "that fit only one of the two. Let them fit both first."
                    )

    def _refuse_other_meaning(self, renaming: Renaming, after: Mapping[str, bytes]) -> None:
        rehearsal = rehearsed(self.workspace, self.loaded.units, self._bytes, after, renaming.moved)
        if rehearsal.workspace is None or rehearsal.faults:
            told = [
                f" {fault.message[:1].upper()}{fault.message[1:]} ({_line(fault.span)})." for fault in rehearsal.faults
            ]
            raise CannotRunError(f"{renaming.new} cannot be written everywhere it must be.{''.join(told[:1])}")
        words = frozenset((renaming.thing.id, renaming.new))
        found = meanings(rehearsal.workspace, words)
        if found == meanings(self.workspace, words, renaming):
            return
        left = Counter(found)
        for record, mention in mentions_with(self.workspace, words):
            wanted = meaning(record, mention, self.workspace, renaming)
            left[wanted] -= 1
            if left[wanted] < 0:
                place = self._place(Place(record.origin, mention.path, mention.is_key))
                raise CannotRunError(
                    f"With {renaming.new} as an id, the reference {mention.text} at {place} would not mean what it "
                    "means now. Choose another id, or write that reference with its scope before it."
                )
        raise CannotRunError(f"{renaming.new} cannot be written everywhere it must be. Choose another id.")

    # ------------------------------------------------------------------ texts and places

    def _edit(self, change: Change) -> TextEdit | None:
        try:
            return respelt(change, self.sources)
        except UnclearError as error:
            raise CannotRunError(
                f"{change.before} at {self._place(change.place)} is written in a way that cannot be edited safely. "
                "Write it on one line, without escapes."
            ) from error

    def _place(self, place: Place) -> str:
        return _line(self.sources.span(place))

    def _bytes(self, file: str) -> bytes:
        return unchanged(self.root, file, self.loader.digests.get(file))

    def _leftovers(self, renaming: Renaming, after: Mapping[str, bytes]) -> Iterator[Leftover]:
        for file in (CONFIGURATION, *self.loaded.inputs.listing.files):
            text = text_of(after[file]) if file in after else self.loader.text(file) or ""
            yield from leftovers(renaming.thing.id, renaming.moved(file), text)


def _patterns(configuration: Configuration) -> Iterator[Sequence[str]]:
    yield configuration.include
    yield configuration.exclude
    if configuration.rules is not None:
        yield from (one.paths for one in configuration.rules.per_path)


def _single(workspace: Workspace) -> frozenset[str]:
    """The files that hold one record, or one item, and nothing else."""
    documents: Counter[str] = Counter()
    for record in workspace.records:
        documents[record.origin.root[0]] += 1
        documents.update(file for held in record.origin.items.values() for file, _ in held)
    return frozenset(file for file, count in documents.items() if count == 1)


def _line(span: Span) -> str:
    return span.file if span.start is None else f"{span.file}:{span.start.line + 1}"
