"""Real git repositories in folders of a test's own, without the settings of whoever runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
_IDENTITY = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgSign=false")


def git(folder: Path, *arguments: str, day: str = "2026-03-10") -> str:
    """What a git command prints; commits are made at noon of a day."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    moment = f"{day}T12:00:00+00:00"
    environment = kept | {
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
    }
    done = subprocess.run(
        ["git", *_IDENTITY, *arguments],
        cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode().strip()


def repository(root: Path) -> Path:
    """An empty repository, its branch called main."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    return root


def put(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write files; what is None is deleted."""
    for name, content in files.items():
        path = root / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def commit(root: Path, files: Mapping[str, str | bytes | None], day: str = "2026-03-10") -> str:
    """Write files and commit everything; the name of the commit."""
    put(root, files)
    git(root, "add", "--all", "--force", day=day)
    git(root, "commit", "--quiet", "--allow-empty", "--no-verify", "-m", "change", day=day)
    return git(root, "rev-parse", "HEAD")
