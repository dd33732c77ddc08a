"""Prose fields: CommonMark as people wrote it, read once by markdown-it, with HTML shown as text.

Headings in prose become bold lines, because the headings of a page are the page's own; images become their
descriptions, because a page fetches nothing; addresses that may not be links stay text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.tree import SyntaxTreeNode

from partnerkit.render.links import address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

DEEPEST = 20
# Anything with which CommonMark or HTML marks text, every line break, and blanks that a reader would take out.
MARKED = re.compile(r"[\\`*_\[\]<>&!\"\t\n\r\f\v]|^ |  | $")
NOT_COMMONMARK = ["table", "strikethrough"]


@cache
def reader() -> MarkdownIt:
    """The one reader of the process, which also writes HTML."""
    options: dict[str, Any] = {"html": False, "linkify": False, "typographer": False, "maxNesting": DEEPEST}
    markdown = MarkdownIt("js-default", options).disable(NOT_COMMONMARK)
    markdown.validateLink = lambda url: address(url) is not None  # type: ignore[method-assign]
    markdown.add_render_rule("heading_open", _bold_open)
    markdown.add_render_rule("heading_close", _bold_close)
    markdown.add_render_rule("link_open", _link_open)
    markdown.add_render_rule("image", _image)
    return markdown


def prose_html(text: str) -> str:
    """The text as HTML paragraphs, lists and quotes."""
    return str(reader().render(text)).strip()


def words_html(text: str) -> str:
    """The text as HTML within one line."""
    if is_plain(text):
        return text
    return str(reader().renderInline(" ".join(text.split())))


def is_plain(text: str) -> bool:
    """Whether the text reads the same as Markdown, as HTML and as it stands: no mark, one line."""
    return MARKED.search(text) is None


def prose_tree(text: str) -> SyntaxTreeNode:
    """The text as a tree of blocks, for a writer of another format."""
    return SyntaxTreeNode(reader().parse(text))


def words_tree(text: str) -> SyntaxTreeNode:
    """The text as a tree of what stands in one line, for a writer of another format."""
    return SyntaxTreeNode(reader().parseInline(" ".join(text.split())))


def words_text(text: str) -> str:
    """The text without its marks, within one line."""
    return text if is_plain(text) else "".join(map(_bare, words_tree(text).children))


def _bare(part: SyntaxTreeNode) -> str:
    if part.children:
        return "".join(map(_bare, part.children))
    return " " if part.type in {"softbreak", "hardbreak"} else part.content


def image_text(image: Token) -> str:
    """What stands for an image: its description, or where it lies."""
    return image.content or str(image.attrGet("src"))


def _bold_open(*_: object) -> str:
    return "<p><strong>"


def _bold_close(*_: object) -> str:
    return "</strong></p>\n"


def _link_open(self: RendererHTML, parts: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    parts[index].attrSet("rel", "noopener noreferrer")
    return self.renderToken(parts, index, options, env)


def _image(_self: object, parts: Sequence[Token], index: int, *_: object) -> str:
    return escapeHtml(image_text(parts[index]))
