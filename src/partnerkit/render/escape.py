"""Text into Markdown: whatever a record says stays text, on GitHub and in CommonMark, wherever it is put.

One function for every place: what it gives has no line break, so it cannot leave a heading, a list or a cell of a
table; nothing in it opens a link, a tag, a code span or a quotation; and nobody is notified by it.
"""

from __future__ import annotations

import re

BLANKS = re.compile(r"\s+")

# Mentions and issue numbers are looked for in the finished text, where a backslash is gone: they need a break.
BREAK = "\u200b"
NOTIFYING = re.compile(r"@(?=[\w.-]|$)|#(?=\d|$)|\bGH-(?=\d|$)", re.IGNORECASE)

ACTIVE = re.compile(
    r"""
    [\\`*\[\]<|~$]                         # code, emphasis, links, tags, cells, struck text, formulas
    | (?<![^\W_])_ | _(?![^\W_])           # an underscore that is not inside a word
    | &(?=\#?\w*(?:;|$))                   # a character reference, also one that the next text would complete
    | :(?=//) | (?:(?<=http)|(?<=https)|(?<=ftp)):(?=/?$) | (?<=\bwww)\.   # what is made a link without being asked
    | (?:^|(?<=^\ )) [-+=>\#]              # what opens a list, a quotation or a heading, or underlines one
    | (?:^|(?<=\d))[.)](?=\s|$)            # what makes a number the first of a list
    """,
    re.VERBOSE | re.IGNORECASE,
)


# Most texts: words and figures, with nothing in them that any pattern above could find.
HARMLESS = re.compile(r"[A-Za-z](?:[A-Za-z0-9,;'\u2019()%£]| (?! ))*")


def escape(text: str) -> str:
    """The text on one line, with a backslash before every character that Markdown would act on."""
    if HARMLESS.fullmatch(text):
        return text
    return ACTIVE.sub(r"\\\g<0>", NOTIFYING.sub(rf"\g<0>{BREAK}", BLANKS.sub(" ", text)))


def code(text: str) -> str:
    """The text as a code span, or as plain text where a span cannot hold it."""
    shown = BLANKS.sub(" ", text).strip()
    return escape(shown) if not shown or "`" in shown or "|" in shown else f"`{shown}`"
