"""`init`: what is missing is written, what is there stays as it is, and the second run has nothing to do."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from console import PROJECT, Console, Done
from inside import run_inside
from partnerkit.io.resources import workspace_text
from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.model.validation import validated
from partnerkit.source.reader import read
from scratch import snapshot

RECORDS = {
    "partnerkit.yaml",
    "organisations/.gitkeep",
    "partnerships/.gitkeep",
    "frameworks/collaborative-relationships.yaml",
}
EDITOR = {
    ".vscode/settings.json",
    ".vscode/extensions.json",
    *(
        f".partnerkit/schemas/{name}.json"
        for name in ("configuration", "organisation", "framework", "programme", "partnership")
    ),
}
GIT = {".gitignore", ".pre-commit-config.yaml"}
GITHUB, GITLAB = ".github/workflows/partnerkit.yml", ".gitlab-ci.yml"


def init(folder: Path, *arguments: str) -> Done:
    return run_inside(folder, "--as-of", "2026-11-22", "init", *arguments)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "Größe: our records"
    folder.mkdir()
    return folder


# ---------------------------------------------------------------------- a new workspace


def test_an_empty_folder_becomes_a_workspace_that_is_valid(root: Path) -> None:
    done = init(root)
    assert (done.code, done.errors) == (0, "")
    assert files(root).keys() == {*RECORDS, *EDITOR, *GIT, GITHUB, GITLAB}
    assert "This is no git repository yet" in done.output
    assert done.output.endswith('Next: partnerkit new organisation --set name="…", twice; then new partnership.\n')
    assert run_inside(root, "validate").code == 0
    assert run_inside(root, "lint", "--profile", "strict").output.startswith("No problems in 1 record (1 framework)")
    marker: Any = read((root / "partnerkit.yaml").read_text(encoding="utf-8"), "partnerkit.yaml").documents[0]
    assert marker["title"] == "Größe: our records"


def test_the_second_run_changes_nothing(root: Path) -> None:
    init(root)
    before = snapshot(root)
    done = init(root)
    assert (done.code, done.errors) == (0, "")
    assert done.output.startswith("Nothing to write: all of it is there.\n")
    assert "Add to it" not in done.output
    assert snapshot(root) == before


def test_a_folder_that_is_not_there_is_made(root: Path) -> None:
    done = init(root, "north/records")
    assert done.code == 0
    assert "Next: partnerkit -C north/records new organisation" in done.output
    assert run_inside(root / "north" / "records", "validate").code == 0


def test_it_is_shown_and_not_written(root: Path) -> None:
    before = snapshot(root)
    done = init(root, "--dry-run")
    assert (done.code, done.errors) == (0, "")
    named = {line.split()[1] for line in done.output.splitlines() if line.startswith("+++ ")}
    assert named == {*RECORDS, *EDITOR, *GIT, GITHUB, GITLAB}
    assert "+reports/\n" in done.output
    assert snapshot(root) == before
    init(root)
    assert init(root, "--dry-run").output == "Nothing to write: all of it is there.\n"


def test_what_stands_in_the_configuration_as_a_comment_is_valid_too() -> None:
    text = workspace_text("configuration").replace("{title}", "Ours")
    lines = [line.removeprefix("# ") for line in text.splitlines()[2:]]
    reading = read("\n".join(lines), "partnerkit.yaml")
    assert not reading.faults
    data: Any = reading.documents[0]
    assert {"format", "title", "owner", "rules", "risk_matrix", "score", "report"} == set(data)
    assert isinstance(validated(Configuration, data), Part)


def test_editors_are_told_of_the_schemas_that_the_command_prints(root: Path) -> None:
    init(root)
    settings = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for file in settings["yaml.schemas"]:
        name = Path(file).stem
        assert (root / file).read_text(encoding="utf-8") == run_inside(root, "schema", name).output
    (root / ".partnerkit" / "schemas" / "organisation.json").write_text("{}\n", encoding="utf-8")
    done = init(root)
    renew = "partnerkit schema organisation > .partnerkit/schemas/organisation.json\n"
    assert f".partnerkit/schemas/organisation.json is of another version. To renew it: {renew}" in done.output


# ---------------------------------------------------------------------- what is there already


def test_nothing_that_is_there_is_written_over_and_what_it_lacks_is_told(root: Path) -> None:
    own = {
        "partnerkit.yaml": "format: 1\n",
        ".gitignore": "build/\n",
        ".vscode/settings.json": "{}\n",
        ".pre-commit-config.yaml": "repos: []\n",
        ".gitlab-ci.yml": "stages: []\n",
        GITHUB: "name: partnerkit\n",
    }
    for name, text in own.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    done = init(root)
    after = files(root)
    assert {name: after[name].decode() for name in own} == own
    told = [line.split(" is your own")[0] for line in done.output.splitlines() if " is your own" in line]
    assert told == [".vscode/settings.json", ".gitignore", ".pre-commit-config.yaml", ".gitlab-ci.yml"]
    assert "\n    reports/\n" in done.output
    assert "        entry: partnerkit lint\n" in done.output
    before = snapshot(root)
    assert init(root).code == 0
    assert snapshot(root) == before


def test_records_that_are_there_need_no_folders_and_no_framework(root: Path) -> None:
    (root / "data").mkdir()
    (root / "data" / "all.yaml").write_text(
        "kind: organisation\nid: a\nname: A\n---\nkind: framework\nid: f\ntitle: F\n", encoding="utf-8"
    )
    done = init(root)
    assert files(root).keys() & RECORDS == {"partnerkit.yaml", "partnerships/.gitkeep"}
    assert "Next: " not in done.output


def test_a_workflow_that_runs_it_already_is_enough(root: Path) -> None:
    (root / ".github" / "workflows").mkdir(parents=True)
    (root / ".github" / "workflows" / "ci.yml").write_text("run: partnerkit lint\n", encoding="utf-8")
    init(root)
    assert GITHUB not in files(root)


def test_what_a_killed_run_left_half_written_is_no_workflow(root: Path) -> None:
    (root / ".github" / "workflows").mkdir(parents=True)
    (root / ".github" / "workflows" / ".partnerkit.yml.123.tmp").write_text("run: partnerkit lint\n", encoding="utf-8")
    init(root)
    assert GITHUB in files(root)


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("git@github.com:college/records.git", {GITHUB}),
        ("https://gitlab.example/college/records.git", {GITLAB}),
        ("https://git.example/college/records.git", {GITHUB, GITLAB}),
    ],
)
def test_the_job_is_written_for_where_the_repository_is_kept(root: Path, url: str, written: set[str]) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    subprocess.run(["git", "remote", "add", "origin", url], cwd=root, check=True)
    done = init(root)
    assert files(root).keys() & {GITHUB, GITLAB} == written
    assert "no git repository" not in done.output


def test_below_the_top_of_a_repository_what_belongs_there_is_not_written(root: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    (root / "records").mkdir()
    done = init(root / "records")
    assert files(root / "records").keys() == {*RECORDS, *EDITOR, ".gitignore"}
    assert f"The repository begins in {root}: what checks commits and requests belongs there.\n" in done.output


def test_within_another_workspace_none_is_made(root: Path) -> None:
    init(root)
    (root / "below").mkdir()
    before = snapshot(root)
    done = run_inside(root, "init", "below")
    assert done.code == 2
    assert "lies in a workspace already" in done.errors
    assert snapshot(root) == before


def test_a_file_is_no_folder(root: Path) -> None:
    (root / "f").write_bytes(b"")
    done = init(root, "f")
    assert (done.code, "is no folder" in done.errors) == (2, True)


@pytest.mark.parametrize("name", [".vscode", "frameworks", ".github"])
def test_a_link_that_leads_out_is_not_followed(root: Path, name: str) -> None:
    elsewhere = root.parent / "elsewhere"
    elsewhere.mkdir()
    (root / name).symlink_to(elsewhere)
    with pytest.raises(OSError, match="not a plain folder"):
        init(root)
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("nth", [1, 4, 9])
def test_killed_at_any_point_every_file_is_whole_or_not_there_and_the_next_run_writes_the_rest(
    root: Path, nth: int
) -> None:
    whole = root.parent / "whole" / root.name
    whole.mkdir(parents=True)
    init(whole)
    process = os.fork()
    if process == 0:
        real, times = os.link, [0]

        def die(*arguments: Any) -> None:
            times[0] += 1
            if times[0] == nth:
                os.kill(os.getpid(), signal.SIGKILL)
            real(*arguments)

        os.link = die  # type: ignore[assignment]
        with suppress(BaseException):
            init(root)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    left = {name: raw for name, raw in files(root).items() if not name.endswith(".tmp")}
    assert len(left) == nth - 1
    assert left.items() <= files(whole).items()
    assert init(root).code == 0
    assert {name: raw for name, raw in files(root).items() if not name.endswith(".tmp")} == files(whole)


# ---------------------------------------------------------------------- the example


def test_the_example_has_four_mistakes_and_says_what_to_do_next(root: Path) -> None:
    done = init(root, "try", "--example")
    assert (done.code, done.errors) == (0, "")
    told = done.output.splitlines()[-2:]
    assert told == ["Four things in these records are wrong.", "Next: partnerkit -C try lint"]
    found = json.loads(run_inside(root, "-C", "try", "--as-of", "2026-11-22", "lint", "--format", "json").output)
    assert sorted(one["name"] for one in found["diagnostics"]) == [
        "bad-date",
        "dangling-reference",
        "identifier-placeholder",
        "single-source-scan",
    ]
    fixed = run_inside(root, "-C", "try", "--as-of", "2026-11-22", "lint", "--fix")
    assert fixed.errors == "note: mended 1 finding\n"
    file = root / "try" / "partnerships" / "welding-days.yaml"
    text = file.read_text(encoding="utf-8").replace("colege", "college").replace("12.3.2026", "2026-03-12")
    file.write_text(text, encoding="utf-8")
    other = file.with_name("foundry-skills.yaml")
    other.write_text(other.read_text(encoding="utf-8").replace("needs:\n", SCAN + "needs:\n", 1), encoding="utf-8")
    mended = run_inside(root, "-C", "try", "--as-of", "2026-11-22", "lint")
    assert mended.output.startswith("No problems in 4 records (2 partnerships, 2 organisations)")


SCAN = """\
  - {id: scan-floor, on: 2026-10-10, source: shop-floor, method: interview, finding: Six want to learn, by: ben-hale}
"""


def test_the_example_is_never_written_over_anything(root: Path) -> None:
    init(root, "try", "--example")
    before = snapshot(root)
    done = init(root, "try", "--example")
    assert done.code == 2
    assert "There is partnerkit.yaml already. Name a folder of its own for the example." in done.errors
    assert snapshot(root) == before


# ---------------------------------------------------------------------- from nothing to a first record


def test_what_the_readme_says_leads_a_newcomer_from_nothing_to_a_valid_partnership(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    console = Console(tmp_path, folder)
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    block = readme.partition("## Start your own records")[2].partition("```sh\n")[2].partition("```")[0]
    commands = [shlex.split(line) for line in block.splitlines()]
    assert [words[0] for words in commands] == ["partnerkit"] * 9
    for words in commands:
        done = console.run(*words[1:])
        assert (done.code, done.errors) == (0, ""), words
    assert done.output.startswith("No problems in 4 records (1 partnership, 1 framework, 2 organisations)")
