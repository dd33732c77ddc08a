"""`--rev` and `--changed-since` on real repositories."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from inside import run_inside
from repositories import commit, git, needs_git, put, repository
from scratch import snapshot

pytestmark = needs_git
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "calder-valley"
DAY = ("--as-of", "2026-10-15")
TOOLROOM = "partnerships/toolroom-skills"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example in a folder of a repository, below its top, as it was committed on 2 October."""
    root = repository(tmp_path / "repository") / "records"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("reports"))
    commit(root.parent, {}, "2026-10-02")
    return root


def changed(root: Path, file: str, before: str, after: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def timeless(output: str) -> str:
    return "\n".join(line for line in output.splitlines() if " files, " not in line)


@pytest.mark.parametrize(
    "command",
    [
        ("validate", "--format", "json"), ("lint", "--format", "concise"), ("lint", TOOLROOM, "--format", "concise"),
        ("score", "--format", "json"), ("score", "--rubric", "all", "line-leaders"),
    ],
)  # fmt: skip
def test_a_revision_reads_as_the_folder_read_when_it_was_committed(root: Path, command: tuple[str, ...]) -> None:
    then = run_inside(root, *command, *DAY)
    shutil.rmtree(root / "partnerships")
    put(root, {"organisations/calder-valley-college.yaml": "kind: ["})
    before = snapshot(root)
    now = run_inside(root, *command, *DAY, "--rev", "HEAD")
    assert timeless(now.output) == timeless(then.output)
    assert now.code == then.code
    assert snapshot(root) == before
    assert now.errors.startswith("note: this is HEAD, commit ")
    assert now.errors.endswith(" of 2026-10-02\n")


def test_the_day_of_the_commit_counts_as_today(root: Path) -> None:
    document = json.loads(run_inside(root, "score", "--rev", "HEAD", "--format", "json").output)
    assert document["as_of"] == "2026-10-02"
    document = json.loads(run_inside(root, "score", "--rev", "HEAD", "--format", "json", *DAY).output)
    assert document["as_of"] == "2026-10-15"


def test_a_folder_that_is_ignored_now_is_read_if_it_was_committed(root: Path) -> None:
    put(root, {".gitignore": "partnerships/\n"})
    assert "4 partnerships" in run_inside(root, "validate", "--rev", "HEAD").output


def test_pages_of_a_revision_name_it_and_lead_to_no_files_of_today(root: Path, tmp_path: Path) -> None:
    weak = "statement: Not a soul sets up five-axis work"
    changed(root, f"{TOOLROOM}/objectives.yaml", "statement: Twelve toolroom staff set up five-axis work", weak)
    done = run_inside(
        root, "report", "partnership", "--rev", "HEAD", "--only", "toolroom-skills", "--out", str(tmp_path)
    )
    assert done.code == 0
    page = next(tmp_path.glob("*toolroom-skills*.html")).read_text(encoding="utf-8")
    assert git(root, "rev-parse", "--short", "HEAD") in page
    assert "Not a soul sets up" not in page
    assert 'files/appraisal.md"' not in page
    assert "2 October 2026" in page


def test_what_was_committed_is_not_mended(root: Path) -> None:
    before = snapshot(root)
    for option in ("--fix", "--diff"):
        done = run_inside(root, "lint", "--rev", "HEAD", option)
        assert (done.code, done.errors) == (
            2,
            "error: What was committed is not mended: leave out --rev, or --fix and --diff.\n",
        )
    assert run_inside(root, "lint", "--changed-since", "HEAD", "--fix").code == 2
    assert snapshot(root) == before


@pytest.mark.parametrize("option", ["--rev", "--changed-since"])
@pytest.mark.parametrize("ref", ["--output=planted", "no-such", ""])
def test_what_names_no_revision_is_refused(root: Path, option: str, ref: str) -> None:
    done = run_inside(root, "lint", f"{option}={ref}")
    assert (done.code, done.output) == (2, "")
    assert done.errors.startswith(f"error: Revision {ref} cannot be read: ")
    assert not list(root.parent.rglob("planted*"))


def test_a_path_that_was_not_there_is_refused(root: Path) -> None:
    put(root, {"new.yaml": ""})
    done = run_inside(root, "validate", "new.yaml", "--rev", "HEAD")
    assert done.errors.startswith("error: There was no file or folder new.yaml at ")


# ---------------------------------------------------------------------- --changed-since


def found(root: Path, *arguments: str) -> set[str]:
    """The findings of lint, each with its file, without the places in it."""
    done = run_inside(root, "lint", "--format", "json", *DAY, *arguments)
    return {f"{one['file']} {one['code']} {one['message']}" for one in json.loads(done.output)["diagnostics"]}


def files(findings: Iterable[str]) -> set[str]:
    return {one.partition(" ")[0] for one in findings}


def test_without_a_change_nothing_is_reported(root: Path) -> None:
    done = run_inside(root, "lint", "--changed-since", "HEAD", *DAY)
    assert done.code == 0
    assert done.errors == "note: 0 records may be affected by what has changed since HEAD; 15 others left out\n"
    assert found(root, "--changed-since", "HEAD") == set()


def test_the_findings_of_a_changed_partnership_are_reported_and_no_others(root: Path) -> None:
    changed(root, f"{TOOLROOM}/objectives.yaml", "target: {value: 12,", "target: {value: 10,")
    everything = found(root)
    narrowed = found(root, "--changed-since", "HEAD")
    of_programmes = {one for one in everything if one.startswith("programmes/")}
    assert narrowed - of_programmes == {one for one in everything if one.startswith(TOOLROOM)}
    assert narrowed < everything


def test_who_refers_to_something_shared_that_has_changed_is_reported(root: Path) -> None:
    changed(root, "organisations/hearthside-care.yaml", "name: Hearthside", "name: The Hearthside")
    everything, narrowed = found(root), found(root, "--changed-since", "HEAD")
    resting = {one for one in everything if one.startswith("partnerships/digital-care-records")}
    assert resting
    assert resting <= narrowed
    assert not any(one.startswith(TOOLROOM) for one in narrowed)


def test_references_to_what_is_gone_are_reported(root: Path) -> None:
    put(root, {"organisations/lattimer-pumps.yaml": None})
    narrowed = found(root, "--changed-since", "HEAD")
    assert any("there is no `lattimer-pumps`" in one for one in narrowed)
    assert {one for one in found(root) if "lattimer" in one} <= narrowed


def test_a_partnership_whose_evidence_has_changed_is_reported(root: Path) -> None:
    assert found(root, "--changed-since", "HEAD") == set()
    put(root, {f"{TOOLROOM}/files/appraisal.md": None})
    narrowed = found(root, "--changed-since", "HEAD")
    assert any("appraisal" in one for one in narrowed)
    assert {one for one in found(root) if one.startswith(TOOLROOM)} <= narrowed


def test_a_second_id_is_reported_wherever_it_stands(root: Path) -> None:
    copy = (root / "partnerships" / "line-leaders.yaml").read_text(encoding="utf-8")
    put(root, {"a.yaml": copy})
    done = run_inside(root, "validate", "--changed-since", "HEAD", "--format", "concise")
    assert "partnerships/line-leaders.yaml" in done.output
    assert "the id `line-leaders` is taken" in done.output


@pytest.mark.parametrize("file", ["partnerkit.yaml", "partnerkit-baseline.json"])
def test_what_concerns_everything_leaves_nothing_out(root: Path, file: str) -> None:
    before = (root / file).read_text(encoding="utf-8") if (root / file).exists() else ""
    put(root, {file: before + "\n# more\n" if before else '{"schema": "partnerkit-baseline/1", "findings": []}'})
    done = run_inside(root, "lint", "--changed-since", "HEAD", *DAY)
    assert "everything may be affected by what has changed since HEAD, so nothing was left out" in done.errors
    assert found(root, "--changed-since", "HEAD") == found(root)


def test_where_there_was_no_workspace_nothing_is_left_out(root: Path) -> None:
    git(root.parent, "rm", "--quiet", "-r", "--cached", ".")
    git(root.parent, "commit", "--quiet", "-m", "empty")
    assert found(root, "--changed-since", "HEAD") == found(root)


def test_nothing_that_the_change_caused_is_left_out(root: Path) -> None:
    """What is found now and was not found before must be among what is reported."""
    before = found(root)
    changed(root, "organisations/halden-precision.yaml", "id: lena-kos", "id: lena-koss")
    changed(root, f"{TOOLROOM}/risks.yaml", "owner: priya-nair", "owner: nobody-here")
    put(root, {f"{TOOLROOM}/files/scan.md": None, "partnerships/digital-care-records.yaml": None})
    after = found(root)
    assert after - before
    assert after - before <= found(root, "--changed-since", "HEAD")


def test_a_revision_can_be_compared_with_another(root: Path) -> None:
    changed(root, f"{TOOLROOM}/objectives.yaml", "target: {value: 12,", "target: {value: 10,")
    commit(root.parent, {}, "2026-10-05")
    put(root, {"partnerships/line-leaders.yaml": None})
    narrowed = found(root, "--rev", "HEAD", "--changed-since", "HEAD~1")
    assert {one for one in files(narrowed) if "toolroom" not in one} <= {"programmes/calder-skills-fund.yaml"}
    assert any("this is not what was sealed" in one for one in narrowed)
