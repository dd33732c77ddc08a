"""Values that a ` #` cuts short: which they are, exactly, and what is said of them."""

from __future__ import annotations

import time

import pytest

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.source import limits
from partnerkit.source.reader import read, read_with_care
from unit.source.places import extent

CUT: dict[str, tuple[str, str, str]] = {
    # text: the place, what was read, what was left out
    "a: Loss of part #4 line\n": ("1:17-1:24", "Loss of part", "#4 line"),
    "a: Met Dan, #2 shop, rota agreed": ("1:13-1:33", "Met Dan,", "#2 shop, rota agreed"),
    "- b\n- part #4\n": ("2:8-2:10", "part", "#4"),
    "a: part\t#4\r\n": ("1:9-1:11", "part", "#4"),
    "a: part  #4 line  # as agreed\n": ("1:10-1:17", "part", "#4 line"),
    "a: part #4 and #5\n": ("1:9-1:18", "part", "#4 and #5"),
    "a: one\n  part #4\nb: c\n": ("2:8-2:10", "one part", "#4"),
    "a: [b,\n  part #4\n]\n": ("2:8-2:10", "part", "#4"),
    "a: [b, part #4]\n": ("1:13-1:16", "part", "#4]"),
    "a: 12 #4\n": ("1:7-1:9", "12", "#4"),
    "? part #4\n: b\n": ("1:8-1:10", "part", "#4"),
    "--- part #4\n": ("1:10-1:12", "part", "#4"),
    "a: &x part #4\nb: *x\n": ("1:12-1:14", "part", "#4"),
    "a: C# and part #4\n": ("1:16-1:18", "C# and part", "#4"),
}


@pytest.mark.parametrize(("text", "expected"), CUT.items())
def test_a_text_that_is_cut_short_is_told_with_its_place(text: str, expected: tuple[str, str, str]) -> None:
    [warning] = read(text, "f.yaml").warnings
    place, kept, left_out = expected
    assert (extent(warning.span), warning.kind.name) == (place, "text-cut-short")
    assert warning.message == f"only `{kept}` is read here: `{left_out}` counts as a comment"
    assert warning.severity == Severity.WARNING


WHOLE = {
    "in double quotes": 'a: "part #4"\n',
    "in single quotes": "a: 'part #4'\n",
    "in quotes over lines": "a: 'one\n  part #4\n  two'\n",
    "in a text of several lines": "a: |\n  part #4\n  #5\nb: >-\n  part #6\n",
    "behind a text of several lines": "a: |\n  part\n#4\nb: 1\n",
    "behind quotes": 'a: "part" #4\n',
    "behind the sign of a text of several lines": "a: | #4\n  part\n",
    "behind a key": "a: #4\n  b: c\n",
    "where nothing is written": "a: #4\n- #5\n",
    "behind a bracket": "a: [b] #4\n",
    "behind a repetition": "a: &x b\nc: *x #4\n",
    "a comment as people write them": "a: part # 4\n",
    "a comment with a tab": "a: part #\t4\n",
    "a comment without a word": "a: part #\n",
    "a line of signs": "a: part ## 4\n",
    "a line for a shell": "a: part #!x\n",
    "on a line of its own": "a: part\n  #4\nb: c\n",
    "at the start of a line": "#4\na: part\n #5\n",
    "within a comment": "a: part # see #4\n# and #5\n",
    "within a word": "a: part#4 C# x\n",
    "in an address": "a: https://example.org/#4\n",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_text_that_is_whole_and_a_plain_comment_are_not_told(text: str) -> None:
    assert read(text, "f.yaml").warnings == ()


HELP = {
    "  - what: Part #4\n": '`- what: "Part #4"`.',
    "- Part #4\n": '`- "Part #4"`.',
    'a: Part "x" #4\n': "`a: 'Part \"x\" #4'`.",
    "a: Dan's part #4\n": '`a: "Dan\'s part #4"`.',
    "a: C:\\x #4 # agreed\n": "`a: 'C:\\x #4'`.",
    'a: Dan\'s "x" #4\n': "put the whole text in quotes.",
    "a: one\n  part #4\n": "put the whole text in quotes.",
    "a: [b,\n  part #4,\n]\n": "put the whole text in quotes.",
    "a b: Part #4\n": "put the whole text in quotes.",
    f"a: {'x' * 100} #4 {'y' * 100}\n": "put the whole text in quotes.",
}


@pytest.mark.parametrize(("text", "expected"), HELP.items())
def test_the_help_shows_the_line_in_quotes_if_that_is_all_it_takes(text: str, expected: str) -> None:
    [warning] = read(text, "f.yaml").warnings
    assert warning.help.startswith("If it belongs to the text, put the whole text in quotes")
    assert warning.help.endswith(f"{expected} If it is a comment, write a space behind the `#`.")


def test_of_long_texts_the_ends_that_meet_are_shown() -> None:
    [warning] = read(f"a: {'x' * 99}y #z{'4' * 99}\n", "f.yaml").warnings
    assert warning.message == f"only `…{'x' * 59}y` is read here: `#z{'4' * 58}…` counts as a comment"


@pytest.mark.parametrize("text", ["a: part #4\nb: 1\nb: 2\n", "a: part #4\nb: &x 1\n", "a: part #4\nb: {\n"])
def test_it_is_told_whichever_way_the_text_is_read_and_whatever_else_is_wrong(text: str) -> None:
    [warning] = read_with_care(text, "f.yaml").warnings
    assert extent(warning.span) == "1:9-1:11"
    assert read(text, "f.yaml").warnings == (warning,)


def test_a_file_full_of_them_is_told_a_hundred_times_and_soon() -> None:
    text = "a: [\n" + "b #4\n  ,\n" * (limits.FILE_BYTES // 10) + "]\n"
    started = time.perf_counter()
    assert len(read(text, "f.yaml").warnings) == limits.SOURCE_FAULTS
    assert time.perf_counter() - started < 2
