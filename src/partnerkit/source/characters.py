"""Bytes to text, refusing what an editor would not show or would show otherwise.

libyaml ends a line at U+0085, U+2028, U+2029 and at a lone carriage return, where editors, git and code hosts do not:
text behind such a character is read, yet looks like part of a comment. Marks of direction reorder what a reviewer sees.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from partnerkit.diagnostics.diagnostic import Diagnostic, Related
from partnerkit.source import kinds, limits
from partnerkit.source.lines import Lines

_BOM = b"\xef\xbb\xbf"
_SUSPICIOUS_BYTES = b"%" + bytes(b for b in (*range(0x20), 0x7F) if b not in b"\t\n")
_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(f"[{_CONTROLS}\u2028\u2029\ufeff\ufffe\uffff{_BIDI}]|\r(?!\n)")
_OTHER_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
_ODD_INDENT = re.compile(f"^[ ]*[{_OTHER_SPACES}]", re.MULTILINE)
_UTF_16_OR_32 = re.compile(rb"\xff\xfe|\xfe\xff|\x00\x00\xfe\xff|\x00[^\x00]\x00|[^\x00]\x00[^\x00]?\x00|\x00{3}")
HIDDEN_IN_VALUES = re.compile(f"[{_CONTROLS}\r\u2028\u2029\ufeff\ufffe\uffff{_BIDI}\ud800-\udfff]")
"""What an escape such as "\\e" in double quotes must not put into a value either; line break and tab are allowed."""

_DIRECTIVE = re.compile(r"^%[^\r\n]*", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: [^\r\n]*)?(?=\r?$)", re.MULTILINE)


def decoded(raw: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file, or None with the reasons why it cannot be read as a record.

    A byte order mark at the start is dropped; all else stays as it is.
    """
    if len(raw) > limits.FILE_BYTES:
        return None, (too_large(file, len(raw)),)
    raw = raw.removeprefix(_BOM)
    if _UTF_16_OR_32.match(raw):
        return None, (_not_utf8("", "this file is in UTF-16 or UTF-32, not in UTF-8", file),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"the byte 0x{raw[error.start]:02x} here is not UTF-8"
        return None, (_not_utf8(raw[: error.start].decode("utf-8"), message, file),)
    if _is_plain(raw):
        return text, ()
    faults = tuple(islice(_faults(raw, text, file), limits.SOURCE_FAULTS))
    return (None if faults else text), faults


def too_large(file: str, size: int) -> Diagnostic:
    """The diagnostic for a file over the limit, of `size` bytes."""
    message = f"this file has {size:,} bytes; a file of records may have {limits.FILE_BYTES:,}"
    return Diagnostic(kinds.TOO_LARGE, message, Lines(file, "").whole, kinds.TOO_LARGE.remedy)


def _not_utf8(before: str, message: str, file: str) -> Diagnostic:
    lines = Lines(file, before + "\N{REPLACEMENT CHARACTER}")
    span = lines.span(len(before), len(before) + 1)
    return Diagnostic(kinds.NOT_UTF8, message, span, kinds.NOT_UTF8.remedy)


def _is_plain(raw: bytes) -> bool:
    """Whether one pass over the bytes tells that there is nothing to find, as in nearly every file."""
    return (
        raw.isascii()
        and len(raw.translate(None, _SUSPICIOUS_BYTES)) == len(raw)
        and b"<<<<<<<" not in raw
        and b">>>>>>>" not in raw
    )


def _faults(raw: bytes, text: str, file: str) -> Iterator[Diagnostic]:
    lines = Lines(file, text)
    yield from _hidden_characters(text, lines)
    if b"%" in raw:
        for match in _DIRECTIVE.finditer(text):
            message = "a line that begins with % is an instruction to a YAML reader, not part of a record"
            yield Diagnostic(kinds.DIRECTIVE, message, lines.span(*match.span()), kinds.DIRECTIVE.remedy)
    if b"<<<<<<<" in raw or b">>>>>>>" in raw:
        yield from _conflicts(text, lines)


def _conflicts(text: str, lines: Lines) -> Iterator[Diagnostic]:
    """A fault for each merge conflict, where it begins, however many of its lines are left."""
    conflict: list[re.Match[str]] = []
    for match in _CONFLICT.finditer(text):
        if conflict and (match[0][0] == "<" or conflict[-1][0][0] == ">"):
            yield _conflict(conflict, lines)
            conflict = []
        conflict.append(match)
    if conflict:
        yield _conflict(conflict, lines)


def _conflict(markers: list[re.Match[str]], lines: Lines) -> Diagnostic:
    first, last = (lines.span(*match.span()) for match in (markers[0], markers[-1]))
    if len(markers) == 1:
        message = "this line is left over from a merge conflict"
        return Diagnostic(kinds.MERGE_CONFLICT, message, first, kinds.MERGE_CONFLICT.remedy)
    message = "a merge conflict that git could not settle begins here"
    end = Related("its last mark stands here", last)
    return Diagnostic(kinds.MERGE_CONFLICT, message, first, kinds.MERGE_CONFLICT.remedy, (end,))


def rest_of_conflict(lines: Lines, at: int) -> Diagnostic | None:
    """What is left of a merge conflict up to a character; its lines of = or | alone may also be part of a text."""
    markers = list(_CONFLICT.finditer(lines.text))
    return _conflict(markers, lines) if markers and markers[0].start() <= at else None


def _hidden_characters(text: str, lines: Lines) -> Iterator[Diagnostic]:
    for match in _HIDDEN.finditer(text):
        message = f"the line holds {character_name(match.group()[0])}, which editors do not show"
        span = lines.span(match.start(), match.start() + 1)
        yield Diagnostic(kinds.HIDDEN_CHARACTER, message, span, kinds.HIDDEN_CHARACTER.remedy)
    for match in _ODD_INDENT.finditer(text):
        name = character_name(match.group()[-1])
        message = f"the line is indented with {name}, which is not the space it looks like"
        span = lines.span(match.end() - 1, match.end())
        yield Diagnostic(kinds.HIDDEN_CHARACTER, message, span, "Delete it and type a space.")


def character_name(character: str) -> str:
    """A hidden character in words, such as `U+2028 (line separator)`."""
    code = ord(character)
    well_known = {0x0: "NUL", 0x8: "backspace", 0xD: "carriage return without line feed", 0x1B: "escape",
                  0x7F: "delete", 0x85: "next line"}  # fmt: skip
    name = well_known.get(code) or unicodedata.name(character, "a control character").lower()
    return f"U+{code:04X} ({name})"
