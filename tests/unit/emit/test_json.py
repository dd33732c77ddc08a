"""Findings for programs, and the schema of what they get."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import jsonschema
import pytest

from partnerkit.diagnostics.diagnostic import Related, Span
from partnerkit.diagnostics.text import plain
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.json import emit
from partnerkit.emit.json_schema import diagnostics_schema
from unit.emit.findings import NESTED, checked, finding, span


def document(*workspaces: Checked) -> Any:
    found = json.loads(plain(emit(workspaces, Summary("0.01 s"))))
    jsonschema.validate(found, diagnostics_schema(), jsonschema.Draft202012Validator)
    return found


def test_lines_and_columns_count_from_one_and_ends_are_exclusive() -> None:
    there = Related("it stands here already", span("id: 目標", "目標", line=9))
    (found,) = document(checked(finding(span("title: 2026", "2026", line=3), "m", "h", there)))["diagnostics"]
    assert found == {
        "code": "PK104",
        "name": "missing-key",
        "severity": "error",
        "message": "m",
        "help": "h",
        "file": "a.yaml",
        "start": {"line": 3, "column": 8},
        "end": {"line": 3, "column": 12},
        "related": [
            {
                "message": "it stands here already",
                "file": "a.yaml",
                "start": {"line": 9, "column": 5},
                "end": {"line": 9, "column": 7},
            }
        ],
        "fingerprint": found["fingerprint"],
    }


def test_a_file_as_a_whole_has_no_lines() -> None:
    (found,) = document(checked(finding(Span("inner"), kind=NESTED), root="records"))["diagnostics"]
    assert (found["file"], found["start"], found["end"], found["severity"]) == ("records/inner", None, None, "warning")


def test_the_summary_adds_up_the_workspaces() -> None:
    first = checked(finding(Span("a.yaml")), finding(Span("b"), kind=NESTED), root="one", records=3, files=4)
    excused = (finding(Span("c.yaml")), "It is agreed.")
    known = (finding(Span("d.yaml")), finding(Span("e.yaml")))
    second = Checked("two", (), {"partnership": 1, "organisation": 2}, 3, suppressed=(excused,), known=known)
    assert document(first, second)["summary"] == {
        "workspaces": ["one", "two"],
        "files": 7,
        "records": {"partnership": 4, "organisation": 2, "framework": 0, "programme": 0},
        "errors": 1,
        "warnings": 1,
        "infos": 0,
        "suppressed": 1,
        "known": 2,
    }


def test_what_a_terminal_must_not_be_given_is_written_out() -> None:
    (found,) = document(checked(finding(Span("a\n.yaml"), "two\nlines \x1b[31m")))["diagnostics"]
    assert (found["file"], found["message"]) == ("a\\n.yaml", "two\nlines \\x1b[31m")


# ---------------------------------------------------------------------- the schema


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(diagnostics_schema())


def _changed(path: Sequence[str | int], value: Any) -> Any:
    found = document(checked(finding(span("title: 2026", "2026"))))
    holder = found
    for step in path[:-1]:
        holder = holder[step]
    if value is None:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return found


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema"], "partnerkit-diagnostics/2"),
        (["more"], True),
        (["diagnostics", 0, "help"], None),
        (["diagnostics", 0, "severity"], "fatal"),
        (["diagnostics", 0, "code"], "E1"),
        (["diagnostics", 0, "start", "line"], 0),
        (["diagnostics", 0, "start", "offset"], 3),
        (["diagnostics", 0, "related"], [{"message": "m"}]),
        (["diagnostics", 0, "fingerprint"], None),
        (["summary", "errors"], -1),
        (["summary", "records", "risk"], 1),
    ],
)
def test_the_schema_refuses_another_form(path: Sequence[str | int], value: Any) -> None:
    schema: Mapping[str, Any] = diagnostics_schema()
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(_changed(path, value), schema, jsonschema.Draft202012Validator)
