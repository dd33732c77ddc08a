"""Commands for GitHub as its own library, @actions/core, writes them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from formats.conftest import Packages
from partnerkit.diagnostics.text import plain
from partnerkit.emit.entries import Entry, entries, last_line, worst_first
from partnerkit.emit.github import COMMANDS, emit
from unit.emit.all_sorts import SUMMARY, checked


def test_the_commands_are_those_of_the_library(packages: Packages) -> None:
    found = worst_first(entries(checked()))
    script = shutil.copy(Path(__file__).parent / "issue.mjs", packages.folder)
    command = [packages.node, script]
    asked = json.dumps([_asked(entry) for entry in found])
    done = subprocess.run(
        command, input=asked.encode(), cwd=packages.folder, capture_output=True, check=True, timeout=60
    )
    ours = plain(emit(checked(), SUMMARY)).splitlines()[: len(found)]
    assert ours == done.stdout.decode().splitlines()


def _asked(entry: Entry) -> dict[str, Any]:
    properties: dict[str, Any] = {"title": entry.title, "file": entry.path}
    span = entry.diagnostic.span
    if span.start is not None:
        properties |= {"startLine": span.start.line + 1, "endLine": last_line(span)}
        end = span.end or span.start
        if last_line(span) == span.start.line + 1:
            column = end.column if end.line == span.start.line else len(span.excerpt)
            properties |= {"startColumn": span.start.column + 1, "endColumn": column + 1}
    return {"command": COMMANDS[entry.diagnostic.severity], "message": entry.text, "properties": properties}
