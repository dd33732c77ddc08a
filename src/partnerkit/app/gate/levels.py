"""The points that are below the least level asked for, each as a finding at its partnership."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from partnerkit.app.evidence_files import evidence_files
from partnerkit.app.gate.kinds import LEVEL_TOO_LOW
from partnerkit.app.levels import limits_of
from partnerkit.app.loading import PARTNERSHIP, Loaded, Loader
from partnerkit.app.outcome import Settings
from partnerkit.app.score import below_of, scoring_of
from partnerkit.diagnostics.diagnostic import Diagnostic, Span
from partnerkit.emit.score.api import level_words
from partnerkit.model.configuration import Configuration
from partnerkit.rubric.engine import Scoring, light, scores_of
from partnerkit.rubric.scores import Score
from partnerkit.workspace.records import Place, Record, Sources
from partnerkit.workspace.workspace import Workspace


class Levels:
    """The inspector that scores partnerships by the configured rubric, if a least level is asked for."""

    scoring: Scoring
    shared: Workspace

    def __init__(self, loader: Loader, settings: Settings, given: Sequence[str]) -> None:
        """Take what reads the workspace, and the least levels that the command line names."""
        self._loader = loader
        self._settings = settings
        self._given = given
        self.is_asked = bool(given)

    def begin(self, configuration: Configuration, shared: tuple[Record, ...]) -> tuple[Score, ...]:
        """Settle by what to score, and whether to."""
        score = configuration.score
        self.is_asked = bool(self._given) or (score is not None and score.fail_under is not None)
        self.scoring = scoring_of(configuration, self._settings.as_of, ())
        self.shared = Workspace(configuration, shared)
        return ()

    def look(self, record: Record) -> tuple[Score, ...]:
        """The scores of a partnership."""
        if not self.is_asked:
            return ()
        files = evidence_files(record, self._loader.tree)
        return tuple(light(one) for one in scores_of(record, self.shared.beside(record), self.scoring, files))

    def found(self, scores: Sequence[Score], loaded: Loaded) -> Iterator[Diagnostic]:
        """The points that are too low.

        Raises:
            CannotRunError: There is no such level or point.
        """
        if not self.is_asked or loaded.configuration is None:
            return
        (rubric,) = self.scoring.rubrics
        limits = {rubric.name: limits_of(rubric, self._given, loaded.configuration, scores)}
        spans = _titles(loaded, Sources(self._loader.text))
        for one in below_of(scores, limits):
            assert one.point.level is not None  # noqa: S101 - what is not due is never too low
            is_, asked = (level_words(rubric, level) for level in (one.point.level, one.asked))
            id_ = one.score.partnership
            message = f"{one.point.code} {one.point.title} is {is_}, and {asked} is asked for"
            help_ = f"`partnerkit score {id_} --next` shows the few entries that raise it."
            subject = f"{PARTNERSHIP} {id_} scores/{rubric.name}/{one.point.code}"
            yield Diagnostic(LEVEL_TOO_LOW, message, spans[id_], help_, subject=subject)


def _titles(loaded: Loaded, sources: Sources) -> Mapping[str, Span]:
    """Where the title of each partnership stands."""
    facts = (one for one in loaded.links.facts if one.kind == PARTNERSHIP)
    return _Spans({one.id: Place(one.origin, ("title",)) for one in facts}, sources)


class _Spans(dict[str, Span]):
    """Spans that are looked for when they are asked for: few of a thousand are."""

    def __init__(self, places: Mapping[str, Place], sources: Sources) -> None:
        super().__init__()
        self._places = places
        self._sources = sources

    def __missing__(self, id_: str) -> Span:
        return self._sources.span(self._places[id_])
