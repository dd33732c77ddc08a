"""The examples are what the manual says of them: without a fault, and with this many records."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from console import PROJECT, Console

EXAMPLES = sorted(path.parent.name for path in PROJECT.glob("examples/*/partnerkit.yaml"))


@pytest.fixture
def console(tmp_path: Path) -> Console:
    return Console(tmp_path)


def _kinds_written(example: str) -> Counter[str]:
    """How many records of each kind the files of an example hold, going by their lines."""
    files = (PROJECT / "examples" / example).rglob("*.yaml")
    texts = (path.read_text(encoding="utf-8") for path in files if "files" not in path.parts)
    return Counter(kind for text in texts for kind in re.findall("^kind: (.+)$", text, re.MULTILINE))


def test_there_are_examples() -> None:
    assert EXAMPLES == ["calder-valley", "two-way-street"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_has_no_fault(example: str, console: Console) -> None:
    done = console.run("validate", f"examples/{example}")
    assert (done.code, done.errors) == (0, "")
    assert done.output.startswith("No problems in ")


@pytest.mark.parametrize("example", EXAMPLES)
def test_for_programs_it_says_the_same(example: str, console: Console) -> None:
    done = console.run("validate", f"examples/{example}", "--format", "json")
    found = json.loads(done.output)
    assert (done.code, found["diagnostics"]) == (0, [])
    written = _kinds_written(example)
    assert found["summary"]["records"] == {
        kind: written[kind] for kind in ("partnership", "organisation", "framework", "programme")
    }
    assert f"{sum(written.values())} records" in console.run("validate", f"examples/{example}").output


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_says_what_it_is(example: str) -> None:
    assert (PROJECT / "examples" / example / "README.md").read_text(encoding="utf-8").startswith("# ")
