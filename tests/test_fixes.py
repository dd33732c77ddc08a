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
from partnerkit.app.fixing import Mended, differences, mended
from partnerkit.app.lint import Choice, Linted, lint
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.diagnostics.diagnostic import Mending, TextEdit
from partnerkit.io.trees import Tree
from rule_cases import BASE
from scratch import snapshot

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
title: "Foundry skills: Größe, 日本 🎓"
stage: {stage}
partners:
  - {{organisation: northgate-castings, role: lead}}
  - {{organisation: eastfield-college}}
objectives:
  - id: obj-patterns   # the only one
    statement: Six apprentices make patterns unaided by July 2027
"""
INDICATORS = PARTNERSHIP.format(stage="run") + "    indicators:\n"
FIGURES = INDICATORS + "      - id: unaided\n        baseline: {value: 0}\n        target: {value: 6} # six!\n"
ACTUALS = INDICATORS + "      - id: unaided\n        actuals:\n"


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
        ORGANISATION
        + "  - { scheme: gb_coh , value: '98765432' }\n  - scheme: gb ukprn # the provider's\n    value: '1'\n",
        ORGANISATION
        + "  - { scheme: GB-COH , value: '98765432' }\n  - scheme: GB-UKPRN # the provider's\n    value: '1'\n",
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
        INDICATORS
        + "      - {id: scrap, baseline: {value: 6}, target: {value: 4}, direction: decrease }\n      - {id: people}\n",
    ),
    "a direction in block style, the next key behind a comment": Case(
        "direction-missing",
        FIGURES + "\n    # who\n    due: 2027-07-31\n",
        FIGURES + "        direction: increase\n\n    # who\n    due: 2027-07-31\n",
    ),
    "a 0 that stands for nothing, in flow style": Case(
        "zero-not-reported",
        ACTUALS + "          - {on: 2026-03-31, value: 0, narrative: not yet measured} # !\n",
        ACTUALS + "          - {on: 2026-03-31, narrative: not yet measured, status: not-yet-reported} # !\n",
    ),
    "a 0 that stands for nothing, in block style": Case(
        "zero-not-reported",
        ACTUALS + "          - on: 2026-03-31\n            value: 0.0\n            narrative: >\n"
        "              not yet\n              measured\n"
        "          - {on: 2026-06-30, value: 0}\n",
        ACTUALS + "          - on: 2026-03-31\n            narrative: >\n"
        "              not yet\n              measured\n            status: not-yet-reported\n"
        "          - {on: 2026-06-30, value: 0}\n",
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
def test_a_fix_changes_what_it_must_and_no_other_byte(
    tmp_path: Path, case: Case, shape: Callable[[str], bytes]
) -> None:
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


def test_a_fix_that_makes_room_for_another_is_followed_by_it(tmp_path: Path) -> None:
    file = place(tmp_path, (ORGANISATION + '  - {scheme: gb coh, value: "9876543.0"}\n').encode())
    done = run_inside(file.parent, "lint", "--select", "identity", *UNSAFE)
    # The register, the ending and, once both are right, the zero in front.
    assert done.errors == "note: mended 3 findings\n"
    assert file.read_text(encoding="utf-8") == ORGANISATION + '  - {scheme: GB-COH, value: "09876543"}\n'


def test_a_section_in_a_file_of_its_own_is_mended_there(tmp_path: Path) -> None:
    file = place(tmp_path, b"")
    file.unlink()
    head, section = (INDICATORS + "      - {id: scrap, baseline: {value: 6}, target: {value: 4}}\n").split(
        "objectives:\n"
    )
    folder = file.parent / "foundry-skills"
    folder.mkdir()
    (folder / "partnership.yaml").write_text(head, encoding="utf-8")
    (folder / "objectives.yaml").write_text(section, encoding="utf-8")
    assert run(file.parent, *UNSAFE, rule="direction-missing").errors == "note: mended 1 finding\n"
    assert (folder / "partnership.yaml").read_text(encoding="utf-8") == head
    assert "target: {value: 4}, direction: decrease}" in (folder / "objectives.yaml").read_text(encoding="utf-8")


# ---------------------------------------------------------------------- what is not mended

ENDING = CASES["an ending that a spreadsheet added"]
ZEROS = CASES["zeros lost in front"]
SUPPRESSED = """suppress:
  - {rule: direction-missing, reason: agreed in December, by: northgate-castings/amy-okoro, until: 2026-12-31}
