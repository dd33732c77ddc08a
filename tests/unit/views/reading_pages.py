"""What tests read of a page: its blocks as plain text, and whether it is well formed."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from partnerkit.app.score import scoring_of
from partnerkit.render import html, markdown
from partnerkit.render.inline import lines_tree, text_of
from partnerkit.views import blocks as b
from partnerkit.views.api import Context, View
from partnerkit.workspace.workspace import Workspace
from unit.render.outline import Outline, outline
from unit.render.samples import TEMPLATES
from unit.views.records import AS_OF, all_blocks, context, welding

MOST_BYTES = 500_000


def judged(workspace: Workspace, **more: Any) -> Context:
    """What a view is told, with what the workspace is judged by."""
    return context(scoring=scoring_of(workspace.configuration, AS_OF), **more)


def page_of(view: View, *, told: Context | None = None, held: Workspace | None = None, **sections: Any) -> b.Page:
    """The page about the smallest partnership with some sections added, or about that of a workspace."""
    found = held or welding(**sections)
    (page,) = view(found, told or judged(found))
    return page


def plain(cell: b.Cell) -> str:
    """A cell as its reader would say it, its lines joined by a slash."""
    runs = cell.runs if isinstance(cell, b.Lines) else (cell,)
    assert len(lines_tree(cell)) == len(runs)
    return " / ".join(map(text_of, runs))


def rows_of(page: b.Page, caption: str) -> list[list[str]]:
    """The cells of the one table whose caption begins like this; none where there is no such table."""
    found = [one for one in all_blocks(page) if isinstance(one, b.Table) and one.caption.startswith(caption)]
    assert len(found) <= 1, caption
    return [[plain(cell) for cell in row.cells] for table in found for row in table.rows]


def listed_in(page: b.Page, anchor: str) -> list[str]:
    """The points that are listed in a section, wherever they stand in it."""
    (section,) = [one for one in all_blocks(page) if isinstance(one, b.Section) and one.anchor == anchor]
    inside = all_blocks(b.Page("", "", "", "", "", page.stamp, (), (section,)))
    return [text_of(run) for one in inside if isinstance(one, b.Listing) for run in one.runs]


def text(page: b.Page) -> str:
    """All that is to be read on the page in HTML."""
    return " ".join(outline(html.render(page, TEMPLATES)).text.split())


def assert_well_formed(page: b.Page) -> Outline:
    """Fails unless anchors are unique, links within the page lead somewhere, and rows fit their tables."""
    markup = html.render(page, TEMPLATES)
    assert len(markup.encode()) < MOST_BYTES
    assert markdown.render(page, TEMPLATES)
    parsed = outline(markup)
    anchors = parsed.values("id")
    assert len(anchors) == len(set(anchors))
    assert {href[1:] for href in parsed.values("href") if href.startswith("#")} <= set(anchors)
    assert all(after <= before + 1 for before, after in pairwise(parsed.levels))
    assert parsed.unbalanced == []
    for block in all_blocks(page):
        if isinstance(block, b.Table):
            assert block.rows, block.caption
            assert {len(row.cells) for row in block.rows} == {len(block.columns)}, block.caption
    return parsed
