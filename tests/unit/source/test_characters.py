"""Bytes to text: what is refused, with the place, and what is kept as it is."""

from __future__ import annotations

import pytest

from partnerkit.source import limits
from partnerkit.source.characters import decoded
from unit.source.places import short

ACCEPTED: dict[str, tuple[bytes, str]] = {
    "nothing at all": (b"", ""),
    "plain ASCII": (b"a: 1\n", "a: 1\n"),
    "no line break at the end": (b"a: 1", "a: 1"),
    "a byte order mark is dropped": (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
    "a byte order mark alone": (b"\xef\xbb\xbf", ""),
    "CR LF stays": (b"a: 1\r\nb: 2\r\n", "a: 1\r\nb: 2\r\n"),
    "tabs stay": (b"a:\t1\n", "a:\t1\n"),
    "letters of any script": ("name: Żółć 株式会社 שלום\n".encode(), "name: Żółć 株式会社 שלום\n"),
    "beyond the first 65,536": ("a: \U0001f600\U0001fffe\n".encode(), "a: \U0001f600\U0001fffe\n"),
    "soft hyphen and zero-width joiner": ("a: x\u00ady\u200dz\n".encode(), "a: x\u00ady\u200dz\n"),
    "no-break space within a line": ("a: 10\u00a0000\n".encode(), "a: 10\u00a0000\n"),
    "seven equals signs that no conflict surrounds": (b"a: |\n  Title\n=======\n", "a: |\n  Title\n=======\n"),
    "markers of a conflict within a line": (b"a: <<<<<<< HEAD\n", "a: <<<<<<< HEAD\n"),
    "a percent sign within a line": (b"a: 5 %\n  % b\n", "a: 5 %\n  % b\n"),
}

REFUSED: dict[str, tuple[bytes, list[str]]] = {
    "UTF-16 with a mark, little end first": ("a: 1\n".encode("utf-16"), ["not-utf-8 1:1"]),
    "UTF-16 with a mark, big end first": (b"\xfe\xff" + "a: 1\n".encode("utf-16-be"), ["not-utf-8 1:1"]),
    "UTF-16 without a mark, little end first": ("a: 1\n".encode("utf-16-le"), ["not-utf-8 1:1"]),
    "UTF-16 without a mark, big end first": ("a: 1\n".encode("utf-16-be"), ["not-utf-8 1:1"]),
    "UTF-32 with a mark": ("a: 1\n".encode("utf-32"), ["not-utf-8 1:1"]),
    "UTF-32 without a mark, little end first": ("a: 1\n".encode("utf-32-le"), ["not-utf-8 1:1"]),
    "UTF-32 without a mark, big end first": ("a: 1\n".encode("utf-32-be"), ["not-utf-8 1:1"]),
    "Latin-1": ("a: 1\nname: Café\n".encode("latin-1"), ["not-utf-8 2:10"]),
    "Windows quotes after other letters": ("name: Żółć ".encode() + b"\x93x\x94\n", ["not-utf-8 1:12"]),
    "an overlong slash": (b"a: \xc0\xaf\n", ["not-utf-8 1:4"]),
    "half of a pair (CESU-8)": (b"a: \xed\xa0\x80\xed\xb0\x80\n", ["not-utf-8 1:4"]),
    "a sequence cut off by the end of the file": (b"a: 1\nb: \xe2\x82", ["not-utf-8 2:4"]),
    "a stray second byte": (b"a: \x80\n", ["not-utf-8 1:4"]),
    "NUL": (b"a: 1\nb: \0\n", ["hidden-character 2:4"]),
    "escape, bell and delete": (b"a: \x1b[31m\x07\nb: \x7f\n", [
        "hidden-character 1:4", "hidden-character 1:9", "hidden-character 2:4"]),
    "a control character of C1": ("a: x\u009b31m\n".encode(), ["hidden-character 1:5"]),
    "NEL, which only YAML takes for a line break": ("a: 1 # x\u0085b: 2\n".encode(), ["hidden-character 1:9"]),
    "a line separator behind a comment": ("a: 1 # draft\u2028stage: close\n".encode(), ["hidden-character 1:13"]),
    "a paragraph separator": ("a: 1\u2029b: 2\n".encode(), ["hidden-character 1:5"]),
    "a carriage return on its own": (b"a: 1 # x\rb: 2\r\nc: 3\n", ["hidden-character 1:9"]),
    "a carriage return at the end of the file": (b"a: 1\r", ["hidden-character 1:5"]),
    "a second byte order mark": (b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", ["hidden-character 1:1"]),
    "a byte order mark inside": ("a: 1\n\ufeffb: 2\n".encode(), ["hidden-character 2:1"]),
    "no character at all": ("a: \uffff\ufffe\n".encode(), ["hidden-character 1:4", "hidden-character 1:5"]),
    "an override of the direction": ("a: \u202ex\u202c\n".encode(), ["hidden-character 1:4", "hidden-character 1:6"]),
    "an isolate of the direction": ("a: \u2066x\u2069\n".encode(), ["hidden-character 1:4", "hidden-character 1:6"]),
    "a mark of the direction": ("a: x\u200f\nb: \u061c\n".encode(), ["hidden-character 1:5", "hidden-character 2:4"]),
    "a no-break space as indentation": ("a:\n  \u00a0b: 1\n".encode(), ["hidden-character 2:3"]),
    "an ideographic space as indentation": ("a:\n\u3000b: 1\n".encode(), ["hidden-character 2:1"]),
    "a zero-width space at the start of a line": ("\u200ba: 1\n".encode(), ["hidden-character 1:1"]),
    "a directive for YAML": (b"%YAML 1.2\n---\na: 1\n", ["yaml-directive 1:1"]),
    "a directive for tags": (b"a: 1\n...\n%TAG ! tag:x,2000:\n---\nb: 1\n", ["yaml-directive 3:1"]),
    "a merge conflict": (b"a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n", [
        "merge-conflict 2:1 (6:1)"]),
    "a merge conflict with the common ancestor": (
        b"<<<<<<< a\r\nb: 1\r\n||||||| c\r\nb: 0\r\n=======\r\nb: 2\r\n>>>>>>> d\r\n",
        ["merge-conflict 1:1 (7:1)"],
    ),
    "what is left of a merge conflict": (b"a: 1\n=======\nb: 2\n>>>>>>> other\n", ["merge-conflict 2:1 (4:1)"]),
    "the last line of a merge conflict": (b"a: 1\n>>>>>>> other\n", ["merge-conflict 2:1"]),
    "two merge conflicts": (
        b"<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> d\nc: 1\n<<<<<<< a\n=======\nd: 2\n>>>>>>> d\n",
        ["merge-conflict 1:1 (5:1)", "merge-conflict 7:1 (10:1)"],
    ),
    "two merge conflicts without their last lines": (
        b"<<<<<<< a\nb: 1\n=======\nb: 2\nc: 1\n<<<<<<< a\n=======\nd: 2\n",
        ["merge-conflict 1:1 (3:1)", "merge-conflict 6:1 (7:1)"],
    ),
    "the end of one merge conflict and the rest of another": (
        b">>>>>>> d\nc: 1\n=======\nd: 2\n",
        ["merge-conflict 1:1", "merge-conflict 3:1"],
    ),
    "several faults of several kinds": ("%A\n\u202e\n>>>>>>> x\n".encode(), [
        "hidden-character 2:1", "yaml-directive 1:1", "merge-conflict 3:1"]),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "text"), ACCEPTED.values(), ids=ACCEPTED)
def test_text_is_kept_as_it_is(raw: bytes, text: str) -> None:
    assert decoded(raw, "f.yaml") == (text, ())


@pytest.mark.parametrize(("raw", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_a_reviewer_would_not_see_is_refused_with_its_place(raw: bytes, expected: list[str]) -> None:
    text, faults = decoded(raw, "f.yaml")
    assert text is None
    assert short(faults) == expected


MESSAGES: dict[bytes, str] = {
    b"a: \x00\n": "the line holds U+0000 (NUL), which editors do not show",
    b"a: \x1b\n": "the line holds U+001B (escape), which editors do not show",
    b"a: \x01\n": "the line holds U+0001 (a control character), which editors do not show",
    b"a: \r.\n": "the line holds U+000D (carriage return without line feed), which editors do not show",
    "a: \u0085\n".encode(): "the line holds U+0085 (next line), which editors do not show",
    "a: \u2028\n".encode(): "the line holds U+2028 (line separator), which editors do not show",
    "a: \u202e\n".encode(): "the line holds U+202E (right-to-left override), which editors do not show",
    "\u00a0a\n".encode(): "the line is indented with U+00A0 (no-break space), which is not the space it looks like",
    b"a: \xe9\n": "the byte 0xe9 here is not UTF-8",
    "a: 1".encode("utf-16"): "this file is in UTF-16 or UTF-32, not in UTF-8",
}


@pytest.mark.parametrize(("raw", "message"), MESSAGES.items())
def test_the_message_names_what_cannot_be_seen(raw: bytes, message: str) -> None:
    assert [fault.message for fault in decoded(raw, "f.yaml")[1]] == [message]


def test_the_line_is_shown_up_to_the_byte_that_is_wrong() -> None:
    _, faults = decoded("a: 1\nname: Café\n".encode("latin-1"), "f.yaml")
    assert faults[0].span.excerpt == "name: Caf\ufffd"


def test_a_file_may_have_a_mebibyte_and_not_a_byte_more() -> None:
    assert decoded(b" " * limits.FILE_BYTES, "f.yaml")[1] == ()
    text, faults = decoded(b" " * (limits.FILE_BYTES + 1), "f.yaml")
    assert text is None
    assert [(fault.kind.name, fault.span.start, fault.message) for fault in faults] == [
        ("too-large", None, "this file has 1,048,577 bytes; a file of records may have 1,048,576")
    ]


@pytest.mark.parametrize("raw", [b"\x01" * 500_000, b"\n\x01" * 500_000, b"%\n" * 500_000, b"a\r" * 500_000])
def test_only_the_first_faults_of_a_file_are_reported(raw: bytes) -> None:
    assert len(decoded(raw, "f.yaml")[1]) == limits.SOURCE_FAULTS


def test_faults_on_one_long_line_share_its_text() -> None:
    _, faults = decoded(b"a: " + b"\x01" * 500_000, "f.yaml")
    assert len({id(fault.span.excerpt) for fault in faults}) == 1
