"""Where values and keys stand: the exact piece of the text, in every style of YAML."""

from __future__ import annotations

from textwrap import dedent

import pytest

from partnerkit.source.lines import Lines
from partnerkit.source.spans import Path, Positions, places
from unit.source.places import extent

PIECES: dict[str, tuple[str, Path, str]] = {
    "a plain value": ("a: 1\nb: two words  # said\n", ("b",), "two words"),
    "a value in double quotes": ('a: "x \\" y" # z\n', ("a",), '"x \\" y"'),
    "a value in single quotes": ("a: 'x''y'\n", ("a",), "'x''y'"),
    "a value of several lines": ("a: one\n  two\n  three\nb: 1\n", ("a",), "one\n  two\n  three"),
    "an empty value": ("a:\nb: 1\n", ("a",), ""),
    "an empty value before a comment": ("a:  # later\nb: 1\n", ("a",), ""),
    "a number": ("a: -0x1F\n", ("a",), "-0x1F"),
    "a text with a bar": ("a: |\n  one\n\n  two\n\nb: 1\n", ("a",), "|\n  one\n\n  two"),
    "a folded text before a comment": ("a: >-\n  one\n# c\nb: 1\n", ("a",), ">-\n  one"),
    "a no-break space at the end of a text": ("a: |\n  one\u00a0\nb: 1\n", ("a",), "|\n  one\u00a0"),
    "the last text of a file": ("a: |+\n  one\n\n\n", ("a",), "|+\n  one"),
    "an item": ("a:\n  - x\n  - y z\n", ("a", 1), "y z"),
    "an item with keys": ("- a: 1\n  b: 2\n- c: 3\n", (0,), "a: 1\n  b: 2"),
    "a list": ("a:\n  - x\n  - y\n\n# c\nb: 1\n", ("a",), "- x\n  - y"),
    "a list as far left as its key": ("a:\n- x\n- y\nb: 1\n", ("a",), "- x\n- y"),
    "a list of lists": ("- - a\n  - b\n- - c\n", (0,), "- a\n  - b"),
    "a mapping": ("a:\n  b: 1\n  c:\n\nd: 2\n", ("a",), "b: 1\n  c:"),
    "a mapping that ends with an empty list": ("a:\n  b: []\n\nc: 1\n", ("a",), "b: []"),
    "braces": ("a: { b: 1, c: [x, y] } # d\n", ("a",), "{ b: 1, c: [x, y] }"),
    "within braces": ("a: { b: 1, c: [x, y z] }\n", ("a", "c", 1), "y z"),
    "an empty value in braces": ("a: {b, c: }\n", ("a", "c"), ""),
    "brackets over several lines": ("a: [x,\n  y, # c\n  z]\n", ("a",), "[x,\n  y, # c\n  z]"),
    "empty braces": ("a: {}\n", ("a",), "{}"),
    "the document": ("# c\na: 1\nb: 2\n\n# d\n", (), "a: 1\nb: 2"),
    "a value under an empty key": ('"": {a: 1}\nb: [2]\n', ("",), "{a: 1}"),
    "a value after one under an empty key": ('"": {a: 1}\nb: [2]\n', ("b",), "[2]"),
    "a value after a list as a key": ("? [a]\n: [b]\nc: [d]\n", ("c", 0), "d"),
    "the value of a list as a key": ("? [a]\n: [b]\nc: [d]\n", ("", 0), "b"),
    "an anchored value": ("a: &x one\n", ("a",), "&x one"),
    "a repetition": ("a: &x {b: 1}\nc: *x\nd: 1\n", ("c",), "*x"),
    "under a repeated key": ("a: &k name\nb: {*k : one}\n", ("b", "name"), "one"),
    "the first of two values": ("a: 1\na: 2\n", ("a",), "1"),
    "behind letters of any script": ("name: Żółć 株式会社\nb: \U0001f600 x\nc: z\n", ("c",), "z"),
    "a smile": ("a: 1\nb: \U0001f600 x\nc: z\n", ("b",), "\U0001f600 x"),
    "with CR LF": ("a: 1\r\nb:\r\n  - x\r\n  - |\r\n    y\r\n    z\r\n", ("b", 1), "|\r\n    y\r\n    z"),
    "a list with CR LF": ("a:\r\n  - x\r\n  - y\r\nb: 1\r\n", ("a",), "- x\r\n  - y"),
}


