"""`lock`: what all agreed is sealed with a copy, a change needs an approval on record, and no other byte moves."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from console import Done
from inside import run_inside
from rule_cases import BASE
from scratch import snapshot
from test_fixes import SHAPES

RECORD = """\
kind: partnership
id: foundry-skills
title: Foundry skills
stage: activate
partners:
  - {organisation: northgate-castings, role: lead}
  - {organisation: eastfield-college}
objectives:
  # Agreed in the new year.
  - id: obj-patterns   # the first
    statement: "Six apprentices make patterns unaided: by July 2027"
    due: 2027-07-31
    agreed_by: [northgate-castings, eastfield-college]
    indicators:
      - id: unaided
        measure: count
        unit: people
        direction: increase
        baseline: {value: 0, on: 2026-01-10}
        target: {value: 6, on: 2027-07-31}   # not five
        source: Supervisor check
        owner: eve-shaw

  # Not agreed yet.
  - {id: obj-scrap, statement: Scrap falls by July 2027, agreed_by: [northgate-castings]}
meetings:
  - {id: 2026-06-16, on: 2026-06-16}
"""
SEALED = """\
    locked:
      on: 2026-03-02
      by: ben-hale
      version: 1
      digest: "blake2b:a357f6a67cb922459fd050d8ee5ca668"
      agreed:
        statement: "Six apprentices make patterns unaided: by July 2027"
        due: 2027-07-31
        indicators:
          unaided:
            measure: count
            unit: people
            direction: increase
            baseline: {value: 0, on: 2026-01-10}
            target: {value: 6, on: 2027-07-31}
"""
CHANGE = """\
    changed:
      - {on: 2026-06-16, by: ben-hale, what: Five instead of six, why: One has left, approved_in: 2026-06-16}
