"""The command as people and programs meet it: tests/cases/cli holds commands with what they print and their exit codes.

The first line of a case is the command, run at the top of the project; then comes what it prints, what it prints to the
side after a line `--- stderr`, and its exit code. Times are shown as 0.00 s, the escape of colour codes as ␛, and
spaces at the ends of lines are left out. To write the cases again after a change that is meant, and to look at each:

    PARTNERKIT_BLESS=1 python -m pytest tests/test_command.py
"""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from pathlib import Path

import jsonschema
import pytest

from console import PROJECT, Console, Done
from inside import run_inside

CASES = PROJECT / "tests" / "cases" / "cli"
ALL = sorted(path.stem for path in CASES.glob("*.txt"))
WRITES_JSON = [
    name for name in ALL if "--format json" in (CASES / f"{name}.txt").read_text(encoding="utf-8").partition("\n")[0]
]


KEPT = frozenset({"validate", "lint", "score", "agenda"})
"""The commands that give an answer from before, if nothing has changed."""


@pytest.fixture
def console(tmp_path: Path) -> Console:
    return Console(tmp_path)


def _shown(done: Done) -> str:
    text = done.output + (f"--- stderr\n{done.errors}" if done.errors else "")
    text = text.replace(str(PROJECT), "PROJECT").replace("\x1b", "␛")
    text = re.sub(r"\b[0-9]+\.[0-9]{2} s\b", "0.00 s", text)
    lines = [line.rstrip(" ") for line in text.splitlines()]
    return "\n".join([*lines, f"exit {done.code}", ""])


def _words(command: str) -> tuple[list[str], dict[str, str]]:
    """The arguments of a command, and what stands before it."""
    words = shlex.split(command.removeprefix("$ "))
    at = words.index("partnerkit")
    return words[at + 1 :], dict(word.split("=", 1) for word in words[:at])


def _inside(console: Console, command: str) -> Done:
    """What the command prints, in this process: to start an interpreter for each takes most of the time."""
    arguments, environment = _words(command)
    cache = {"PARTNERKIT_CACHE_DIR": str(console.home / "cache"), "HOME": str(console.home), "LC_ALL": "C"}
    return run_inside(PROJECT, *arguments, environment=cache | environment)


def _run(console: Console, command: str) -> Done:
    arguments, environment = _words(command)
    return console.run(*arguments, environment=environment)


@pytest.mark.parametrize("name", ALL)
def test_a_command_prints_what_it_should_and_the_same_when_it_is_run_again(name: str, console: Console) -> None:
    case = CASES / f"{name}.txt"
    command, _, expected = case.read_text(encoding="utf-8").partition("\n")
    shown = _shown(_inside(console, command))
    if os.environ.get("PARTNERKIT_BLESS"):
        case.write_text(f"{command}\n{shown}", encoding="utf-8")
        return
    assert shown == expected
    if KEPT.intersection(command.split()):
        assert _shown(_run(console, command)) == expected


@pytest.mark.parametrize("name", WRITES_JSON)
def test_json_output_is_of_the_form_that_the_published_schema_describes(name: str, console: Console) -> None:
    command, _, expected = (CASES / f"{name}.txt").read_text(encoding="utf-8").partition("\n")
    described = next((name for name in ("score", "agenda") if name in command.split()), "diagnostics")
    schema = json.loads(console.run("schema", described).output)
    document = json.loads(re.sub(r"(?:--- stderr\n.*)?exit [0-9]\n$", "", expected, flags=re.DOTALL))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, jsonschema.Draft202012Validator)


# ---------------------------------------------------------------------- ways to call it


MODULE = (sys.executable, "-m", "partnerkit")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["validate", "--help"],
        ["validate", "examples/two-way-street", "--format", "json"],
        ["validate", "tests/cases/cli/workspaces/mistakes", "--format", "concise", "--quiet"],
        ["validate", "nowhere"],
        ["validte"],
    ],
    ids=" ".join,
)
def test_as_a_module_it_is_the_same_command(arguments: list[str], console: Console) -> None:
    assert console.run(*arguments, command=MODULE) == console.run(*arguments)


@pytest.mark.parametrize("folder", ["examples/two-way-street", "examples/two-way-street/partnerships"])
def test_in_the_folder_of_the_workspace_no_path_is_needed(folder: str, console: Console) -> None:
    inside = Console(console.home, PROJECT / folder)
    done = inside.run("validate", "--format", "json")
    summary = json.loads(done.output)["summary"]
    assert (done.code, summary["records"]["partnership"]) == (0, 9)
    assert summary["workspaces"] == ["." if folder.endswith("street") else ".."]


def test_an_option_after_the_command_wins_over_the_same_before_it(console: Console) -> None:
    done = console.run(
        "-C", "nowhere", "--color", "always", "validate", "-C", "examples/two-way-street", "--color", "never"
    )
    assert (done.code, done.errors) == (0, "")
    assert "\x1b" not in done.output


def test_records_are_printed_in_utf8_whatever_the_locale(tmp_path: Path) -> None:
    root = tmp_path / "Zürich"
    root.mkdir()
    (root / "partnerkit.yaml").write_text("format: 1\n", encoding="utf-8")
    (root / "a.yaml").write_text("kind: organisation\nid: Ärger\nname: 目標\n", encoding="utf-8")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = Console(tmp_path, root).run("validate", environment=ascii_only)
    assert done.code == 1
    assert "`id` is not an id: `Ärger`" in done.output


def test_a_reader_who_has_seen_enough_ends_it_without_a_word(tmp_path: Path) -> None:
    command = f"{shlex.quote(sys.executable)} -m partnerkit schema partnership | head -c 100"
    shell = Console(tmp_path).run("-o", "pipefail", "-c", command, command=("bash",))
    assert (len(shell.output), shell.errors, shell.code) == (100, "", 0)


# ---------------------------------------------------------------------- what is imported, which is what starting costs

HEAVY = {"typer", "pydantic", "pydantic_core", "yaml", "rich", "jinja2", "markdown_it"}


def _imported(console: Console, *arguments: str) -> set[str]:
    """The packages at the top level that a run imports."""
    done = console.run(*arguments, command=(sys.executable, "-X", "importtime", "-m", "partnerkit"))
    assert done.code == 0
    lines = [line for line in done.errors.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


def test_for_its_version_it_imports_next_to_nothing(console: Console) -> None:
    imported = _imported(console, "--version")
    assert "partnerkit" in imported
    assert imported.isdisjoint(HEAVY | {"json", "argparse", "subprocess", "dataclasses"})


def test_for_help_it_imports_nothing_that_reads_records(console: Console) -> None:
    imported = _imported(console, "--help")
    assert "typer" in imported
    assert imported.isdisjoint({"pydantic", "pydantic_core", "yaml", "jinja2"})


def test_when_nothing_has_changed_it_answers_from_before_without_reading_anything_anew(console: Console) -> None:
    first = _imported(console, "validate", "examples/two-way-street")
    assert {"typer", "pydantic", "yaml"} <= first
    assert _imported(console, "validate", "examples/two-way-street").isdisjoint(HEAVY)


def test_without_the_cache_nothing_is_kept(console: Console) -> None:
    assert console.run("validate", "examples/two-way-street", "--no-cache").code == 0
    assert not (console.home / "cache").exists()
