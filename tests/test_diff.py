"""The command `diff` on real repositories: what it reads, what it tells, and what it leaves alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from inside import run_inside
from repositories import commit, git, needs_git, put, repository
from scratch import snapshot

pytestmark = needs_git
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "calder-valley"
AS_OF = ("--as-of", "2026-10-15")
TOOLROOM = "partnerships/toolroom-skills"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example in a folder of a repository, below its top."""
    root = repository(tmp_path / "repository") / "records"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("reports"))
    commit(root.parent, {}, "2026-10-01")
    return root


def changed(root: Path, file: str, before: str, after: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def weakened(root: Path) -> None:
    changed(root, f"{TOOLROOM}/objectives.yaml", "target: {value: 12,", "target: {value: 10,")


def test_a_weakened_target_is_told_first_and_its_findings_too(root: Path) -> None:
    head = git(root, "rev-parse", "--short", "HEAD")
    weakened(root)
    done = run_inside(root, "diff", *AS_OF)
    assert done.output == (
        "Toolroom skills partnership (toolroom-skills)\n"
        "  worse  Target lowered from 12 to 10 people, with no approval on record\n"
        "         indicators/unaided\n"
        "  worse  New error in objectives/obj-toolmakers/indicators/unaided/target/value:\n"
        "         this is not what was sealed on 20 February 2026: the target of\n"
        "         “unaided” was 12 and is 10; no approval of the change is recorded\n"
        "         findings/objective-changed-after-lock\n"
        "\n"
        f"2 changes: 2 for the worse. From HEAD ({head}, 2026-10-01) to the working tree.\n"
    )
    assert (done.code, done.errors) == (0, "")


def test_nothing_changed_says_so(root: Path) -> None:
    done = run_inside(root, "diff", "--exit-code")
    assert (done.code, done.output[:43]) == (0, "Nothing has changed in meaning. From HEAD (")
    assert run_inside(root, "diff", "-q").output == ""


def test_files_that_are_renamed_and_lists_in_another_order_are_no_change(root: Path) -> None:
    partnerships = root / "partnerships"
    (partnerships / "digital-care-records.yaml").rename(root / "elsewhere.yaml")
    shutil.move(partnerships / "toolroom-skills", root / "toolroom")
    risks = root / "toolroom" / "risks.yaml"
    items = risks.read_text(encoding="utf-8").split("\n- ")
    first = items[0].removeprefix("- ")
    risks.write_text("- " + "\n- ".join([*items[1:], first]).rstrip() + "\n", encoding="utf-8")
    done = run_inside(root, "diff", "--exit-code", *AS_OF)
    assert (done.code, done.output[:31]) == (0, "Nothing has changed in meaning.")


def test_two_revisions_are_compared_whatever_the_files_are_now(root: Path) -> None:
    git(root, "tag", "before")
    weakened(root)
    commit(root.parent, {}, "2026-10-05")
    put(root, {f"{TOOLROOM}/objectives.yaml": "broken: ["})
    there = json.loads(run_inside(root, "diff", "before", "main", "--format", "json", *AS_OF).output)
    back = json.loads(run_inside(root, "diff", "main", "before", "--format", "json", *AS_OF).output)
    assert [one["kind"] for one in there["changes"]] == ["target-weakened", "finding-new"]
    assert [one["kind"] for one in back["changes"]] == ["target-strengthened", "finding-gone"]
    assert (there["before"]["day"], there["after"]["day"]) == ("2026-10-01", "2026-10-05")


def test_json_is_as_the_schema_says(root: Path) -> None:
    weakened(root)
    changed(root, f"{TOOLROOM}/partnership.yaml", "stage: review", "stage: run")
    put(root, {"broken.yaml": "kind: [", "organisations/lattimer-pumps.yaml": None})
    schema = json.loads(run_inside(root, "schema", "diff").output)
    Draft202012Validator.check_schema(schema)
    document = json.loads(run_inside(root, "diff", "--format", "json", *AS_OF).output)
    Draft202012Validator(schema).validate(document)
    assert {one["record"]["kind"] for one in document["changes"]} == {"partnership", "organisation", "file"}


def test_two_folders_are_compared(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(root, other)
    weakened(root)
    done = run_inside(root, "diff", "../../other", ".", *AS_OF)
    assert "Target lowered from 12 to 10 people" in done.output
    assert done.output.endswith("From ../../other to ..\n")


def test_a_folder_does_not_take_the_place_of_a_branch_of_its_name(root: Path) -> None:
    shutil.copytree(root, root / "main")
    weakened(root / "main")
    assert "From main (" in run_inside(root, "diff", "main", *AS_OF).output
    assert "Target raised from 10 to 12" in run_inside(root, "diff", "./main", *AS_OF).output


def test_a_change_in_what_partnerships_share_is_seen_in_all_of_them(root: Path) -> None:
    changed(root, "organisations/halden-precision.yaml", "id: lena-kos", "id: lena-koss")
    done = run_inside(root, "diff", *AS_OF)
    assert "renamed from lena-kos to lena-koss" in done.output
    assert "New error: there is no `lena-kos`" in done.output


@pytest.mark.parametrize(
    ("address", "new", "words"),
    [
        ("partnerships/toolroom-skills", "toolroom", "Partnership renamed from toolroom-skills to toolroom"),
        ("organisations/halden-precision", "halden", "Organisation renamed from halden-precision to halden"),
        ("halden-precision/people/lena-kos", "lena", "Person “Toolroom Supervisor” renamed from lena-kos to lena"),
        # Its id stands in the seal of its objective, and in the copy of what was sealed.
        ("toolroom-skills/indicators/unaided", "alone", "Indicator “people” renamed from unaided to alone"),
    ],
)
def test_what_mv_renames_is_one_change_there_and_back(root: Path, address: str, new: str, words: str) -> None:
    assert run_inside(root, "mv", address, new).code == 0
    done = run_inside(root, "diff", "--format", "json", *AS_OF)
    (only,) = json.loads(done.output)["changes"]
    old = address.rpartition("/")[2]
    told = (only["kind"], only["trend"], only["words"], only["before"], only["after"])
    assert told == ("renamed", "other", words, old, new)
    git(root, "commit", "--quiet", "--all", "--message", "x")
    commit(root.parent, {})
    back = run_inside(root, "diff", "HEAD", "HEAD~2", "--format", "json", *AS_OF)
    (only,) = json.loads(back.output)["changes"]
    assert (only["kind"], only["before"], only["after"]) == ("renamed", new, old)


def test_a_record_that_cannot_be_read_any_more_has_not_lost_its_findings(root: Path) -> None:
    file = "partnerships/line-leaders.yaml"
    put(root, {file: (root / file).read_text(encoding="utf-8") + "\tx: 1\n"})
    done = run_inside(root, "diff", *AS_OF)
    assert done.output.partition("\n\n2 changes")[0] == (
        "Line leader development (line-leaders)\n"
        "  worse  The record has errors, and cannot be compared\n"
        "\n"
        f"file {file}\n"
        "  worse  New error: a tab stands where YAML allows only spaces\n"
        "         findings/yaml-syntax"
    )


def test_a_file_of_evidence_that_is_gone_is_seen_though_the_record_is_the_same(root: Path) -> None:
    put(root, {f"{TOOLROOM}/files/appraisal.md": None})
    done = run_inside(root, "diff", *AS_OF)
    assert "worse  The file of “Appraisal of opportunity and partners” is missing" in done.output


def test_markdown_is_fit_for_a_comment(root: Path) -> None:
    changed(root, f"{TOOLROOM}/risks.yaml", "status: open", "status: closed")
    changed(
        root, f"{TOOLROOM}/objectives.yaml",
        "statement: Twelve toolroom staff", "statement: </details><script> @team (#1) [x](javascript:1)",
    )  # fmt: skip
    output = run_inside(root, "diff", "--format", "markdown", *AS_OF).output
    assert output.splitlines()[0].startswith("**partnerkit: ")
    assert output.count("<details>") == output.count("</details>") == 1
    assert "<script>" not in output
    assert "@team" not in output
    assert "[x](javascript" not in output


@pytest.mark.parametrize("ref", ["--output=planted", "-h", "", "HEAD~5", "no-such", "HEAD:records"])
def test_what_names_nothing_is_refused(root: Path, ref: str) -> None:
    before = snapshot(root)
    done = run_inside(root, "diff", "--", ref)
    assert (done.code, done.output) == (2, "")
    assert done.errors.startswith(f"error: Revision {ref} cannot be read: ")
    assert snapshot(root) == before


def test_a_state_without_a_workspace_or_with_a_broken_configuration_is_refused(root: Path) -> None:
    first = git(root, "rev-list", "--max-parents=0", "HEAD")
    git(root, "rm", "--quiet", "-r", ".")
    commit(root.parent, {"other.txt": ""})
    put(root, {"partnerkit.yaml": "format: 99\n"})
    done = run_inside(root, "diff", "HEAD", first)
    assert (done.code, done.errors.startswith("error: No workspace at ")) == (2, True)
    done = run_inside(root, "diff", first)
    assert (done.code, done.errors.startswith("error: partnerkit.yaml at the working tree cannot be used: ")) == (
        2,
        True,
    )


def test_nothing_is_written_and_the_index_stays_as_it_is(root: Path) -> None:
    weakened(root)
    before = snapshot(root.parent)
    run_inside(root.parent, "-C", "records", "diff")
    assert snapshot(root.parent) == before


def test_outside_a_repository_folders_can_be_compared_and_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "one")
    shutil.copytree(EXAMPLE, tmp_path / "two")
    assert run_inside(tmp_path / "one", "diff", "../two", ".").code == 0
    done = run_inside(tmp_path / "one", "diff")
    assert (done.code, "not a git repository" in done.errors) == (2, True)
