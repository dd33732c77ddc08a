"""What libyaml says of broken YAML, in words for a person who edits records and has never read a grammar."""

from __future__ import annotations

from partnerkit.diagnostics.diagnostic import Diagnostic, Related
from partnerkit.source import kinds
from partnerkit.source.events import MarkedYAMLError
from partnerkit.source.lines import Lines

# What libyaml calls the problem (the beginning is enough): what is wrong, and what to do.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon followed by a space stands where no new key can begin",
        "If the colon belongs to the text, put the whole text in quotes. Else check that the key is indented like its "
        "neighbours.",
    ),
    (
        "could not find expected ':'",
        "this line should be a key followed by a colon, and has none",
        "Write `key: value`, with a space after the colon. A text that goes on over several lines must be indented "
        "deeper than its key.",
    ),
    (
        "did not find expected key",
        "the indentation changes here, or the value before it has ended, so that this line belongs to nothing",
        "Indent the line exactly like the keys beside it. If the line above holds a quote or an apostrophe, "
        "check that its quotes are closed.",
    ),
    (
        "did not find expected '-' indicator",
        "this line stands among the items of a list and does not begin with a hyphen",
        "Begin the line with `- ` if it is an item, or indent it under its item, or less than the list.",
    ),
    (
        "block sequence entries are not allowed",
        "a list item begins where no list can stand",
        "Put the first `- ` of the list on a line of its own, under its key.",
    ),
    (
        "block mapping entries are not allowed",
        "a key begins where no key can stand",
        "Put the key on a line of its own.",
    ),
    (
        "found unexpected end of stream",
        "the file ends inside a text in quotes",
        "Close the quotes that were opened here.",
    ),
    (
        "found unexpected document indicator",
        "a text in quotes is still open at the line `---`",
        "Close the quotes that were opened before it.",
    ),
    (
        "did not find expected ',' or ']'",
        "a list in brackets is not closed, or a comma is missing in it",
        "Separate its values by commas and close it with `]`.",
    ),
    (
        "did not find expected ',' or '}'",
        "a mapping in braces is not closed, or a comma is missing in it",
        "Separate its entries by commas and close it with `}`. Put texts that hold a comma or a brace in quotes.",
    ),
    (
        "found unknown escape character",
        "in double quotes a backslash begins an escape, and this is none",
        "Use single quotes, or write the backslash twice.",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "a value begins with * or &, which mean something else in YAML",
        "Put the value in quotes.",
    ),
    (
        "did not find expected comment or line break",
        "something follows the | or > that begins a text of several lines",
        "Begin the text on the next line, indented deeper than its key.",
    ),
    (
        "found a tab character",
        "the line is indented with a tab, and YAML knows only spaces",
        "Replace the tab by spaces; most editors can do so for the whole file.",
    ),
    (
        "did not find expected <document start>",
        "something follows the end of the record",
        "Check the indentation, and what stands on the line before.",
    ),
    ("did not find expected hexdecimal", "an escape in double quotes is not complete", "Use single quotes."),
    ("did not find the expected", "the YAML is broken here", ""),
)
_FIRST_CHARACTERS = {
    "\t": ("the line is indented with a tab, and YAML knows only spaces", "Replace the tab by spaces."),
    "@": ("a value begins with @, which YAML keeps for itself", "Put the value in quotes."),
    "`": ("a value begins with a backtick, which YAML keeps for itself", "Put the value in quotes."),
    "%": ("a value begins with %, which YAML keeps for itself", "Put the value in quotes."),
}


def syntax_fault(error: MarkedYAMLError, lines: Lines) -> Diagnostic:
    """The diagnostic for an error of libyaml's in a text."""
    mark = error.problem_mark
    index = 0 if mark is None else min(mark.index, len(lines.text))
    message, help_ = _in_words(error.problem or "", lines.text, index)
    # The end of the file is an empty place on a line of its own: the text that ends there is easier to look at.
    shown = index if index < len(lines.text) or not index else len(lines.text.rstrip())
    span = lines.span(shown, min(shown + 1, len(lines.text)) if shown < len(lines.text) else shown)
    related: tuple[Related, ...] = ()
    if error.context_mark is not None and mark is not None and error.context_mark.line != mark.line:
        start = min(error.context_mark.index, len(lines.text))
        related = (Related("what is being read began here", lines.span(start, min(start + 1, len(lines.text)))),)
    return Diagnostic(kinds.SYNTAX, message, span, help_ or kinds.SYNTAX.remedy, related)


def _in_words(problem: str, text: str, index: int) -> tuple[str, str]:
    if "cannot start any token" in problem:
        character = text[index : index + 1]
        return _FIRST_CHARACTERS.get(character, (f"no value can begin with {character!r}", "Put the value in quotes."))
    line_start = text.rfind("\n", 0, index) + 1
    if "\t" in text[line_start:index] and not text[line_start:index].strip():
        return _FIRST_CHARACTERS["\t"]
    for beginning, message, help_ in _WORDS:
        if problem.startswith(beginning):
            return message, help_
    return f"the YAML is broken here ({problem or 'for a reason libyaml does not give'})", ""
