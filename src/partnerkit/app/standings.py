"""How the partnerships of one state stood: as they are on record, or as an audience may read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from partnerkit.app.loading import Loader
from partnerkit.app.observing import Observer, Seen
from partnerkit.app.outcome import Settings
from partnerkit.app.reading import intended, readable
from partnerkit.app.revisions import Past
from partnerkit.app.score import scoring_of
from partnerkit.audience.marks import is_withheld
from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.diff.sides import Level
from partnerkit.model.configuration import Audience, Configuration
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rubric.catalogue import Rubric
from partnerkit.rubric.engine import Scoring
from partnerkit.rubric.scores import Point, standing
from partnerkit.rules.subject import EvidenceFile
from partnerkit.views.over_time.history import Measure, Reached, Standing
from partnerkit.views.reading.actions import actions, settled
from partnerkit.views.reading.pages import UNTITLED, workspace_title
from partnerkit.views.reading.scoring import NOT_TOLD, scored
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace

NOT_DUE = "not due"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken down of a state.

    Attributes:
        standings: How each partnership stood, by its id on record.
        measure: By what they were scored.
        title: The title of the workspace.
        names: The id under which a partnership is shown, where that is another.
        left_out: The ids of partnerships that are more confidential than the readers may see.
        withheld: What is withheld from the readers, in a sentence.
    """

    standings: Mapping[str, Standing]
    measure: Measure
    title: str = UNTITLED
    names: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    withheld: str = ""


def on_record(then: Past, settings: Settings) -> Taken | None:
    """How all partnerships without errors of form stood; None if there is none."""
    loader = then.loader(settings)
    watcher = _Watcher(loader, _dated(then, settings))
    pairs: Iterable[tuple[str, Standing] | None] = loader.load(inspector=watcher).looked
    standings = dict(pair for pair in pairs if pair is not None)
    return Taken(standings, watcher.measure, watcher.title) if standings else None


def for_readers(then: Past, settings: Settings, audience: Audience, *, asked: bool) -> Taken | None:
    """How the partnerships stood as far as an audience may know; None if a record of the workspace has errors.

    Names of people are taken out of texts by the records of organisations, so that with one of these missing a name
    could stay; pages of `report` ask for a workspace without errors, too.

    Args:
        then: The state.
        settings: What every command is told.
        audience: Who will read it.
        asked: Whether the command line names the audience.
    """
    loader, dated = then.loader(settings), _dated(then, settings)
    loaded = loader.load()
    if loaded.configuration is None or not loaded.is_valid or not loaded.records:
        return None
    given, default = (audience, None) if asked else (None, audience)
    readers = readable(loaded, loader, dated, given, out=then.root, default=default)
    scoring = scoring_of(loaded.configuration, then.day, ())
    context = readers.context
    standings, names = {}, {}
    for record in readers.workspace.partnerships:
        id_ = readers.sources[record.id].id
        names[id_] = record.id
        standings[id_] = _read(record, readers.workspace, scoring, context.files[record.id].found)
    known = {facts.id for facts in loaded.links.facts if facts.kind == "partnership"}
    left_out = frozenset(known - standings.keys())
    title = workspace_title(readers.workspace)
    return Taken(standings, _measure(scoring.rubrics[0]), title, names, left_out, context.withheld)


def intended_readers(then: Past, settings: Settings, only: Iterable[str]) -> Audience | None:
    """For whom a state is, as its configuration says, or else the partnerships asked for; no id means all.

    None where the configuration has faults.
    """
    loader = then.loader(settings)
    configuration = loader.configuration()
    if configuration is None:
        return None
    if configuration.report is not None and configuration.report.confidentiality is not None:
        return configuration.report.confidentiality
    ids = frozenset(only)
    records = loader.records_of(loader.load(records=True).units)
    partnerships = (record for record in records if record.kind == "partnership")
    return intended(configuration, [record for record in partnerships if not ids or record.id in ids])


def _dated(then: Past, settings: Settings) -> Settings:
    return replace(settings, as_of=then.day, cache=False)


def _measure(rubric: Rubric) -> Measure:
    return Measure(rubric.name, rubric.title, tuple(rubric.levels))


class _Watcher:
    """The inspector that takes down how each partnership stands."""

    def __init__(self, loader: Loader, settings: Settings) -> None:
        self.measure = Measure("")
        self.title = UNTITLED
        self._observer = Observer(loader, settings)

    def begin(self, configuration: Configuration, shared: tuple[Record, ...]) -> None:
        """Settle by what to look."""
        self._observer.begin(configuration, shared)
        self.measure = _measure(self._observer.scoring.rubrics[0])
        self.title = configuration.title or UNTITLED

    def look(self, record: Record, sources: Sources) -> tuple[str, Standing]:
        """Take down a partnership."""
        top = max(len(self.measure.levels) - 1, 1)
        return record.id, _standing(record, self._observer.look(record, sources), top)


def _standing(record: Record, seen: Seen, top: int) -> Standing:
    assert isinstance(record.part, Partnership)  # noqa: S101 - an inspector looks at partnerships
    weights = [one.severity for one in seen.findings]
    return Standing(
        record.part.title,
        record.part.stage,
        {level.code: Reached(level.standing, _height(level, top), level.title) for _, level in seen.levels},
        _open_actions(record.part),
        weights.count(Severity.ERROR),
        weights.count(Severity.WARNING),
    )


def _height(level: Level, top: int) -> float | None:
    if level.level is not None:
        return level.level / top
    return level.share if "/" in level.standing else None


def _open_actions(partnership: Partnership) -> int:
    return sum(not settled(action) for _, action in actions(partnership))


def _read(record: Record, workspace: Workspace, scoring: Scoring, found: Mapping[str, EvidenceFile]) -> Standing:
    """How a partnership stood as its record may be read: what the rules find is for the keepers of the records."""
    assert isinstance(record.part, Partnership)  # noqa: S101 - it is one of the workspace's partnerships
    points = scored(record, workspace, scoring, found)[0].score.points
    top = max(len(scoring.rubrics[0].levels) - 1, 1)
    hidden = any(is_withheld(record.part, section) for section in ("actions", "meetings"))
    return Standing(
        record.part.title,
        record.part.stage,
        {point.code: _reached(point, top) for point in points},
        None if hidden else _open_actions(record.part),
        None,
        None,
    )


def _reached(point: Point, top: int) -> Reached:
    if point.word == NOT_TOLD:
        return Reached(NOT_TOLD, None, point.title)
    if not point.is_due:
        return Reached(NOT_DUE, None, point.title)
    height = point.level / top if point.level is not None else point.met / point.due
    return Reached(standing(point), height, point.title)
