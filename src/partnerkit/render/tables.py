"""Tables as plain data."""

from __future__ import annotations

from partnerkit.render.inline import Tree, lines_tree, run_tree
from partnerkit.render.words import visible
from partnerkit.views import blocks as b

LONG = 12
"""A table of more rows than this can be sorted and searched where scripts run."""


def table_tree(table: b.Table) -> Tree:
    """The table with its cells as lists of runs."""
    return {
        "is": "table",
        "long": len(table.rows) > LONG,
        "caption": visible(table.caption),
        "columns": [_column(column) for column in table.columns],
        "rows": [
            {"anchor": b.anchor(row.anchor), "cells": [lines_tree(cell) for cell in row.cells]} for row in table.rows
        ],
        "note": run_tree(table.note),
    }


def _column(column: b.Column) -> Tree:
    return {"title": visible(column.title), "figures": column.figures, "pen": column.pen}
