"""`mv`: a thing and all that refers to it get the new id, no other byte moves, and it is done as a whole or not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console import PROJECT, Done
from inside import run_inside
from partnerkit.app.loading import Loader
from partnerkit.io import together
from partnerkit.io.files import digest
from partnerkit.workspace.workspace import Workspace
from rule_cases import BASE
from scratch import settings as told
from scratch import snapshot, workspace
from test_fixes import SHAPES

ORGANISATION = """\
kind: organisation
id: halden  # our partner
name: Halden
people:
  - {id: amy, name: Amy Ash}
  # She came from halden itself.
  - id: "ben"
    name: Ben Bow
priorities:
  - {id: p-1, statement: Scrap halves, owner: amy}
"""
COLLEGE = "kind: organisation\nid: elm\nname: Elm\npeople: [{id: cat, name: Cat}, {id: dan, name: Dan}]\n"
PARTNERSHIP = """\
kind: partnership
id: tools
title: Tools with halden
stage: activate
partners:
  - {organisation: halden, role: lead}   # halden, of course
  - organisation: 'elm'
objectives:
  - id: obj-1
    statement: Six make tools, says halden
    owners: {halden: amy, elm: elm/cat}
    priorities: [p-1, halden/p-1]
    agreed_by:
      - halden
      - "elm"
    x-own: {halden: amy}
suppress:
  - {rule: objective-unlocked, at: objectives/obj-1/owners/halden, reason: New, by: halden/amy, until: 2026-12-31}
