"""`partnerkit xref`: what it prints and writes in each format, what it refuses, who says the same."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from inside import run_inside
from partnerkit.app.xref_rows import COLUMNS

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "examples" / "calder-valley"
COMMAND = Path(sys.executable).parent / "partnerkit"
TOOLROOM = "partnerships/toolroom-skills"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("reports"))
    return folder


def run(folder: Path, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = run_inside(folder, command, "--as-of", "2026-10-15", *arguments)
    return subprocess.CompletedProcess([command, *arguments], done.code, done.output, done.errors)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def rows(folder: Path, *arguments: str) -> list[dict[str, str]]:
    done = run(folder, "xref", "--format", "csv", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return list(csv.DictReader(io.StringIO(done.stdout, newline="")))


def with_gaps(folder: Path) -> None:
    """Take the judgement of one criterion away, and one file; change another file; leave one piece without criteria."""
    judgements = folder / TOOLROOM / "judgements.yaml"
    text = judgements.read_text(encoding="utf-8")
    judgements.write_text(re.sub(r"(?ms)^- id: jd-07\n.*?(?=^- id: )", "", text), encoding="utf-8")
    edit(folder / TOOLROOM / "samples.yaml", "    - jd-07\n", "")
    (folder / TOOLROOM / "files" / "plan.md").unlink()
    (folder / TOOLROOM / "files" / "draft-objectives.md").write_text("changed", encoding="utf-8")
    edit(folder / TOOLROOM / "evidence.yaml", "- id: ev-coolant\n  title: ", "- id: ev-coolant\n  title: =2+3 ")


# ---------------------------------------------------------------------- pages


def test_without_arguments_a_page_for_each_partnership_goes_to_reports(records: Path) -> None:
    done = run(records, "xref")
    assert (done.returncode, done.stderr) == (0, "")
    names = [
        f"xref-{id_}.html" for id_ in ("digital-care-records", "line-leaders", "pump-technicians", "toolroom-skills")
    ]
    assert done.stdout == "Wrote 4 files as of 2026-10-15:\n" + "".join(f"  reports/{name}\n" for name in names)
    assert sorted(path.name for path in (records / "reports").iterdir()) == names


def test_every_link_of_a_page_leads_to_a_file_that_is_there(records: Path) -> None:
    run(records, "xref", "toolroom-skills")
    page = records / "reports" / "xref-toolroom-skills.html"
    links = [
        link.partition("#")[0] for link in re.findall(r'<a href="([^"#]+[^"]*)"', page.read_text(encoding="utf-8"))
    ]
    files = [link for link in links if not link.startswith("http")]
    assert len(set(files)) == 36
    assert [link for link in files if not (page.parent / link).is_file()] == []


def test_a_page_outside_the_workspace_does_not_tell_how_folders_are_called(records: Path, tmp_path: Path) -> None:
    assert run(records, "xref", "toolroom-skills", "--out", str(tmp_path / "elsewhere")).returncode == 0
    page = (tmp_path / "elsewhere" / "xref-toolroom-skills.html").read_text(encoding="utf-8")
    assert "<code>files/scan.md</code>" in page
    assert 'href="../' not in page


def test_a_file_can_be_named_for_one_sheet_and_not_for_several(records: Path) -> None:
    done = run(records, "xref", "toolroom-skills", "--format", "markdown", "--out", "sheets/one.md")
    assert (done.returncode, done.stdout) == (0, "Wrote 1 file as of 2026-10-15:\n  sheets/one.md\n")
    assert (records / "sheets" / "one.md").read_text(encoding="utf-8").startswith("# Toolroom skills partnership")
    done = run(records, "xref", "--format", "markdown", "--out", "sheets/all.md")
    assert (done.returncode, done.stderr) == (
        2,
        "error: --out names a file, and there is a sheet for each partnership. Name a folder, or one ID.\n",
    )


def test_the_stamp_names_the_filters(records: Path) -> None:
    run(
        records, "xref", "toolroom-skills", "--format", "markdown", "--out", "one.md", "--only-gaps",
        "--framework", "precision-technician", "--partner", "halden-precision", "--by", "criterion",
    )  # fmt: skip
    page = (records / "one.md").read_text(encoding="utf-8")
    for said in (
        "Only criteria of Precision technician", "Only evidence from Halden Precision Engineering Ltd", "Only gaps",
        "Only by criterion",
    ):  # fmt: skip
        assert said in page


def test_the_report_writes_the_same_page(records: Path) -> None:
    run(records, "xref", "toolroom-skills", "--format", "markdown", "--out", "a")
    run(records, "report", "xref", "--only", "toolroom-skills", "--format", "markdown", "--out", "b")
    pages = [(records / folder / "xref-toolroom-skills.md").read_text(encoding="utf-8") for folder in "ab"]
    # Only what `report` writes tells how it was made, so that `check` can make it again.
    assert pages[0] == pages[1].rpartition("<!-- partnerkit ")[0]


# ---------------------------------------------------------------------- tables


def test_a_table_has_a_row_for_each_pair_and_each_gap(records: Path) -> None:
    found = rows(records, "toolroom-skills")
    assert tuple(found[0]) == COLUMNS
    assert Counter(row["row"] for row in found) == {"pair": 47}
    first = next(row for row in found if row["criterion"] == "P1")
    names = ("evidence_title", "paragraphs", "decision", "assessor", "judged_on", "sample_outcome")
    assert [first[name] for name in names] == [
        "Toolroom skills test",
        "2",
        "met",
        "Helen Marsh",
        "2026-10-05",
        "action",
    ]


def test_gaps_have_rows_and_come_first(records: Path) -> None:
    with_gaps(records)
    edit(
        records / TOOLROOM / "evidence.yaml",
        "    - {criterion: precision-technician/B1",
        "    - {criterion: precision-technician/B2",
    )
    edit(
        records / TOOLROOM / "activities.yaml",
        "criteria: [precision-technician/S1]",
        "criteria: [precision-technician/B1]",
    )
    found = rows(records, "toolroom-skills", "--framework", "precision-technician")
    assert [found[0][name] for name in ("row", "criterion", "standing", "evidence")] == [
        "criterion without evidence", "B1", "not begun", "",
    ]  # fmt: skip


def test_what_could_be_run_as_a_formula_is_text(records: Path) -> None:
    with_gaps(records)
    assert {row["evidence_title"] for row in rows(records, "toolroom-skills") if "2+3" in row["evidence_title"]} == {
        "'=2+3 Coolant safety data"
    }
    run(records, "xref", "toolroom-skills", "--format", "xlsx", "--out", "sheet.xlsx")
    sheet = openpyxl.load_workbook(records / "sheet.xlsx").worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if "2+3" in str(cell.value)]
    assert {(cell.value, cell.data_type) for cell in cells} == {("=2+3 Coolant safety data", "s")}


def test_files_are_told_missing_and_changed(records: Path) -> None:
    with_gaps(records)
    states = {row["file"]: row["file_state"] for row in rows(records, "toolroom-skills")}
    assert states["files/plan.md"] == "file missing"
    assert states["files/draft-objectives.md"] == "changed since its digest was noted"
    assert states["files/memorandum.md"] == "there, unchanged"


def test_the_order_of_a_table_goes_by_evidence_where_that_is_asked_for(records: Path) -> None:
    one = rows(records, "toolroom-skills")
    other = rows(records, "toolroom-skills", "--by", "evidence")
    assert [row["evidence"] for row in other][:3] == ["ev-skills-test", "ev-scan", "ev-appraisal"]
    assert sorted(map(str, one)) == sorted(map(str, other))


def test_a_workbook_is_the_table_byte_for_byte_the_same_each_time(records: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        assert run(records, "xref", "--format", "xlsx", "--out", name).returncode == 0
    assert (records / "a.xlsx").read_bytes() == (records / "b.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(records / "a.xlsx").worksheets[0]
    table = list(sheet.iter_rows(values_only=True))
    assert table[0] == COLUMNS
    assert len(table) == 1 + len(rows(records))
    links = {cell.value: cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert str(links["files/scan.md"]).endswith("\\files\\scan.md")


def test_a_workbook_of_one_partnership_is_named_after_it(records: Path) -> None:
    assert run(records, "xref", "line-leaders", "--format", "xlsx").stdout.endswith(
        "  reports/xref-line-leaders.xlsx\n"
    )


# ---------------------------------------------------------------------- agreement, audiences, refusals


def test_the_sheet_the_score_and_lint_say_the_same(records: Path) -> None:
    with_gaps(records)
    run(records, "xref", "toolroom-skills", "--format", "markdown", "--out", "one.md")
    page = (records / "one.md").read_text(encoding="utf-8")
    assert "**2 gaps in 14 criteria**: 14 claimed, 13 judged and 13 sufficient" in page
    score = run(records, "score", "toolroom-skills", "--rubric", "portfolio-readiness").stdout
    assert "14 of 14 criteria claimed, 13 judged, 13 sufficient" in score
    lint = run(records, "lint", "--select", "criterion-uncovered", "--format", "concise").stdout
    assert "B1" in lint
    assert "B1](#criteria-precision-technician-B1), begun" in page


def test_for_the_public_nothing_of_judgements_is_told(records: Path) -> None:
    found = rows(records, "toolroom-skills", "--audience", "public")
    assert {row["decision"] + row["assessor"] + row["feedback"] + row["judged"] for row in found} == {""}
    assert {row["standing"] for row in found} == {"withheld"}
    assert "Helen Marsh" not in str(found)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["toolroom"], "There is no partnership toolroom here. Did you mean toolroom-skills?"),
        (["--framework", "precision"], "There is no framework precision here. Did you mean precision-technician?"),
        (
            ["--partner", "halden-precison"],
            "There is no organisation halden-precison here. Did you mean halden-precision?",
        ),
        (["--format", "xls"], "there is no format xls; there are csv, html, markdown, xlsx. Did you mean xlsx?"),
    ],
)
def test_what_is_not_there_is_refused(records: Path, arguments: list[str], message: str) -> None:
    done = run(records, "xref", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_records_with_errors_give_no_sheet(records: Path) -> None:
    edit(records / "partnerships" / "line-leaders.yaml", "stage:", "stge:")
    done = run(records, "xref")
    assert done.returncode == 1
    assert not (records / "reports").exists()
    assert "there is no sheet: it would show less than the records hold" in done.stderr


def test_without_the_package_for_workbooks_it_says_how_to_get_it(records: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "xlsxwriter.py").write_text("raise ImportError\n", encoding="utf-8")
    done = subprocess.run(
        [COMMAND, "xref", "--format", "xlsx"], cwd=records, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(blocked), "PARTNERKIT_CACHE_DIR": str(tmp_path / "cache")},
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == (
        "error: Workbooks need a package that is not installed. Get it with: pip install 'partnerkit[xlsx]'\n"
    )
    assert not (records / "reports").exists()
