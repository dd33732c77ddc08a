"""What records say, in Markdown: it stays text, and opens no link, no tag and no code, and notifies nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit.api import number

LONGEST_TEXT = 1_000

# All that Markdown acts on, at the beginning of a line too, or that GitHub makes something of besides. No backslash
# helps against mentions and the numbers of issues, which are looked for in the finished text: there a space of no width
# parts the sign from the rest.
_ACTIVE = re.compile(
    r"""
    [\\`*_\[\]{}<>|~$&!^=+#@]
    | (?<!\w)- | (?<=\d)[.)](?=\s|\Z)         # what makes an item of a list
    | :(?!\s)                                 # addresses and pictograms
    | (?<=\b[Ww])(?=[Ww][Ww]\.) | (?<=\b[Gg])(?=[Hh]-)
    """,
    re.VERBOSE,
)
_PARTED = {"@": "@\u200b", "#": "\\#\u200b", "": "\u200b", "`": "&#96;"}
_IN_BACKTICKS = re.compile(r"(?<!`)`([^`]+)`(?!`)")


LONGEST = 60_000
"""A comment on GitHub holds 65,536 characters; some are left to whoever posts it."""
_RESERVED = 300  # for the line that counts what was left out


def fitting(head: str, blocks: Sequence[str], one: str, many: str = "", foot: str = "") -> Iterator[Piece]:
    """A head, as many blocks as a comment holds, and a foot; how many are left out, each of them being `one`."""
    yield head, "plain"
    left = LONGEST - _RESERVED - len(head) - len(foot)
    shown = 0
    for block in blocks:
        if len(block) > left:
            break
        left -= len(block)
        shown += 1
        yield block, "plain"
    if shown < len(blocks):
        yield f"\n… and {number(len(blocks) - shown, one, many)} more, left out for want of room.\n", "plain"
    if foot:
        yield foot, "plain"


def prose(text: str) -> str:
    """A text of which what stands in backticks is code, and all else is only text."""
    shown = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    pieces = _IN_BACKTICKS.split(shown)
    return "".join(f"`{piece}`" if index % 2 else escaped(piece) for index, piece in enumerate(pieces))


def code(text: str) -> str:
    """A text as code, on one line."""
    shown = one_line(text)
    return escaped(shown.strip()) if "`" in shown else f"`{shown}`"


def escaped(text: str) -> str:
    """A text in which nothing acts."""
    return _ACTIVE.sub(lambda found: _PARTED.get(found[0], f"\\{found[0]}"), text)