"""
FILES = {
    "partnerkit.yaml": "format: 1\nowner: halden  # we keep them\n",
    "organisations/halden.yaml": ORGANISATION,
    "organisations/elm.yaml": COLLEGE,
    "partnerships/tools.yaml": PARTNERSHIP,
}


def place(
    tmp_path: Path, shape: Callable[[str], bytes] = str.encode, changed: Mapping[str, str] = MappingProxyType({})
) -> Path:
    """The workspace above, each file in a shape; its folder."""
    files = {name: shape(text) for name, text in FILES.items()}
    return workspace(tmp_path / "records", files | {name: text.encode() for name, text in changed.items()})


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def mv(root: Path, *arguments: str) -> Done:
    return run_inside(root, "mv", *arguments)


def is_valid(root: Path) -> bool:
    return run_inside(root, "validate", "--quiet").code == 0


# ---------------------------------------------------------------------- what changes


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_record_and_all_references_are_renamed_and_no_other_byte_moves(
    tmp_path: Path, shape: Callable[[str], bytes]
) -> None:
    root = place(tmp_path, shape)
    before = contents(root)
    done = mv(root, "organisations/halden", "hp.2")
    assert (done.code, done.errors) == (0, "")
    assert done.output.startswith(
        "Renamed organisations/halden to hp.2: 7 references changed, in 3 files.\n"
        "organisations/halden.yaml is now organisations/hp.2.yaml\n"
    )
    expected = (
        PARTNERSHIP.replace("organisation: halden,", "organisation: hp.2,")
        .replace("owners: {halden:", "owners: {hp.2:")
        .replace("halden/p-1", "hp.2/p-1")
        .replace("- halden\n", "- hp.2\n")
        .replace("owners/halden,", "owners/hp.2,")
        .replace("by: halden/amy", "by: hp.2/amy")
    )
    assert contents(root) == {
        "organisations/elm.yaml": before["organisations/elm.yaml"],
        "organisations/hp.2.yaml": shape(ORGANISATION.replace("id: halden", "id: hp.2")),
        "partnerkit.yaml": shape("format: 1\nowner: hp.2  # we keep them\n"),
        "partnerships/tools.yaml": shape(expected),
    }
    assert is_valid(root)
    assert mv(root, "hp.2", "halden").code == 0
    assert contents(root) == before


def test_texts_that_speak_of_the_old_id_are_listed_and_left_alone(tmp_path: Path) -> None:
    root = place(tmp_path)
    listed = mv(root, "organisations/halden", "hp").output.splitlines()[2:]
    assert listed == [
        "Left alone, where texts or comments say halden:",
        "  organisations/hp.yaml:6: # She came from halden itself.",
        "  partnerships/tools.yaml:3: title: Tools with halden",
        "  partnerships/tools.yaml:6: - {organisation: hp, role: lead}   # halden, of course",
        "  partnerships/tools.yaml:10: statement: Six make tools, says halden",
    ]


def test_a_person_is_renamed_wherever_they_are_meant_and_nobody_else(tmp_path: Path) -> None:
    elm = COLLEGE.replace("id: dan", "id: amy")
    root = place(
        tmp_path,
        changed={
            "organisations/elm.yaml": elm,
            "partnerships/tools.yaml": PARTNERSHIP.replace(": amy", ": halden/amy"),
        },
    )
    assert "is the id of more than one thing" in mv(root, "amy", "ann").errors
    done = mv(root, "halden/amy", "ann")
    assert done.code == 0, done.errors
    after = contents(root)
    assert after["organisations/elm.yaml"].decode() == elm
    assert after["organisations/halden.yaml"].decode() == ORGANISATION.replace("id: amy", "id: ann").replace(
        "owner: amy", "owner: ann"
    )
    # What stands under a key of one's own is no reference to the program.
    text = after["partnerships/tools.yaml"].decode()
    assert "owners: {halden: halden/ann, elm: elm/cat}" in text
    assert "by: halden/ann" in text
    assert text.count("halden/amy") == 1
    assert "x-own: {halden: halden/amy}" in text


def test_a_partnership_in_a_folder_moves_with_all_that_is_in_it(tmp_path: Path) -> None:
    root = workspace(
        tmp_path / "records",
        {
            "all.yaml": ORGANISATION + "---\n" + COLLEGE,
            "tools/partnership.yaml": PARTNERSHIP.split("objectives:", maxsplit=1)[0],
            "tools/meetings/m-1.yaml": "on: 2026-01-15\nx-place: Works\n",
            "tools/meetings/m-2.yaml": "id: m-2\non: 2026-02-15\n",
            "tools/actions.yaml": "- {id: a-1, text: Do it, from: m-1}\n- {id: a-2, text: Do it, from: meetings/m-2}\n",
            "tools/files/notes.md": "Notes",
            "other.yaml": "kind: partnership\nid: other\ntitle: Other\nstage: identify\n"
            "partners: [{organisation: halden}, {organisation: elm}]\n"
            "evidence:\n  - {id: ev-1, title: Notes, type: minutes, file: tools/files/notes.md}\n",
        },
    )
    before = contents(root)
    assert mv(root, "partnerships/tools", "gauges").output.startswith(
        "Renamed partnerships/tools to gauges: 1 reference changed, in 2 files.\ntools is now gauges\n"
    )
    assert "file: gauges/files/notes.md" in (root / "other.yaml").read_text(encoding="utf-8")
    assert sorted(contents(root)) == sorted(name.replace("tools/", "gauges/") for name in before)
    # An item that has its id from its file's name, and one that says it itself.
    assert mv(root, "m-1", "start").code == 0
    assert mv(root, "gauges/meetings/m-2", "second").code == 0
    assert (root / "gauges/meetings/start.yaml").read_bytes() == before["tools/meetings/m-1.yaml"]
    assert (root / "gauges/meetings/second.yaml").read_text(encoding="utf-8") == "id: second\non: 2026-02-15\n"
    assert (root / "gauges/actions.yaml").read_text(encoding="utf-8") == (
        "- {id: a-1, text: Do it, from: start}\n- {id: a-2, text: Do it, from: meetings/second}\n"
    )
    assert is_valid(root)
    for address, old in (("second", "m-2"), ("start", "m-1"), ("gauges", "tools")):
        assert mv(root, address, old).code == 0
    assert contents(root) == before


def test_a_file_with_several_records_keeps_its_name(tmp_path: Path) -> None:
    root = workspace(tmp_path / "records", {"halden.yaml": ORGANISATION + "---\n" + COLLEGE})
    assert mv(root, "halden", "hp").code == 0
    assert sorted(contents(root)) == ["halden.yaml", "partnerkit.yaml"]


def test_a_criterion_keeps_its_capitals(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "records")
    root = tmp_path / "records"
    (root / "record.yaml").write_text(
        "kind: partnership\nid: f\ntitle: F\nstage: run\n"
        "partners: [{organisation: northgate-castings}, {organisation: eastfield-college}]\n"
        "evidence: [{id: ev, title: E, type: report, maps: [{criterion: foundry/S2, page: 3}]}]\n",
        encoding="utf-8",
    )
    assert mv(root, "S2", "S2.b").code == 0
    assert "criterion: foundry/S2.b, page" in (root / "record.yaml").read_text(encoding="utf-8")
    # Readers do not tell capitals apart.
    assert "The id s1 is taken" in mv(root, "foundry/S2.b", "s1").errors
    assert is_valid(root)


def test_a_sealed_indicator_stays_sealed(tmp_path: Path) -> None:
    sealed = PARTNERSHIP.replace(
        "    x-own: {halden: amy}\n",
        "    indicators:\n      - {id: unaided, unit: people, direction: increase, source: Log, owner: amy,\n"
        "         baseline: {value: 0, on: 2026-01-10}, target: {value: 6, on: 2027-07-31}}\n",
    )
    root = place(tmp_path, changed={"partnerships/tools.yaml": sealed})
    assert run_inside(root, "lock", "tools", "--as-of", "2026-03-01").code == 0
    before = contents(root)

    def findings() -> str:
        found = run_inside(root, "lint", "--as-of", "2026-03-02", "--select", "objective-changed-after-lock")
        return found.output.partition(" in ")[0]

    assert findings().startswith("No problems")
    done = mv(root, "unaided", "alone")
    assert done.output.startswith("Renamed partnerships/tools/indicators/unaided to alone: 2 references changed"), (
        done.errors
    )
    assert findings().startswith("No problems")
    assert mv(root, "alone", "unaided").code == 0
    assert contents(root) == before


def test_the_baseline_goes_with_it(tmp_path: Path) -> None:
    root = place(tmp_path)
    assert run_inside(root, "baseline", "create", "--as-of", "2026-03-02").code == 0
    before = contents(root)
    assert mv(root, "obj-1", "obj-2").code == 0
    assert b" objectives/obj-2" in (root / "partnerkit-baseline.json").read_bytes()
    assert b"obj-1" not in (root / "partnerkit-baseline.json").read_bytes()
    assert mv(root, "partnerships/tools", "gauges").code == 0
    again = run_inside(root, "lint", "--as-of", "2026-03-02")
    assert again.code == 0, again.output
    assert mv(root, "gauges", "tools").code == 0
    assert mv(root, "obj-2", "obj-1").code == 0
    assert contents(root) == before


def test_anchors_quotes_and_numbers_stay_readable(tmp_path: Path) -> None:
    text = PARTNERSHIP.replace("owners: {halden: amy,", "owners: {halden: &who amy,").replace(
        "    x-own: {halden: amy}\n", "    indicators: [{id: i-1, owner: *who}]\n"
    )
    root = place(tmp_path, changed={"partnerships/tools.yaml": text})
    assert mv(root, "amy", "12").code == 0
    after = (root / "partnerships/tools.yaml").read_text(encoding="utf-8")
    assert 'owners: {halden: &who "12", elm: elm/cat}' in after
    assert "owner: *who" in after
    assert "by: halden/12" in after
    assert is_valid(root)


def test_what_would_change_is_shown_and_not_written(tmp_path: Path) -> None:
    root = place(tmp_path)
    before = snapshot(root)
    done = mv(root, "obj-1", "obj-2", "--diff")
    assert done.code == 0
    assert [line for line in done.output.splitlines() if line[:1] in "+-"] == [
        "--- partnerships/tools.yaml",
        "+++ partnerships/tools.yaml",
        "-  - id: obj-1",
        "+  - id: obj-2",
        *(
            f"{sign}  - {{rule: objective-unlocked, at: objectives/{id_}/owners/halden, reason: New, "
            "by: halden/amy, until: 2026-12-31}"
            for sign, id_ in (("-", "obj-1"), ("+", "obj-2"))
        ),
    ]
    assert mv(root, "partnerships/tools", "gauges", "--diff").errors == (
        "note: partnerships/tools.yaml becomes partnerships/gauges.yaml\n"
    )
    assert snapshot(root) == before


# ---------------------------------------------------------------------- there and back


def _addresses(root: Path) -> Iterator[str]:
    loader = Loader(root, told(root))
    loaded = loader.load()
    assert loaded.configuration is not None
    whole = Workspace(loaded.configuration, loader.records_of(loaded.units))
    for record in whole.records:
        yield f"{record.kind}s/{record.id}"
        yield from (f"{record.kind}s/{record.id}/{one.collection}/{one.id}" for one in record.contents.declared)


EXAMPLES = [PROJECT / "examples" / name for name in ("calder-valley", "two-way-street")]
RENAMED = [(example, address) for example in EXAMPLES for address in _addresses(example)]


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(what=st.sampled_from(RENAMED), shape=st.sampled_from(sorted(SHAPES)))
def test_there_and_back_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, what: tuple[Path, str], shape: str
) -> None:
    example, address = what
    root = tmp_path_factory.mktemp("there") / "records"
    shutil.copytree(example, root)
    for file in root.rglob("*.yaml"):
        file.write_bytes(SHAPES[shape](file.read_text(encoding="utf-8")))
    before = contents(root)
    *words, old = address.split("/")
    assert mv(root, address, "quite-new").code == 0
    assert contents(root) != before
    assert is_valid(root)
    assert mv(root, "/".join([*words, "quite-new"]), old).code == 0
    assert contents(root) == before


# ---------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("halden", "halden"), "organisations/halden has that id already."),
        (("halden", "Halden"), "Halden cannot be an id. Write words of a to z and 0 to 9"),
        (("halden", "a/b"), "a/b cannot be an id."),
        (("halden", "a" * 65), "cannot be an id."),
        (("halden", "elm"), "The id elm is taken: see organisations/elm.yaml:2."),
        (("halden/amy", "ben"), "The id ben is taken: see organisations/halden.yaml:7."),
        (("halden", "con"), "cannot be written everywhere it must be. The id `con` is the name of a device on Windows"),
        (("hulden", "x"), "There is no hulden here. Did you mean halden?"),
        (("elm/amy", "x"), "There is no elm/amy here. There is organisations/halden/people/amy."),
        (("tools", "taken"), "There is already a file or folder partnerships/Taken.yaml. Choose another id."),
        # The partnership says `amy`; with two of them nobody could tell who is meant.
        (("elm/dan", "amy"), "the reference amy at partnerships/tools.yaml:11 would not mean what it means now."),
    ],
)
def test_it_is_refused_with_a_reason(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    root = place(tmp_path, changed={"partnerships/Taken.yaml": "kind: organisation\nid: other\nname: Other\n"})
    before = snapshot(root)
    done = mv(root, *arguments)
    assert (done.code, done.output) == (2, "")
    assert words in done.errors
    assert snapshot(root) == before


def test_patterns_that_would_lose_the_file_are_told(tmp_path: Path) -> None:
    root = place(
        tmp_path, changed={"partnerkit.yaml": "format: 1\ninclude: [organisations, partnerships/tools.yaml]\n"}
    )
    done = mv(root, "partnerships/tools", "gauges")
    assert done.code == 2
    assert (
        "partnerships/tools.yaml would become partnerships/gauges.yaml, and partnerkit.yaml has patterns" in done.errors
    )


def test_a_name_that_git_ignores_is_given_up_again(tmp_path: Path) -> None:
    root = place(tmp_path)
    (root / ".gitignore").write_text("gauges.*\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    before = contents(root)
    done = mv(root, "partnerships/tools", "gauges")
    assert done.code == 2
    assert done.errors == (
        "error: partnerships/gauges.yaml would not be read as a record. Does git ignore it? Nothing was changed.\n"
    )
    assert contents(root) == before


def test_what_is_written_with_escapes_is_left_to_people(tmp_path: Path) -> None:
    root = place(tmp_path, changed={"organisations/elm.yaml": COLLEGE.replace("id: cat", 'id: "c\\x61t"')})
    done = mv(root, "cat", "kit")
    assert "cat at organisations/elm.yaml:4 is written in a way that cannot be edited safely." in done.errors


@pytest.mark.parametrize("written", ['"elm\\x2fcat"', '"elm/c\\u0061t"', '"elm\\\n      /cat"'])
def test_a_reference_with_escapes_is_not_overlooked(tmp_path: Path, written: str) -> None:
    text = PARTNERSHIP.replace("elm: elm/cat", f"elm: {written}")
    root = place(tmp_path, changed={"partnerships/tools.yaml": text})
    assert is_valid(root)
    done = mv(root, "cat", "kit")
    assert "elm/cat at partnerships/tools.yaml:11 is written in a way that cannot be edited safely." in done.errors


def test_of_many_things_that_are_called_so_a_few_are_named(tmp_path: Path) -> None:
    others = {
        f"partnerships/p-{at}.yaml": PARTNERSHIP.replace("id: tools", f"id: p-{at}").replace("suppress:", "x-suppress:")
        for at in range(6)
    }
    root = place(tmp_path, changed=others)
    named = ", ".join(f"partnerships/p-{at}/objectives/obj-1" for at in range(5))
    assert mv(root, "obj-1", "obj-2").errors == (
        f"error: obj-1 is the id of more than one thing. Write {named} and 2 more.\n"
    )
    assert mv(root, "p-9/obj-1", "obj-2").errors == f"error: There is no p-9/obj-1 here. There is {named} and 2 more.\n"
    # With enough said, the others have nothing to do with it.
    before = contents(root)
    assert mv(root, "p-3/obj-1", "obj-2").code == 0
    after = contents(root)
    assert [name for name in before if before[name] != after[name]] == ["partnerships/p-3.yaml"]


def test_a_file_that_changes_while_it_is_looked_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = place(tmp_path)
    load = Loader.load

    def load_then_change(loader: Loader, *arguments: Any, **named: Any) -> Any:
        loaded = load(loader, *arguments, **named)
        (root / "organisations/elm.yaml").write_text(COLLEGE.replace("Cat", "Kit"), encoding="utf-8")
        return loaded

    monkeypatch.setattr(Loader, "load", load_then_change)
    assert "organisations/elm.yaml has changed while it was looked at" in mv(root, "cat", "kit").errors


def test_nothing_is_renamed_in_a_workspace_with_errors(tmp_path: Path) -> None:
    root = place(tmp_path, changed={"organisations/elm.yaml": COLLEGE + "typ: employer\n"})
    before = snapshot(root)
    done = mv(root, "halden", "hp")
    assert done.code == 1
    assert done.errors == "note: nothing was renamed: first the records must be valid\n"
    assert snapshot(root) == before


# ---------------------------------------------------------------------- all or nothing

CALLS = ("open", "write", "fsync", "replace", "rename", "unlink")


def _interrupted(root: Path, at: int, deed: Callable[[], None]) -> int | None:
    """Rename in a process of its own, in which something happens at one of the calls that change files."""
    sys.stdout.flush()
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    counted = 0

    def around(call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any, **named: Any) -> Any:
            nonlocal counted
            counted += 1
            if counted == at:
                deed()
            return call(*arguments, **named)

        return counting

    code = 70
    try:
        with ExitStack() as patched:
            for name in CALLS:
                patched.enter_context(patch.object(os, name, around(getattr(os, name))))
            code = mv(root, "organisations/halden", "hp").code
            code = code if counted >= at else 71
    finally:
        os._exit(code)


def _run_up_to(tmp_path: Path, deed: Callable[[], None], check: Callable[[Path, int], None]) -> int:
    """Interrupt a run at each of its calls, one after the other, and look; the number of the calls."""
    at = 0
    while True:
        at += 1
        root = place(tmp_path / str(at))
        code = _interrupted(root, at, deed)
        if code == 71:
            return at
        assert code is not None
        check(root, code)


def _new(tmp_path: Path) -> dict[str, bytes]:
    root = place(tmp_path / "new")
    assert mv(root, "organisations/halden", "hp").code == 0
    return contents(root)


def test_what_fails_at_any_point_is_put_back(tmp_path: Path) -> None:
    old, new = contents(place(tmp_path / "old")), _new(tmp_path)

    def fail() -> None:
        raise OSError(28, "No space left on device")

    def check(root: Path, code: int) -> None:
        # Only the note itself may stay behind, if it cannot be deleted.
        found = {name: raw for name, raw in contents(root).items() if name != together.NOTE}
        assert found == (new if code == 0 else old)
        assert mv(root, "organisations/halden", "hp").code in (0, 2)
        assert contents(root) == new

    assert _run_up_to(tmp_path, fail, check) > 15


def _note(root: Path, what: str, file: str, before: bytes, after: bytes, *moves: list[str]) -> None:
    writes = [[file, digest(before), b64encode(after).decode()]]
    note = {"schema": together.SCHEMA, "what": what, "writes": writes, "moves": list(moves)}
    (root / together.NOTE).write_text(json.dumps(note), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "moves"),
    [
        ("../outside.yaml", []),
        (".git/hooks/pre-commit", []),
        (".hidden.yaml", []),
        ("notes.txt", []),
        ("linked/a.yaml", []),
        ("organisations/elm.yaml", [["organisations/elm.yaml", ".git/config"]]),
        ("organisations/elm.yaml", [["../outside.yaml", "here.yaml"]]),
    ],
)
def test_a_strange_note_touches_nothing_but_records(tmp_path: Path, file: str, moves: list[list[str]]) -> None:
    root = place(tmp_path)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.yaml").write_text("mine", encoding="utf-8")
    (tmp_path / "outside.yaml").write_text("mine", encoding="utf-8")
    (root / "linked").symlink_to(tmp_path / "outside")
    (root / "notes.txt").write_text("mine", encoding="utf-8")
    _note(root, "a to b", file, b"mine", b"theirs", *moves)
    before = snapshot(tmp_path)
    done = mv(root, "halden", "hp")
    assert done.code == 2
    assert "is no place for a record" in done.errors or "is no record" in done.errors
    assert snapshot(tmp_path) == before


def test_what_was_changed_since_is_not_finished_over_it(tmp_path: Path) -> None:
    root = place(tmp_path)
    _note(root, "a to b", "organisations/elm.yaml", b"something else", b"new")
    done = mv(root, "halden", "hp")
    assert done.code == 2
    assert "An earlier run was interrupted (a to b), and files have been changed since" in done.errors
    assert "delete .partnerkit-unfinished.json" in done.errors
    assert "Give the command without --diff" in mv(root, "halden", "hp", "--diff").errors


def test_an_earlier_run_is_finished_first_and_told(tmp_path: Path) -> None:
    root = place(tmp_path)
    other = PARTNERSHIP.replace("obj-1", "obj-9")
    _note(root, "obj-1 to obj-9", "partnerships/tools.yaml", PARTNERSHIP.encode(), other.encode(), ["a.yaml", "b.yaml"])
    (root / "b.yaml").write_text("kind: organisation\nid: b\nname: B\n", encoding="utf-8")
    (root / "partnerships/tools.yaml").write_text(other, encoding="utf-8")
    done = mv(root, "halden", "hp")
    assert (done.code, done.errors) == (0, "note: finished an interrupted run: renamed obj-1 to obj-9\n")


def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    root = place(tmp_path)
    (root / together.NOTE).write_text("", encoding="utf-8")
    with (root / together.NOTE).open("r+b") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        done = mv(root, "halden", "hp")
    assert done.errors == "error: Another run is changing these records. Try again when it has ended.\n"
    # The one that held it has died before it had written anything.
    assert mv(root, "halden", "hp").code == 0
    assert not (root / together.NOTE).exists()
