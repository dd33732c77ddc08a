"""Killed at any point, a command leaves every file as it was or as it is to be, and its next run does the rest."""

from __future__ import annotations

import json
import random
import re
import shutil
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from inside import run_inside
from killing import KILLED, ended, killed_at
from partnerkit.export.tables.listings import listing_names
from partnerkit.io.resources import example_files
from partnerkit.io.together import NOTE
from rule_cases import BASE
from test_evidence import EVIDENCE, JUDGE
from test_init import EDITOR, GIT, GITHUB, GITLAB
from test_init import RECORDS as PLACED
from test_lock import RECORD

DAY = ("--no-cache", "--as-of", "2026-04-01")
LEFTOVER = re.compile(r"\..+\.[0-9]+\.tmp")
"""The name of a file that was being written when the program was killed: hidden, so that it is no record."""

FOUNDRY = (
    RECORD + EVIDENCE + "judgements:\n  - {id: jd-0, evidence: ev-minutes, criterion: foundry/S2, by: dan-price}\n"
)
PUMPS = """\
kind: partnership
id: pumps
title: Pumps
stage: run
partners: [{organisation: northgate-castings, role: lead}, {organisation: eastfield-college}]
"""
RECORDS = {
    "record.yaml": FOUNDRY,
    "pumps/partnership.yaml": PUMPS,
    "pumps/risks/old-pump.yaml": "event: The old pump stops\n",
    "pumps/meetings/m-1.yaml": "on: 2026-03-02\n",
    "pumps/actions.yaml": "- {id: a-1, text: Mend it, from: m-1}\n",
    "inbox/first photo.jpg": "a photo",
    "inbox/second photo.jpg": "another photo",
}
FORGES = {
    f"organisations/{name}.yaml": f"kind: organisation\nid: {name}\nname: {name.title()}\n"
    f'identifiers: [{{scheme: GB-COH, value: "9876543{at}.0"}}]\n'
    for at, name in enumerate(("westhill", "easthill"))
}
STALE = {"fingerprint": "0" * 32, "rule": "no-such-rule", "subject": "partnership gone", "message": "Gone"}
BASELINE = json.dumps({"schema": "partnerkit-baseline/1", "findings": [STALE]})


@dataclass(frozen=True, slots=True)
class Case:
    """A command, and what comes of it.

    Attributes:
        arguments: What is given.
        changed: The files that are written over.
        new: The files that were not there; None if it is another's business which.
        files: What the workspace holds besides its organisations; None for no workspace at all.
        renamed: The files that get another name, with the name.
        said: What the next run says instead of doing anything, if all was done but the last; "" if it says nothing new.
        code: The exit code.
        every: Each so-manieth call is tried.
    """

    arguments: tuple[str, ...]
    changed: frozenset[str] = frozenset()
    new: frozenset[str] | None = frozenset()
    files: Mapping[str, str] | None = field(default_factory=lambda: RECORDS)
    renamed: Mapping[str, str] = field(default_factory=dict)
    said: str = ""
    code: int = 0
    every: int = 1


