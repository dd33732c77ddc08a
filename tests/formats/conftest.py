"""The programs that read our formats: installed from npm into a folder of their own, for one run."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

VERSIONS = {
    "@microsoft/sarif-multitool": "5.7.0", "mocha-junit-reporter": "2.2.1", "@actions/core": "3.0.1",
    "vnu-jar": "26.9.27",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Packages:
    """Packages of npm, installed.

    Attributes:
        folder: Where they are installed: it holds `node_modules`.
        node: The program that runs them.
    """

    folder: Path
    node: str

    def file(self, name: str) -> Path:
        """A file of a package."""
        path = self.folder / "node_modules" / name
        assert path.is_file(), f"npm has installed no {name}"
        return path


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    node, npm = (shutil.which(name) for name in ("node", "npm"))
    if node is None or npm is None:
        pytest.fail("These tests need node and npm, and did not find them: install Node.js 20 or later.", pytrace=False)
    folder = tmp_path_factory.mktemp("npm")
    (folder / "package.json").write_text(json.dumps({"private": True, "type": "module", "dependencies": VERSIONS}))
    command = [npm, "install", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        pytest.fail(f"npm could not install {VERSIONS}; is there a network?\n{done.stderr}", pytrace=False)
    return Packages(folder, node)


@pytest.fixture(scope="session")
def etree() -> Any:
    """The module lxml.etree, which the standard library has no like of: it knows XML schemas."""
    if find_spec("lxml") is None:
        pytest.fail("These tests need lxml: run `make formats`, or install the extra `formats`.", pytrace=False)
    return import_module("lxml.etree")
