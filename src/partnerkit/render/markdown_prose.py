"""Prose fields into Markdown again: what was read as CommonMark is written out anew, with every text escaped.

Passing prose through as it stands would let it add headings to the page, HTML to a reader that allows it, and
diagrams to a site that draws them; so it is read, and what was understood is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from partnerkit.render.escape import code, escape
from partnerkit.render.prose import image_text, is_plain, prose_tree, words_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

FENCE = re.compile(r"`{3,}")
MARKS = {"em": "*", "strong": "**"}
HARD = "\\\n"


def prose_markdown(text: str) -> str:
    """The text as Markdown blocks."""
    return "\n\n".join("\n".join(_block(block)) for block in prose_tree(text).children)


def words_markdown(text: str) -> str:
    """The text as Markdown within one line."""
    if is_plain(text):
        return escape(text)
    return "".join(_inline(part) for part in words_tree(text).children)


def _block(block: SyntaxTreeNode) -> list[str]:  # noqa: PLR0911 - one way out for each block of CommonMark
    match block.type:
        case "paragraph":
            return _line(block).split("\n")
        case "heading":
            return [f"**{_line(block).replace(HARD, ' ')}**"]
        case "bullet_list":
            return _items(block, ["- "] * len(block.children))
        case "ordered_list":
            first = int(block.attrs.get("start", 1))
            return _items(block, [f"{first + place}. " for place in range(len(block.children))])
        case "blockquote":
            return [f"> {line}".rstrip() for line in _joined(block.children)]
        case "fence" | "code_block":
            return _fenced(block.content)
        case "hr":
            return ["* * *"]
        case _:
            return [escape(block.content)]


def _joined(blocks: Sequence[SyntaxTreeNode]) -> list[str]:
    lines: list[str] = []
    tight = False
    for block in blocks:
        lines.extend(_block(block) if tight or not lines else ["", *_block(block)])
        # In a list without empty lines markdown-it hides the paragraphs.
        tight = bool(block.hidden) if block.type == "paragraph" else False
    return lines


def _items(listing: SyntaxTreeNode, marks: list[str]) -> list[str]:
    lines: list[str] = []
    for mark, item in zip(marks, listing.children, strict=True):
        first, *rest = _joined(item.children) or [""]
        lines.append(f"{mark}{first}".rstrip())
        lines.extend(f"{' ' * len(mark)}{line}".rstrip() for line in rest)
    return lines


def _fenced(content: str) -> list[str]:
    # The language is left out: some readers draw what calls itself a diagram.
    fence = "`" * max([3, *(len(found) + 1 for found in FENCE.findall(content))])
    return [fence, *content.rstrip("\n").split("\n"), fence]


def _line(block: SyntaxTreeNode) -> str:
    return "".join(_inline(part) for part in block.children)


def _inline(part: SyntaxTreeNode) -> str:  # noqa: PLR0911 - one way out for each inline of CommonMark
    match part.type:
        case "inline":
            return _line(part)
        case "softbreak":
            return " "
        case "hardbreak":
            return HARD
        case "code_inline":
            return code(part.content)
        case "em" | "strong":
            mark = MARKS[part.type]
            return f"{mark}{_line(part)}{mark}"
        case "link":
            return link(_line(part), str(part.attrs["href"]))
        case "image" if part.token:
            return escape(image_text(part.token))
        case _:
            return escape(part.content)


def link(text: str, target: str) -> str:
    """A link, from text that is escaped and an address that may be one."""
    safe = target.replace("(", "%28").replace(")", "%29").replace("|", "%7C")
    return f"[{text}]({safe})"
