"""The one line for CI: form, rules, levels, kept pages, and what a change does to ids and excuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from partnerkit.app.gate import kinds
from partnerkit.app.gate.branches import Branches, branches
from partnerkit.app.gate.levels import Levels
from partnerkit.app.gate.pages import Kept, kept_pages
from partnerkit.app.gate.settings import usable
from partnerkit.app.lint import Choice, Findings, Linted, Rules, gathered
from partnerkit.app.linting import write_format
from partnerkit.app.loading import Loaded, Tell
from partnerkit.app.opening import Opened, opened
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Severity
from partnerkit.diagnostics.text import Piece, one_line, plain
from partnerkit.emit import checklist, markdown
from partnerkit.emit.api import Checked, Summary, number
from partnerkit.emit.checklist import Line
from partnerkit.io.host import Host, HostName, add_to_summary
from partnerkit.model.configuration import Configuration
from partnerkit.rubric.scores import Score
from partnerkit.units import unit
from partnerkit.workspace.records import Record, Sources

FORMATS: dict[HostName, str] = {"github": "github", "gitlab": "full", "none": "full"}
"""What a host's log is best given."""

QUALITY = "gl-code-quality-report.json"
"""The name by which GitLab's documentation, and our template, call the report of what was found."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    Attributes:
        host: For whom the formats are.
        format: The format for the console; None means the host's.
        outputs: Formats to write to files, too, by name.
        choice: Which findings fail.
        fail_under: The least levels, as they were written; none means those of the configuration.
        against: The branch that the change is meant for; None means that no change is looked at.
        config_from: The revision whose settings and excuses count; None means the workspace's own.
    """

    host: Host
    format: str | None = None
    outputs: tuple[tuple[str, Path], ...] = ()
    choice: Choice = field(default_factory=Choice)
    fail_under: tuple[str, ...] = ()
    against: str | None = None
    config_from: str | None = None


@dataclass(slots=True)
class _Both:
    """What rules and rubric found in one unit."""

    findings: Findings
    scores: tuple[Score, ...]


