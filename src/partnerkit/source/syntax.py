"""What libyaml says of broken YAML, in words for a person who edits records and has never read a grammar.

libyaml names the place where it could not go on, which is seldom the place of the slip: a quote that is never closed is
noticed at the end of the file. Where the text around that place tells what went wrong, the slip itself is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from partnerkit.diagnostics.diagnostic import Diagnostic, Related, Span
from partnerkit.source import kinds
from partnerkit.source.characters import rest_of_conflict
from partnerkit.source.events import Event, MarkedYAMLError, ScalarEvent, events_of
from partnerkit.source.lines import Lines
from partnerkit.source.syntax_words import TAB, WORDS

_BULLETS = "•·–—▪◦●○*+"  # noqa: RUF001 - what word processors put before the items of a list
_LONGEST_SUGGESTION = 60


@dataclass(frozen=True, slots=True)
class _Slip:
    """What is wrong, from which character on, what to do, and a second place with what is there."""

    at: int
    message: str
    help: str
    end: int | None = None
    also: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a text: where it begins and, without indentation, hyphens of lists and comments, what it holds."""

    start: int
    text: str

    @property
    def content(self) -> str:
        return re.sub(r"(?:^|\s)#.*", "", self.text[self.indent :]).rstrip()

    @property
    def indent(self) -> int:
        """The column where the content begins; behind the hyphens of lists."""
        match = re.match(r"[ \t]*(?:-[ \t]+)*", self.text)
        return 0 if match is None else match.end()

    @property
    def at(self) -> int:
        """The character with which the content begins."""
        return self.start + self.indent

    @property
    def end(self) -> int:
        """The character after the content."""
        return self.at + len(self.content)


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where libyaml could not go on, and where what it was reading then had begun."""

    text: str
    at: int
    began: int

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def before(self) -> str:
        """What stands before the place on its line."""
        return self.text[self.text.rfind("\n", 0, self.at) + 1 : self.at]

    def line(self, at: int) -> _Line:
        """The line that holds a character."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return _Line(start, self.text[start : None if end < 0 else end])

    @property
    def goes_on_below(self) -> bool:
        """Whether it began on another line than it stopped on, or the file is at its end."""
        return "\n" in self.text[self.began : self.at] or not self.text[self.at :].strip()


def syntax_fault(error: MarkedYAMLError, lines: Lines) -> Diagnostic:
    """The diagnostic for an error of libyaml's in a text."""
    at = 0 if error.problem_mark is None else min(error.problem_mark.index, len(lines.text))
    if (conflict := rest_of_conflict(lines, at)) is not None:
        return conflict
    began = at if error.context_mark is None else min(error.context_mark.index, len(lines.text))
    slip = _slip(error.problem or "", _Stop(lines.text, at, began))
    related = () if slip.also is None else (Related(slip.also[1], _span(lines, slip.also[0], None)),)
    return Diagnostic(kinds.SYNTAX, slip.message, _span(lines, slip.at, slip.end), slip.help, related)


def _span(lines: Lines, start: int, end: int | None) -> Span:
    # The end of the file is an empty place on a line of its own: the text that ends there is easier to look at.
    start = start if start < len(lines.text) else len(lines.text.rstrip())
    if end is None:
        end = start + (lines.text[start : start + 1] not in {"", "\r", "\n"})
    return lines.span(start, max(start, end))


def _slip(problem: str, stop: _Stop) -> _Slip:
    if "\t" in stop.before and not stop.before.strip(" \t-"):
        return _Slip(stop.at - len(stop.before) + stop.before.index("\t"), *TAB)
    for beginning, find in _SLIPS:
        if problem.startswith(beginning) and (slip := find(stop)) is not None:
            return slip
    for beginning, message, help_ in WORDS:
        if problem.startswith(beginning):
            return _Slip(stop.at, message, help_)
    return _Slip(
        stop.at, f"the YAML is broken here ({problem or 'for a reason libyaml does not give'})", kinds.SYNTAX.remedy
    )


# ---------------------------------------------------------------------- colons