HERE = frozenset({"record.yaml"})
CASES = {
    "new, a record": Case(
        ("new", "organisation", "southgate", "--set", "name=Southgate"),
        new=frozenset({"organisations/southgate.yaml"}),
        said="There is organisations/southgate.yaml already",
    ),
    "new, an item of a file": Case(("new", "risk", "few", "--in", "foundry-skills", "--set", "event=Few apply"), HERE),
    "new, an item in a file of its own": Case(
        ("new", "risk", "few", "--in", "pumps", "--set", "event=Few apply"),
        new=frozenset({"pumps/risks/few.yaml"}),
        said="There is pumps/risks/few.yaml already",
    ),
    "log": Case(("log", "journal", "It rains", "--in", "foundry-skills"), HERE),
    "lock": Case(("lock", "foundry-skills", "--objective", "obj-patterns"), HERE),
    "evidence judge": Case(("evidence", *JUDGE), HERE),
    "evidence sample": Case(
        ("evidence", "sample", "--by", "cat-ives", "--in", "foundry-skills", "--share", "100%", "--write"), HERE
    ),
    "evidence add": Case(
        ("evidence", "add", "inbox/first photo.jpg", "inbox/second photo.jpg", "--in", "foundry-skills", "--copy"),
        HERE,
        frozenset({"files/first photo.jpg", "files/second photo.jpg"}),
    ),
    "lint --fix": Case(("lint", "--fix", "--select", "identifier-placeholder"), frozenset(FORGES), files=FORGES),
    "lint --output": Case(
        ("lint", "--select", "identifier-placeholder", "--output", "json=found.json"),
        new=frozenset({"found.json"}),
        files=FORGES,
        code=1,
    ),
    "baseline create": Case(
        ("baseline", "create"), frozenset({"partnerkit-baseline.json"}), files={"partnerkit-baseline.json": BASELINE}
    ),
    "baseline prune": Case(
        ("baseline", "prune"), frozenset({"partnerkit-baseline.json"}), files={"partnerkit-baseline.json": BASELINE}
    ),
    "report": Case(
        ("report", "agreement", "portfolio", "--out", "pages"),
        new=frozenset(f"pages/{name}.html" for name in ("agreement-foundry-skills", "agreement-pumps", "portfolio")),
    ),
    "report --all": Case(
        ("report", "--all", "--only", "pumps", "--out", "pages", "--format", "markdown"),
        new=None,
        every=31,
    ),
    "export": Case(
        ("export", "--format", "csv", "--out", "tables"),
        new=frozenset(f"tables/{name}.csv" for name in listing_names()),
        every=17,
    ),
    "xref": Case(("xref", "--format", "csv", "--out", "tables/xref.csv"), new=frozenset({"tables/xref.csv"})),
    "agenda": Case(("agenda", "--out", "agenda/next.txt"), new=frozenset({"agenda/next.txt"})),
    "templates": Case(
        ("templates", "html/page.js", "own/sheet.html", "--copy", "own"),
        new=frozenset({"own/html/page.js", "own/own/sheet.html"}),
    ),
    "init": Case(("init",), new=frozenset({*PLACED, *EDITOR, *GIT, GITHUB, GITLAB}), files=None, every=17),
    "init --example": Case(
        ("init", "try", "--example"),
        new=frozenset(f"try/{file}" for file, _ in example_files()),
        files=None,
        said="There is partnerkit.yaml already",
        every=3,
    ),
    "mv, a record": Case(
        ("mv", "organisations/northgate-castings", "northgate"),
        frozenset({"record.yaml", "pumps/partnership.yaml", "organisations/northgate-castings.yaml"}),
        renamed={"organisations/northgate-castings.yaml": "organisations/northgate.yaml"},
        said="There is no organisations/northgate-castings here",
    ),
    "mv, a folder": Case(
        ("mv", "partnerships/pumps", "valves"),
        frozenset({"pumps/partnership.yaml"}),
        renamed={name: name.replace("pumps/", "valves/") for name in RECORDS if name.startswith("pumps/")},
        said="There is no partnerships/pumps here",
    ),
    "mv, an item": Case(
        ("mv", "pumps/meetings/m-1", "start"),
        frozenset({"pumps/actions.yaml"}),
        renamed={"pumps/meetings/m-1.yaml": "pumps/meetings/start.yaml"},
        said="There is no pumps/meetings/m-1 here",
    ),
}  # fmt: skip


def begin(root: Path, case: Case) -> Path:
    """The workspace of a case; its folder."""
    if case.files is None:
        root.mkdir(parents=True)
        return root
    shutil.copytree(BASE, root)
    for name, text in case.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def files_in(root: Path) -> dict[str, bytes]:
    """The bytes of all files by their paths, hidden ones too."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def is_leftover(name: str) -> bool:
    return LEFTOVER.fullmatch(name.rpartition("/")[2]) is not None or name == NOTE


def seen(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files without what a run leaves behind when it is killed."""
    return {name: raw for name, raw in files.items() if not is_leftover(name)}


def _state(files: Mapping[str, bytes]) -> object:
    """What the next run can find: of what is left behind, only the note of a renaming is ever read."""
    names = {re.sub(r"\.[0-9]+\.tmp", "", name) for name in files if name not in seen(files)}
    return seen(files), names, files.get(NOTE)


