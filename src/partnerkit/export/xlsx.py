"""Workbooks for Excel and its like: a sheet a table, with filters, a head that stays, and paper laid across.

Text is written as text, whatever it begins with, so that none of it is run as a formula. Links are made to the web, to
mailboxes, and to files by a path from the workbook's folder. Needs `partnerkit[xlsx]`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from math import isfinite
from typing import TYPE_CHECKING, Any

from partnerkit.diagnostics.text import visible
from partnerkit.export.api import Cell, Link, MissingExtraError, Table

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SUFFIX = ".xlsx"
MANY = True
BEGINNING = b""

# A workbook tells when it was made. The same tables are to give the same bytes, whenever they are written.
MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - the format knows no time zones
A4 = 9
LONGEST_TEXT = 32_767
LONGEST_LINK = 2_079
MOST_LINKS = 65_530
LONGEST_NAME = 31
NARROWEST, WIDEST = 8, 48
MOST_SIZED = 200
"""So many rows are looked at to tell how wide a column is to be."""

_WEB = re.compile(r"(?:https?://[^\s]+|mailto:[^@\s]+@[^@\s]+)\Z", re.IGNORECASE)
_BESIDE = re.compile(r"(?![/\\])[^:\\]+\Z")
_UNNAMED = re.compile(r"[\[\]:*?/\\]")


def write(tables: Sequence[Table]) -> bytes:
    """A workbook of all tables.

    Raises:
        MissingExtraError: The package that writes workbooks is not installed.
    """
    try:
        from xlsxwriter import Workbook as NewWorkbook  # noqa: PLC0415 - an extra, loaded by nobody else
    except ImportError as error:
        raise MissingExtraError(
            "Workbooks need a package that is not installed. Get it with: pip install 'partnerkit[xlsx]'"
        ) from error
    raw = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with NewWorkbook(raw, options) as workbook:
        workbook.set_properties({"created": MADE})
        names: list[str] = []
        for table in tables:
            names.append(_name(table.title, names))
            _Sheet(workbook, names[-1], table).write()
    return raw.getvalue()


def _name(title: str, taken: Iterable[str]) -> str:
    """A name that a sheet may have and no other sheet has."""
    plain = _UNNAMED.sub(" ", visible(title)).strip(" '") or "Table"
    known = {name.casefold() for name in taken} | {"history"}
    number, name = 1, plain[:LONGEST_NAME].rstrip(" '")
    while name.casefold() in known:
        number += 1
        end = f" {number}"
        name = plain[: LONGEST_NAME - len(end)].rstrip(" '") + end
    return name


class _Sheet:
    """A sheet that is being written."""

    def __init__(self, workbook: Workbook, name: str, table: Table) -> None:
        self._sheet: Worksheet = workbook.add_worksheet(name)
        self._table = table
        self._head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._text = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._day = workbook.add_format({"num_format": "d mmm yyyy", "align": "left", "valign": "top"})
        self._number = workbook.add_format({"valign": "top"})
        self._link = workbook.add_format({"font_color": "#0B5667", "underline": 1, "text_wrap": True, "valign": "top"})
        self._links = 0

    def write(self) -> None:
        """The head, the rows, and how they are shown and printed."""
        columns, rows = self._table.columns, self._table.rows
        for at, title in enumerate(columns):
            self._sheet.write_string(0, at, _shown(title), self._head)
            self._sheet.set_column(at, at, _width(title, (row[at] for row in rows[:MOST_SIZED])))
        for number, row in enumerate(rows, 1):
            for at, cell in enumerate(row):
                self._cell(number, at, cell)
        self._sheet.freeze_panes(1, 1)
        if columns:
            self._sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        match cell:
            case None:
                return
            case date():
                self._sheet.write_datetime(row, column, cell, self._day)
            case Link():
                self._linked(row, column, cell)
            case int() | float() if isfinite(cell):
                self._sheet.write_number(row, column, cell, self._number)
            case _:
                self._sheet.write_string(row, column, _shown(str(cell)), self._text)

    def _linked(self, row: int, column: int, link: Link) -> None:
        target = _target(link.address)
        if target is None or self._links >= MOST_LINKS:
            self._sheet.write_string(row, column, _shown(link.text), self._text)
            return
        self._links += 1
        self._sheet.write_url(row, column, target, self._link, _shown(link.text))


def _target(address: str) -> str | None:
    """The address as a workbook takes it; nothing for one that leads anywhere else, or that is too long for it."""
    if len(address) > LONGEST_LINK or not address.isprintable():
        return None
    if _WEB.match(address):
        return address
    return f"external:{address}" if _BESIDE.match(address) else None


def _shown(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= LONGEST_TEXT else f"{shown[: LONGEST_TEXT - 1]}…"


def _width(title: str, cells: Iterable[Any]) -> int:
    longest = max((len(line) for cell in cells for line in _lines(cell)), default=0)
    return max(NARROWEST, min(WIDEST, max(longest, len(title)) + 2))


def _lines(cell: Cell) -> list[str]:
    match cell:
        case None:
            return []
        case date():
            return ["30 Sep 2026"]
        case Link():
            return cell.text.splitlines()
        case _:
            return str(cell).splitlines()
