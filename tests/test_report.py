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

from inside import run_inside
from partnerkit.units import unit, unit_names

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "examples" / "calder-valley"
COMMAND = Path(sys.executable).parent / "partnerkit"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("reports"))
    return folder


def run(folder: Path, *arguments: str, largest_file: int | None = None) -> subprocess.CompletedProcess[str]:
    """The real command; in this very process where nothing about a process of its own matters."""
    if largest_file is None and "SOURCE_DATE_EPOCH" not in os.environ:
        done = run_inside(folder, "report", *arguments)
        return subprocess.CompletedProcess(arguments, done.code, done.output, done.errors)

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


VIEWS = unit_names("partnerkit.views", "pages")
IDS = ("digital-care-records", "line-leaders", "pump-technicians", "toolroom-skills")
WHOLE = {name for name in VIEWS if unit("partnerkit.views", name).PLACE < 10}
ALL = sorted([*WHOLE, *(f"{view}-{id_}" for view in set(VIEWS) - WHOLE for id_ in IDS)])


def test_without_arguments_all_pages_go_to_reports_in_the_workspace(records: Path) -> None:
    done = run(records / "partnerships", "--as-of", "2026-10-15")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Wrote {len(ALL)} pages as of 2026-10-15. Open ../reports/portfolio.html\n"
    assert sorted(written(records / "reports")) == sorted(f"{name}.html" for name in ALL)


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
    names = [line.split("  ")[0] for line in done.stdout.splitlines()]
    assert sorted(names) == sorted(VIEWS)
    assert names[:2] == ["index", "portfolio"]


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


def test_the_command_line_asks_for_pages_for_the_public_and_a_file_cannot(records: Path) -> None:
    done = run(records, "--audience", "public", "--out", "asked")
    assert (done.returncode, done.stderr) == (0, "")
    asked = written(records / "asked")
    assert len(asked) == len(ALL)
    assert b"Priya Nair" not in b"".join(asked.values())
    edit(records / "partnerkit.yaml", "confidentiality: partners", "confidentiality: public")
    done = run(records, "--out", "set")
    assert (
        done.stderr == "note: 4 partnerships left out: more confidential than these pages, which are for the public\n"
    )
    assert sorted(written(records / "set")) == sorted(f"{name}.html" for name in WHOLE)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("partners", "partners"), "For the partners"),
        (("public", "partners"), "For the partners"),
        (("public", "internal"), "Internal: only"),
        (("public", None), "Internal: only"),
        (("public", "public"), "For anybody"),
    ],
)
def test_without_a_setting_the_narrowest_of_the_records_counts(
    tmp_path: Path, said: tuple[str | None, ...], expected: str
) -> None:
    texts = {"partnerkit.yaml": "format: 1\n"}
    for id_ in ("yard", "college"):
        texts[f"{id_}.yaml"] = f"kind: organisation\nid: {id_}\nname: The {id_}\n"
    for number, confidentiality in enumerate(said):
        texts[f"p{number}.yaml"] = (
            f"kind: partnership\nid: p{number}\ntitle: Harbour {number}\nstage: identify\n"
            "partners: [{organisation: yard}, {organisation: college}]\n"
            + (f"confidentiality: {confidentiality}\n" if confidentiality else "")
        )
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run(tmp_path, "--format", "markdown")
    assert (done.returncode, done.stderr) == (0, "")
    pages = written(tmp_path / "reports")
    assert len(pages) == len(WHOLE) + 2 * (len(VIEWS) - len(WHOLE))
    assert all(expected in page.decode("utf-8") for page in pages.values())


def test_html_needs_nothing_but_itself(records: Path) -> None:
    run(records)
    for name, page in written(records / "reports").items():
        text = page.decode("utf-8")
        # What runs is the page's own script, where a table is long; nothing is fetched.
        assert "<script src" not in text, name
        assert not re.findall(r"""(?:src|srcset|poster|data)\s*=\s*["'](?!data:)""", text), name
        assert not re.findall(r"url\((?!['\"]?data:)|@import", text), name


# ---------------------------------------------------------------------- what it refuses


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("portfolo",), "error: There is no page portfolo. Did you mean portfolio?\n"),
        (("xyz",), f"error: There is no page xyz. There are {', '.join(VIEWS)}.\n"),
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


def test_what_is_internal_is_in_no_other_pages_however_they_are_asked_for(records: Path) -> None:
    edit(records / "partnerships" / "line-leaders.yaml", "confidentiality: partners", "confidentiality: internal")
    done = run(records, "--only", "line-leaders", "--audience", "public")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("error: line-leaders is more confidential than these pages, which are for the public.\n")
    assert run(records, "--only", "line-leaders", "--audience", "internal").returncode == 0


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
    done = run(records, largest_file=10**9)
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
        assert "<script>alert" not in html, name
        assert "<svg onload" not in html, name
        assert "<img" not in html, name
        assert not re.search(r'href="\s*javascript', html, re.IGNORECASE), name
        assert ">49<" not in html, name