class _Checker:
    """The inspector that looks with the rules and scores, each partnership in the process that reads it."""

    def __init__(self, rules: Rules, levels: Levels) -> None:
        self._rules = rules
        self._levels = levels

    def begin(self, configuration: Configuration, shared: tuple[Record, ...]) -> _Both:
        """Look at what partnerships share."""
        return _Both(self._rules.begin(configuration, shared), self._levels.begin(configuration, shared))

    def look(self, record: Record, sources: Sources) -> _Both:
        """Look at a partnership."""
        return _Both(self._rules.look(record, sources), self._levels.look(record))


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a check.

    Attributes:
        linted: The workspace as the rules have left it, and all that was found.
        loaded: The workspace as it was read.
        levels: What scored, and whether it was asked to.
        kept: The pages that are kept, and what is wrong with them.
        branches: The change beside its branch; None if none was named.
        faults: What failed in the program.
    """

    linted: Linted
    loaded: Loaded
    levels: Levels
    kept: Kept
    branches: Branches | None
    faults: tuple[str, ...]

    @property
    def code(self) -> ExitCode:
        """The exit code."""
        return ExitCode.FAILED if self.faults else self.linted.code


def answer(asked: Asked, settings: Settings, elapsed: str, tell: Tell) -> Answer:
    """Look at everything, and say what stands in the way.

    Raises:
        CannotRunError: The job cannot be done; the text says why.
    """
    (one,) = opened((), settings, None, asked.config_from)
    seen = _seen(one, asked, tell)
    checked = [seen.linted.checked]
    lines = tuple(_lines(seen))
    name = asked.format or FORMATS[asked.host.name]
    summary = Summary(elapsed, settings.quiet, settings.verbose)
    pieces = tuple(unit("partnerkit.emit", name).emit(checked, summary))
    listed: tuple[Piece, ...] = ()
    if not settings.quiet and not seen.linted.checked.is_unusable:
        listed = tuple(checklist.LISTS[name](lines)) if name in checklist.LISTS else ()
    unwritten = tuple(_beside(asked, settings, checked, summary))
    notes = (*one.notes, *seen.loaded.notes, *seen.faults, *unwritten, *_summarised(asked.host, lines, checked))
    shown = (*listed, *pieces) if name == "markdown" else (*pieces, *listed)
    return Answer(shown, ExitCode.FAILED if unwritten else seen.code, (), notes)


def _summarised(host: Host, lines: Sequence[Line], checked: Sequence[Checked]) -> Iterator[str]:
    """Add to the summary of a job; that it cannot be written to does not make a change worse."""
    if host.summary:
        try:
            add_to_summary(host.summary, plain((*checklist.markdown(lines), *markdown.emit(checked, Summary("")))))
        except OSError as error:
            yield f"the summary of the job could not be written: {error.strerror}"


def _beside(asked: Asked, settings: Settings, checked: Sequence[Checked], summary: Summary) -> Iterator[str]:
    """Write what goes to files; gives what could not be written: what was found is to be read all the same."""
    more = [("gitlab", Path(QUALITY))] if asked.host.name == "gitlab" else []
    for form, path in (*asked.outputs, *more):
        try:
            write_format(form, settings.folder / path, checked, summary)
        except (CannotRunError, OSError) as error:
            yield f"{path} could not be written: {getattr(error, 'strerror', None) or error}"


def _seen(one: Opened, asked: Asked, tell: Tell) -> Seen:
    loader, settings = one.loader, one.settings
    # Before anything is read, so that a name that is none is told at once.
    beside = None if asked.against is None else branches(settings.folder, loader, asked.against)
    rules = Rules(loader, asked.choice, settings)
    levels = Levels(loader, settings, asked.fail_under)
    loaded = loader.load(tell, _Checker(rules, levels))
    both: tuple[_Both, ...] = loaded.looked
    linted = gathered(rules, replace(loaded, looked=tuple(each.findings for each in both)), ("",))
    scores = tuple(score for each in both for score in each.scores)
    base = beside.base.tree if beside is not None and beside.base is not None else None
    kept = kept_pages(loaded, loader, settings, base)
    more = [*levels.found(scores, loaded), *kept.found, *usable(loader, scores)]
    if beside is not None and loaded.configuration is not None:
        more.extend(beside.found(loaded.links))
    found = sorted((*linted.checked.diagnostics, *more), key=lambda each: each.order)
    linted.checked = replace(linted.checked, diagnostics=tuple(found))
    faults = dict.fromkeys(fault for score in scores for fault in score.faults)
    return Seen(linted, loaded, levels, kept, beside, tuple(faults))


# ---------------------------------------------------------------------- what was looked at


def _lines(seen: Seen) -> Iterator[Line]:
    of_form = set(map(id, seen.loaded.diagnostics))
    every = seen.linted.checked.diagnostics
    form = [one for one in every if id(one) in of_form or one.kind.code == kinds.SETTINGS_UNUSABLE.code]
    records = seen.linted.checked.records
    if not records and not form:
        yield Line("Form", "left out", "there are no records")
        return
    yield _line("Form", form, seen, f"{number(records, 'record')} well formed", _counted(form))
    if seen.loaded.configuration is None:
        return
    rules = [one for one in every if id(one) not in of_form and one.kind.code not in kinds.CODES]
    looked = f"{number(seen.linted.checked.rules, 'rule')} looked"
    yield _line("Rules", rules, seen, f"{looked}, nothing found", f"{looked}: {_counted(rules)}")
    if seen.levels.is_asked:
        low = _of(every, kinds.LEVEL_TOO_LOW)
        said = number(len(low), "point is below its least level", "points are below their least levels")
        yield _line("Levels", low, seen, "every point that is due reaches its least level", said)
    else:
        yield Line("Levels", "left out", "no least level is asked for (`score.fail_under` in partnerkit.yaml)")
    yield _pages(seen, every)
    if seen.branches is None:
        yield Line("Change", "left out", "no branch to compare with (`--against`)")
        return
    ref = one_line(seen.branches.ref)
    taken = _of(every, kinds.ID_TAKEN)
    said = f"{number(len(taken), 'id was', 'ids were')} given to two different things, here and at {ref}"
    yield _line("Ids", taken, seen, f"none was given to two different things, here and at {ref}", said)
    change = _of(every, kinds.GATE_LOOSENED, kinds.TAKEN_AWAY, kinds.FINDING_EXCUSED)
    fine = "this change excuses nothing, takes no record or section away, and loosens no setting"
    yield _line("Change", change, seen, fine, _overlooked(change))


def _of(found: Sequence[Diagnostic], *wanted: Kind) -> list[Diagnostic]:
    codes = {kind.code for kind in wanted}
    return [one for one in found if one.kind.code in codes]


def _pages(seen: Seen, every: Sequence[Diagnostic]) -> Line:
    kept = seen.kept
    own = f"{number(kept.own, 'page')} made with templates of your own not compared" if kept.own else ""
    if kept.reason:
        return Line("Pages", "left out", kept.reason)
    wrong = _of(every, kinds.PAGE_OUTDATED, kinds.PAGE_SHOWS_MORE)
    if own and not kept.count and not wrong:
        return Line("Pages", "left out", own)
    current = f"{number(kept.count, 'page')} up to date"
    said = [f"{number(count, word)}" for count, word in _wrong_pages(wrong) if count]
    line = _line("Pages", wrong, seen, current, "; ".join(said))
    return replace(line, words=f"{line.words}; {own}") if own else line


def _wrong_pages(found: Sequence[Diagnostic]) -> Iterator[tuple[int, str]]:
    yield len(_of(found, kinds.PAGE_OUTDATED)), "page out of date"
    yield len(_of(found, kinds.PAGE_SHOWS_MORE)), "page shown to too many"


def _line(name: str, found: Sequence[Diagnostic], seen: Seen, fine: str, said: str) -> Line:
    if not found:
        return Line(name, "holds", fine)
    fails = any(one.severity >= seen.linted.fail_on for one in found)
    return Line(name, "fails" if fails else "told", said)


MOST_TOLD = 5


def _overlooked(found: Sequence[Diagnostic]) -> str:
    """What a change excuses, takes away and loosens: it must be read where there are many findings, too."""
    worst = sorted(found, key=lambda one: -one.severity)
    told = [one.message for one in worst[:MOST_TOLD]]
    more = [f"and {len(found) - MOST_TOLD} more"] if len(found) > MOST_TOLD else []
    return "; ".join((*told, *more))


def _counted(found: Sequence[Diagnostic]) -> str:
    """How much was found: `2 errors, 1 note`."""
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    counts = ((word, sum(1 for one in found if one.severity is severity)) for severity, word in words.items())
    return ", ".join(number(count, word) for word, count in counts if count)
