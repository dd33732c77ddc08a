"""What stands within a line, as plain data: dates and numbers are already words, control characters are shown."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any, TypeAlias, assert_never

from partnerkit.render.links import file_address
from partnerkit.render.prose import words_text
from partnerkit.render.words import money, number, short_date, visible
from partnerkit.views import blocks as b

Tree: TypeAlias = dict[str, Any]


PRESENT: ContextVar[frozenset[str] | None] = ContextVar("present", default=None)
"""The pages that links may lead to while a page is made; None means any."""


def run_tree(run: b.Run) -> list[str | Tree]:
    """The run as a list of texts and of marked values."""
    return [inline_tree(part) for part in run] if isinstance(run, tuple) else [inline_tree(run)]


def lines_tree(cell: b.Cell) -> list[list[str | Tree]]:
    """The cell as a list of runs."""
    return [run_tree(run) for run in cell.runs] if isinstance(cell, b.Lines) else [run_tree(cell)]


def inline_tree(value: b.Inline) -> str | Tree:  # noqa: C901, PLR0911, PLR0912 - one case for each value, no more
    """The value as a text, or as a dict with its kind under `is`; first come those of which pages are full."""
    match value:
        case str():
            return visible(value)
        case b.Quiet():
            return {"is": "quiet", "text": visible(value.text)}
        case b.Link():
            return _link(value)
        case b.Day():
            return {"is": "day", "iso": value.on.isoformat(), "text": short_date(value.on)}
        case b.Missing():
            return {"is": "missing", "text": visible(value.text)}
        case b.Strong():
            return {"is": "strong", "text": visible(value.text)}
        case b.Words():
            return {"is": "words", "text": visible(value.text)}
        case b.Badge():
            return {"is": "badge", "text": visible(value.text), "tone": value.tone}
        case b.Code():
            return {"is": "code", "text": visible(value.text)}
        case b.Number():
            return {"is": "number", "text": number(value.value), "unit": visible(value.unit)}
        case b.Money():
            return {"is": "number", "text": money(value.amount, visible(value.currency)), "unit": ""}
        case b.Share():
            return _share(value)
        case b.External():
            return {"is": "external", "text": visible(value.text), "address": visible(value.address)}
        case b.FileLink():
            return {"is": "file", "text": visible(value.text), "address": file_address(value.path, value.place)}
        case _:
            assert_never(value)


def _link(link: b.Link) -> str | Tree:
    """A link; the text alone where it leads to a page that is not present."""
    present, text = PRESENT.get(), visible(link.text)
    if link.page and present is not None and link.page not in present:
        return text
    return {"is": "link", "text": text, "anchor": b.anchor(link.anchor), "page": b.anchor(link.page)}


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


def text_of(run: b.Run) -> str:
    """The run as a reader would say it, with nothing but text."""
    return "".join(map(_text, run_tree(run)))


def _text(part: str | Tree) -> str:
    match part:
        case str():
            return part
        case {"is": "words", "text": text}:
            return words_text(text)
        case {"is": "number", "text": text, "unit": unit}:
            return f"{text} {unit}" if unit else str(text)
        case {"is": "share", "part": some, "whole": whole, "unit": unit}:
            return f"{some} of {whole} {unit}".strip()
        case _:
            return str(part["text"])
