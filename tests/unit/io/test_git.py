"""What git ignores, asked of real repositories, and without running anything that a repository brings along."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from partnerkit.io import git
from partnerkit.io.discovery import listing
from partnerkit.io.git import ignored_paths

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without the settings of whoever runs the tests."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    run(root, "init", "--quiet")
    return root


def run(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, stdin=subprocess.DEVNULL, capture_output=True)


def plant(root: Path, tree: dict[str, str]) -> Path:
    for name, content in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return root


TREE = {
    ".gitignore": "build/\n*.tmp.yaml\n/only-here.yaml\n",
    "a.yaml": "",
    "b.tmp.yaml": "",
    "build/c.yaml": "",
    "deep/build/d.yaml": "",
    "deep/only-here.yaml": "",
    "only-here.yaml": "",
    "drafts/.gitignore": "*\n!kept.yaml\n",
    "drafts/e.yaml": "",
    "drafts/kept.yaml": "",
    "odd/\n\t ü.tmp.yaml": "",
}


def test_what_git_ignores_is_left_out(repository: Path) -> None:
    found = listing(plant(repository, TREE))
    assert found.files == ("a.yaml", "deep/only-here.yaml", "drafts/kept.yaml")
    assert (found.oddities, found.notes) == ((), ())


def test_a_workspace_below_the_top_of_a_repository_is_asked_about_alone(repository: Path) -> None:
    plant(repository, {".gitignore": "*.tmp.yaml\nrecords/deep/x.yaml\n", "top.tmp.yaml": ""})
    plant(repository / "records", {"a.yaml": "", "b.tmp.yaml": "", "deep/x.yaml": "", "deep/y.yaml": ""})
    assert listing(repository / "records").files == ("a.yaml", "deep/y.yaml")


def test_a_file_that_is_tracked_is_read_even_where_it_would_be_ignored(repository: Path) -> None:
    plant(repository, {".gitignore": "build/\n", "build/kept.yaml": "", "build/other.yaml": ""})
    run(repository, "add", "--force", "build/kept.yaml")
    assert listing(repository).files == ("build/kept.yaml",)


def test_a_workspace_that_is_ignored_as_a_whole_is_read_all_the_same(repository: Path) -> None:
    plant(repository, {".gitignore": "out/\n", "out/a.yaml": ""})
    assert listing(repository / "out").files == ("a.yaml",)


def test_outside_a_repository_nothing_is_ignored(tmp_path: Path) -> None:
    root = plant(tmp_path / "plain", {".gitignore": "*", "a.yaml": ""})
    assert ignored_paths(str(root)) == (frozenset(), "")
    assert listing(root).files == ("a.yaml",)


def test_names_that_are_no_text_are_ignored_like_others(repository: Path) -> None:
    plant(repository, {".gitignore": "*.tmp.yaml\n"})
    with open(os.path.join(os.fsencode(repository), b"\xe9.tmp.yaml"), "wb"):  # noqa: PTH118, PTH123
        pass
    assert ignored_paths(str(repository)) == (frozenset({"\udce9.tmp.yaml"}), "")
    assert listing(repository).files == ()


# ---------------------------------------------------------------------- nothing runs


def canary(folder: Path, name: str) -> tuple[Path, Path]:
    """A program that leaves a trace when it runs, and the trace."""
    trace = folder / f"{name}-ran"
    program = folder / name
    program.write_text(f"#!/bin/sh\necho ran >> '{trace}'\n")
    program.chmod(0o755)
    return program, trace


def test_a_monitor_that_the_repository_names_does_not_run(repository: Path, tmp_path: Path) -> None:
    plant(repository, TREE)
    program, trace = canary(tmp_path, "monitor")
    run(repository, "config", "core.fsmonitor", str(program))
    run(repository, "status")
    assert trace.exists(), "git itself runs it, so that the test would see it"
    trace.unlink()
    assert listing(repository).files == ("a.yaml", "deep/only-here.yaml", "drafts/kept.yaml")
    assert not trace.exists()


PROGRAMS = [
    "core.sshCommand", "core.pager", "core.editor", "diff.external", "filter.x.clean", "filter.x.process",
    "credential.helper", "pager.ls-files", "core.askPass",
]  # fmt: skip


def test_nothing_else_that_the_repository_names_runs_either(repository: Path, tmp_path: Path) -> None:
    plant(repository, {**TREE, ".gitattributes": "* filter=x diff=x\n"})
    program, trace = canary(tmp_path, "program")
    for name in PROGRAMS:
        run(repository, "config", name, str(program))
    hooks = repository / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "fsmonitor-watchman", "query-watchman", "pre-commit", "post-checkout"):
        shutil.copy(program, hooks / name)
        shutil.copy(program, repository / ".git" / "hooks" / name)
    run(repository, "config", "core.hooksPath", str(hooks))
    before = sorted((path, path.stat().st_mtime_ns) for path in repository.rglob("*"))
    assert listing(repository).files == ("a.yaml", "deep/only-here.yaml", "drafts/kept.yaml")
    assert not trace.exists()
    assert sorted((path, path.stat().st_mtime_ns) for path in repository.rglob("*")) == before


def test_the_environment_leads_git_nowhere_else(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(repository, TREE)
    _, trace = canary(tmp_path, "monitor")
    other = tmp_path / "other"
    other.mkdir()
    run(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "nothing"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(tmp_path / "monitor"))
    monkeypatch.setenv("GIT_TRACE", str(trace))
    assert listing(repository).files == ("a.yaml", "deep/only-here.yaml", "drafts/kept.yaml")
    assert not trace.exists()


# ---------------------------------------------------------------------- where git cannot tell


def noted(root: Path) -> str:
    ignored, note = ignored_paths(str(root))
    assert ignored == frozenset()
    return note


def test_without_git_nothing_is_left_out_and_a_note_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(repository, {".gitignore": "*", "a.yaml": ""})
    monkeypatch.setenv("PATH", str(repository))
    assert noted(repository) == "git could not tell which files it ignores, so none were left out: git is not installed"
    assert listing(repository).files == ("a.yaml",)
    assert listing(repository).notes == (noted(repository),)


@pytest.mark.parametrize("content", [b"", b"gitdir: /nowhere\n", b"\xff\x00\n\n"])
def test_a_broken_repository_is_noted(tmp_path: Path, content: bytes) -> None:
    root = tmp_path / "broken"
    root.mkdir()
    (root / ".git").write_bytes(content)
    assert noted(root).startswith("git could not tell which files it ignores, so none were left out: fatal: ")
    assert "\n" not in noted(root)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a repository to somebody else")
def test_the_repository_of_somebody_else_is_noted_and_stays_distrusted(repository: Path, home: Path) -> None:
    for path in [repository, *repository.rglob("*")]:
        os.chown(path, 12_345, 12_345)
    assert "dubious ownership" in noted(repository)
    assert list(home.iterdir()) == []


def test_a_git_that_does_not_answer_is_not_waited_for(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(git, "SECONDS", 0.1)
    assert noted(repository).endswith("git did not answer within 0.1 seconds")


def test_in_a_folder_that_is_ignored_as_a_whole_nothing_is_left_out(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    inner = tmp_path / "drafts" / "records"
    inner.mkdir(parents=True)
    (inner / "a.yaml").write_text("kind: framework\n", encoding="utf-8")
    assert ignored_paths(str(inner)) == (frozenset(), "")
