"""Repositories and programs for the gates: what other repositories take from this one, tried in scratch ones."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from console import PROJECT
from repositories import commit, repository

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLE = PROJECT / "examples" / "calder-valley"
NEGLECTED = ("line-leaders", "digital-care-records")


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a program that is installed beside Python, in an environment with nothing of the developer's own."""
    home = tmp_path_factory.mktemp("home")

    def run(
        folder: Path, name: str, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        kept = {key: value for key, value in os.environ.items() if key.startswith(("PIP_", "UV_")) or key == "PATH"}
        beside = str(Path(sys.executable).parent)
        return subprocess.run(
            [shutil.which(name, path=f"{beside}{os.pathsep}{kept['PATH']}") or name, *arguments],
            cwd=folder,
            env=kept
            | {
                "HOME": str(home), "PATH": f"{beside}{os.pathsep}{kept['PATH']}", "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "PRE_COMMIT_HOME": str(home / "hooks"),
                "PARTNERKIT_CACHE_DIR": str(home / "cache"), "GIT_AUTHOR_NAME": "Test", "GIT_COMMITTER_NAME": "Test",
                "GIT_AUTHOR_EMAIL": "test@example.org", "GIT_COMMITTER_EMAIL": "test@example.org",
            }
            | dict(environment or {}),
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )  # fmt: skip

    return run


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A repository of records in which nothing is wrong, on its branch main."""
    root = repository(tmp_path / "records")
    shutil.copytree(EXAMPLE, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("reports"))
    for other in NEGLECTED:
        (root / f"partnerships/{other}.yaml").unlink()
    commit(root, {}, "2026-10-02")
    return root


SOURCE = ("src", "templates", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as others get it, as far as it is needed to install it, in a repository of its own."""
    folder = repository(tmp_path_factory.mktemp("source"))
    for name in SOURCE:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(PROJECT / name, folder / name)
    commit(folder, {})
    return folder