def _colon(stop: _Stop) -> _Slip | None:
    """A colon and a space where no key can begin."""
    line = stop.line(stop.at)
    if ": " in line.text[line.indent : stop.at - line.start]:
        help_ = f"{_in_quotes(line)} If it is a key of its own, put it on a line of its own."
        return _Slip(stop.at, "this line holds a second colon with a space after it", help_)
    first = _first_line(stop, line)
    if first.start == line.start or line.text.startswith("---"):
        return None
    if first.indent == line.indent and not re.search(r":\s", first.content):
        return _without_colon(first)
    return _Slip(
        line.at,
        "this line is indented deeper than the value above it, so it counts as more of it, and no key can stand there",
        "If it is a key, indent it exactly like the keys beside it. If it belongs to the text above, put the whole "
        "text in quotes.",
        line.end,
    )


def _first_line(stop: _Stop, line: _Line) -> _Line:
    """The line on which the text without quotes begins that a line goes on with."""
    while line.start:
        above = stop.line(line.start - 1)
        if not above.content or above.content.endswith(":") or above.text.startswith(("---", "...")):
            return line
        line = above
        if re.search(r":\s", above.content) or above.text[: above.indent].strip():
            return line
    return line


def _in_quotes(line: _Line) -> str:
    key, _, value = line.content.partition(": ")
    suggestion = f'{key}: "{value.strip()}"'
    if len(suggestion) > _LONGEST_SUGGESTION or not suggestion.isprintable() or re.search(r"[\"'\\{}\[\]]", value):
        return "If it belongs to the text, put the whole text in quotes."
    return f"If it belongs to the text, put the whole text in quotes: `{suggestion}`."


def _no_colon(stop: _Stop) -> _Slip:
    return _without_colon(stop.line(stop.began))


def _without_colon(line: _Line) -> _Slip:
    """A line that should begin with a key, and does not."""
    content = line.content
    if re.match(r"-\S", content):
        return _Slip(line.at, "there is no space after the hyphen", "Write `- `, with a space, before each item.")
    if content[:1] in _BULLETS:
        return _bullet(line.at, content[0])
    if glued := re.match(r"[^\s:]+:(?=[^\s/])", content):
        at = line.at + glued.end() - 1
        return _Slip(at, "there is no space after the colon", "Write `key: value`, with a space after the colon.")
    return _Slip(
        line.at,
        "this line should be a key followed by a colon, and has none",
        "Write `key: value`, with a space after the colon. A text that goes on over several lines must be indented "
        "deeper than its key.",
        line.end,
    )


def _without_key(at: int) -> _Slip:
    return _Slip(at, "there is no key before this colon", "Write `key: value`.")


def _bullet(at: int, bullet: str) -> _Slip:
    return _Slip(at, f"an item of a list begins with a hyphen, not with {bullet}", "Write `- ` before each item.")


# ---------------------------------------------------------------------- quotes and brackets


def _stray(stop: _Stop) -> _Slip | None:
    """Something that belongs to nothing, because what stands before it has ended."""
    before = stop.before.rstrip()
    if before.endswith(('"', "'")):
        return _after_quotes(stop)
    if stop.character in {"]", "}"}:
        help_ = "Delete it, or put the whole text in quotes if it belongs to a text."
        return _Slip(stop.at, f"this `{stop.character}` closes nothing that is open", help_)
    if before.endswith(("]", "}")):
        help_ = "If the brackets belong to the text, put the whole text in quotes. Else give what follows its own line."
        return _Slip(stop.at, "something follows the closing bracket", help_)
    if before.strip(" -"):
        return _Slip(stop.at, "the value of this line has ended before this", "Put the whole value in quotes.")
    return _misplaced(stop)


def _after_quotes(stop: _Stop) -> _Slip:
    quote = stop.before.rstrip()[-1]
    opened = _opening_quote(stop)
    help_ = _QUOTES_WITHIN[quote]
    if opened is None or "\n" not in stop.text[opened : stop.at]:
        return _Slip(stop.at, "something follows the quotes that end the text", help_)
    return _Slip(
        opened,
        "the text in quotes that begins here is not closed on its line, and runs on into the next",
        f"Close the quotes where the text ends. {help_}",
        also=(stop.at - len(stop.before) + stop.before.rindex(quote), "it ends only here"),
    )


def _opening_quote(stop: _Stop) -> int | None:
    """Where the text in quotes begins after which libyaml stopped."""
    for event in filter(_is_quoted, events_of(stop.text)):
        end: int = event.end_mark.index
        if end <= stop.at and not stop.text[end : stop.at].strip():
            start: int = event.start_mark.index
            return start
    return None


