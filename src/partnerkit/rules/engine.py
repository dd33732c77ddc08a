"""Runs rules on records, and turns what they find into diagnostics with a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Related, Span
from partnerkit.model.base import Part
from partnerkit.model.fields import Path
from partnerkit.rules.catalogue import Rule
from partnerkit.rules.edits import mending
from partnerkit.rules.findings import Finding
from partnerkit.rules.pack import Pack
from partnerkit.rules.subject import EvidenceFile, OrganisationSubject, Subject, WorkspaceSubject
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.records import Place, Record, Sources
from partnerkit.workspace.workspace import Workspace

RULE_RAISED = Kind(
    "PK901",
    "rule-raised",
    "A rule of partnerkit failed on this record. That is a fault of the program; the other rules have run.",
    "Please report it, with the lines the program printed.",
)


@dataclass(frozen=True, slots=True)
class Raised:
    """What a rule found, with the record it found it in."""

    rule: Rule
    record: Record
    finding: Finding


@dataclass(frozen=True, slots=True)
class Task:
    """What to look for: the rules to run, as of which day, by which thresholds."""

    rules: tuple[Rule, ...]
    as_of: date
    pack: Pack


def in_partnership(
    record: Record, workspace: Workspace, task: Task, files: Mapping[str, EvidenceFile] | None = None
) -> Iterator[Raised | Diagnostic]:
    """What the rules find in a partnership, as far as they are due and apply; a diagnostic where a rule fails."""
    subject = Subject(record, workspace, task.as_of, task.pack, files)
    excused, stage = frozenset(subject.part.not_applicable), subject.stage
    for rule in task.rules:
        if "check" in rule.checks and rule.stage <= stage and not (excused and applies_not(rule, excused)):
            yield from _run(rule, "check", subject, record)


def applies_not(rule: Rule, excused: frozenset[str]) -> bool:
    """Whether a record says, with a reason, that what the rule is about does not apply to it."""
    return not excused.isdisjoint((rule.name, rule.code, *rule.about))


def in_shared_records(workspace: Workspace, task: Task) -> Iterator[Raised | Diagnostic]:
    """What the rules find in organisations, one by one and compared with one another."""
    for record in workspace.organisations:
        subject = OrganisationSubject(record, workspace, task.as_of, task.pack)
        for rule in task.rules:
            yield from _run(rule, "check_organisation", subject, record)
    whole = WorkspaceSubject(workspace, task.as_of, task.pack)
    shared = (*workspace.organisations, *workspace.programmes, *workspace.frameworks)
    for rule in task.rules:
        for found in _run(rule, "check_workspace", whole, None):
            yield _owned(found, shared) if isinstance(found, Raised) else found


def _owned(raised: Raised, shared: Iterable[Record]) -> Raised:
    """The same with the record that holds the part; looked for only where something was found."""
    wanted = raised.finding.part
    return replace(
        raised, record=next(record for record in shared if any(part is wanted for part, _ in record.contents.parts))
    )


def _run(rule: Rule, name: str, subject: Any, record: Record | None) -> Sequence[Any]:
    check = rule.checks.get(name)
    if check is None:
        return ()
    found: list[Any] = []
    try:
        for finding in check(subject):
            found.append(Raised(rule, record, finding))  # type: ignore[arg-type]  # noqa: PERF401 - what came before a fault counts
    except Exception as error:  # noqa: BLE001 - one rule's fault must not hide what the others find
        where = f" on {record.kind} {record.id}" if record is not None else ""
        message = f"the rule {rule.name} failed{where}: {type(error).__name__}"
        span = Span(record.origin.root[0] if record is not None else CONFIGURATION)
        found.append(Diagnostic(RULE_RAISED, message, span, RULE_RAISED.remedy))
    return found


# ---------------------------------------------------------------------- from findings to places


class Locator:
    """Where the parts of a record stand in it; worked out when the first finding asks."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self.record = record
        self._paths: dict[int, Path] | None = None

    def path(self, part: Part) -> Path:
        """The path to a part of the record; () if it is none of its."""
        if self._paths is None:
            self._paths = {id(found): path for found, path in self.record.contents.parts}
        return self._paths.get(id(part), ())

    def place(self, part: Part, field: str = "", at: int | None = None) -> Place:
        """The place of a part, of a key in it, or of an entry of the list under the key."""
        path = (*self.path(part), field) if field else self.path(part)
        return Place(self.record.origin, path if at is None else (*path, at))


def name_of(path: Path, root: Part) -> str:
    """A path as people and fingerprints name it: items by their ids, not by their place in the list."""
    names: list[str] = []
    value: Any = root
    for step in path:
        value = _step(value, step)
        item_id = getattr(value, "id", None) if isinstance(step, int) else None
        names.append(str(item_id if item_id is not None else step))
    return "/".join(names)


@cache
def _names_by_key(model: type[Part]) -> Mapping[str, str]:
    return {(info.alias or name): name for name, info in model.model_fields.items()}


def _step(value: Any, step: str | int) -> Any:
    if isinstance(value, Part):
        return getattr(value, _names_by_key(type(value)).get(str(step), str(step)), None)
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def located(raised: Raised, locator: Locator, sources: Sources) -> Diagnostic:
    """A finding as a diagnostic, with its place and a name for the place that survives moved lines."""
    finding, record = raised.finding, raised.record
    place = locator.place(finding.part, finding.field, finding.at)
    kind = raised.rule.kind
    help_ = finding.help or first_sentence(raised.rule.page.fix)
    if finding.limit is not None:
        help_ = f"{help_} {finding.limit.words}"
    return Diagnostic(
        kind if finding.severity is None else kind.weighing(finding.severity),
        finding.message,
        sources.span(place),
        help_,
        tuple(Related(message, sources.span(locator.place(part, field))) for part, field, message in finding.related),
        subject=f"{record.kind} {record.id} {name_of(place.path, record.part)}".strip(),
        mending=None if finding.fix is None else mending(finding.fix, locator.path, record, sources),
    )


@cache
def first_sentence(text: str) -> str:
    """The first paragraph of a page's part, on one line."""
    return " ".join(text.split("\n\n", 1)[0].split())
