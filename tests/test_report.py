"""`partnerkit report`, run for real: what it writes, what it refuses, and what it leaves alone."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "examples" / "calder-valley"
COMMAND = Path(sys.executable).parent / "partnerkit"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("reports"))
    return folder


def run(folder: Path, *arguments: str, largest_file: int | None = None) -> subprocess.CompletedProcess[str]:
    def bound() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    return subprocess.run(
        [COMMAND, "report", *arguments],
        cwd=folder, env=os.environ | {"PARTNERKIT_CACHE_DIR": str(folder.parent / "cache"), "NO_COLOR": "1"},
        capture_output=True, text=True, check=False, preexec_fn=bound,
    )  # fmt: skip


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# ---------------------------------------------------------------------- what it writes


def test_without_arguments_all_pages_go_to_reports_in_the_workspace(records: Path) -> None:
    done = run(records / "partnerships", "--as-of", "2026-10-15")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"Wrote 5 pages as of 2026-10-15. Open \.\./reports/portfolio\.html\n", done.stdout)
    assert sorted(written(records / "reports")) == [
        "partnership-digital-care-records.html",
        "partnership-line-leaders.html",
        "partnership-pump-technicians.html",
        "partnership-toolroom-skills.html",
        "portfolio.html",
    ]


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_the_same_records_and_day_give_the_same_bytes(records: Path, form: str) -> None:
    for out in ("first", "second"):
        assert run(records, "--as-of", "2026-10-15", "--format", form, "--out", out).returncode == 0
    assert written(records / "first") == written(records / "second")


def test_the_day_comes_from_source_date_epoch_if_nobody_names_one(
    records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775001600")  # 2026-04-01 00:00 UTC
    assert "as of 2026-04-01" in run(records).stdout


def test_a_page_and_a_partnership_can_be_chosen(records: Path) -> None:
    done = run(records, "partnership", "--only", "line-leaders", "--out", "out", "--format", "markdown")
    assert done.returncode == 0
    assert list(written(records / "out")) == ["partnership-line-leaders.md"]


def test_pages_are_listed_with_what_they_show(records: Path) -> None:
    done = run(records, "--list")
    assert [line.split("  ")[0] for line in done.stdout.splitlines()] == ["partnership", "portfolio"]


def test_verbose_names_every_file_and_quiet_none(records: Path) -> None:
    assert "reports/partnership-line-leaders.html\n" in run(records, "--verbose").stdout
    assert run(records, "--quiet").stdout == ""


def test_the_configuration_can_name_the_folder(records: Path) -> None:
    edit(records / "partnerkit.yaml", "report:\n", "report:\n  out: pages/all\n")
    assert run(records).returncode == 0
    assert "portfolio.html" in written(records / "pages" / "all")


def test_what_is_more_confidential_than_the_pages_is_left_out_and_that_is_said(records: Path) -> None:
    partnership = records / "partnerships" / "line-leaders.yaml"
    partnership.write_text(
        re.sub(r"(?m)^confidentiality: .*$", "confidentiality: internal", partnership.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    done = run(records)
    assert done.returncode == 0
    assert done.stderr == "note: 1 partnership left out: more confidential than these pages, which are for partners\n"
    pages = written(records / "reports")
    assert "partnership-line-leaders.html" not in pages
    assert b"Line leader" not in pages["portfolio.html"]


def test_html_needs_nothing_but_itself(records: Path) -> None:
    run(records)
    for name, page in written(records / "reports").items():
        text = page.decode("utf-8")
        assert "<script" not in text, name
        assert not re.findall(r"""(?:src|srcset|poster|data)\s*=\s*["'](?!data:)""", text), name
        assert not re.findall(r"url\((?!['\"]?data:)|@import", text), name


# ---------------------------------------------------------------------- what it refuses


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("portfolo",), "error: There is no page portfolo. Did you mean portfolio?\n"),
        (("xyz",), "error: There is no page xyz. There are partnership, portfolio.\n"),
        (("--only", "line-leader"), "error: There is no partnership line-leader here. Did you mean line-leaders?\n"),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_the_nearest(
    records: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run(records, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)
    assert not (records / "reports").exists()


def test_nothing_is_written_while_a_record_has_errors(records: Path) -> None:
    edit(records / "partnerships" / "line-leaders.yaml", "stage: run", "stage: runing")
    done = run(records)
    assert done.returncode == 1
    assert "error[PK107 unknown-word]" in done.stdout
    assert done.stderr == "note: no pages were written: they would show less than the records hold\n"
    assert not (records / "reports").exists()


def test_a_workspace_without_records_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "partnerkit.yaml").write_text("format: 1\n", encoding="utf-8")
    assert run(tmp_path).returncode == 3


def test_pages_for_the_public_are_refused_until_names_can_be_taken_out(records: Path) -> None:
    edit(records / "partnerkit.yaml", "confidentiality: partners", "confidentiality: public")
    done = run(records)
    assert done.returncode == 2
    assert done.stderr.startswith("error: partnerkit.yaml says that reports are public")
    assert not (records / "reports").exists()


def test_a_link_cannot_lead_the_pages_out_of_the_workspace(records: Path) -> None:
    outside = records.parent / "outside"
    outside.mkdir()
    (records / "reports").symlink_to(outside)
    done = run(records)
    assert done.returncode == 2
    assert "leads out of the workspace" in done.stderr
    assert not list(outside.iterdir())


def test_a_file_in_the_place_of_the_folder_is_a_clear_error(records: Path) -> None:
    (records / "reports").write_text("mine", encoding="utf-8")
    done = run(records)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr
    assert (records / "reports").read_text(encoding="utf-8") == "mine"


# ---------------------------------------------------------------------- what it leaves alone


def test_a_full_disk_leaves_the_old_page_whole_and_no_rest_behind(records: Path) -> None:
    assert run(records, "--as-of", "2026-01-01").returncode == 0
    before = written(records / "reports")
    done = run(records, "--as-of", "2026-10-15", "--no-cache", largest_file=10_000)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert written(records / "reports") == before


def test_the_records_are_not_touched(records: Path) -> None:
    def state() -> dict[str, tuple[bytes, int]]:
        return {
            str(path): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in records.rglob("*")
            if path.is_file() and "reports" not in path.parts
        }

    before = state()
    run(records)
    assert state() == before


# ---------------------------------------------------------------------- what is in the pages


HOSTILE = (
    "</title><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "[x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "{{ 7 * 7 }} {% raw %}",
    "a | b | c\n\n# not a heading\n\n<!-- no comment",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_record_stays_text_in_html(records: Path, text: str) -> None:
    partnership = records / "partnerships" / "line-leaders.yaml"
    lines = partnership.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("title:", "place:"))]
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    partnership.write_text("\n".join([*kept, f"title: {quoted}", f"place: {quoted}"]) + "\n", encoding="utf-8")
    done = run(records)
    assert done.returncode == 0, done.stdout
    for name, page in written(records / "reports").items():
        html = page.decode("utf-8")
        assert "<script" not in html, name
        assert "<svg onload" not in html, name
        assert "<img" not in html, name
        assert not re.search(r'href="\s*javascript', html, re.IGNORECASE), name
        assert ">49<" not in html, name
