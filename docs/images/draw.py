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
SLIPS = (("agreed_by: [northgate-castings, eastfield-college]", "agreed_by: [northgate-castings, eastfeild-college]"),)
"""What is written wrongly in the README's own example, for the picture."""


def main() -> None:
    """Write diagnostic.png and report.png beside this file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "terminal.html").write_text(terminal(folder / "records"), encoding="utf-8")
        subprocess.run(
            [COMMAND, "-C", PROJECT / "examples" / "calder-valley", "report", "--as-of", "2026-10-15", "--out", folder],
            check=True,
        )
        shoot(folder / "terminal.html", HERE / "diagnostic.png", 860, None)
        shoot(folder / "partnership-line-leaders.html", HERE / "report.png", 1180, 1000)


def terminal(records: Path) -> str:
    """What `validate` prints for the README's example with its slips, as a page."""
    blocks = re.findall(r"```yaml\n(.*?)```", (PROJECT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    files = {match.group(1): block for block in blocks if (match := re.match(r"# (\S+\.yaml)\n", block))}
    partnership = next(name for name in files if name.startswith("partnerships/"))
    files[partnership] += next(block for block in blocks if block.startswith("objectives:"))
    for right, wrong in SLIPS:
        files[partnership] = files[partnership].replace(right, wrong)
    for name, text in files.items():
        path = records / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
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


def shoot(page: Path, picture: Path, width: int, height: int | None) -> None:
    """Take a picture of a page: of its upper part, or of all of it if no height is given."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        window = browser.new_page(viewport={"width": width, "height": height or 100})
        window.goto(page.as_uri())
        window.screenshot(path=picture, full_page=height is None)
        browser.close()


if __name__ == "__main__":
    main()
