"""Every page of the examples, shown to the Nu Html Checker, which is what validator.w3.org runs."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from formats.conftest import Packages
from historic import historic
from inside import run_inside
from repositories import needs_git

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
UNKNOWN_TO_IT = ("CSS: “paint-order”",)
"""Properties that browsers have had for years and its list has not."""


@pytest.fixture(scope="module")
def java() -> str:
    found = shutil.which("java")
    if found is None:
        pytest.skip("the Nu Html Checker needs Java 11 or later, and there is none here")
    return found


@pytest.mark.parametrize("example", ["calder-valley", "two-way-street"])
@pytest.mark.parametrize("arguments", [(), ("--all",)], ids=["single pages", "a site"])
def test_pages_are_valid_html(
    packages: Packages, java: str, tmp_path: Path, example: str, arguments: tuple[str, ...]
) -> None:
    done = run_inside(EXAMPLES / example, "report", "--no-cache", "--out", str(tmp_path / "out"), *arguments)
    assert done.code == 0
    pages = sorted((tmp_path / "out").glob("*.html"))
    assert len(pages) > 50
    assert faults_of(packages, java, pages) == []


@needs_git
def test_the_page_of_the_history_is_valid_html(packages: Packages, java: str, tmp_path: Path) -> None:
    done = run_inside(historic(tmp_path / "root"), "history", "--format", "html")
    assert done.code == 0
    assert faults_of(packages, java, [tmp_path / "root" / "reports" / "history.html"]) == []


def faults_of(packages: Packages, java: str, pages: Sequence[Path]) -> list[tuple[str, int | None, str]]:
    """What the checker says of some pages: the file, the line, and what is wrong."""
    checker = str(packages.file("vnu-jar/build/dist/vnu.jar"))
    checked = subprocess.run(
        [java, "-jar", checker, "--format", "json", *map(str, pages)], capture_output=True, text=True, check=False
    )
    messages = json.loads(checked.stderr or checked.stdout)["messages"]
    return [
        (Path(one.get("url", "")).name, one.get("lastLine"), one["message"])
        for one in messages
        if one["type"] != "info" and not one["message"].startswith(UNKNOWN_TO_IT)
    ]
