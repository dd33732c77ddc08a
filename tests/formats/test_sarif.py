"""SARIF as Microsoft's multitool and the schema that it carries see it: each finds faults that the other misses."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from formats.conftest import Packages
from partnerkit.diagnostics.diagnostic import Diagnostic, Position, Span
from partnerkit.diagnostics.text import plain
from partnerkit.emit.api import Checked
from partnerkit.emit.sarif import emit
from unit.emit.all_sorts import DANGLING, SUMMARY, checked, nothing

TOOL = "@microsoft/sarif-multitool-{}"
SYSTEMS = {"linux": "linux", "darwin": "darwin", "win32": "win32"}

LEFT_AS_IT_IS = {
    "SARIF2002",  # messages by id and arguments
    "SARIF2003",  # which commit it was: nothing here asks git
    "SARIF2005",  # a web address of partnerkit
    "SARIF2006",  # it asks the network whether an address can be reached
    "SARIF2010",  # a copy of the lines: the record stays where it is
    "SARIF2011",  # and of those around them
    "SARIF2012",  # a web page for each rule, and its name InPascalCase
}

MANY = (
    Checked(
        ".", tuple(Diagnostic(DANGLING, "m", Span("a", Position(n, 0), Position(n, 0))) for n in range(5_100)), {}, 1
    ),
)
SAMPLES = {"all sorts": checked(), "nothing": nothing(), "no workspace": (), "more than fit": MANY}


@pytest.fixture(scope="session")
def multitool(packages: Packages) -> Path:
    system = SYSTEMS.get(sys.platform, "")
    name = "Sarif.Multitool.exe" if system == "win32" else "Sarif.Multitool"
    tool = packages.file(f"{TOOL.format(system)}/{name}")
    tool.chmod(0o755)  # npm leaves out the script of the package that would do so
    return tool


def written(of: Sequence[Checked]) -> str:
    return plain(emit(of, SUMMARY))


def complaints(multitool: Path, sarif: str, folder: Path) -> dict[str, list[Any]]:
    """What the multitool has to say, by rule; that it has looked at all is checked, too."""
    source, target = folder / "in.sarif", folder / "out.sarif"
    source.write_text(sarif, encoding="utf-8")
    command: list[str | Path] = [multitool, "validate", source, "-o", target, "--log", "ForceOverwrite"]
    command += ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    run = json.loads(target.read_text(encoding="utf-8-sig"))["runs"][0]
    invocation = run.get("invocations", [{}])[0]
    assert not invocation.get("toolExecutionNotifications"), invocation
    found: dict[str, list[Any]] = {}
    for result in run["results"]:
        found.setdefault(result["ruleId"], []).append((result.get("level", "warning"), result["message"]))
    # Of each document it says at least that the commit is not in it: silence means that it could not be read.
    assert "SARIF2003" in found, done.stdout
    return found


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_multitool_finds_nothing_that_matters(multitool: Path, tmp_path: Path, sample: str) -> None:
    found = complaints(multitool, written(SAMPLES[sample]), tmp_path)
    assert {rule: said[:3] for rule, said in found.items() if rule not in LEFT_AS_IT_IS} == {}
    assert not [said for level, said in (one for some in found.values() for one in some) if level == "error"]


def test_the_multitool_would_have_found_something(multitool: Path, tmp_path: Path) -> None:
    broken = (
        written(checked()).replace('"startColumn": 16', '"startColumn": 60').replace('"ruleIndex": 2', '"ruleIndex": 9')
    )
    found = complaints(multitool, broken, tmp_path)
    assert any(level == "error" for some in found.values() for level, _ in some)


@pytest.fixture(scope="session")
def schema(packages: Packages) -> Draft202012Validator:
    path = packages.file(f"{TOOL.format(SYSTEMS.get(sys.platform, ''))}/sarif-2.1.0.json")
    document = json.loads(path.read_text(encoding="utf-8-sig"))
    Draft202012Validator.check_schema(document)
    return Draft202012Validator(document)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_schema_accepts_it(schema: Draft202012Validator, sample: str) -> None:
    schema.validate(json.loads(written(SAMPLES[sample])))


def test_the_schema_would_have_found_something(schema: Draft202012Validator) -> None:
    assert not schema.is_valid(json.loads(written(checked()).replace('"level": "note"', '"level": "critical"')))
