"""Values that a comment cuts short although none was meant: `event: Loss of part #4 line` holds `Loss of part`.

YAML begins a comment at every ` #`. Comments as people write them have a space behind the sign; where there is none,
the text may have been meant, and nobody would notice that it is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.diagnostics.text import one_line
from partnerkit.source import kinds, limits
from partnerkit.source.events import Event, ScalarEvent, events_of
from partnerkit.source.lines import Lines

_SHOWN = 60
"""So many characters of a value, and of what was left out, are shown."""
_LONGEST_SUGGESTION = 120

# The sign comes first: it is rare, and looking for it alone takes a hundredth of the time of reading the text.
_SIGN = re.compile(r"#(?<=[ \t]#)[^\s#!]")
_LEFT_OUT = re.compile(r"([ \t]+)(#[^\s#!](?:(?![ \t]#(?:[ \t]|$))[^\r\n])*)")
"""Behind a value: blanks, and what looks like more of it, up to what looks like a comment."""
_BEFORE = re.compile(r"[ ]*(?:-[ ]+)*(?:[\w.-]+:[ ]+)?")


def texts_cut_short(text: str, file: str) -> tuple[Diagnostic, ...]:
    """The warnings of values without quotes behind which ` #` and no space follow on their line, in their order.

    A key with nothing but a comment behind it is none of them: that it is empty is an error, and told as one.
    """
    if "#" not in text or _SIGN.search(text) is None:
        return ()
    return tuple(islice(_cuts(text, Lines(file, text)), limits.SOURCE_FAULTS))


def _cuts(text: str, lines: Lines) -> Iterator[Diagnostic]:
    for event in events_of(text):
        is_plain = isinstance(event, ScalarEvent) and not event.style and event.value
        if is_plain and (match := _LEFT_OUT.match(text, event.end_mark.index)) is not None:
            yield _warning(event, match, lines)


def _warning(event: Event, match: re.Match[str], lines: Lines) -> Diagnostic:
    left_out = match[2].rstrip()
    message = f"only `{_last_of(event.value)}` is read here: `{_first_of(left_out)}` counts as a comment"
    help_ = f"{_in_quotes(event.start_mark.index, match, lines)} If it is a comment, write a space behind the `#`."
    return Diagnostic(kinds.TEXT_CUT_SHORT, message, lines.span(match.start(2), match.start(2) + len(left_out)), help_)


def _in_quotes(start: int, match: re.Match[str], lines: Lines) -> str:
    """What to do if the text was meant: the line as it should be, if it can be written without escapes."""
    line = lines.text.rfind("\n", 0, start) + 1
    before, value = lines.text[line:start], lines.text[start : match.end()].rstrip()
    quote = "'" if '"' in value or "\\" in value else '"'
    suggestion = f"{before.lstrip()}{quote}{value}{quote}"
    # Within brackets a comma or a bracket at the end would not belong to the text.
    is_whole = _BEFORE.fullmatch(before) is not None and not value.endswith((",", "]", "}"))
    if not is_whole or quote in value or not suggestion.isprintable() or len(suggestion) > _LONGEST_SUGGESTION:
        return "If it belongs to the text, put the whole text in quotes."
    return f"If it belongs to the text, put the whole text in quotes: `{suggestion}`."


def _last_of(value: str) -> str:
    return one_line(value if len(value) <= _SHOWN else f"…{value[-_SHOWN:]}")


def _first_of(value: str) -> str:
    return one_line(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…")
