"""Tables for spreadsheets: nothing in them is run, and what reads them finds what was written."""

from __future__ import annotations

import csv as reader
import io
import sys
from datetime import date, datetime

import openpyxl
import pytest

from partnerkit.export import csv, xlsx
from partnerkit.export.api import Cell, Link, MissingExtraError, Table

FORMULAS = ("=1+1", "+44 1632 960001", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1")


def table(*rows: tuple[Cell, ...], columns: tuple[str, ...] = ("one", "two", "three")) -> Table:
    return Table("Things", columns, rows)


def from_csv(*rows: tuple[Cell, ...]) -> list[list[str]]:
    text = csv.write([table(*rows)]).decode("utf-8")
    return list(reader.reader(io.StringIO(text, newline="")))


def from_xlsx(*tables: Table) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.write(tables)))


# ---------------------------------------------------------------------- comma-separated values


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_has_an_apostrophe_before_it(text: str) -> None:
    (cell,) = from_csv((text, None, None))[1][:1]
    assert cell.startswith("'")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("plain, with a comma", "plain, with a comma"),
        ('a "word"', 'a "word"'),
        ("two\nlines", "two\nlines"),
        ("Łódź café", "Łódź café"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        (None, ""),
        (-5, "-5"),
        (2.5, "2.5"),
        (date(2026, 10, 5), "2026-10-05"),
        (Link("the file", "../files/a.pdf"), "the file"),
        (Link("=cmd", "https://example.org/"), "'=cmd"),
    ],
)
def test_a_cell_is_written_as_what_it_is(cell: Cell, expected: str) -> None:
    assert from_csv((cell, "x", "y"))[1] == [expected, "x", "y"]


def test_the_first_row_names_the_columns_and_lines_end_alike() -> None:
    assert csv.write([table(("a", 1, None))]) == b"one,two,three\na,1,\n"


def test_a_file_holds_one_table() -> None:
    with pytest.raises(ValueError, match="too many values"):
        csv.write([table(), table()])


# ---------------------------------------------------------------------- workbooks


@pytest.mark.parametrize("text", FORMULAS)
def test_a_workbook_holds_what_looks_like_a_formula_as_text(text: str) -> None:
    cell = from_xlsx(table((text, None, None))).worksheets[0].cell(2, 1)
    assert cell.data_type == "s"
    assert str(cell.value).replace("\\x0d", "\r") == text


def test_another_reader_finds_the_values_with_their_types() -> None:
    sheet = from_xlsx(table(("Łódź", 12, date(2026, 10, 5)), (None, -2.5, "2026"))).worksheets[0]
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert values == [["one", "two", "three"], ["Łódź", 12, datetime(2026, 10, 5)], [None, -2.5, "2026"]]  # noqa: DTZ001
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:C3"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../files/minutes 1.md", "..\\files\\minutes%201.md"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("/etc/passwd", None),
        ("\\\\server\\share", None),
        ("//server/share", None),
        ("data:text/html,x", None),
        ("https://example.org/" + "a" * 3000, None),
    ],
)
def test_a_link_leads_to_the_web_a_mailbox_or_a_file_nearby(address: str, expected: str | None) -> None:
    cell = from_xlsx(table((Link("there", address), None, None))).worksheets[0].cell(2, 1)
    assert cell.value == "there"
    assert (cell.hyperlink.target if cell.hyperlink else None) == expected


def test_the_same_tables_give_the_same_bytes() -> None:
    made = [table(("a", 1, date(2026, 1, 1)), (Link("x", "https://example.org/"), None, "=1"))]
    assert xlsx.write(made) == xlsx.write(made)


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Evidence", "evidence"], ["Evidence", "evidence 2"]),
        (["A/B: [all]?"], ["A B   all"]),
        (["'History'"], ["History 2"]),
        (["", "*"], ["Table", "Table 2"]),
        (["x" * 40, "x" * 50], ["x" * 31, "x" * 29 + " 2"]),
    ],
)
def test_each_table_has_a_sheet_with_a_name_of_its_own(titles: list[str], names: list[str]) -> None:
    book = from_xlsx(*(Table(title, ("one",), (("a",),)) for title in titles))
    assert book.sheetnames == names


def test_text_that_is_too_long_for_a_cell_is_cut_and_shows_it() -> None:
    cell = from_xlsx(table(("x" * 40_000, None, None))).worksheets[0].cell(2, 1)
    assert len(str(cell.value)) == 32_767
    assert str(cell.value).endswith("x…")


def test_a_table_without_rows_is_a_head() -> None:
    sheet = from_xlsx(table()).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["one", "two", "three"]]


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'partnerkit\[xlsx\]'"):
        xlsx.write([table()])