@pytest.mark.parametrize(("text", "path", "piece"), PIECES.values(), ids=PIECES)
def test_a_place_is_exactly_what_is_written(text: str, path: Path, piece: str) -> None:
    [found] = places(text)
    assert text[found[path].start : found[path].end] == piece
    assert Positions(Lines("f.yaml", text)).written(0, path) == piece


KEYS: dict[str, tuple[str, Path, str]] = {
    "plain": ("a: 1\nlong key: 2\n", ("long key",), "long key"),
    "in quotes": ("\"a b\": 1\n'c': 2\n", ("c",), "'c'"),
    "in braces": ("a: {b: 1, 'c': 2}\n", ("a", "c"), "'c'"),
    "without a value": ("a:\nb:\n", ("b",), "b"),
    "behind a question mark": ("? a\n: 1\n", ("a",), "a"),
    "repeated": ("&k a: {*k : 1}\n", ("a", "a"), "*k"),
    "of a list": ("a:\n  - b:\n      - 1\n", ("a", 0, "b"), "b"),
    "empty": ('a: {"": 1}\n', ("a", ""), '""'),
}


@pytest.mark.parametrize(("text", "path", "key"), KEYS.values(), ids=KEYS)
def test_the_place_of_a_key_is_exactly_what_is_written(text: str, path: Path, key: str) -> None:
    place = places(text)[0][path]
    assert text[place.key_start : place.key_end] == key


def test_items_and_documents_have_no_key() -> None:
    found = places("- a\n")[0]
    assert [(found[path].key_start, found[path].key_end) for path in [(), (0,)]] == [(None, None), (None, None)]


def test_each_document_has_its_own_places() -> None:
    text = "a: 1\n---\n---\na: {b: 2}\n"
    found = places(text)
    assert [sorted(map(str, one)) for one in found] == [["('a',)", "()"], ["()"], ["('a', 'b')", "('a',)", "()"]]
    assert text[found[2]["a", "b"].start :] == "2}\n"


def test_what_stands_before_broken_yaml_has_a_place() -> None:
    found = places("a: [1, 2]\nb: [3, 4\n")
    assert found[0]["a", 1].start == 7
    assert found[0]["b", 1].start == 17


TEXT = dedent("""\
    kind: partnership

    partners:
      - organisation: halden
        roles: {lead: a,
          deputy: b}
      - organisation: "tyne"
    summary: |
      One.
    ---
    kind: programme
    """)

SPANS: dict[Path, str] = {
    ("kind",): "1:7-1:18",
    ("partners",): "4:3-4:25",
    ("partners", 0): "4:5-4:25",
    ("partners", 0, "roles"): "5:12-5:21",
    ("partners", 1, "organisation"): "7:19-7:25",
    ("summary",): "8:10-8:11",
    # Not in the text: the key of the nearest thing around it, else that thing itself.
    ("partners", 0, "roles", "chair"): "5:5-5:10",
    ("partners", 2): "3:1-3:9",
    ("partners", 1, "name"): "7:5-7:25",
    ("title",): "1:1-1:18",
}


@pytest.mark.parametrize(("path", "expected"), SPANS.items())
def test_a_span_shows_the_first_line_or_the_nearest_thing(path: Path, expected: str) -> None:
    assert extent(Positions(Lines("f.yaml", TEXT)).value(0, path)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("kind",), "1:1-1:5"),
        (("partners",), "3:1-3:9"),
        (("partners", 1, "organisation"), "7:5-7:17"),
        (("partners", 1), "7:5-7:25"),
        (("partners", 1, "nothing"), "7:5-7:25"),
    ],
)
def test_the_span_of_a_key_is_that_of_the_value_where_there_is_none(path: Path, expected: str) -> None:
    assert extent(Positions(Lines("f.yaml", TEXT)).key(0, path)) == expected


def test_a_span_carries_the_line_it_starts_on() -> None:
    positions = Positions(Lines("records/f.yaml", TEXT))
    span = positions.value(0, ("partners", 0, "roles", "deputy"))
    assert (span.file, span.excerpt) == ("records/f.yaml", "      deputy: b}")
    assert extent(positions.value(1, ("kind",))) == "11:7-11:16"


@pytest.mark.parametrize("document", [2, 7])
def test_a_document_that_is_not_there_has_the_span_of_the_file(document: int) -> None:
    positions = Positions(Lines("f.yaml", TEXT))
    assert positions.value(document, ("kind",)).start is None
    assert positions.written(document, ("kind",)) == ""


def test_an_empty_file_has_the_span_of_the_file() -> None:
    assert Positions(Lines("f.yaml", "")).value(0, ()).start is None
