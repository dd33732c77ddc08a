"""The hooks that other repositories use from this one, run by pre-commit itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from gates.conftest import Run
from repositories import commit


def test_pre_commit_reads_the_manifest(source: Path, run: Run) -> None:
    done = run(source, "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("stage", "names"),
    [
        ("pre-commit", ["the records are well formed"]),
        ("pre-push", ["the records are well formed", "nothing that is due is missing", "the records can be taken in"]),
    ],
)
def test_the_hooks_pass_where_nothing_is_wrong_and_fail_where_something_is(
    source: Path, records: Path, run: Run, stage: str, names: list[str]
) -> None:
    command = ("pre-commit", "try-repo", str(source), "--all-files", "--hook-stage", stage, "--verbose")
    fine = run(records, *command)
    assert fine.returncode == 0, fine.stdout + fine.stderr
    for name in names:
        assert name in fine.stdout
    assert fine.stdout.count("Passed") == len(names)
    file = "partnerships/toolroom-skills/risks.yaml"
    text = (records / file).read_text(encoding="utf-8")
    commit(records, {file: text.replace("response: reduce", "response: hope", 1)})
    faulty = run(records, *command)
    assert faulty.returncode == 1
    assert faulty.stdout.count("Failed") == len(names)
    assert f"{file}:18:13" in faulty.stdout


def test_what_init_writes_for_pre_commit_runs(tmp_path: Path, run: Run) -> None:
    from repositories import repository  # noqa: PLC0415

    root = repository(tmp_path / "new")
    assert run(root, "partnerkit", "init").returncode == 0
    commit(root, {})
    done = run(root, "pre-commit", "run", "--all-files", "--hook-stage", "pre-push")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2
