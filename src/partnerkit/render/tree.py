"""Pages as plain data: dicts, lists, texts and numbers, ready for a template and safe to hand to a stranger's one.

Every block becomes a dict with its kind under `is` and, where it has a heading, its level: a page is level 1, its
sections 2, and each section or item one more than what holds it. Dates, numbers and money are already words.
Text is as written but for control characters, which are shown; nothing here escapes for a format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from partnerkit.render.words import long_date, money, number, short_date, visible
from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from collections.abc import Iterable

Tree: TypeAlias = dict[str, Any]
DEEPEST = 6
TOP = 2
LONGEST_TAB = 70


def page_tree(page: b.Page) -> Tree:
    """The whole page, with a table of contents of its opening sections and its sections."""
    opening = _blocks(page.opening, TOP)
    sections = _blocks(page.sections, TOP)
    return {
        "name": b.anchor(page.name),
        "title": visible(page.title),
        "tab": _tab(page),
        "kind": visible(page.kind),
        "workspace": visible(page.workspace),
        "verdict": _run(page.verdict),
        "stamp": _stamp(page.stamp),
        "trail": [_inline(link) for link in page.trail],
        "opening": opening,
        "sections": sections,
        "contents": [_content(block) for block in (*opening, *sections) if block["is"] == "section"],
    }


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


def _stamp(stamp: b.Stamp) -> Tree:
    return {
        "iso": stamp.as_of.isoformat(),
        "as_of": long_date(stamp.as_of),
        "records": stamp.records,
        "version": visible(stamp.version),
        "revision": visible(stamp.revision) if stamp.revision else None,
        "filters": [visible(text) for text in stamp.filters],
        "audience": visible(stamp.audience),
    }


def _run(run: b.Run) -> list[str | Tree]:
    return [_inline(part) for part in run] if isinstance(run, tuple) else [_inline(run)]


def _lines(cell: b.Cell) -> list[list[str | Tree]]:
    return [_run(run) for run in cell.runs] if isinstance(cell, b.Lines) else [_run(cell)]


def _inline(value: b.Inline) -> str | Tree:  # noqa: C901, PLR0911, PLR0912 - one case for each value, no more
    match value:
        case str():
            return visible(value)
        case b.Strong(text):
            return {"is": "strong", "text": visible(text)}
        case b.Quiet(text):
            return {"is": "quiet", "text": visible(text)}
        case b.Code(text):
            return {"is": "code", "text": visible(text)}
        case b.Words(text):
            return {"is": "words", "text": visible(text)}
        case b.Day(on):
            return {"is": "day", "iso": on.isoformat(), "text": short_date(on)}
        case b.Number(amount, unit):
            return {"is": "number", "text": number(amount), "unit": visible(unit)}
        case b.Money(amount, currency):
            return {"is": "number", "text": money(amount, visible(currency)), "unit": ""}
        case b.Share():
            return _share(value)
        case b.Badge(text, tone):
            return {"is": "badge", "text": visible(text), "tone": tone}
        case b.Missing(text):
            return {"is": "missing", "text": visible(text)}
        case b.Link(text, anchor, page):
            return {"is": "link", "text": visible(text), "anchor": b.anchor(anchor), "page": b.anchor(page)}
        case b.External(text, address):
            return {"is": "external", "text": visible(text), "address": visible(address)}
        case _:
            assert_never(value)


def _share(share: b.Share) -> Tree:
    # A bar is only drawn of what fits in it: a share beyond the whole, or of nothing, stays words.
    drawn = share.whole > 0 and 0 <= share.part <= share.whole
    return {
        "is": "share",
        "part": number(share.part),
        "whole": number(share.whole),
        "unit": visible(share.unit),
        "percent": round(100 * share.part / share.whole) if drawn else None,
    }


def _blocks(blocks: Iterable[b.Block], level: int) -> list[Tree]:
    return [_block(block, level) for block in blocks]


def _block(block: b.Block, level: int) -> Tree:  # noqa: C901, PLR0911, PLR0912 - one case for each block, no more
    match block:
        case b.Paragraph(run):
            return {"is": "paragraph", "run": _run(run)}
        case b.Prose(text):
            return {"is": "prose", "text": visible(text)}
        case b.Quote(text, by, anchor):
            return {"is": "quote", "text": visible(text), "by": _run(by), "anchor": b.anchor(anchor)}
        case b.Facts(facts):
            return {"is": "facts", "facts": [{"label": visible(f.label), "lines": _lines(f.value)} for f in facts]}
        case b.Table():
            return _table(block)
        case b.Listing(runs, ordered):
            return {"is": "listing", "ordered": ordered, "runs": [_run(run) for run in runs]}
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
            assert_never(block)


def _table(table: b.Table) -> Tree:
    return {
        "is": "table",
        "caption": visible(table.caption),
        "columns": [{"title": visible(column.title), "figures": column.figures} for column in table.columns],
        "rows": [{"anchor": b.anchor(row.anchor), "cells": [_lines(cell) for cell in row.cells]} for row in table.rows],
        "note": _run(table.note),
    }


def _entry(entry: b.Entry) -> Tree:
    return {
        "day": _inline(b.Day(entry.on)),
        "what": _run(entry.what),
        "state": _inline(entry.state),
        "detail": _run(entry.detail),
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
    day = _inline(b.Day(step.on)) if step.on else None
    return {"title": visible(step.title), "state": step.state, "day": day}


def _item(item: b.Item, level: int) -> Tree:
    return {
        "is": "item",
        "level": min(level, DEEPEST),
        "anchor": b.anchor(item.anchor),
        "title": visible(item.title),
        "kind": visible(item.kind),
        "badges": [_inline(badge) for badge in item.badges],
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
        "summary": _run(section.summary),
        "blocks": _blocks(section.blocks, level + 1),
    }
