"""Look at valid records with the rules: what is due and absent, what is known to fail, what is overdue."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from partnerkit.app.baseline import FILE, read_baseline
from partnerkit.app.evidence_files import evidence_files, watched_files
from partnerkit.app.loading import Loaded, Loader, Tell, within
from partnerkit.app.narrowing import Narrowing, baseline_digest, past_of
from partnerkit.app.opening import Opened, opened
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.revisions import Past, same_partnerships
from partnerkit.app.validate import checked_workspace, code_of, worst
from partnerkit.diagnostics.diagnostic import Diagnostic, Severity
from partnerkit.diagnostics.fingerprint import fingerprints
from partnerkit.emit.api import Checked
from partnerkit.io.packs import pack_names, read_pack
from partnerkit.io.trees import FolderTree, Tree
from partnerkit.model.configuration import Configuration, RulesConfiguration
from partnerkit.model.suggestions import nearest
from partnerkit.rules.catalogue import Rule, all_rules
from partnerkit.rules.engine import RULE_RAISED, Locator, Raised, Task, in_partnership, in_shared_records, located
from partnerkit.rules.pack import Pack, pack_from
from partnerkit.rules.selection import PathSettings, Selection, UnknownRuleError, chosen, named, profile_met
from partnerkit.rules.suppression import judged
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace

DEFAULT_PACK = "uk-england-2026"
STRICTEST = "strict"
SEVERITIES: Mapping[str, Severity] = {severity.word: severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the command line says of rules; the configuration says the rest.

    Attributes:
        select: Rules to run, in place of those the configuration selects.
        ignore: Rules not to run, besides those the configuration ignores.
        profile: How strict to be.
        fail_on: The least weight at which a finding makes the command fail.
        baseline: Whether what stands in the baseline is known and does not count.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    fail_on: str | None = None
    baseline: bool = True


@dataclass(slots=True)
class Linted:
    """A workspace that the rules have looked at.

    Attributes:
        loaded: How it was read.
        checked: What was found, for an emitter.
        fail_on: The least weight at which a finding makes the command fail.
        stale: Entries of the baseline that are not found any more.
    """

    loaded: Loaded
    checked: Checked
    fail_on: Severity
    stale: tuple[str, ...] = ()

    @property
    def code(self) -> ExitCode:
        """The exit code that this workspace alone would give."""
        if any(found.kind == RULE_RAISED for found in self.checked.diagnostics):
            return ExitCode.FAILED
        return code_of(self.checked, self.fail_on)


@dataclass(frozen=True, slots=True)
class Other:
    """Another state of a workspace.

    Attributes:
        tree: Its files.
        same: The files of partnerships that are the same there, and so is all that they refer to.
    """

    tree: Tree
    same: frozenset[str] = frozenset()


@dataclass(slots=True)
class Findings:
    """What the rules found in one unit.

    Attributes:
        found: What they found, weighed.
        suppressed: What is excused, each with the reason.
        watched: The files of evidence that were looked at, and how they are.
        moved: The file of a partnership whose evidence is not as it was in another tree; "" for none.
    """

    found: list[Diagnostic] = field(default_factory=list)
    suppressed: list[tuple[Diagnostic, str]] = field(default_factory=list)
    watched: dict[str, str] = field(default_factory=dict)
    moved: str = ""


def lint(  # noqa: PLR0913 - each of them decides
    paths: Sequence[Path],
    choice: Choice,
    settings: Settings,
    tell: Tell,
    rev: str | None = None,
    since: str | None = None,
    config_from: str | None = None,
    tree: Callable[[Path], Tree] = FolderTree,
) -> tuple[Linted, ...]:
    """Look at the workspaces that some paths belong to; what is returned is narrowed to the paths.

    Args:
        paths: Workspaces, folders or files; none means the folder to work in.
        choice: Which rules.
        settings: What every command is told.
        tell: Is told about progress.
        rev: The revision to look at; None means the files as they are now.
        since: Narrow further, to what a change since this revision could have caused.
        config_from: The revision whose settings, excuses and baseline count; None means the workspace's own.
        tree: Gives the files of a folder, where no revision is read.

    Raises:
        CannotRunError: A path, a revision, a rule, a rule pack or a setting does not exist, or files cannot be read
            safely here.
    """
    return tuple(_linted(one, choice, tell, since) for one in opened(paths, settings, rev, config_from, tree))


def worst_code(linted: Iterable[Linted]) -> ExitCode:
    """The exit code of several workspaces together."""
    return worst(one.code for one in linted)


def _linted(one: Opened, choice: Choice, tell: Tell, since: str | None) -> Linted:
    loader = one.loader
    past = past_of(loader, since) if since is not None else None
    inspector = Rules(loader, choice, one.settings, None if past is None else _other(past, loader))
    loaded = loader.load(tell, inspector)
    loaded = replace(loaded, notes=(*one.notes, *loaded.notes))
    linted = gathered(inspector, loaded, one.named)
    if since is None or loaded.configuration is None:
        return linted
    evidence = [each.moved for each in loaded.looked if each.moved]
    narrowed = Narrowing(past, loader, loaded, since, evidence)
    linted.loaded = replace(linted.loaded, notes=(*loaded.notes, *narrowed.notes))
    linted.checked = narrowed.of(linted.checked)
    # Where not everything was looked at, nobody knows what is no longer found.
    linted.stale = ()
    return linted


def gathered(inspector: Rules, loaded: Loaded, paths: Sequence[str]) -> Linted:
    """What the rules have found in a workspace, one partnership after the other, as a whole.

    Args:
        inspector: The rules.
        loaded: The workspace; it was looked at by them, and by nothing else.
        paths: Which parts of it are asked for, relative to its folder; "" is all of it.
    """
    loader, choice = inspector.loader, inspector.choice
    checked = checked_workspace(loaded, paths)
    if loaded.configuration is None:
        return Linted(loaded, checked, Severity.ERROR)
    found = sorted(chain.from_iterable(one.found for one in loaded.looked), key=lambda one: one.order)
    suppressed = sorted(chain.from_iterable(one.suppressed for one in loaded.looked), key=lambda pair: pair[0].order)
    known_prints = _baseline(loader) if choice.baseline else frozenset()
    prints = dict(zip(fingerprints(found), found, strict=True))
    known = {id(one) for print_, one in prints.items() if print_ in known_prints and one.kind != RULE_RAISED}
    shown = [one for one in found if within(one.span.file, paths)]
    counting = [*checked.diagnostics, *(one for one in shown if id(one) not in known)]
    checked = replace(
        checked,
        diagnostics=tuple(sorted(counting, key=lambda one: one.order) if checked.diagnostics else counting),
        suppressed=tuple(pair for pair in suppressed if within(pair[0].span.file, paths)),
        known=tuple(one for one in shown if id(one) in known),
        rules=len(inspector.selection.rules),
        profile_met=_profile_met(counting, inspector, choice),
    )
    watched = {FILE: loader.tree.state(FILE, by_content=True)}
    for each in loaded.looked:
        watched |= each.watched
    loaded = replace(loaded, inputs=loaded.inputs._replace(others=watched), looked=())
    return Linted(loaded, checked, inspector.fail_on, tuple(sorted(known_prints - prints.keys())))


def _baseline(loader: Loader) -> frozenset[str]:
    """The fingerprints that are known: to whoever decides, where the settings come from elsewhere."""
    if loader.ruling is None:
        return read_baseline(loader.tree)
    return frozenset() if loader.ruling.tree is None else read_baseline(loader.ruling.tree)


def _other(past: Past, loader: Loader) -> Other:
    """The state at a revision, to compare with while rules look."""
    before = past.loader(Settings(loader.root, past.day, cache=False))
    is_same = baseline_digest(past.tree) == baseline_digest(loader.tree)
    return Other(past.tree, same_partnerships(before, loader) if is_same else frozenset())


def _profile_met(counting: Iterable[Diagnostic], inspector: Rules, choice: Choice) -> str:
    """The strictest profile that is met; "" where a selection of rules has looked, which says nothing of profiles."""
    if choice.select or choice.ignore:
        return ""
    weights = [one.severity for one in counting]
    return "" if any(weight >= inspector.fail_on for weight in weights) else profile_met(weights, inspector.profile)


class Rules:
    """The inspector that looks with the rules."""

    profile: str
    selection: Selection
    fail_on: Severity
    task: Task
    shared: Workspace

    def __init__(self, loader: Loader, choice: Choice, settings: Settings, other: Other | None = None) -> None:
        """Take what reads the workspace, and which rules to run; they do not look at what is the same in `other`."""
        self.loader = loader
        self.other = other
        self.choice = choice
        self.settings = settings

    def begin(self, configuration: Configuration, shared: tuple[Record, ...]) -> Findings:
        """Look at the organisations, one by one and compared with one another."""
        rules = configuration.rules or RulesConfiguration()
        self.profile = self.choice.profile or rules.profile or STRICTEST
        self.selection = selection_of(rules, self.choice)
        self.fail_on = SEVERITIES[self.choice.fail_on or rules.fail_on or Severity.ERROR.word]
        self.task = Task(self.selection.rules, self.settings.as_of, pack_of(rules))
        self.shared = Workspace(configuration, shared)
        sources = Sources(self.loader.text)
        by_record: dict[int, list[Raised]] = {}
        result = Findings()
        for raised in in_shared_records(self.shared, self.task):
            if isinstance(raised, Diagnostic):
                result.found.append(raised)
            else:
                by_record.setdefault(id(raised.record), []).append(raised)
        for record in shared:
            locator = Locator(record)
            found = [located(one, locator, sources) for one in by_record.get(id(record), ())]
            self._judge(record, found, sources, result)
        return result

    def look(self, record: Record, sources: Sources) -> Findings:
        """Look at a partnership."""
        result = Findings()
        files = evidence_files(record, self.loader.tree)
        if self.other is not None:
            if files != evidence_files(record, self.other.tree):
                result.moved = record.origin.root[0]
            elif record.origin.root[0] in self.other.same:
                return result
        if self.settings.cache:
            result.watched |= watched_files(record, self.loader.tree)
        raised = in_partnership(record, self.shared.beside(record), self.task, files)
        locator = Locator(record)
        found = [located(one, locator, sources) if isinstance(one, Raised) else one for one in raised]
        self._judge(record, found, sources, result)
        return result

    def _judge(self, record: Record, found: Sequence[Diagnostic], sources: Sources, result: Findings) -> None:
        weighed = list(self._weighed(found))
        after = judged(
            record, weighed, self.selection.rules, all_rules(), self.settings.as_of, sources, _names_of_checks
        )
        result.found.extend(after.found)
        result.suppressed.extend(after.suppressed)

    def _weighed(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        for one in found:
            name, file = one.kind.name, one.span.file
            if self.selection.ignores(name, file):
                continue
            weight = self.selection.weight(name, file)
            yield one if weight is None else replace(one, kind=one.kind.weighing(weight))


def _names_of_checks() -> Collection[str]:
    """The checks of scores, which a record may say do not apply."""
    # Seldom asked for; lint starts without the rubrics.
    from partnerkit.rubric.checking import all_checks  # noqa: PLC0415

    return all_checks()


def selection_of(rules: RulesConfiguration, choice: Choice) -> Selection:
    """Which rules run, as the command line and the configuration say together.

    Raises:
        CannotRunError: One of them names a rule that does not exist.
    """
    known = all_rules()
    try:
        picked = chosen(
            known,
            choice.select or rules.select,
            (*rules.ignore, *choice.ignore),
            choice.profile or rules.profile or STRICTEST,
        )
        paths = tuple(
            PathSettings(one.paths, named(one.ignore, known), _severities(one.severity, known))
            for one in rules.per_path
        )
        return Selection(picked, _severities(rules.severity, known), paths)
    except UnknownRuleError as error:
        raise CannotRunError(str(error)) from error


def _severities(words: Mapping[str, str], known: Sequence[Rule]) -> dict[str, Severity]:
    return {rule: SEVERITIES[word] for name, word in words.items() for rule in named([name], known)}


def pack_of(rules: RulesConfiguration) -> Pack:
    """The rule pack that a configuration names, with its own thresholds.

    Raises:
        CannotRunError: There is no such pack, or no such threshold.
    """
    name = rules.pack or DEFAULT_PACK
    if name not in pack_names():
        near = nearest(name, pack_names())
        raise CannotRunError(f"There is no rule pack {name}." + (f" Did you mean {near}?" if near else ""))
    pack = pack_from(read_pack(name), rules.thresholds)
    for threshold in rules.thresholds:
        if threshold not in pack.thresholds:
            near = nearest(threshold, pack.thresholds)
            raise CannotRunError(
                f"There is no threshold {threshold} in {name}." + (f" Did you mean {near}?" if near else "")
            )
    return pack