def _is_quoted(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and event.style in {"'", '"'}


def _misplaced(stop: _Stop) -> _Slip | None:
    """A line whose first character is already out of place."""
    line = stop.line(stop.at)
    if stop.character == ":":
        return _without_key(stop.at)
    if stop.text.startswith("- ", stop.at):
        return _Slip(
            stop.at,
            "this list item belongs to no list above it",
            "Begin all items of a list in the same column, under the key they belong to.",
        )
    return _without_colon(line) if re.match(r"-\S", line.content) or line.content[:1] in _BULLETS else None


def _open_quotes(stop: _Stop) -> _Slip:
    quote = stop.text[stop.began : stop.began + 1]
    apostrophe = " If it is an apostrophe, put the whole text in double quotes." if quote == "'" else ""
    return _Slip(
        stop.began,
        "the text in quotes that begins here is never closed",
        f"Write {quote} where the text ends.{apostrophe}",
    )


def _open_bracket(stop: _Stop) -> _Slip:
    bracket = stop.text[stop.began : stop.began + 1]
    what, closing = ("list in brackets", "]") if bracket == "[" else ("mapping in braces", "}")
    help_ = (
        f"Separate its entries by commas and close it with `{closing}`. Put texts that hold a comma, a colon, a quote "
        "or a bracket in quotes."
    )
    if stop.goes_on_below and stop.character in {":", "", "\n", "\r"}:
        also = (stop.at, "here it cannot go on") if stop.character == ":" else None
        return _Slip(stop.began, f"the {what} that begins here is not closed", help_, also=also)
    also = (stop.began, "it begins here") if stop.goes_on_below else None
    return _Slip(stop.at, f"in a {what}, `,` or `{closing}` is missing before this", help_, also=also)


# ---------------------------------------------------------------------- first characters


def _star(stop: _Stop) -> _Slip:
    """A value that begins with * or &, and is neither a repetition nor a mark for one."""
    sign = stop.text[stop.began : stop.began + 1]
    if (
        sign == "*"
        and stop.text[stop.began + 1 : stop.began + 2] == " "
        and not stop.line(stop.began).text[: stop.began - stop.line(stop.began).start].strip()
    ):
        return _bullet(stop.began, sign)
    return _reserved(stop.began, sign)


def _first_character(stop: _Stop) -> _Slip:
    if stop.character == "\t":
        return _Slip(stop.at, *TAB)
    if not stop.text[stop.at :].strip():
        return _Slip(stop.at, "the file ends within brackets", "Close every `[` with `]`, and every `{` with `}`.")
    if stop.character == ":":
        return _without_key(stop.at)
    if stop.character in {",", "]", "}"}:
        help_ = "Write the value that is missing before it, or put the whole text in quotes if it belongs to the text."
        return _Slip(stop.at, f"a value is due here, and none can begin with `{stop.character}`", help_)
    return _reserved(stop.at, stop.character)


def _question(stop: _Stop) -> _Slip:
    return _reserved(stop.at, "?")


def _tag(stop: _Stop) -> _Slip:
    return _reserved(stop.began, "!")


def _reserved(at: int, character: str) -> _Slip:
    name = "a backtick" if character == "`" else character
    return _Slip(at, f"a value begins with {name}, which YAML keeps for itself", "Put the whole value in quotes.")


_QUOTES_WITHIN = {
    '"': 'Put quotes around the whole text: single quotes if it holds double quotes, which are else written \\".',
    "'": "Put quotes around the whole text: double quotes if it holds an apostrophe, which is else written twice ('').",
}
_SLIPS: tuple[tuple[str, Callable[[_Stop], _Slip | None]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("did not find expected key", _stray),
    ("did not find expected '-' indicator", _stray),
    ("did not find expected <document start>", _stray),
    ("found unexpected end of stream", _open_quotes),
    ("found unexpected document indicator", _open_quotes),
    ("did not find expected ','", _open_bracket),
    ("did not find expected alphabetic or numeric character", _star),
    ("found character that cannot start any token", _first_character),
    ("did not find expected node content", _first_character),
    ("mapping keys are not allowed", _question),
    ("found undefined tag handle", _tag),
    ("did not find expected tag URI", _tag),
    ("did not find the expected '>'", _tag),
    ("did not find expected whitespace or line break", _tag),
    ("did not find URI escaped octet", _tag),
    ("did not find expected '!'", _tag),
)
"""What libyaml calls the problem (the beginning is enough), and who finds the slip behind it."""
