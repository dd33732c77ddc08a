"""Score partnerships by rubrics: what their records hold of what is asked for, with the places that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from partnerkit.app.evidence_files import evidence_files, watched_files
from partnerkit.app.levels import Limits, limits_of
from partnerkit.app.lint import Choice, pack_of, selection_of
from partnerkit.app.loading import Loaded, Loader, Tell, find_root
from partnerkit.app.opening import opened
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.validate import Answer, checked_workspace, code_of
from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit import full
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.lines import wrapped
from partnerkit.emit.score.api import Below, Emit, Scored
from partnerkit.model.configuration import Configuration, RulesConfiguration
from partnerkit.model.suggestions import nearest
from partnerkit.rubric.catalogue import DEFAULT, Rubric, rubrics
from partnerkit.rubric.checking import all_checks
from partnerkit.rubric.engine import Scoring, light, placed, scores_of
from partnerkit.rubric.own import OwnRubricError
from partnerkit.rubric.scores import Score
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace

ALL = "all"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    Attributes:
        only: The ids of partnerships; none means all.
        rubrics: The names of rubrics, or `all`; none means the configured one.
        emit: The format.
        fail_under: The levels that are too low, as they were written: `2`, `evidenced`, `P2=2`.
        explain: Whether every check is to be shown with its facts.
        next: Whether to show what would raise the levels.
        places: Whether the format shows places.
        apart: Whether what it prints is for a program, so that nothing else may be printed with it.
        rev: The revision to score; None means the files as they are now.
        config_from: The revision whose settings and excuses count; None means the workspace's own.
    """

    only: tuple[str, ...]
    rubrics: tuple[str, ...]
    emit: Emit
    fail_under: tuple[str, ...] = ()
    explain: bool = False
    next: bool = False
    places: bool = False
    apart: bool = False
    rev: str | None = None
    config_from: str | None = None


@dataclass(slots=True)
class _Found:
    """What came of one partnership."""

    id: str = ""
    scores: tuple[Score, ...] = ()
    watched: dict[str, str] = field(default_factory=dict)


def answer(asked: Asked, settings: Settings, elapsed: str, tell: Tell) -> Answer:
    """Score the partnerships, and say how they stand.

    Raises:
        CannotRunError: There is no such partnership, rubric, point or level, or files cannot be read safely here.
    """
    (one,) = opened((), settings, asked.rev, asked.config_from)
    loader, settings = one.loader, one.settings
    inspector = _Scorer(loader, asked, settings)
    loaded = loader.load(tell, inspector)
    checked = checked_workspace(loaded, ("",))
    if loaded.configuration is None:
        pieces = tuple(full.emit([checked], Summary(elapsed, settings.quiet, settings.verbose)))
        return Answer(pieces, ExitCode.FAILED, (), (*one.notes, *loaded.notes))
    found: list[_Found] = [one for one in loaded.looked if one.id]
    missing = list(_not_here(asked.only, [one.id for one in found], is_valid=loaded.is_valid))
    scores = tuple(sorted(chain.from_iterable(one.scores for one in found), key=lambda one: one.partnership))
    limits = {one.name: limits_of(one, asked.fail_under, loaded.configuration, scores) for one in inspector.rubrics}
    below = tuple(below_of(scores, limits))
    scored = Scored(checked, settings.as_of, inspector.rubrics, scores, below, asked.explain, asked.next)
    errors, told = _errors(loaded, checked, asked, Summary(elapsed, settings.quiet, settings.verbose))
    faults = dict.fromkeys(fault for score in scores for fault in score.faults)
    notes = (*one.notes, *loaded.notes, *told, *missing, *faults)
    code = _code(checked, scores, below, failed=bool(faults))
    others = {name: state for one in found for name, state in one.watched.items()}
    is_lasting = code in {ExitCode.OK, ExitCode.FINDINGS} and not notes and asked.config_from is None
    inputs = (loaded.inputs._replace(others=others),) if is_lasting else ()
    return Answer((*errors, *asked.emit(scored)), code, inputs, notes)


def _errors(loaded: Loaded, checked: Checked, asked: Asked, summary: Summary) -> tuple[tuple[Piece, ...], list[str]]:
    """What is wrong with the records: in pieces before the scores, or on the side where a program reads these."""
    if loaded.is_valid:
        return (), []
    partly = "records with errors are not scored"
    if not asked.apart:
        return (*full.emit([checked], summary), ("\n", "plain")), [partly]
    errors = [one for one in checked.diagnostics if one.severity is Severity.ERROR]
    lines = (
        f"{one_line(checked.path(one.span.file))}"
        f"{'' if one.span.start is None else f':{one.span.start.line + 1}'}: {one_line(one.message)}"
        for one in errors
    )
    return (), [*lines, partly]


def _not_here(only: Sequence[str], known: Sequence[str], *, is_valid: bool) -> Iterator[str]:
    for id_ in only:
        if id_ in known:
            continue
        near = nearest(id_, known)
        hint = f" Did you mean {near}?" if near else ""
        if is_valid:
            raise CannotRunError(f"There is no partnership {id_} here.{hint}")
        yield f"there is no partnership {id_} among the records without errors{hint and '.'}{hint}"


