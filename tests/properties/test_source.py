"""What holds of the reading of any text: one result by either way, nothing raised, the shape that libyaml sees."""

from __future__ import annotations

import time
from typing import Any

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from partnerkit.source import limits
from partnerkit.source.characters import decoded
from partnerkit.source.quick import quick_read
from partnerkit.source.reader import Reading, read, read_with_care
from properties.texts import dumped, soups, texts


def text_of(text: str) -> str | None:
    return decoded(text.encode(), "f.yaml")[0]


@given(texts)
@settings(max_examples=350)
@example('{"a":&x 1,"b":*x}')
@example("---!x a\n")
@example("a: !\n")
@example("? [*a]\n: {b}\n")
def test_the_short_cut_says_nothing_or_what_the_careful_reader_says(text: str) -> None:
    if text_of(text) is None or (quick := quick_read(text)) is None:
        return
    careful = read_with_care(text, "f.yaml")
    assert careful.faults == ()
    assert repr(tuple(quick)) == repr(careful.documents)


@given(texts)
@settings(max_examples=350)
def test_what_is_read_has_the_shape_and_the_words_that_libyaml_gives(text: str) -> None:
    if text_of(text) is None:
        return
    reading = read(text, "f.yaml")
    if not reading.faults:
        try:
            words = list(yaml.load_all(text, Loader=yaml.CBaseLoader))
        except yaml.composer.ComposerError as error:
            assert error.problem == "second occurrence"  # noqa: PT017 - YAML 1.2 allows an anchor to be set again
            return
        assert len(words) == len(reading.documents)
        assert all(_agree(ours, word) for ours, word in zip(reading.documents, words, strict=True))


def _agree(ours: Any, words: Any) -> bool:
    """Whether a value is that of a word, or has the same shape, down to its words, as lists and mappings of words."""
    if isinstance(ours, dict):
        return list(ours) == list(words) and all(_agree(ours[key], words[key]) for key in ours)
    if isinstance(ours, list):
        return len(ours) == len(words) and all(map(_agree, ours, words))
    return isinstance(words, str) and _is_value_of(ours, words)


def _is_value_of(ours: Any, word: str) -> bool:
    match ours:
        case None:
            return word in {"", "~", "null", "Null", "NULL"}
        case bool():
            return str(ours).lower() == word.lower()
        case int():
            return ours == int(word, 0)
        case float():
            return ours == float(word)
    return bool(ours == word)


@given(dumped())
@settings(max_examples=250)
def test_data_come_back_from_any_style_of_yaml(written: tuple[Any, str]) -> None:
    value, text = written
    assume(text_of(text) is not None)
    reading = read(text, "f.yaml")
    assert reading.faults == ()
    assert repr(reading.documents) == repr((value,))


@given(texts)
@settings(max_examples=350)
@example("'" * 301)
@example("a: " * 200)
@example("[" * 70 + "*a")
@example("? " * 70)
@example("{? " * 30 + "&a")
def test_any_text_gives_a_reading_within_bounded_time(text: str) -> None:
    started = time.process_time()
    raw = text.encode()
    decodable, faults = decoded(raw, "f.yaml")
    reading = Reading((), faults) if decodable is None else read(decodable, "f.yaml")
    assert time.process_time() - started < 1
    assert len(reading.faults) <= limits.SOURCE_FAULTS
    for fault in reading.faults:
        assert fault.message
        assert fault.help
        assert fault.span.start is not None
        assert fault.span.end is not None
        assert fault.span.start <= fault.span.end
        assert fault.span.excerpt == text.split("\n")[fault.span.start.line].rstrip("\r")
        assert fault.span.start.column <= len(fault.span.excerpt)


@given(st.binary(max_size=200) | st.builds(bytes.__add__, soups.map(str.encode), st.binary(max_size=20)))
@settings(max_examples=350)
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xef\xbb")
@example(b"\x00\x00\x00")
def test_any_bytes_give_a_reading(raw: bytes) -> None:
    text, faults = decoded(raw, "f.yaml")
    assert (text is None) == bool(faults)
    if text is not None:
        read(text, "f.yaml")


@given(texts, st.integers(1, 30))
def test_line_breaks_of_windows_move_nothing(text: str, count: int) -> None:
    assume("\r" not in text)
    text = (text + "\n") * min(count, 3)
    ours, theirs = (_summary(version) for version in (text, text.replace("\n", "\r\n")))
    assert ours == theirs


def _summary(text: str) -> Any:
    decodable, faults = decoded(text.encode(), "f.yaml")
    if decodable is not None:
        faults = read(decodable, "f.yaml").faults
    return [(fault.kind.name, fault.message, fault.span.start, fault.help) for fault in faults]


@given(texts)
@settings(max_examples=350)
@example("a: part #4\n")
@example("a: [b #4,\n  '#5', c #6\n]\n")
@example("- |\n  a #4\n- b #5 #6\n")
def test_a_text_that_is_cut_short_is_told_until_its_comment_looks_like_one(text: str) -> None:
    if (plain := text_of(text)) is None:
        return
    reading = read(plain, "f.yaml")
    lines = plain.split("\n")
    for warning in reversed(reading.warnings):
        assert warning.span.start is not None
        row, column = warning.span.start
        assert lines[row][column - 1 : column + 1] in {" #", "\t#"}
        lines[row] = f"{lines[row][:column]}# {lines[row][column + 1 :]}"
    mended = read("\n".join(lines), "f.yaml")
    assert repr(mended.documents) == repr(reading.documents)
    assert mended.warnings == () or len(reading.warnings) == limits.SOURCE_FAULTS
