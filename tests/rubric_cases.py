"""Scores records held in memory, by the same calls that the command makes.

A case is a file `tests/cases/rubric/RUBRIC/NAME.yaml`:

    # A sentence that says what the case is about.
    as_of: 2026-10-15          # left out: the day of the rules' cases
    record:                    # what is added to a partnership of two, or stands in the place of what it has
      stage: agree
      scans: [...]
    records: [...]             # optional: whole records of other kinds beside those of tests/cases/rules/_base
    files: {files/a.md: text}  # optional: documents that evidence points to
    configuration: {...}       # optional: what partnerkit.yaml says besides the format
    expect:                    # by the codes of points, only what the case is about; written before it is run
      P1: {level: 1, word: partly evidenced, checks: {scans-before-decision: not-met}}
    whole: {level: 1, word: …} # optional
    figures: {TITLE: [[…]]}    # optional: rows of figures by their title

What a check is expected to be is its state as machines read it (`met`, `not-met`, `unknown`, `not-due`,
`not-applicable`), or the word that the rubric has for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from partnerkit.app.lint import Choice, pack_of, selection_of
from partnerkit.model.configuration import RulesConfiguration
from partnerkit.rubric.catalogue import built_in, rubrics
from partnerkit.rubric.engine import Scoring, placed, scores_of
from partnerkit.rubric.scores import Checked, Point, Score
from partnerkit.source.reader import read
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.records import Record, Sources
from rule_cases import AS_OF, BASE, Files, evidence_files, files_in, workspace_of

CASES = Path(__file__).resolve().parent / "cases" / "rubric"
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
EXAMPLES_AS_OF = date(2026, 11, 22)
RUBRICS = {one.name: one for one in built_in()}
HEAD = {
    "kind": "partnership",
    "id": "example",
    "title": "An example",
    "partners": [{"organisation": "northgate-castings", "role": "lead"}, {"organisation": "eastfield-college"}],
}
RECORD = "example.yaml"


@dataclass(frozen=True, slots=True)
class Scored:
    """A score before and after its facts were placed, with the record and the files it is made from."""

    bare: Score
    placed: Score
    record: Record
    files: Files

    @property
    def checks(self) -> Iterator[tuple[Point, Checked]]:
        """Its checks, each with its point; their facts name parts of the record."""
        return ((point, one) for point in self.bare.points for one in point.checks)


def scored(files: Files, names: tuple[str, ...], as_of: date) -> Iterator[Scored]:
    """What some rubrics say of each partnership in the files of a workspace, which must be valid."""
    workspace = workspace_of(files)
    settings = workspace.configuration.rules or RulesConfiguration()
    known = {one.name: one for one in rubrics(workspace.configuration)}
    scoring = Scoring(tuple(known[name] for name in names), as_of, pack_of(settings), selection_of(settings, Choice()))
    for record in workspace.partnerships:
        for score in scores_of(record, workspace, scoring, evidence_files(record, files)):
            yield Scored(score, placed(score, record, Sources(files.get)), record, files)


@cache
def of_example(name: str) -> tuple[Scored, ...]:
    """What all rubrics say of all partnerships of an example."""
    return tuple(scored(files_in(EXAMPLES / name), tuple(RUBRICS), EXAMPLES_AS_OF))


def case_paths() -> list[Path]:
    """The cases of all rubrics."""
    return sorted(CASES.glob("*/*.yaml"))


@cache
def case_of(path: Path) -> Mapping[str, Any]:
    """What stands in a case."""
    reading = read(path.read_text(encoding="utf-8"), path.name)
    assert not reading.faults, [(one.span, one.message) for one in reading.faults]
    case: Mapping[str, Any] = reading.documents[0]
    return case


@cache
def of_case(path: Path) -> Scored:
    """What the rubric of a case says of its record."""
    case = case_of(path)
    files = files_in(BASE) | {
        **case.get("files", {}),
        RECORD: json.dumps(HEAD | case["record"], ensure_ascii=False, indent=1),
        **{f"beside-{at}.yaml": json.dumps(one, ensure_ascii=False) for at, one in enumerate(case.get("records", []))},
    }
    if "configuration" in case:
        files[CONFIGURATION] = json.dumps({"format": 1, **case["configuration"]})
    day = date.fromisoformat(case["as_of"]) if "as_of" in case else AS_OF
    (one,) = scored(files, (path.parent.name,), day)
    return one


def everything() -> Iterator[Scored]:
    """The scores of all cases and examples."""
    yield from map(of_case, case_paths())
    yield from of_example("calder-valley")
    yield from of_example("two-way-street")
