"""The package as its users get it: a wheel that works from any folder, with its templates in it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "examples" / "two-way-street"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--wheel-dir", str(folder), str(PROJECT)],
        check=True,
    )  # fmt: skip
    return next(folder.glob("partnerkit-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed), "PARTNERKIT_CACHE_DIR": str(folder / "cache")}
    return subprocess.run(
        [sys.executable, "-P", "-m", "partnerkit", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_wheel_carries_every_template(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {name.removeprefix("partnerkit/") for name in archive.namelist() if "/templates/" in name}
    ours = {str(path.relative_to(PROJECT)) for path in (PROJECT / "templates").rglob("*") if path.is_file()}
    assert carried == ours


def test_the_wheel_carries_its_types_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "partnerkit/py.typed" in names
    assert not [name for name in names if name.startswith(("tests", "examples", "benchmarks"))]


def test_the_installed_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import partnerkit; print(partnerkit.__file__)"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(installed)}, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert Path(where.strip()).is_relative_to(installed)


def test_the_installed_wheel_validates_from_another_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "validate", str(EXAMPLE))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No problems in ")


@pytest.mark.parametrize(("form", "file"), [("html", "portfolio.html"), ("markdown", "portfolio.md")])
def test_the_installed_wheel_writes_pages_from_another_folder(
    installed: Path, tmp_path: Path, form: str, file: str
) -> None:
    done = run(installed, tmp_path, "-C", str(EXAMPLE), "report", "--format", form, "--out", str(tmp_path / "out"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Two-Way Street" in (tmp_path / "out" / file).read_text(encoding="utf-8")


def test_the_installed_wheel_starts_a_workspace_in_another_folder(installed: Path, tmp_path: Path) -> None:
    for words in (
        ("init", "records"),
        ("-C", "records", "new", "organisation", "a", "--set", "name=A"),
        ("-C", "records", "validate"),
        ("init", "try", "--example"),
    ):
        done = run(installed, tmp_path, *words)
        assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "try" / "partnerships" / "welding-days.yaml").is_file()