def below_of(scores: Iterable[Score], limits: Mapping[str, Limits]) -> Iterator[Below]:
    """The points that are below the least level of their rubric, by its name."""
    for score in scores:
        for point in score.points:
            asked = limits[score.rubric].of(point.code)
            if point.level is not None and asked is not None and point.level < asked:
                yield Below(score, point, asked)


def _code(checked: Checked, scores: Sequence[Score], below: Sequence[Below], *, failed: bool) -> ExitCode:
    errors = code_of(checked)
    if failed or errors is ExitCode.FAILED:
        return ExitCode.FAILED
    if below or errors is ExitCode.FINDINGS:
        return ExitCode.FINDINGS
    return ExitCode.OK if scores else ExitCode.NOTHING_CHECKED


class _Scorer:
    """The inspector that scores: each partnership in the process that reads it."""

    rubrics: tuple[Rubric, ...] = ()
    scoring: Scoring
    shared: Workspace

    def __init__(self, loader: Loader, asked: Asked, settings: Settings) -> None:
        self.loader = loader
        self.asked = asked
        self.settings = settings

    def begin(self, configuration: Configuration, shared: tuple[Record, ...]) -> _Found:
        """Settle by what to score."""
        self.scoring = scoring_of(configuration, self.settings.as_of, self.asked.rubrics)
        self.rubrics = self.scoring.rubrics
        self.shared = Workspace(configuration, shared)
        return _Found()

    def look(self, record: Record, sources: Sources) -> _Found:
        """Score a partnership, if it is asked for."""
        result = _Found(record.id)
        if self.asked.only and record.id not in self.asked.only:
            return result
        files = evidence_files(record, self.loader.tree)
        if self.settings.cache:
            result.watched |= watched_files(record, self.loader.tree)
        scores = scores_of(record, self.shared.beside(record), self.scoring, files)
        result.scores = tuple(placed(one, record, sources) if self.asked.places else light(one) for one in scores)
        return result


def scoring_of(configuration: Configuration, as_of: date, names: Sequence[str] = (ALL,)) -> Scoring:
    """By what a workspace is judged: the rubrics of some names, and what it says of rules and thresholds.

    Raises:
        CannotRunError: There is no such rubric, rule, rule pack or threshold, or a rubric of its own cannot be used.
    """
    rules = configuration.rules or RulesConfiguration()
    return Scoring(rubrics_of(configuration, names), as_of, pack_of(rules), selection_of(rules, Choice()))


def rubrics_of(configuration: Configuration, names: Sequence[str]) -> tuple[Rubric, ...]:
    """The rubrics of some names, in their order, each once; without names, the one that is configured.

    Raises:
        CannotRunError: There is no such rubric, or a rubric of the workspace's own cannot be used.
    """
    try:
        known = {one.name: one for one in rubrics(configuration)}
    except OwnRubricError as error:
        raise CannotRunError(f"partnerkit.yaml: {error}") from error
    wanted = names or (default_rubric(configuration),)
    for name in wanted:
        if name not in known and name != ALL:
            near = nearest(name, (*known, ALL))
            hint = f"Did you mean {near}?" if near else f"There are {', '.join(known)}."
            raise CannotRunError(f"There is no rubric {name}. {hint}")
    return tuple(known.values()) if ALL in wanted else tuple(known[name] for name in dict.fromkeys(wanted))


def default_rubric(configuration: Configuration) -> str:
    """The name of the rubric that is configured."""
    score = configuration.score
    return (score.rubric if score is not None else None) or DEFAULT


def described(settings: Settings) -> Iterator[Piece]:
    """The rubrics of the workspace, if there is one here, and the checks that a rubric may be made of.

    Raises:
        CannotRunError: A rubric of the workspace's own cannot be used.
    """
    configuration = _configuration(settings)
    yield "Rubrics\n", "strong"
    found = rubrics_of(configuration, (ALL,))
    width = max(len(one.name) for one in found)
    for one in found:
        mark = " (used unless you name another)" if one.name == default_rubric(configuration) else ""
        yield f"  {one.name:<{width}}", "strong"
        yield f"  {one_line(one.title)}{mark}\n", "plain"
    yield "\nChecks, for rubrics of your own in partnerkit.yaml\n", "strong"
    for check in all_checks().values():
        yield f"  {check.name}", "strong"
        yield f", from {check.stage.word}\n", "plain"
        yield from ((f"    {line}\n", "plain") for line in wrapped(check.title, 76))


def _configuration(settings: Settings) -> Configuration:
    """What is configured here; what every workspace has, where there is none or it is broken."""
    try:
        loader = Loader(find_root(settings.folder), replace(settings, cache=False))
    except CannotRunError:
        return Configuration.model_validate({"format": 1})
    return loader.configuration() or Configuration.model_validate({"format": 1})