"""


@pytest.mark.parametrize("case", [case for case in CASES.values() if not case.is_safe], ids=lambda case: case.rule)
def test_what_may_change_the_meaning_is_not_mended_without_being_asked_for(tmp_path: Path, case: Case) -> None:
    file = place(tmp_path, case.before.encode())
    done = run(file.parent, "--fix", rule=case.rule)
    assert done.errors == "note: there was nothing to mend by machine\n"
    assert file.read_bytes() == case.before.encode()
    assert (run(file.parent, "--diff", rule=case.rule).code, run(file.parent, "--diff", rule=case.rule).output) == (
        0,
        "",
    )


def test_what_is_excused_or_known_is_not_mended(tmp_path: Path) -> None:
    case = CASES["a direction in flow style"]
    excused = case.before + SUPPRESSED
    file = place(tmp_path, excused.encode())
    assert run(file.parent, *UNSAFE, rule=case.rule).errors == "note: there was nothing to mend by machine\n"
    assert file.read_bytes() == excused.encode()
    file.write_text(case.before, encoding="utf-8")
    assert run_inside(file.parent, "baseline", "--as-of", "2026-10-15", "create").code == 0
    assert run(file.parent, *UNSAFE, rule=case.rule).errors.startswith("note: there was nothing to mend by machine\n")
    assert file.read_bytes() == case.before.encode()


def test_only_what_is_named_is_mended(tmp_path: Path) -> None:
    file = place(tmp_path, ENDING.before.encode())
    other = file.with_name("other.yaml")
    other.write_text(ENDING.before.replace("westhill", "easthill"), encoding="utf-8")
    run(file.parent, "--fix", "other.yaml", rule=ENDING.rule)
    assert file.read_bytes() == ENDING.before.encode()
    assert other.read_text(encoding="utf-8") == ENDING.after.replace("westhill", "easthill")


@pytest.mark.parametrize(
    "identifiers",
    [
        "  - {scheme: GB-COH, value: &number '98765432.0'}\n  - {scheme: GB-CHC, value: *number}\n",
        "  - &company {scheme: gb-coh, value: '98765432'}\n",
        "  - {scheme: !!str gb-coh, value: '98765432'}\n",
        "  - {scheme: GB-COH, value: 'quote\" 9.0'}\n",
    ],
)
def test_what_cannot_be_mended_without_touching_more_is_left_as_it_is(tmp_path: Path, identifiers: str) -> None:
    file = place(tmp_path, (ORGANISATION + identifiers).encode())
    done = run_inside(file.parent, "lint", "--select", "identity", *UNSAFE, "--format", "concise")
    assert "identifier-placeholder" in done.output or "scheme-unknown" in done.output
    assert done.errors == "note: there was nothing to mend by machine\n"
    assert file.read_bytes() == (ORGANISATION + identifiers).encode()


def test_a_value_that_the_next_key_would_be_put_into_is_kept(tmp_path: Path) -> None:
    """A text in block style may keep the empty lines behind it; a key put in there would take them away from it."""
    figures = "        baseline: {value: 6}\n        target: {value: 4}\n"
    before = INDICATORS + "      - id: scrap\n" + figures + "        definition: |+\n          Kilograms\n\n\n"
    file = place(tmp_path, before.encode())
    assert run(file.parent, *UNSAFE, rule="direction-missing").errors == "note: there was nothing to mend by machine\n"
    assert file.read_bytes() == before.encode()


# ---------------------------------------------------------------------- files


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_who_may_read_a_mended_file_stays_as_it_was(tmp_path: Path, mode: int) -> None:
    file = place(tmp_path, ENDING.before.encode())
    file.chmod(mode)
    run(file.parent, "--fix", rule=ENDING.rule)
    assert file.read_bytes() == ENDING.after.encode()
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_nothing_but_the_mended_file_is_touched_and_nothing_is_left_over(tmp_path: Path) -> None:
    file = place(tmp_path, ENDING.before.encode())
    before = snapshot(file.parent)
    run(file.parent, "--fix", rule=ENDING.rule)
    after = snapshot(file.parent)
    assert before.keys() == after.keys()
    assert [path for path in before if before[path] != after[path]] == [str(file)]
    run(file.parent, "--fix", rule=ENDING.rule)
    assert snapshot(file.parent) == after


def test_what_a_link_leads_to_is_not_mended(tmp_path: Path) -> None:
    file = place(tmp_path, b"")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "one.yaml").write_bytes(ENDING.before.encode())
    (elsewhere / "two.yaml").write_bytes(ENDING.before.replace("westhill", "easthill").encode())
    file.unlink()
    file.symlink_to(elsewhere / "one.yaml")
    (file.parent / "linked").symlink_to(elsewhere)
    before = snapshot(elsewhere)
    run(file.parent, "--fix", rule=ENDING.rule)
    assert snapshot(elsewhere) == before
    assert file.is_symlink()


def test_another_name_of_a_mended_file_keeps_what_it_holds(tmp_path: Path) -> None:
    file = place(tmp_path, ENDING.before.encode())
    os.link(file, tmp_path / "backup.yaml")
    run(file.parent, "--fix", rule=ENDING.rule)
    assert file.read_bytes() == ENDING.after.encode()
    assert (tmp_path / "backup.yaml").read_bytes() == ENDING.before.encode()


def settings(file: Path) -> Settings:
    return Settings(file.parent, date(2026, 10, 15), cache=False)


def looked_at(file: Path, rule: str) -> tuple[Linted, ...]:
    return lint((), Choice(select=(rule,)), settings(file), lambda _done, _total: None)


def mend(file: Path, linted: tuple[Linted, ...], rule: str) -> Mended:
    def again(tree: Callable[[Path], Tree]) -> tuple[Linted, ...]:
        return lint((), Choice(select=(rule,)), settings(file), lambda _done, _total: None, tree=tree)

    return mended(linted, again, unsafe=True)


@pytest.mark.parametrize("change", [b"# new\n" + ENDING.before.encode(), ENDING.before.encode() + b"# new\n", b""])
def test_a_file_that_has_changed_since_it_was_looked_at_is_not_mended(tmp_path: Path, change: bytes) -> None:
    file = place(tmp_path, ENDING.before.encode())
    linted = looked_at(file, ENDING.rule)
    file.write_bytes(change)
    with pytest.raises(CannotRunError, match=r"record\.yaml has changed while it was looked at"):
        mend(file, linted, ENDING.rule)
    with pytest.raises(CannotRunError, match=r"record\.yaml has changed while it was looked at"):
        list(differences(linted, unsafe=True))
    assert file.read_bytes() == change


def test_a_mending_that_would_break_the_record_is_taken_back(tmp_path: Path) -> None:
    """No rule breaks a record; so the mending of one is exchanged here for one that does."""
    file = place(tmp_path, ENDING.before.encode())
    other = file.with_name("other.yaml")
    other.write_text(ENDING.before.replace("westhill", "easthill"), encoding="utf-8")
    (one,) = looked_at(file, ENDING.rule)
    at = ENDING.before.index("organisation\n")
    breaking = Mending(
        "write nonsense", (TextEdit("record.yaml", at, at + len("organisation"), "nonsense"),), is_safe=True
    )
    found = tuple(
        replace(each, mending=breaking) if each.span.file == "record.yaml" and each.mending is not None else each
        for each in one.checked.diagnostics
    )
    done = mend(file, (replace(one, checked=replace(one.checked, diagnostics=found)),), ENDING.rule)
    assert file.read_bytes() == ENDING.before.encode()
    assert other.read_text(encoding="utf-8") == ENDING.after.replace("westhill", "easthill")
    assert done.notes == (
        "mended 1 finding",
        "record.yaml was left as it was: mending it would have broken something",
    )
    # What is said in the end speaks of the files as they are.
    assert {each.span.file for each in done.linted[0].checked.diagnostics if each.mending is not None} == {
        "record.yaml"
    }


def test_edits_that_get_into_one_anothers_way_are_made_one_after_the_other(tmp_path: Path) -> None:
    file = place(tmp_path, (ORGANISATION + "  - {scheme: gb-coh, value: '98765432'}\n").encode())
    (one,) = looked_at(file, "scheme-unknown")
    (found,) = (each for each in one.checked.diagnostics if each.mending is not None)
    twice = replace(one, checked=replace(one.checked, diagnostics=(found, found)))
    assert mend(file, (twice,), "scheme-unknown").notes == ("mended 1 finding",)
    assert "{scheme: GB-COH, value: '98765432'}" in file.read_text(encoding="utf-8")


# ---------------------------------------------------------------------- shown and not done


@pytest.mark.parametrize("shape", ["as written", "without an end on the last line"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_differences_shown_are_those_that_would_be_made(tmp_path: Path, case: Case, shape: str) -> None:
    file = place(tmp_path, SHAPES[shape](case.before))
    before = snapshot(file.parent)
    done = run(file.parent, "--diff", "--unsafe-fixes", rule=case.rule)
    assert done.code == 1
    assert snapshot(file.parent) == before
    # Whoever takes it as a patch gets what the command itself would have written.
    (tmp_path / "changes.patch").write_text(done.output, encoding="utf-8")
    subprocess.run(["git", "apply", "-p0", "../changes.patch"], cwd=file.parent, check=True)
    assert file.read_bytes() == SHAPES[shape](case.after)


def test_no_difference_is_nothing_to_fail_for(tmp_path: Path) -> None:
    file = place(tmp_path, ENDING.after.encode())
    done = run(file.parent, "--diff", "--unsafe-fixes", rule=ENDING.rule)
    assert (done.code, done.output) == (0, "")


def test_what_is_left_after_mending_decides_on_the_exit_code(tmp_path: Path) -> None:
    file = place(tmp_path, ENDING.before.encode())
    assert run(file.parent, "--fix", rule=ENDING.rule).code == 1  # `tbc` is left
    file.write_text(ENDING.before.replace("tbc", "'123456'"), encoding="utf-8")
    assert run(file.parent, "--fix", rule=ENDING.rule).code == 0


def test_where_nothing_could_be_looked_at_no_difference_is_no_good_news(tmp_path: Path) -> None:
    file = place(tmp_path, ENDING.before.encode())
    (file.parent / "partnerkit.yaml").write_text("format: 1\ntitel: X\n", encoding="utf-8")
    done = run(file.parent, "--diff", rule=ENDING.rule)
    assert (done.code, done.output) == (2, "")
    assert done.errors == "note: not everything could be looked at; `partnerkit lint` says why\n"
    run(file.parent, "--fix", rule=ENDING.rule)
    assert file.read_bytes() == ENDING.before.encode()
