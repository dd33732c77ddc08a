"""Rules and records made by hand, to look at what runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from partnerkit.diagnostics.diagnostic import Diagnostic, Severity
from partnerkit.model.configuration import Configuration
from partnerkit.model.kinds import sections
from partnerkit.rules.catalogue import Rule, RulePage
from partnerkit.rules.engine import Locator, Raised, Task, in_partnership, located
from partnerkit.rules.findings import Finding
from partnerkit.rules.pack import Pack, Threshold
from partnerkit.rules.stages import Stage
from partnerkit.workspace.examination import examine
from partnerkit.workspace.layout import units
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace

AS_OF = date(2026, 10, 15)
PACK = Pack("test-pack", "2026.1", {"wait-days": Threshold(30, "days", "a circular of 2026")}, {})
HEAD = """\
kind: partnership
id: foundry-skills
title: Foundry skills
stage: {stage}
partners:
  - {{organisation: northgate-castings, role: lead}}
  - {{organisation: eastfield-college}}
"""


def rule(  # noqa: PLR0913 - all that a rule has
    check: Callable[[Any], Iterator[Finding]] = lambda _subject: iter(()),
    *,
    code: str = "PKZ01",
    name: str = "made-up",
    family: str = "made",
    severity: Severity = Severity.WARNING,
    stage: Stage = Stage.IDENTIFY,
    about: tuple[str, ...] = (),
    fix: str = "Mend it.",
    kind: str = "check",
) -> Rule:
    """A rule with one function."""
    return Rule(code, name, family, severity, stage, RulePage("A fault.", "", "", "", "", fix), about, {kind: check})


def partnership(more: str = "", *, stage: str = "run") -> dict[str, str]:
    """The file of a partnership, with more at its end."""
    return {"p.yaml": HEAD.format(stage=stage) + more}


def records(files: Mapping[str, str]) -> tuple[Record, ...]:
    """The records in some files, which must be valid."""
    many = {name: section.many for name, section in sections().items()}
    found: list[Record] = []
    for unit in units(files, many):
        raw = {file: files[file].encode() for file in unit.files}
        examination = examine(unit, raw, lambda _raw, reader: reader())
        assert [(one.span, one.message) for one in examination.diagnostics] == []
        found.extend(examination.records)
    return tuple(found)


def workspace(files: Mapping[str, str]) -> Workspace:
    """A workspace of some files, with an empty configuration."""
    return Workspace(Configuration.model_validate({"format": 1}), records(files))


def raised_in(files: Mapping[str, str], *rules: Rule, as_of: date = AS_OF) -> list[Raised | Diagnostic]:
    """What rules find in the only partnership of some files, before it has a place."""
    whole = workspace(files)
    (record,) = whole.partnerships
    return list(in_partnership(record, whole, Task(rules, as_of, PACK)))


def found_in(files: Mapping[str, str], *rules: Rule, as_of: date = AS_OF) -> list[Diagnostic]:
    """What rules find in the only partnership of some files."""
    sources = Sources(files.get)
    return [
        located(one, Locator(one.record), sources) if isinstance(one, Raised) else one
        for one in raised_in(files, *rules, as_of=as_of)
    ]


def marked(files: Mapping[str, str], found: Diagnostic) -> str:
    """The text that a diagnostic points at."""
    start, end = found.span.start, found.span.end
    if start is None or end is None:
        return f"all of {found.span.file}"
    assert start.line == end.line
    return files[found.span.file].splitlines()[start.line][start.column : end.column]
