"""The action, the templates and what `init` writes for CI: read by the schemas of the hosts, audited, and run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from console import PROJECT
from gates.conftest import Run
from repositories import commit, git, repository

OBJECTIVES = "partnerships/toolroom-skills/objectives.yaml"
ACTION, GITLAB = PROJECT / "action.yml", PROJECT / "ci" / "gitlab.yml"


@pytest.fixture
def started(tmp_path: Path, run: Run) -> Path:
    """A repository that `init` has started."""
    root = repository(tmp_path / "started")
    assert run(root, "partnerkit", "init").returncode == 0
    return root


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", str(ACTION)),
        ("vendor.gitlab-ci", str(GITLAB)),
        ("vendor.github-workflows", ".github/workflows/partnerkit.yml"),
        ("custom.github-workflows-require-timeout", ".github/workflows/partnerkit.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_the_schema_of_the_host_is_met(started: Path, run: Run, schema: str, file: str) -> None:
    done = run(started, "check-jsonschema", "--builtin-schema", schema, file)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("persona", ["regular", "pedantic", "auditor"])
def test_an_audit_of_what_runs_on_github_finds_nothing(started: Path, run: Run, persona: str) -> None:
    shutil.copy(ACTION, started / "action.yml")
    done = run(started, "zizmor", "--offline", f"--persona={persona}", "--format=json", ".")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


# ---------------------------------------------------------------------- the scripts, run


def proposed(records: Path, tmp_path: Path, *, excuses: bool = False) -> Path:
    """A clone in which a change is checked out that lowers a target the partners have sealed."""
    git(records, "checkout", "--quiet", "-b", "change")
    text = (records / OBJECTIVES).read_text(encoding="utf-8")
    files = {OBJECTIVES: text.replace("target: {value: 12,", "target: {value: 9,", 1)}
    if excuses:
        configuration = (records / "partnerkit.yaml").read_text(encoding="utf-8")
        files["partnerkit.yaml"] = configuration.replace("rules:\n", "rules:\n  ignore: [PKC]\n")
    commit(records, files)
    git(records, "checkout", "--quiet", "main")
    git(tmp_path, "clone", "--quiet", f"file://{records}", "clone")
    git(tmp_path / "clone", "checkout", "--quiet", "--detach", "origin/change")
    return tmp_path / "clone"


def act(run: Run, folder: Path, temporary: Path, against: str) -> tuple[int, str]:
    """Run the steps of the action as a runner would; the last exit code, and what was printed."""
    (install, look) = read(ACTION)["runs"]["steps"]
    environment = {
        "GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(temporary), "GITHUB_ACTION_PATH": str(PROJECT),
        "PYTHON": "python3", "FOLDER": ".", "AGAINST": against, "GITHUB_STEP_SUMMARY": str(temporary / "summary.md"),
    }  # fmt: skip
    assert set(install["env"]) | set(look["env"]) <= environment.keys()
    if not (temporary / "partnerkit").exists():
        done = run(folder, "bash", "-e", "-o", "pipefail", "-c", install["run"], environment=environment)
        assert done.returncode == 0, done.stderr
    done = run(folder, "bash", "-e", "-o", "pipefail", "-c", look["run"], environment=environment)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of a runner, in which the action installs the program once."""
    return tmp_path_factory.mktemp("runner")


def test_the_action_takes_in_what_is_well(records: Path, runner: Path, run: Run) -> None:
    code, printed = act(run, records, runner, "")
    assert code == 0, printed
    assert "Ready: nothing stands in the way." in printed


@pytest.mark.parametrize("excuses", [False, True])
def test_the_action_stops_a_change_that_loosens_its_own_check_too(
    records: Path, runner: Path, tmp_path: Path, run: Run, *, excuses: bool
) -> None:
    code, printed = act(run, proposed(records, tmp_path, excuses=excuses), runner, "refs/remotes/origin/main")
    assert code == 1
    assert f"::error title=PKC09 objective-changed-after-lock,file={OBJECTIVES},line=16," in printed
    assert ("are not looked for any more" in printed) is excuses
    summary = (runner / "summary.md").read_text(encoding="utf-8")
    assert "## Not ready" in summary


PLANTED = "raise SystemExit('code of the checkout has run')\n"


def test_no_module_of_the_checkout_is_run(records: Path, started: Path, tmp_path: Path, run: Run) -> None:
    for name in ("pip", "venv", "ensurepip", "sitecustomize", "yaml", "typer"):
        (records / f"{name}.py").write_text(PLANTED, encoding="utf-8")
    code, printed = act(run, records, tmp_path / "runner", "")
    assert code == 0, printed
    for file in (GITLAB, started / ".gitlab-ci.yml"):
        (install,) = read(file)["partnerkit"]["before_script"]
        done = run(
            records, "bash", "-e", "-c", install.replace("install", "help"), environment={"PARTNERKIT": "install"}
        )
        assert "has run" not in done.stdout + done.stderr
        assert done.returncode == 0, done.stderr
    (step,) = [
        one
        for one in read(started / ".github/workflows/partnerkit.yml")["jobs"]["partnerkit"]["steps"]
        if "pip" in one.get("run", "")
    ]
    assert step["run"].startswith("python -I -m pip install ")


def test_a_branch_named_as_an_option_is_refused_by_the_action(records: Path, runner: Path, run: Run) -> None:
    code, printed = act(run, records, runner, "--output=/tmp/x")
    assert code == 2
    assert "Revision --output=/tmp/x cannot be read" in printed


@pytest.mark.parametrize("file", ["template", "written by init"])
def test_the_script_for_gitlab_stops_a_change_and_writes_its_report(
    records: Path, started: Path, tmp_path: Path, run: Run, file: str
) -> None:
    job = read(GITLAB if file == "template" else started / ".gitlab-ci.yml")["partnerkit"]
    (script,) = job["script"]
    environment = {
        **job["variables"], "GITLAB_CI": "true", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }  # fmt: skip
    clone = proposed(records, tmp_path, excuses=True)
    done = run(clone, "bash", "-e", "-o", "pipefail", "-c", script, environment=environment)
    assert done.returncode == 1, done.stdout + done.stderr
    report = job["artifacts"]["reports"]["codequality"].replace("$PARTNERKIT_FOLDER", ".")
    found = json.loads((clone / report).read_text(encoding="utf-8"))
    assert OBJECTIVES in {one["location"]["path"] for one in found}
    done = run(
        records, "bash", "-e", "-c", script, environment={**environment, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": ""}
    )
    assert done.returncode == 0, done.stdout + done.stderr
