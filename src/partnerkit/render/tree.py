"""Pages as plain data: dicts, lists, texts and numbers, ready for a template and safe to hand to a stranger's one.

Every block becomes a dict with its kind under `is` and, where it has a heading, its level: a page is level 1, its
sections 2, and each section or item one more than what holds it. Dates, numbers and money are already words.
Text is as written but for control characters, which are shown; nothing here escapes for a format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.render.inline import PRESENT, Tree, inline_tree, lines_tree, run_tree
from partnerkit.render.pictures.picture import picture_tree
from partnerkit.render.tables import table_tree
from partnerkit.render.words import long_date, visible
from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from collections.abc import Iterable

DEEPEST = 6
TOP = 2
LONGEST_TAB = 70


def page_tree(page: b.Page, present: frozenset[str] | None = None) -> Tree:
    """The whole page, with a table of contents of its opening sections and its sections.

    Links to pages that are not `present` become text.
    """
    token = PRESENT.set(present)
    try:
        return _page_tree(page)
    finally:
        PRESENT.reset(token)


def _page_tree(page: b.Page) -> Tree:
    opening = _blocks(page.opening, TOP)
    sections = _blocks(page.sections, TOP)
    return {
        "long": any(map(_long, (*opening, *sections))),
        "name": b.anchor(page.name),
        "broad": page.broad,
        "title": visible(page.title),
        "tab": _tab(page),
        "kind": visible(page.kind),
        "workspace": visible(page.workspace),
        "verdict": run_tree(page.verdict),
        "stamp": stamp_tree(page.stamp),
        "trail": [link for link in map(inline_tree, page.trail) if isinstance(link, dict)],
        "siblings": [_sibling(link, page.name) for link in page.siblings],
        "opening": opening,
        "sections": sections,
        "contents": [_content(block) for block in (*opening, *sections) if block["is"] == "section"],
    }


def _sibling(link: b.Link, name: str) -> Tree:
    return {"part": inline_tree(link), "text": visible(link.text), "here": link.page == name}


def _long(block: Tree) -> bool:
    """Whether there is a long table in it."""
    return block.get("long", False) or any(map(_long, block.get("blocks", ()))) or any(map(_long, _tables(block)))


def _tables(block: Tree) -> list[Tree]:
    """The tables beside a picture."""
    return [block[name] for name in ("table", "readings", "legend") if isinstance(block.get(name), dict)]


def _tab(page: b.Page) -> str:
    """What a browser's tab and a list of bookmarks call the page: short, and told apart from its neighbours."""
    other = page.kind if page.title == page.workspace else page.workspace
    text = visible(f"{page.title} \u2013 {other}")
    return text if len(text) <= LONGEST_TAB else f"{text[: LONGEST_TAB - 1].rstrip()}…"


def _content(section: Tree) -> Tree:
    return {
        "anchor": section["anchor"],
        "title": section["title"],
        "number": section["number"],
        "parts": [_content(block) for block in section["blocks"] if block["is"] == "section"],
    }


def stamp_tree(stamp: b.Stamp) -> Tree:
    """What the page was made from, for whom, and on which day."""
    return {
        "iso": stamp.as_of.isoformat(),
        "as_of": long_date(stamp.as_of),
        "records": stamp.records,
        "version": visible(stamp.version),
        "revision": visible(stamp.revision) if stamp.revision else None,
        "filters": [visible(text) for text in stamp.filters],
        "audience": visible(stamp.audience),
    }


def _blocks(blocks: Iterable[b.Block], level: int) -> list[Tree]:
    return [_block(block, level) for block in blocks]


def _block(block: b.Block, level: int) -> Tree:  # noqa: C901, PLR0911, PLR0912 - one case for each block, no more
    match block:
        case b.Paragraph(run):
            return {"is": "paragraph", "run": run_tree(run)}
        case b.Prose(text):
            return {"is": "prose", "text": visible(text)}
        case b.Quote(text, by, anchor):
            return {"is": "quote", "text": visible(text), "by": run_tree(by), "anchor": b.anchor(anchor)}
        case b.Facts(facts):
            return {"is": "facts", "facts": [{"label": visible(f.label), "lines": lines_tree(f.value)} for f in facts]}
        case b.Table():
            return table_tree(block)
        case b.Listing(runs, ordered):
            return {"is": "listing", "ordered": ordered, "runs": [run_tree(run) for run in runs]}
        case b.Agenda(label, entries):
            return {"is": "agenda", "label": visible(label), "entries": [_entry(entry) for entry in entries]}
        case b.Figures(figures):
            return {"is": "figures", "figures": [_figure(figure) for figure in figures]}
        case b.Steps(label, steps):
            return {"is": "steps", "label": visible(label), "steps": [_step(step) for step in steps]}
        case b.Blank(text, due, note, anchor):
            return {"is": "blank", "text": visible(text), "due": due, "note": visible(note), "anchor": b.anchor(anchor)}
        case b.Callout(tone, title, held):
            return {"is": "callout", "tone": tone, "title": visible(title), "blocks": _blocks(held, level)}
        case b.Fold(title, held):
            return {"is": "fold", "title": visible(title), "blocks": _blocks(held, level)}
        case b.Item():
            return _item(block, level)
        case b.Section():
            return _section(block, level)
        case _:
            return picture_tree(block)


def _entry(entry: b.Entry) -> Tree:
    return {
        "day": inline_tree(b.Day(entry.on)),
        "what": run_tree(entry.what),
        "state": inline_tree(entry.state),
        "detail": run_tree(entry.detail),
        "anchor": b.anchor(entry.anchor),
    }


def _figure(figure: b.Figure) -> Tree:
    return {
        "value": visible(figure.value),
        "label": visible(figure.label),
        "note": visible(figure.note),
        "anchor": b.anchor(figure.anchor),
        "tone": figure.tone,
    }


def _step(step: b.Step) -> Tree:
    day = inline_tree(b.Day(step.on)) if step.on else None
    return {"title": visible(step.title), "state": step.state, "day": day}


def _item(item: b.Item, level: int) -> Tree:
    return {
        "is": "item",
        "level": min(level, DEEPEST),
        "anchor": b.anchor(item.anchor),
        "title": visible(item.title),
        "kind": visible(item.kind),
        "badges": [inline_tree(badge) for badge in item.badges],
        "folded": item.folded,
        "blocks": _blocks(item.blocks, level + 1),
    }


def _section(section: b.Section, level: int) -> Tree:
    return {
        "is": "section",
        "level": min(level, DEEPEST),
        "anchor": b.anchor(section.anchor),
        "title": visible(section.title),
        "number": section.number,
        "summary": run_tree(section.summary),
        "blocks": _blocks(section.blocks, level + 1),
    }
