"""Draw the pictures of the README from the real program: `make pictures` (needs chromium)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.text import Text

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
COMMAND = Path(sys.executable).parent / "partnerkit"


PAGES = {
    "report": ("partnership-line-leaders", ""),
    "plan": ("plan-toolroom-skills", "plan-risks"),
    "review": ("review-toolroom-skills", "agreement-objectives"),
    "xref": ("xref-toolroom-skills", "grid"),
    "scorecard": ("scorecard-toolroom-skills", ""),
}
"""The pages of which the README shows a part: from the top, or from an anchor on."""


def main() -> None:
    """Write the pictures beside this file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "terminal.html").write_text(terminal(folder / "records"), encoding="utf-8")
        subprocess.run(
            [COMMAND, "-C", PROJECT / "examples" / "calder-valley", "report", "--as-of", "2026-10-15", "--out", folder],
            check=True,
        )
        shoot(folder / "terminal.html", HERE / "diagnostic.png", 1010, None)
        for picture, (page, anchor) in PAGES.items():
            shoot(folder / f"{page}.html", HERE / f"{picture}.png", 1180, 1000, anchor)


def terminal(records: Path) -> str:
    """What `validate` prints for the small workspace with mistakes that the program writes itself, as a page."""
    subprocess.run([COMMAND, "init", records, "--example"], check=True, stdout=subprocess.DEVNULL)
    done = subprocess.run(
        [COMMAND, "validate", "--color", "always", "--no-cache"],
        cwd=records, env=os.environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    console = Console(record=True, width=84, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    console.print(Text("$ partnerkit validate", style="bold"))
    console.print(Text.from_ansi(re.sub(r"\d+\.\d\d s", "0.09 s", done.stdout)), soft_wrap=True)
    body = console.export_html(inline_styles=True, code_format="<pre>{code}</pre>")
    return (
        "<!doctype html><meta charset=utf-8><style>body{margin:0;background:#fbfaf7}"
        "pre{margin:0;padding:22px 28px;font:15px/1.45 'DejaVu Sans Mono',monospace}</style>" + body
    )


def shoot(page: Path, picture: Path, width: int, height: int | None, anchor: str = "") -> None:
    """Take a picture of a page: of a part of it, from its top or an anchor on, or of all of it without a height."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        window = browser.new_page(viewport={"width": width, "height": height or 100}, reduced_motion="reduce")
        window.goto(page.as_uri() + (f"#{anchor}" if anchor else ""))
        window.screenshot(path=picture, full_page=height is None)
        browser.close()


if __name__ == "__main__":
    main()