def _check(found: Mapping[str, bytes], before: Mapping[str, bytes], after: Mapping[str, bytes], case: Case) -> None:
    """Every file is the old one or the new one, and is there under one of its names."""
    for name, raw in seen(found).items():
        is_old = name in before and raw == before[name]
        is_new = raw == after.get(case.renamed.get(name, name))
        assert is_old or is_new, f"{name} is neither what it was nor what it is to be"
    for name in before:
        assert (name in found) != (case.renamed.get(name, "") in found), f"{name} is lost, or there twice"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_killed_at_any_call_it_leaves_old_files_or_new_ones_and_the_next_run_does_the_rest(
    tmp_path: Path, case: Case
) -> None:
    start, through = begin(tmp_path / "start" / "records", case), tmp_path / "through" / "records"
    before = files_in(start)
    shutil.copytree(start, through)
    assert run_inside(through, *DAY, *case.arguments).code == case.code
    after = files_in(through)
    assert {name for name in before if before[name] != after.get(case.renamed.get(name, name))} == case.changed
    assert case.new in (None, {name for name in after if name not in {*before, *case.renamed.values()}})
    states: list[object] = []
    at = 1
    while True:
        # The folder has the same name each time: a new workspace is called after it.
        root = tmp_path / f"at-{at}" / "records"
        shutil.copytree(start, root)
        code = killed_at(at, root, *DAY, *case.arguments)
        if code != KILLED:
            break
        found = files_in(root)
        _check(found, before, after, case)
        if _state(found) not in states:
            states.append(_state(found))
            again = run_inside(root, *DAY, *case.arguments)
            is_told = case.said != "" and case.said in again.errors
            assert again.code == case.code or is_told, again.errors
            assert seen(files_in(root)) == after
            assert not (root / NOTE).exists()
        shutil.rmtree(root)
        at += case.every
    # It came through at last, and it had been killed before.
    assert (code, len(states) > 1) == (case.code, True)
    assert files_in(root) == after


def test_killed_at_any_moment_a_renaming_is_finished_by_the_next_run(tmp_path: Path) -> None:
    case = CASES["mv, a record"]
    start, through = begin(tmp_path / "start" / "records", case), tmp_path / "through" / "records"
    before = files_in(start)
    shutil.copytree(start, through)
    run_inside(through, *DAY, *case.arguments)
    after = files_in(through)
    began = time.perf_counter()
    shutil.copytree(start, tmp_path / "timed" / "records")
    assert ended(lambda: run_inside(tmp_path / "timed" / "records", *DAY, *case.arguments).code) == 0
    taken = time.perf_counter() - began
    moments = random.Random(7)  # noqa: S311 - the same moments each time
    codes = set()
    for at in range(20):
        root = tmp_path / f"at-{at}" / "records"
        shutil.copytree(start, root)
        codes.add(_killed_after(moments.uniform(0.1, 1) * taken, root, case))
        _check(files_in(root), before, after, case)
        again = run_inside(root, *DAY, *case.arguments)
        assert again.code == 0 or case.said in again.errors
        assert seen(files_in(root)) == after
        shutil.rmtree(root)
    assert KILLED in codes


def _killed_after(seconds: float, root: Path, case: Case) -> int:
    """Kill a command from outside when so much time has passed; its exit code."""

    def run() -> int:
        # The system's own clock ends it, whatever it does just then: Python has no say in it.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        return run_inside(root, *DAY, *case.arguments).code

    code = ended(run)
    return KILLED if code == -signal.SIGALRM else code


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "journal", "It rains", "--in", "foundry-skills"),
        ("new", "organisation", "southgate", "--set", "name=Southgate"),
        ("lint", "--fix"),
        ("mv", "partnerships/pumps", "valves", "--diff"),
    ],
)
def test_nothing_else_is_changed_while_a_renaming_is_half_done(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    case = CASES["mv, a record"]
    root = begin(tmp_path / "records", case)
    assert killed_at(12, root, *DAY, *case.arguments) == KILLED
    assert (root / NOTE).exists()
    found = files_in(root)
    done = run_inside(root, *DAY, *arguments)
    assert done.code == 2
    assert "interrupted" in done.errors
    assert files_in(root) == found
    assert run_inside(root, *DAY, *case.arguments).output == (
        "Finished an interrupted run: renamed organisations/northgate-castings to northgate.\n"
    )
