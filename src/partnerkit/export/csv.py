"""Comma-separated values, for spreadsheets and programs: UTF-8, a head, lines that end in LF.

A spreadsheet runs a cell that begins with `=` and its like as a formula, so that such text has an apostrophe before it;
so has a line within a cell that a CI system would run as a command. Numbers are written as they are, and days as in
ISO 8601. Of a link there is the text.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Sequence
from datetime import date

from partnerkit.diagnostics.text import cell_text
from partnerkit.export.api import Cell, Link, Table

SUFFIX = ".csv"
MANY = False
# Without it Excel reads a file in the old encoding of the system. What is printed goes to programs, and has none.
BEGINNING = BOM_UTF8


def write(tables: Sequence[Table]) -> bytes:
    """The one table.

    Raises:
        ValueError: There are several: a file has room for one.
    """
    (table,) = tables
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(cell_text, table.columns))
    writer.writerows(map(_written, row) for row in table.rows)
    return text.getvalue().encode("utf-8")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case Link():
            return cell_text(cell.text)
        case str():
            return cell_text(cell)
        case _:
            return str(cell)
