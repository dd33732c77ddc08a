"""Reading a workspace: from a folder to examined units and linked records, with all that is wrong on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from partnerkit.app.oddities import colliding, odd
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.ruling import Ruling
from partnerkit.diagnostics.diagnostic import Diagnostic, Related, Severity, Span
from partnerkit.diagnostics.text import one_line
from partnerkit.io import discovery
from partnerkit.io.cache import DocumentCache, packed, unpacked
from partnerkit.io.discovery import Listing
from partnerkit.io.files import NotAFileError, digest
from partnerkit.io.processes import spread
from partnerkit.io.replay import Inputs
from partnerkit.io.trees import FolderTree, TooLargeError, Tree
from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.model.fields import contents
from partnerkit.model.kinds import sections
from partnerkit.model.validation import validated
from partnerkit.source import limits
from partnerkit.source.characters import decoded, too_large
from partnerkit.source.events import LibyamlMissingError, require_libyaml
from partnerkit.source.reader import Reading, read
from partnerkit.workspace import kinds
from partnerkit.workspace.examination import Examination, Raw, examine
from partnerkit.workspace.homeless import once_a_folder
from partnerkit.workspace.layout import Unit, units
from partnerkit.workspace.linking import Links, by_record
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.records import Origin, Place, Record, Sources
from partnerkit.workspace.references import Facts, request_of

PARTNERSHIP = "partnership"
_GLANCE = 1024

Tell = Callable[[int, int], None]
"""Told how many units are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workspace as it was read.

    Attributes:
        root: Its folder.
        configuration: Its configuration; None if that has faults.
        diagnostics: All that is wrong with it, sorted by file and place.
        units: How the files belong together.
        counts: The number of valid records of each kind.
        inputs: What was read.
        notes: What else there is to say about the reading.
        links: What the records refer to, and where the ids stand.
        looked: What an inspector has found, in no order.
    """

    root: Path
    configuration: Configuration | None
    diagnostics: tuple[Diagnostic, ...]
    units: tuple[Unit, ...]
    records: tuple[tuple[str, str], ...]
    inputs: Inputs
    notes: tuple[str, ...] = ()
    looked: tuple[Any, ...] = ()
    links: Links = field(default_factory=lambda: Links(()), compare=False, repr=False)

    @property
    def is_valid(self) -> bool:
        """Whether nothing is wrong with it that is more than a warning."""
        return all(diagnostic.severity < Severity.ERROR for diagnostic in self.diagnostics)


def find_root(start: Path) -> Path:
    """The root of the workspace that a path belongs to.

    Raises:
        CannotRunError: There is none.
    """
    folder = start if start.is_dir() else start.parent
    root = discovery.find_root(folder)
    if root is None:
        raise CannotRunError(
            f"No workspace here: there is no {CONFIGURATION} in {one_line(str(folder))} or in any folder above it.\n"
            "`partnerkit init` makes one in the folder that holds your records; or name another folder with -C."
        )
    return root


@dataclass(slots=True)
class Result:
    """What came of one unit: what it holds, which bytes it had, what is worth remembering."""

    examination: Examination
    file: str = ""
    digests: dict[str, str] = field(default_factory=dict)
    learnt: dict[str, bytes] = field(default_factory=dict)
    looked: tuple[Any, ...] = ()

    def lightened(self) -> Result:
        """The same without records and texts, to be passed between processes and kept by the thousand."""
        self.examination = self.examination.without_records()
        return self


class Inspector(Protocol):
    """Looks at the records of a workspace while they are read, each partnership in the process that reads it.

    What it gives back must be small enough to be passed between processes.
    """

    def begin(self, configuration: Configuration, shared: tuple[Record, ...]) -> Any:
        """Look at what partnerships share: the organisations, frameworks and programmes. Comes first, and once."""

    def look(self, record: Record, sources: Sources) -> Any:
        """Look at a partnership; `sources` gives the places of its values."""


class Loader:
    """Reads one workspace, once or twice: all of it to check it, and single units again to say where things stand."""

    def __init__(self, root: Path, settings: Settings, tree: Tree | None = None, ruling: Ruling | None = None) -> None:
        """Open the workspace at `root`, as it is now or as it is in another tree.

        Where there is a ruling, its settings and excuses count in the place of the workspace's own.

        Raises:
            CannotRunError: Files cannot be read safely here.
        """
        try:
            require_libyaml()
        except LibyamlMissingError as error:
            raise CannotRunError(str(error)) from error
        self.root = root
        self.tree: Tree = FolderTree(root) if tree is None else tree
        self.ruling = ruling
        self.cache = DocumentCache(root, enabled=settings.cache)
        self.digests: dict[str, str] = {}
        self.results: dict[str, Result] = {}
        self._records: dict[str, tuple[Record, ...]] = {}
        self._by_file: dict[str, Unit] = {}

    def load(
        self,
        tell: Tell = lambda _done, _total: None,
        inspector: Inspector | None = None,
        known: Mapping[str, Result] = MappingProxyType({}),
        *,
        keep: bool = False,
        records: bool = False,
    ) -> Loaded:
        """Read and check everything, and let an inspector look at what is valid, unless the configuration is broken.

        Args:
            tell: Is told about progress.
            inspector: Looks at the records.
            known: What came of partnerships with the same files in another tree, by the file of the unit: they are not
                read again, and the inspector does not look at them.
            keep: Whether to keep in `results` what came of each unit.
            records: Whether to keep the records, for whoever works with all of them: they are then read in this process
                alone, and once. Without an inspector only.
        """
        configuration, faults = self._configuration()
        include, exclude = (configuration.include, configuration.exclude) if configuration else ((), ())
        found = self._listing(include, exclude)
        grouped = _grouped(found.files)
        self._by_file = {unit.file: unit for unit in grouped}
        examinations = []
        looked: list[Any] = []
        unread = [unit for unit in grouped if unit.file not in known] if known else grouped
        for result in chain(known.values(), self._results(unread, configuration, inspector, records=records)):
            if keep:
                self.results[result.file] = result
            examinations.append(result.examination)
            looked.extend(result.looked)
            self.digests |= result.digests
            self.cache.add(result.learnt)
            tell(len(examinations), len(grouped))
        self.cache.close(set(self.digests.values()), keep_others=not isinstance(self.tree, FolderTree))
        links = Links(
            chain.from_iterable(examination.facts for examination in examinations),
            chain.from_iterable(examination.broken for examination in examinations),
        )
        diagnostics = chain(
            faults,
            map(odd, found.oddities),
            colliding(found.files),
            chain.from_iterable(examination.diagnostics for examination in examinations),
            self._shared_ids(links),
            self._unsettled(links),
            self._configured_references(links),
        )
        return Loaded(
            self.root,
            configuration,
            tuple(once_a_folder(sorted(diagnostics, key=lambda one: one.order), grouped, links.facts)),
            grouped,
            tuple((facts.kind, facts.origin.root[0]) for facts in links.facts if facts.is_valid),
            Inputs(str(self.root), tuple(include), tuple(exclude), found, dict(self.digests)),
            found.notes,
            tuple(looked),
            links,
        )

    def _results(
        self,
        grouped: Sequence[Unit],
        configuration: Configuration | None,
        inspector: Inspector | None,
        *,
        records: bool,
    ) -> Iterator[Result]:
        if inspector is None or configuration is None:
            yield from (
                map(self._examine_and_keep, grouped) if records else spread(self._examine_lightly, grouped, _lost)
            )
            return
        apart = [self.is_partnership(unit) for unit in grouped]
        first = [self._examine(unit) for unit, is_apart in zip(grouped, apart, strict=True) if not is_apart]
        read = (self._ruled(record) for result in first for record in result.examination.records)
        shared = (record for record in read if record.kind != PARTNERSHIP)
        yield Result(Examination((), (), ()), looked=(inspector.begin(configuration, tuple(shared)),))

        def examined(unit: Unit) -> Result:
            return inspected(self._examine(unit))

        def inspected(result: Result) -> Result:
            sources = result.examination.sources or Sources(self.text)
            partnerships = (self._ruled(one) for one in result.examination.records if one.kind == PARTNERSHIP)
            result.looked = tuple(inspector.look(record, sources) for record in partnerships)
            return result.lightened()

        yield from map(inspected, first)
        yield from spread(examined, [unit for unit, is_apart in zip(grouped, apart, strict=True) if is_apart], _lost)

    def contents(self) -> Mapping[Unit, tuple[str, ...]]:
        """What lies where, before anything is made of it: each unit with a digest of each of its files.

        The configuration is a unit of its own, the first.
        """
        return {unit: tuple(map(self._digest, unit.files)) for unit in (Unit(CONFIGURATION), *self.listed())}

    def listed(self) -> tuple[Unit, ...]:
        """The units there are, as far as the names of the files tell."""
        configuration, _ = self._configuration()
        include, exclude = (configuration.include, configuration.exclude) if configuration else ((), ())
        return _grouped(self._listing(include, exclude).files)

    def _digest(self, file: str) -> str:
        raw = self._raw(file)
        return raw.message if isinstance(raw, Diagnostic) else digest(raw)

    def is_partnership(self, unit: Unit) -> bool:
        """Whether a unit holds one partnership and nothing that others share, as far as a glance can tell."""
        raw = self._raw(unit.file)
        if isinstance(raw, Diagnostic) or b"\n---" in raw:
            return False
        return bool(unit.sections) or b"kind: partnership" in raw[:_GLANCE]

    def records_of(self, units_: Iterable[Unit]) -> Iterator[Record]:
        """The valid records of some units, to work with: as they were kept, or else read again, but not parsed again.

        Raises:
            CannotRunError: A file that was read before has other bytes now, or cannot be read any more.
        """
        for unit in units_:
            yield from self._records.get(unit.file) or self._read_again(unit)

    def _read_again(self, unit: Unit) -> Iterator[Record]:
        result = self._examine(unit)
        for file in unit.files:
            if file in self.digests and result.digests.get(file) != self.digests[file]:
                raise CannotRunError(f"{one_line(file)} has changed while it was looked at. Give the command again.")
        yield from self._to_work_with(result)

    def _to_work_with(self, result: Result) -> Iterator[Record]:
        for record in result.examination.records:
            # What it holds is many times what it is, and there are thousands of them.
            yield replace(self._ruled(record), gathered=None)

    # ------------------------------------------------------------------ files

    def _listing(self, include: Sequence[str], exclude: Sequence[str]) -> Listing:
        return self.tree.listing(include, exclude)

    def _raw(self, file: str) -> Raw:
        try:
            return self.tree.read(file, limits.FILE_BYTES)
        except TooLargeError as error:
            return too_large(file, error.size)
        except NotAFileError:
            return Diagnostic(kinds.NOT_A_FILE, "this is not a plain file", Span(file), kinds.NOT_A_FILE.remedy)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            return Diagnostic(
                kinds.UNREADABLE, f"the file could not be read: {reason}", Span(file), kinds.UNREADABLE.remedy
            )

    def _examine_and_keep(self, unit: Unit) -> Result:
        result = self._examine(unit)
        self._records[unit.file] = tuple(self._to_work_with(result))
        return result.lightened()

    def _examine_lightly(self, unit: Unit) -> Result:
        return self._examine(unit).lightened()

    def _examine(self, unit: Unit) -> Result:
        files = {file: self._raw(file) for file in unit.files}
        digests = {file: digest(raw) for file, raw in files.items() if isinstance(raw, bytes)}
        learnt: dict[str, bytes] = {}

        def remember(raw: bytes, reader: Callable[[], Reading]) -> Reading:
            name = digest(raw)
            known = self.cache.get(name)
            if known is not None and (documents := unpacked(known)) is not None:
                return Reading(documents, ())
            reading = reader()
            # Warnings are not kept, so that a text with some is read again.
            if not (reading.faults or reading.warnings) and self.cache.enabled:
                learnt[name] = packed(reading.documents)
            return reading

        return Result(examine(unit, files, remember), unit.file, digests, learnt)

    def text(self, file: str) -> str | None:
        """The text of a file that was read before, if it still has the same bytes."""
        raw = self._raw(file)
        if isinstance(raw, Diagnostic) or (file in self.digests and digest(raw) != self.digests[file]):
            return None
        return decoded(raw, file)[0]

    # ------------------------------------------------------------------ configuration

    def configuration(self) -> Configuration | None:
        """The configuration that counts; None if the workspace's own has faults."""
        return self._configuration()[0]

    def _configuration(self) -> tuple[Configuration | None, tuple[Diagnostic, ...]]:
        """The configuration that counts, and what is wrong with the workspace's own."""
        own, faults = self.own_configuration()
        return (own if own is None or self.ruling is None else self.ruling.configuration), faults

    def _ruled(self, record: Record) -> Record:
        return record if self.ruling is None else self.ruling.of(record)

    def own_configuration(self) -> tuple[Configuration | None, tuple[Diagnostic, ...]]:
        """The configuration of the workspace itself, and what is wrong with it; None if anything is."""
        raw = self._raw(CONFIGURATION)
        if isinstance(raw, Diagnostic):
            return None, (raw,)
        self.digests[CONFIGURATION] = digest(raw)
        text, faults = decoded(raw, CONFIGURATION)
        reading = Reading((), faults) if text is None else read(text, CONFIGURATION)
        if reading.faults:
            return None, (*reading.faults, *reading.warnings)
        data = reading.documents[0] if reading.documents else None
        outcome = validated(Configuration, {} if data is None else data)
        if isinstance(outcome, Part):
            return outcome, reading.warnings
        sources = Sources(self.text)
        found = []
        for fault in outcome:
            place = Place(CONFIGURED, fault.path, fault.on_key)
            words = fault.words(sources.written(place), sources.written(Place(CONFIGURED, fault.path[:-1])))
            found.append(Diagnostic(words.kind, words.message, sources.span(place), words.help))
        return None, (*found, *reading.warnings)

    def _configured_references(self, links: Links) -> Iterator[Diagnostic]:
        configuration, _ = self.own_configuration()
        if configuration is None:
            return
        mentions = contents(configuration)[1]
        facts = Facts("configuration", "", CONFIGURED, {}, tuple(map(request_of, mentions)), ())
        asked = {one.request: one for one in links.unsettled_of(facts)}
        for mention in mentions:
            if (one := asked.get(request_of(mention))) is not None:
                span = Sources(self.text).span(Place(CONFIGURED, mention.path))
                yield Diagnostic(one.kind, one.message, span, one.help)

    # ------------------------------------------------------------------ between records

    def _shared_ids(self, links: Links) -> Iterator[Diagnostic]:
        sources = Sources(self.text)
        for shared in links.shared:
            facts = shared.facts
            message = f"the id `{facts.id}` is taken: another {facts.kind} has it"
            there = Related("it stands here already", sources.span(shared.first_place))
            span = sources.span(shared.place)
            yield Diagnostic(kinds.DUPLICATE_ID, message, span, kinds.DUPLICATE_ID.remedy, (there,))

    def _unsettled(self, links: Links) -> Iterator[Diagnostic]:
        for file, all_of_file in by_record(links.unsettled()).items():
            sources = Sources(self.text)
            for origin, mentions in self._examine(self._by_file[file]).examination.asking:
                asked = {one.request: one for one in all_of_file if one.facts.origin.root == origin.root}
                for mention in mentions if asked else ():
                    if (one := asked.get(request_of(mention))) is not None:
                        span = sources.span(Place(origin, mention.path, mention.is_key))
                        yield Diagnostic(one.kind, one.message, span, one.help)


def _grouped(files: Iterable[str]) -> tuple[Unit, ...]:
    return units(files, {name: section.many for name, section in sections().items()})


CONFIGURED = Origin((CONFIGURATION, 0))


def _lost(unit: Unit) -> Result:
    message = "the process that read this record died"
    fault = Diagnostic(kinds.CRASHED, message, Span(unit.file), kinds.CRASHED.remedy)
    return Result(Examination((), (), (fault,)), unit.file)


def relative_paths(root: Path, paths: Sequence[Path]) -> tuple[str, ...]:
    """Paths as they are named in diagnostics: relative to the root, with `/`; "" is the root itself."""
    found = (os.path.relpath(path, root).replace(os.sep, "/") for path in paths)
    return tuple("" if path == "." else path for path in found)


def within(file: str, paths: Sequence[str]) -> bool:
    """Whether a file is one of some paths, or lies in one of them."""
    return any(not path or file == path or file.startswith(path + "/") for path in paths)
