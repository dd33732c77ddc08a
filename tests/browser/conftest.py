"""The pages of both examples, written by the real command, every picture there is, and a browser to look at them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from historic import historic
from partnerkit.render import html
from unit.render import gallery
from unit.render.samples import TEMPLATES

PROJECT = Path(__file__).resolve().parent.parent.parent
COMMAND = Path(sys.executable).parent / "partnerkit"
AS_OF = "2026-10-15"


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each example, with its pages, and one with pictures."""
    folder = tmp_path_factory.mktemp("pages")
    for example in ("calder-valley", "two-way-street"):
        subprocess.run(
            [COMMAND, "-C", PROJECT / "examples" / example, "report", "--as-of", AS_OF, "--out", folder / example],
            check=True, env=os.environ | {"PARTNERKIT_CACHE_DIR": str(folder / "cache")}, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    subprocess.run(
        [COMMAND, "-C", historic(folder / "repository"), "history", "--format", "html", "--out", folder / "history"],
        check=True, env=os.environ | {"PARTNERKIT_CACHE_DIR": str(folder / "cache")}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    (folder / "pictures").mkdir()
    for name, page in {"gallery": gallery.gallery(), "many": gallery.page(("Many", gallery.many(60)))}.items():
        (folder / "pictures" / f"{name}.html").write_text(html.render(page, TEMPLATES), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that is installed on this machine."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.fail("there is no Chromium here; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
