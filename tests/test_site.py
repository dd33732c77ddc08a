"""A site of pages: its links lead somewhere, and what has not changed is not written again."""

from __future__ import annotations

import html
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from console import Done
from inside import run_inside
from partnerkit.units import unit, unit_names

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = PROJECT / "examples"
IDS = ("digital-care-records", "line-leaders", "pump-technicians", "toolroom-skills")
WHOLE = {name for name in unit_names("partnerkit.views", "pages") if unit("partnerkit.views", name).PLACE < 10}


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    shutil.copytree(EXAMPLES / "calder-valley", folder, ignore=shutil.ignore_patterns("reports"))
    return folder


def site(folder: Path, *arguments: str, as_of: str = "2026-10-15") -> Done:
    return run_inside(folder, "report", "--all", "--as-of", as_of, *arguments)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def written(done: Done) -> set[str]:
    return {Path(line).stem for line in done.output.splitlines() if line.endswith(".html") and " " not in line}


def partnerships(done: Done) -> set[str]:
    """The partnerships whose pages were written; "" for those about the whole workspace."""
    names = written(done)
    assert names
    return {next((id_ for id_ in IDS if name.endswith(f"-{id_}")), "") for name in names}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


# ---------------------------------------------------------------------- its links


@pytest.mark.parametrize("example", ["calder-valley", "two-way-street"])
def test_every_link_of_a_site_leads_to_a_page_and_a_place_in_it(tmp_path: Path, example: str) -> None:
    done = site(EXAMPLES / example, "--out", str(tmp_path), "--no-cache", "--audience", "internal")
    assert done.code == 0
    pages = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html")}
    places = {name: set(re.findall(r'\bid="([^"]+)"', text)) for name, text in pages.items()}
    lost = []
    count = 0
    for name, text in pages.items():
        for link in {html.unescape(found) for found in re.findall(r'<a href="([^"]+)"', text)}:
            file, _, anchor = link.partition("#")
            if re.match(r"https?:|mailto:", link) or not (file == "" or file.endswith(".html")):
                continue
            count += 1
            if (file or name) not in pages or (anchor and anchor not in places[file or name]):
                lost.append(f"{name} -> {link}")
    assert lost == []
    assert count > 100, "the pattern finds links"


def test_links_to_pages_that_are_not_written_are_text(records: Path) -> None:
    assert run_inside(records, "report", "portfolio", "--out", "out").code == 0
    page = (records / "out" / "portfolio.html").read_text(encoding="utf-8")
    assert not re.search(r'href="[a-z]+-', page)
    assert "Toolroom skills partnership" in page


def test_the_pages_of_a_site_share_one_style_sheet(records: Path) -> None:
    assert site(records).code == 0
    pages = contents(records / "reports")
    assert {name for name in pages if not name.endswith(".html")} == {
        "partnerkit.css",
        "partnerkit.js",
        "partnerkit.svg",
    }
    for name, page in pages.items():
        if name.endswith(".html"):
            assert b"<style" not in page
            assert b'<link rel="stylesheet" href="partnerkit.css">' in page
            assert b'<link rel="icon" href="partnerkit.svg">' in page
            assert b'href="data:' not in page


# ---------------------------------------------------------------------- what is written again


def test_what_has_not_changed_is_not_written_again(records: Path) -> None:
    first = site(records)
    before = {path: path.stat().st_mtime_ns for path in (records / "reports").iterdir()}
    again = site(records)
    assert first.output.startswith("Wrote ")
    assert re.fullmatch(r"Nothing to write: \d+ pages up to date as of 2026-10-15\. Open .*\n", again.output)
    assert {path: path.stat().st_mtime_ns for path in (records / "reports").iterdir()} == before


def test_one_record_changed_writes_its_pages_and_those_of_the_whole(records: Path) -> None:
    site(records)
    edit(records / "partnerships" / "line-leaders.yaml", "title: Line leader development", "title: Line leaders")
    done = site(records, "--verbose")
    assert {name for name in written(done) if not name.endswith("-line-leaders")} == WHOLE
    assert partnerships(done) == {"", "line-leaders"}
    warm = contents(records / "reports")
    assert site(records, "--no-cache", "--out", "cold").code == 0
    assert warm == contents(records / "cold")


