"""What stands within a line and in the rows of tables, as HTML.

These few things make most of a page, so they are written here and not in the templates, where each would be a macro.
Every text is escaped where it is put.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from partnerkit.render.links import address
from partnerkit.render.prose import words_html

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from partnerkit.render.inline import Tree

LONGEST = 40
"""A badge or a number with more characters may be broken into lines."""
_EDGE = 40
"""A figure so near the edge of a scale is written inwards from it."""


_SPECIAL = re.compile(r"[&<>\"']")


def escaped(text: str) -> str:
    """The text as it may stand in HTML, in an attribute too. Most texts need no escaping, which is seen in no time."""
    return str(escape(text)) if _SPECIAL.search(text) else text


def run(parts: Sequence[str | Tree]) -> Markup:
    """A run of texts and marked values."""
    return Markup(_run(parts))  # noqa: S704 - every part escapes what it holds


def cell(lines: Sequence[Sequence[str | Tree]]) -> Markup:
    """A cell of one run, or of several one under another."""
    return Markup(_cell(lines))  # noqa: S704 - as above


def rows(table: Tree) -> Markup:
    """The rows of a table, a line each. The first cell names the row; `data-label` repeats the column's title."""
    heads = [_head(column) for column in table["columns"]]
    return Markup("".join(f"<tr{_id(row['anchor'])}>{_cells(row['cells'], heads)}</tr>\n" for row in table["rows"]))  # noqa: S704 - as above


def facts(pairs: Sequence[Tree]) -> Markup:
    """Facts as the entries of a list, a line each: what each is called, and its value."""
    return Markup("".join(map(_fact, pairs)))  # noqa: S704 - as above


def single(table: Tree) -> Markup:
    """The one row of a table as facts, each called what its column is; nothing where it has more, or is for the pen."""
    columns = table["columns"]
    if len(table["rows"]) != 1 or any(column["pen"] for column in columns):
        return Markup()
    pairs = zip(columns, table["rows"][0]["cells"], strict=True)
    return facts([{"label": column["title"], "lines": lines} for column, lines in pairs])


def _fact(fact: Tree) -> str:
    return f"<div><dt>{escaped(fact['label'])}</dt><dd>{_cell(fact['lines'])}</dd></div>\n"


def _run(parts: Sequence[str | Tree]) -> str:
    return "".join(map(_part, parts))


def _cell(lines: Sequence[Sequence[str | Tree]]) -> str:
    if len(lines) == 1:
        return _run(lines[0])
    listed = "".join(f"<li>{_run(line)}</li>" for line in lines)
    return f'<ul class="lines">{listed}</ul>'


def _head(column: Tree) -> str:
    if column["pen"]:
        return '<td class="pen">'
    digits = ' class="digits"' if column["figures"] else ""
    return f'<td data-label="{escaped(column["title"])}"{digits}>'


def _cells(cells: Sequence[Sequence[Sequence[str | Tree]]], heads: Sequence[str]) -> str:
    if not cells:
        return ""
    others = "".join(f"{head}{_cell(lines)}</td>" for head, lines in zip(heads[1:], cells[1:], strict=True))
    return f'<th scope="row">{_cell(cells[0])}</th>{others}'


def _id(anchor: str) -> str:
    return f' id="{escaped(anchor)}"' if anchor else ""


def href(link: Tree) -> str:
    """Where a link leads."""
    return (f"{link['page']}.html" if link["page"] else "") + (f"#{link['anchor']}" if link["anchor"] else "")


def _part(part: str | Tree) -> str:
    return escaped(part) if isinstance(part, str) else _KINDS[part["is"]](part)


def _quiet(part: Tree) -> str:
    return f"<small>{escaped(part['text'])}</small>" if part["text"] else ""


def _link(part: Tree) -> str:
    return f'<a href="{escaped(href(part))}">{escaped(part["text"])}</a>'


def _day(part: Tree) -> str:
    return f'<time datetime="{escaped(part["iso"])}">{escaped(part["text"])}</time>'


def _badge(part: Tree) -> str:
    wordy = " wordy" if len(part["text"]) > LONGEST else ""
    return f'<span class="badge {escaped(part["tone"])}{wordy}">{escaped(part["text"])}</span>'