"""


def place(tmp_path: Path, raw: bytes) -> Path:
    """A workspace with one partnership of these bytes; its file."""
    shutil.copytree(BASE, tmp_path / "records")
    file = tmp_path / "records" / "record.yaml"
    file.write_bytes(raw)
    return file


def lock(file: Path, *arguments: str, as_of: str = "2026-03-02") -> Done:
    return run_inside(file.parent, "lock", "foundry-skills", "--as-of", as_of, *arguments)


def lint(file: Path, rule: str) -> Done:
    return run_inside(file.parent, "lint", "--as-of", "2026-10-15", "--select", rule, "--format", "concise")


def sealed(tmp_path: Path) -> Path:
    """A workspace in which the first objective has been sealed; its file."""
    file = place(tmp_path, RECORD.encode())
    assert lock(file, "--objective", "obj-patterns", "--by", "ben-hale").code == 0
    return file


def change(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for before, after in pairs:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_seal_is_written_and_no_other_byte_moves(tmp_path: Path, shape: Callable[[str], bytes]) -> None:
    file = place(tmp_path, shape(RECORD))
    done = lock(file, "--objective", "obj-patterns", "--by", "ben-hale")
    assert (done.code, done.errors) == (0, "")
    assert done.output == "Sealed 1 objective of foundry-skills as of 2026-03-02 in record.yaml\n"
    assert file.read_bytes() == shape(RECORD.replace("        owner: eve-shaw\n", "        owner: eve-shaw\n" + SEALED))
    assert lint(file, "objective-changed-after-lock").code == 0
    again = lock(file, "--objective", "obj-patterns", "--by", "ben-hale")
    assert again.output == "Nothing to do: all of it is sealed as it stands.\n"


def test_what_would_be_written_is_shown_and_not_written(tmp_path: Path) -> None:
    file = place(tmp_path, RECORD.encode())
    done = lock(file, "--objective", "obj-patterns", "--by", "ben-hale", "--diff")
    assert done.code == 0
    added = [line[1:] for line in done.output.splitlines() if line.startswith("+") and not line.startswith("+++")]
    assert "\n".join(added) + "\n" == SEALED
    assert file.read_bytes() == RECORD.encode()


def test_nothing_is_sealed_while_something_is_not_ready(tmp_path: Path) -> None:
    file = place(tmp_path, RECORD.encode())
    before = snapshot(file.parent)
    done = lock(file)
    assert done.code == 1
    assert done.output == (
        "obj-scrap: no indicator is recorded for this objective.\n"
        "obj-scrap: the record does not say that Eastfield College agreed to this.\n"
        "Nothing was sealed.\n"
    )
    assert snapshot(file.parent) == before


def test_a_weakened_target_is_reported_and_not_sealed(tmp_path: Path) -> None:
    file = sealed(tmp_path)
    change(file, ("target: {value: 6, on: 2027-07-31}   # not five", "target: {value: 5, on: 2027-07-31}"))
    before = file.read_bytes()
    found = lint(file, "objective-changed-after-lock")
    assert found.code == 1
    assert (
        "this is not what was sealed on 2 March 2026: the target of “unaided” was 6 and is 5; no approval of the "
        "change is recorded"
    ) in " ".join(found.output.split())
    done = lock(file, "--objective", "obj-patterns")
    assert done.code == 1
    assert done.output == (
        "obj-patterns: it was changed after it was sealed on 2 March 2026: the target of “unaided” was 6 and is 5. "
        "Put it back as it was; or record the change under `changed`: the day (`on`), who made it (`by`), what was "
        "changed (`what`), why (`why`) and which meeting approved it (`approved_in`). Then seal it again.\n"
        "Nothing was sealed.\n"
    )
    assert file.read_bytes() == before


def test_a_change_that_is_only_half_recorded_is_no_approval(tmp_path: Path) -> None:
    file = sealed(tmp_path)
    half = CHANGE.replace("why: One has left, approved_in: 2026-06-16", "why: One has left")
    change(file, ("target: {value: 6, on: 2027-07-31}   #", "target: {value: 5, on: 2027-07-31}   #"))
    change(file, ("\n  # Not agreed yet.", half + "\n  # Not agreed yet."))
    found = lint(file, "objective-changed-after-lock")
    assert "the change of 16 June 2026 does not say which meeting approved it" in found.output
    done = lock(file, "--objective", "obj-patterns")
    assert done.code == 1
    assert done.output.startswith(
        "obj-patterns: it was changed after it was sealed on 2 March 2026: the target of “unaided” was 6 and is 5; the "
        "change of 16 June 2026 does not say which meeting approved it (`approved_in`).\n"
    )


def test_an_approved_change_is_sealed_as_the_next_version_and_the_first_is_kept(tmp_path: Path) -> None:
    file = sealed(tmp_path)
    change(file, ("target: {value: 6, on: 2027-07-31}   #", "target: {value: 5, on: 2027-07-31}   #"))
    change(file, ("\n  # Not agreed yet.", CHANGE + "\n  # Not agreed yet."))
    assert lint(file, "objective-changed-after-lock").code == 0
    assert (
        "changed with approval on 16 June 2026, and the new wording is not sealed"
        in lint(file, "objective-unlocked").output
    )
    assert lock(file, "--objective", "obj-patterns", as_of="2026-06-18").code == 0
    text = file.read_text(encoding="utf-8")
    assert "    locked:\n      on: 2026-06-18\n      version: 2\n" in text
    assert text.count("target: {value: 5, on: 2027-07-31}") == 2, "the figure and its copy"
    assert (
        'approved_in: 2026-06-16, before: {statement: "Six apprentices make patterns unaided: by July 2027", '
        "due: 2027-07-31, indicators: {unaided: {measure: count, unit: people, direction: increase, "
        "baseline: {value: 0, on: 2026-01-10}, target: {value: 6, on: 2027-07-31}}}}}\n"
    ) in text
    assert lint(file, "objective-unlocked").code == 0
    # The approval is used up: what drifts after it needs one of its own.
    change(file, ("target: {value: 5, on: 2027-07-31}   #", "target: {value: 4, on: 2027-07-31}   #"))
    assert lint(file, "objective-changed-after-lock").code == 1
    assert lock(file, "--objective", "obj-patterns", as_of="2026-06-18").code == 1


def test_a_copy_that_was_changed_is_told(tmp_path: Path) -> None:
    file = sealed(tmp_path)
    change(
        file, ("            target: {value: 6, on: 2027-07-31}\n", "            target: {value: 5, on: 2027-07-31}\n")
    )
    found = lint(file, "objective-changed-after-lock")
    assert "the copy of what was agreed is not what was sealed on 2 March 2026" in found.output
    done = lock(file, "--objective", "obj-patterns")
    told = "obj-patterns: the copy of what was agreed was changed; put it back, or delete `agreed`."
    assert done.output == f"{told}\nNothing was sealed.\n"


def test_a_seal_without_a_copy_gets_one(tmp_path: Path) -> None:
    file = sealed(tmp_path)
    whole = file.read_bytes()
    head, _, behind = SEALED.partition("      agreed:\n")
    short = (
        '    locked: {on: 2026-03-02, by: ben-hale, version: 1, digest: "blake2b:a357f6a67cb922459fd050d8ee5ca668"}\n'
    )
    assert head
    assert behind
    change(file, (SEALED, short))
    assert lock(file, "--objective", "obj-patterns", as_of="2026-09-09").code == 0
    assert file.read_bytes() == whole


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("--objective", "obj-pattern"),
            "There is no objective obj-pattern in foundry-skills. Did you mean obj-patterns?",
        ),
        (("--by", "ben-hail"), "There is no person ben-hail at the partners of foundry-skills."),
    ],
)
def test_names_that_name_nothing_are_told(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    file = place(tmp_path, RECORD.encode())
    done = lock(file, *arguments)
    assert done.code == 2
    assert words in done.errors


def test_a_partnership_that_is_none_is_told(tmp_path: Path) -> None:
    file = place(tmp_path, RECORD.encode())
    done = run_inside(file.parent, "lock", "foundry-skill")
    assert done.code == 2
    assert "There is no partnership foundry-skill here. Did you mean foundry-skills?" in done.errors


def test_nothing_is_sealed_in_a_record_with_errors(tmp_path: Path) -> None:
    file = place(tmp_path, RECORD.replace("stage: activate", "stage: activated").encode())
    before = snapshot(file.parent)
    done = lock(file)
    assert done.code == 2
    words = "foundry-skills has errors that must be mended first: `partnerkit validate record.yaml` shows them."
    assert words in done.errors
    assert snapshot(file.parent) == before


FOLDER = "partnerships/foundry-skills"
UNUSABLE: dict[str, tuple[dict[str, str], tuple[str, ...], str]] = {
    "named": ({"a.yaml": RECORD.replace("stage: activate", "stage: activated")}, ("--in", "foundry-skills"), "a.yaml"),
    "named, among others": (
        {"a.yaml": RECORD.replace("title:", "titel:"), "b.yaml": RECORD.replace("id: foundry-skills", "id: other")},
        ("--in", "foundry-skills"),
        "a.yaml",
    ),
    "in a folder, with the error in a section": (
        {f"{FOLDER}/partnership.yaml": RECORD, f"{FOLDER}/risks.yaml": "- id: r\n"},
        (),
        FOLDER,
    ),
    "with a merge conflict": ({"a.yaml": RECORD + ">>>>>>> other\n"}, (), "a.yaml"),
    "broken YAML, by the id in it": ({"a.yaml": RECORD + "x: [\n"}, ("--in", "foundry-skills"), "a.yaml"),
    "an unknown kind": (
        {"a.yaml": RECORD.replace("kind: partnership", "kind: partnershp")},
        ("--in", "foundry-skills"),
        "a.yaml",
    ),
}


@pytest.mark.parametrize(("files", "arguments", "path"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_record_that_must_be_mended_first_is_named(
    files: dict[str, str], arguments: tuple[str, ...], path: str, tmp_path: Path
) -> None:
    root = _beside(place(tmp_path, RECORD.encode()), files)
    done = run_inside(root, "new", "risk", "risk-a", *arguments)
    words = f"foundry-skills has errors that must be mended first: `partnerkit validate {path}` shows them."
    assert (done.code, words in done.errors) == (2, True), done.errors
    assert run_inside(root, "validate", path).code == 1


def test_of_several_records_with_errors_none_is_guessed(tmp_path: Path) -> None:
    broken = RECORD.replace("stage: activate", "stage: activated")
    files = {"a.yaml": broken, "b.yaml": broken.replace("id: foundry-skills", "id: other")}
    done = run_inside(_beside(place(tmp_path, RECORD.encode()), files), "new", "risk", "risk-a")
    assert "Every partnership here has errors that must be mended first: `partnerkit validate` shows" in done.errors


def test_a_name_that_is_none_is_told_as_before_where_another_record_has_errors(tmp_path: Path) -> None:
    files = {"a.yaml": RECORD, "b.yaml": "kind: organisation\nid: foundry\n"}
    done = run_inside(_beside(place(tmp_path, RECORD.encode()), files), "lock", "foundry-skill")
    assert (
        "There is no partnership foundry-skill here. Did you mean foundry-skills? `partnerkit validate`" in done.errors
    )


def _beside(file: Path, files: dict[str, str]) -> Path:
    """The workspace of a record with others in its place."""
    file.unlink()
    for name, text in files.items():
        path = file.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return file.parent


def test_a_flow_style_objective_is_sealed_on_its_line(tmp_path: Path) -> None:
    flow = (
        RECORD[: RECORD.index("  # Agreed")]
        + "  - {id: obj-a, statement: Do it, agreed_by: [northgate-castings, eastfield-college], due: 2027-07-31, "
        "indicators: [{id: i, unit: people, direction: increase, source: Log, owner: eve-shaw, baseline: {value: 0}, "
        "target: {value: 1}}]}  # one\n"
    )
    file = place(tmp_path, flow.encode())
    assert lock(file).code == 0
    text = file.read_text(encoding="utf-8")
    assert text.endswith("}}}}}  # one\n")
    assert lock(file).output == "Nothing to do: all of it is sealed as it stands.\n"