def test_a_shared_record_changed_writes_everything(records: Path) -> None:
    site(records)
    edit(
        records / "organisations" / "halden-precision.yaml",
        "name: Halden Precision Engineering Ltd",
        "name: Halden Precision Ltd",
    )
    assert "were up to date" not in site(records).output


@pytest.mark.parametrize("change", ["another day", "another audience", "fewer pages"])
def test_other_options_write_everything(records: Path, change: str) -> None:
    site(records)
    again = {
        "another day": lambda: site(records, as_of="2026-10-16"),
        "another audience": lambda: site(records, "--audience", "public"),
        "fewer pages": lambda: run_inside(records, "report", "portfolio", "review", "--as-of", "2026-10-15"),
    }[change]()
    assert again.output.startswith("Wrote ")
    assert "up to date" not in again.output


def test_a_page_that_was_deleted_or_changed_by_hand_is_written_again(records: Path) -> None:
    site(records)
    before = contents(records / "reports")
    (records / "reports" / "review-toolroom-skills.html").unlink()
    (records / "reports" / "plan-line-leaders.html").write_text("mine", encoding="utf-8")
    done = site(records, "--verbose")
    assert partnerships(done) == {"toolroom-skills", "line-leaders"}
    assert contents(records / "reports") == before


def test_evidence_that_goes_missing_changes_the_pages_that_speak_of_it(records: Path) -> None:
    site(records)
    (records / "partnerships" / "toolroom-skills" / "files" / "plan.md").unlink()
    assert partnerships(site(records, "--verbose")) == {"toolroom-skills"}


def test_the_stamp_names_the_revision_and_says_what_is_not_committed(records: Path) -> None:
    def git(*arguments: str) -> str:
        names = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        return subprocess.run(
            ("git", *names, *arguments), cwd=records, check=True, capture_output=True, text=True
        ).stdout.strip()

    def stamp(name: str) -> str:
        site(records, "--format", "markdown", "--out", "out")
        found = re.search(r"revision `([^`]+)`", (records / "out" / f"{name}.md").read_text(encoding="utf-8"))
        return found.group(1) if found else ""

    assert stamp("portfolio") == ""
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "All")
    first = git("rev-parse", "--short", "HEAD")
    assert (stamp("portfolio"), stamp("review-line-leaders")) == (first, first)
    edit(records / "partnerships" / "line-leaders.yaml", "title: Line leader development", "title: Line leaders")
    assert stamp("portfolio") == f"{first}, with changes not committed"
    assert stamp("review-line-leaders") == f"{first}, with changes not committed"
    assert stamp("review-toolroom-skills") == first
    git("commit", "-qam", "Rename")
    second = git("rev-parse", "--short", "HEAD")
    assert (stamp("portfolio"), stamp("review-line-leaders")) == (second, second)
    assert stamp("review-toolroom-skills") == first


# ---------------------------------------------------------------------- what goes wrong


def test_a_run_that_is_killed_leaves_every_page_old_or_new(records: Path) -> None:
    command = Path(sys.executable).parent / "partnerkit"
    environment = os.environ | {"PARTNERKIT_CACHE_DIR": str(records.parent / "cache")}
    site(records)
    old = contents(records / "reports")
    site(records, "--out", "new", "--no-cache", as_of="2026-10-16")
    new = contents(records / "new")
    for wait in (0.7, 1.1):
        started = subprocess.Popen(
            [command, "report", "--all", "--as-of", "2026-10-16"], cwd=records, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(wait)
        started.send_signal(signal.SIGKILL)
        started.wait()
        for name, page in contents(records / "reports").items():
            assert name.startswith(".") or page in (old[name], new[name]), name
    assert site(records, as_of="2026-10-16").code == 0
    kept = {name: page for name, page in contents(records / "reports").items() if not name.startswith(".")}
    assert kept == new