def _number(part: Tree) -> str:
    unit = f" {part['unit']}" if part["unit"] else ""
    kept = ' class="number"' if len(part["text"]) + len(part["unit"]) <= LONGEST else ""
    return f"<span{kept}>{escaped(part['text'] + unit)}</span>"


def _missing(part: Tree) -> str:
    return f'<span class="missing">{escaped(part["text"])}</span>'


def _strong(part: Tree) -> str:
    return f"<strong>{escaped(part['text'])}</strong>"


def _words(part: Tree) -> str:
    return words_html(part["text"])


def _code(part: Tree) -> str:
    return f"<code>{escaped(part['text'])}</code>"


def _external(part: Tree) -> str:
    target, text = address(part["address"]), escaped(part["text"])
    return f'<a href="{escaped(target)}" rel="noopener noreferrer">{text}</a>' if target else text


def _share(part: Tree) -> str:
    unit = f" {part['unit']}" if part["unit"] else ""
    said = escaped(f"{part['part']} of {part['whole']}{unit}")
    bar = "" if part["percent"] is None else _bar(part["percent"])
    return f'<span class="share">{said}{bar}</span>'


def _file(part: Tree) -> str:
    text, address = escaped(part["text"]), part["address"]
    return f'<a href="{escaped(address)}">{text}</a>' if address else text


def _bar(percent: int) -> str:
    return (
        '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="whole" width="100" height="6"/><rect class="part" width="{percent}" height="6"/></svg>'
    )


def _scale(part: Tree) -> str:
    """The baseline at the left, the target at the right; the figures stand in the other cells of the row too."""
    width, now, start = part["width"], part["now"], part["start"]
    drawn = [f'<svg class="scale" viewBox="0 0 {width} 46" width="{width}" height="46" aria-hidden="true">']
    if part["band"]:
        low, high = part["band"]
        drawn.append(f'<rect class="slack" x="{low}" y="14" width="{high - low}" height="16"/>')
    drawn.append(f'<path class="track" d="M8 22H{width - 8}"/>')
    if now is not None and part["from"] is not None:
        drawn.append(f'<path class="way" d="M{part["from"]} 22H{now}"/>')
    drawn.append(f'<path class="goal" d="M{part["goal"]} 12V32"/>')
    if start is not None:
        drawn.append(f'<circle class="start" cx="{start}" cy="22" r="4.5"/>')
    if now is not None:
        drawn.append(_now(part))
    if part["start_text"]:
        drawn.append(f'<text x="{start}" y="43" text-anchor="middle">{escaped(part["start_text"])}</text>')
    drawn.append(f'<text x="{part["goal"]}" y="43" text-anchor="middle">{escaped(part["goal_text"])}</text></svg>')
    if part["beyond"]:
        drawn.append('<span class="unseen">The latest figure lies beyond the scale.</span>')
    return "".join(drawn)


def _now(part: Tree) -> str:
    width, now = part["width"], part["now"]
    mark = {"left": "M2 22l10 -6v12z", "right": f"M{width - 2} 22l-10 -6v12z"}.get(
        part["beyond"], f"M{now} 15l7 7l-7 7l-7 -7z"
    )
    if now < _EDGE:
        place = ' x="2"'
    elif now > width - _EDGE:
        place = f' x="{width - 2}" text-anchor="end"'
    else:
        place = f' x="{now}" text-anchor="middle"'
    return f'<path class="now" d="{mark}"/>\n<text class="now" y="10"{place}>{escaped(part["now_text"])}</text>'


def _course(part: Tree) -> str:
    width, height, (x, y) = part["width"], part["height"], part["last"]
    return (
        f'<svg class="course" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">'
        f'<polyline points="{escaped(part["points"])}"/><circle cx="{x}" cy="{y}" r="3.5"/></svg>'
    )


_KINDS: Mapping[str, Callable[[Tree], str]] = {
    "quiet": _quiet, "link": _link, "day": _day, "badge": _badge, "number": _number, "missing": _missing,
    "strong": _strong, "words": _words, "code": _code, "share": _share, "scale": _scale, "course": _course,
    "external": _external, "file": _file,
}  # fmt: skip
