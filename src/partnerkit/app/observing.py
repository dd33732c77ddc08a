"""Takes down what a comparison of two states needs to know of one: records, scores, findings, files of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from partnerkit.app.evidence_files import evidence_files
from partnerkit.app.lint import Choice, Findings, Rules
from partnerkit.app.loading import Loaded, Loader
from partnerkit.app.outcome import Settings
from partnerkit.app.score import scoring_of
from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.diagnostics.fingerprint import fingerprints
from partnerkit.diff.sides import Finding, Level, Snapshot
from partnerkit.io.trees import Tree
from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.rubric.engine import Scoring, scores_of
from partnerkit.rubric.scores import Point, Score, standing
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace


@dataclass(slots=True)
class Seen:
    """What was seen of one partnership, or of all that partnerships share.

    Attributes:
        records: The records.
        levels: How the partnership scores.
        findings: What the rules found.
        files: The files that its evidence names, and whether they are there.
        passed: The file of a partnership that was passed over, for it is the same in the other state; "" for none.
        faults: What failed in the program.
    """

    records: tuple[tuple[str, str, Part], ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    files: Mapping[str, bool] = field(default_factory=dict)
    passed: str = ""
    faults: tuple[str, ...] = ()


class Observer:
    """The inspector that takes down a state; what it gives back is made a whole of by `snapshot`."""

    scoring: Scoring
    shared: Workspace

    def __init__(
        self, loader: Loader, settings: Settings, same: frozenset[str] = frozenset(), other: Tree | None = None
    ) -> None:
        """Take what reads the state.

        Args:
            loader: What reads it.
            settings: What every command is told.
            same: The files of partnerships that are the same in the other state, as far as their own files go.
            other: The files of the other state, for a look at those of evidence.
        """
        self._loader = loader
        self._settings = settings
        self._rules = Rules(loader, Choice(), settings)
        self._same = same
        self._other = other

    def begin(self, configuration: Configuration, shared: tuple[Record, ...]) -> Seen:
        """Take down what partnerships share."""
        found = self._rules.begin(configuration, shared)
        self.scoring = scoring_of(configuration, self._settings.as_of, ())
        self.shared = Workspace(configuration, shared)
        return Seen(tuple((one.kind, one.id, one.part) for one in shared), findings=_all_found(found))

    def look(self, record: Record, sources: Sources) -> Seen:
        """Take down a partnership, unless it is the same in the other state."""
        files = evidence_files(record, self._loader.tree)
        file = record.origin.root[0]
        if file in self._same and self._other is not None and files == evidence_files(record, self._other):
            return Seen(passed=file)
        found = self._rules.look(record, sources)
        scores = scores_of(record, self.shared.beside(record), self.scoring, files)
        levels = tuple((record.id, level) for score in scores for level in _levels(score))
        there = {name: one.exists for name, one in files.items()}
        faults = tuple(fault for score in scores for fault in score.faults)
        return Seen(((record.kind, record.id, record.part),), levels, _all_found(found), there, faults=faults)


def _all_found(found: Findings) -> tuple[Diagnostic, ...]:
    return tuple(found.found)


def _levels(score: Score) -> Iterable[Level]:
    for point in score.points:
        share = point.met / point.due if point.due else 0.0
        yield Level(score.rubric, point.code, point.title, point.level, share, _said(point))


def _said(point: Point) -> str:
    return standing(point) if point.is_due else "not due"


def snapshot(loaded: Loaded) -> Snapshot:
    """What was seen of a state, as a whole."""
    seen: tuple[Seen, ...] = loaded.looked
    found = [*loaded.diagnostics, *chain.from_iterable(one.findings for one in seen)]
    records = {(kind, id_): part for one in seen for kind, id_, part in one.records}
    owners = _owners(loaded)
    return Snapshot(
        records,
        loaded.links.broken,
        {(id_, level.rubric, level.code): level for one in seen for id_, level in one.levels},
        {print_: _finding(one, owners) for print_, one in zip(fingerprints(found), found, strict=True)},
        {one.records[0][1]: one.files for one in seen if one.files},
    )


def _owners(loaded: Loaded) -> Mapping[str, str]:
    """The record that each file belongs to."""
    named = {facts.origin.root[0]: f"{facts.kind} {facts.id}" for facts in loaded.links.facts}
    return {file: named[unit.file] for unit in loaded.units if unit.file in named for file in unit.files}


def _finding(one: Diagnostic, owners: Mapping[str, str]) -> Finding:
    kind, _, rest = one.subject.partition(" ")
    id_, _, about = rest.partition(" ")
    record = f"{kind} {id_}" if id_ else owners.get(one.span.file, f"file {one.span.file}")
    return Finding(record, about, one.kind.name, one.severity.word, int(one.severity), one.message)
