"""`lint --fix` and `--diff`: the finding goes, every other byte stays, and a second run has nothing to do."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from console import Done
from inside import run_inside
from rule_cases import BASE
from scratch import snapshot

from partnerkit.app.fixing import Mended, differences, mended
from partnerkit.app.lint import Choice, Linted, lint
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.diagnostics.diagnostic import Mending, TextEdit

ORGANISATION = """\
# Westhill's own record.
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd  # as registered
identifiers:
"""
PARTNERSHIP = """\
kind: partnership
id: foundry-skills
title: "Foundry skills – Größe"
stage: {stage}
partners:
  - {{organisation: northgate-castings, role: lead}}
  - {{organisation: eastfield-college}}
objectives:
  - id: obj-patterns   # the only one
    statement: Six apprentices make patterns unaided by July 2027
"""
INDICATORS = PARTNERSHIP.format(stage="run") + "    indicators:\n"


class Case(NamedTuple):
    """What a rule mends in a record, as it was and as it is to be, and whether one must ask for it expressly."""

    rule: str
    before: str
    after: str
    is_safe: bool = False


CASES = {
    "an ending that a spreadsheet added": Case(
        "identifier-placeholder",
        ORGANISATION + '  - {scheme: GB-COH, value: "98765432.0"}  # from the list\n  - {scheme: GB-CHC, value: tbc}\n',
        ORGANISATION + '  - {scheme: GB-COH, value: "98765432"}  # from the list\n  - {scheme: GB-CHC, value: tbc}\n',
        is_safe=True,
    ),
    "the same in block style, in other quotes": Case(
        "identifier-placeholder",
        ORGANISATION + "  - scheme: GB-COH\n    value:   '98765432.0'\n",
        ORGANISATION + '  - scheme: GB-COH\n    value:   "98765432"\n',
        is_safe=True,
    ),
    "registers written otherwise, two in one file": Case(
        "scheme-unknown",
        ORGANISATION + "  - { scheme: gb_coh , value: '98765432' }\n  - scheme: gb ukprn # the provider's\n    value: '1'\n",
        ORGANISATION + "  - { scheme: GB-COH , value: '98765432' }\n  - scheme: GB-UKPRN # the provider's\n    value: '1'\n",
        is_safe=True,
    ),
    "zeros lost in front": Case(
        "identifier-format",
        ORGANISATION + '  - {scheme: GB-COH, value: "9876543"}\n',
        ORGANISATION + '  - {scheme: GB-COH, value: "09876543"}\n',
    ),
    "a direction in flow style": Case(
        "direction-missing",
        INDICATORS + "      - {id: scrap, baseline: {value: 6}, target: {value: 4} }\n      - {id: people}\n",
        INDICATORS + "      - {id: scrap, baseline: {value: 6}, target: {value: 4}, direction: decrease }\n      - {id: people}\n",
    ),
    "a direction in block style, the next key behind a comment": Case(
        "direction-missing",
        INDICATORS + "      - id: unaided\n        baseline: {value: 0}\n        target: {value: 6} # six!\n\n    # who\n    owner: amy-okoro\n",
        INDICATORS
        + "      - id: unaided\n        baseline: {value: 0}\n        target: {value: 6} # six!\n        direction: increase\n\n"
        + "    # who\n    owner: amy-okoro\n",
    ),
    "a 0 that stands for nothing, in flow style": Case(
        "zero-not-reported",
        INDICATORS + "      - id: unaided\n        actuals:\n          - {on: 2026-03-31, value: 0, narrative: not yet measured} # !\n",
        INDICATORS
        + "      - id: unaided\n        actuals:\n"
        + "          - {on: 2026-03-31, narrative: not yet measured, status: not-yet-reported} # !\n",
    ),
    "a 0 that stands for nothing, in block style": Case(
        "zero-not-reported",
        INDICATORS
        + "      - id: unaided\n        actuals:\n          - on: 2026-03-31\n            value: 0.0\n"
        + "            narrative: >\n              not yet\n              measured\n          - {on: 2026-06-30, value: 0}\n",
        INDICATORS
        + "      - id: unaided\n        actuals:\n          - on: 2026-03-31\n"
        + "            narrative: >\n              not yet\n              measured\n            status: not-yet-reported\n"
        + "          - {on: 2026-06-30, value: 0}\n",
    ),
    "a 0 marked as what it is": Case(
        "zero-not-reported",
        INDICATORS + "      - id: unaided\n        actuals: [{on: 2026-03-31, value: 0, status: not-yet-reported}]\n",
        INDICATORS + "      - id: unaided\n        actuals: [{on: 2026-03-31, status: not-yet-reported}]\n",
    ),
}
SHAPES: dict[str, Callable[[str], bytes]] = {
    "as written": str.encode,
    "with carriage returns": lambda text: text.replace("\n", "\r\n").encode(),
    "with a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "without an end on the last line": lambda text: text.removesuffix("\n").encode(),
    "with all of that": lambda text: b"\xef\xbb\xbf" + text.removesuffix("\n").replace("\n", "\r\n").encode(),
}
UNSAFE = ("--fix", "--unsafe-fixes")


def run(folder: Path, *arguments: str, rule: str) -> Done:
    return run_inside(folder, "lint", "--as-of", "2026-10-15", "--select", rule, "--format", "concise", *arguments)


def place(tmp_path: Path, raw: bytes) -> Path:
    """A workspace with one record of these bytes; its file."""
    shutil.copytree(BASE, tmp_path / "records")
    file = tmp_path / "records" / "record.yaml"
    file.write_bytes(raw)
    return file


# ---------------------------------------------------------------------- what is mended


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_fix_changes_what_it_must_and_no_other_byte(tmp_path: Path, case: Case, shape: Callable[[str], bytes]) -> None:
    file = place(tmp_path, shape(case.before))
    flags = ("--fix",) if case.is_safe else UNSAFE
    before = run(file.parent, rule=case.rule)
    done = run(file.parent, *flags, rule=case.rule)
    assert file.read_bytes() == shape(case.after)
    assert done.errors.startswith("note: mended ")
    assert f" {case.rule}: " in before.output
    assert done.output.count(f" {case.rule}: ") < before.output.count(f" {case.rule}: ")
    again = run(file.parent, *flags, rule=case.rule)
    assert file.read_bytes() == shape(case.after)
    assert again.errors == "note: there was nothing to mend by machine\n"
