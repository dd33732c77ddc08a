"""What libyaml calls a problem, and what to call it for people where the place tells no more than that.

Each entry: how libyaml's words begin, what is wrong, what to do. The words are those of libyaml 0.2.5.
"""

from __future__ import annotations

TAB = (
    "a tab stands where YAML allows only spaces",
    "Replace the tab by spaces; most editors can do so for the whole file.",
)

WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon followed by a space stands where no key can begin",
        "If the colon belongs to the text, put the whole text in quotes. Else check that the key is indented like its "
        "neighbours.",
    ),
    (
        "did not find expected key",
        "this line belongs to nothing: it is indented like none of the keys above it",
        "Indent the line exactly like the keys beside it.",
    ),
    (
        "did not find expected '-' indicator",
        "this line stands among the items of a list and does not begin with a hyphen",
        "Begin the line with `- ` if it is an item, or indent it under its item, or less than the list.",
    ),
    (
        "did not find expected <document start>",
        "something follows the end of the record",
        "Check the indentation, and what stands on the line before.",
    ),
    (
        "block sequence entries are not allowed",
        "a hyphen with a space after it stands where no list can begin",
        "Put the first `- ` of the list on a line of its own, under its key. If the hyphen belongs to a text, put the "
        "text in quotes.",
    ),
    (
        "did not find expected comment or line break",
        "something follows the | or > that begins a text of several lines",
        "Begin the text on the next line, indented deeper than its key. If the sign belongs to the text, put the text "
        "in quotes.",
    ),
    (
        "found an indentation indicator equal to 0",
        "something follows the | or > that begins a text of several lines",
        "Begin the text on the next line, indented deeper than its key.",
    ),
    (
        "found unknown escape character",
        "in double quotes a backslash begins an escape, and this is none",
        "Put the text in single quotes, or write the backslash twice.",
    ),
    (
        "did not find expected hexdecimal number",
        "in double quotes a backslash begins an escape, and this one is not complete",
        "Put the text in single quotes, or write the backslash twice.",
    ),
    (
        "found invalid Unicode character escape code",
        "in double quotes a backslash begins an escape, and this one stands for no character",
        "Put the text in single quotes, or write the backslash twice.",
    ),
    ("found a tab character", *TAB),
)
