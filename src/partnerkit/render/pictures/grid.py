"""A grid: two lists held against each other, whole on a screen, in sheets of fewer columns on paper and in Markdown."""

from __future__ import annotations

from itertools import zip_longest

from partnerkit.render.inline import Tree, inline_tree, run_tree, text_of
from partnerkit.render.pictures.text import breadth, cut, said
from partnerkit.render.tables import table_tree
from partnerkit.render.words import visible
from partnerkit.views import blocks as b

PAPER, MARKDOWN = 16, 10
"""How many columns a sheet of paper and a table in Markdown hold."""
UPRIGHT, LONGEST = 6, 26
DEEPEST = 5


def grid_tree(grid: b.Grid) -> Tree:
    """The grid with the ranges of columns of its sheets, and the table of what its columns stand for."""
    titled = [column for column in grid.columns if text_of(column.title).strip() not in {"", column.name}]
    cut_names = any(breadth(column.name) > LONGEST for column in grid.columns)
    return {
        "is": "grid",
        "label": visible(grid.label),
        "corner": visible(grid.corner) or "Row",
        "totals": visible(grid.totals),
        "columns": [_column(column) for column in grid.columns],
        "rows": [_row(row, len(grid.columns)) for row in grid.rows],
        "sums": any(column.total for column in grid.columns) and bool(grid.totals),
        "paper": _sheets(len(grid.columns), PAPER),
        "markdown": _sheets(len(grid.columns), MARKDOWN),
        "legend": table_tree(_legend(grid)) if titled or cut_names else None,
        "note": run_tree(grid.note),
    }


def _column(column: b.GridColumn) -> Tree:
    name = said(column.name)
    return {
        "name": cut(name, LONGEST) or "unnamed",
        "title": said(text_of(column.title)) or name,
        "upright": breadth(name) <= UPRIGHT,
        "total": visible(column.total),
    }


def _row(row: b.GridRow, columns: int) -> Tree:
    padded = (cell for cell, _ in zip_longest(row.cells[:columns], range(columns)))
    return {
        "run": run_tree(row.label),
        "depth": min(row.depth, DEEPEST),
        "cells": [_cell(cell) if cell else None for cell in padded],
        "total": visible(row.total),
        "anchor": b.anchor(row.anchor),
    }


def _cell(cell: b.GridCell) -> Tree:
    return {
        "text": visible(cell.text),
        "tone": cell.tone,
        "link": inline_tree(b.Link(cell.text, cell.link.anchor, cell.link.page)) if cell.link else None,
    }


def _sheets(columns: int, most: int) -> list[tuple[int, int]]:
    """The ranges of columns of each sheet, all of about the same breadth."""
    sheets = -(-columns // most)
    return [(columns * place // sheets, columns * (place + 1) // sheets) for place in range(sheets)]


def _legend(grid: b.Grid) -> b.Table:
    return b.Table(
        "What the columns stand for",
        (b.Column("Column"), b.Column("Stands for")),
        tuple(b.Row((column.name, column.title)) for column in grid.columns),
    )
