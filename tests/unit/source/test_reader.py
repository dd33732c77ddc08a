"""YAML to plain data: what is taken, and everything that is refused, each fault with its place."""

from __future__ import annotations

from typing import Any

import pytest

from partnerkit.source.quick import quick_read
from partnerkit.source.reader import Reading, read, read_with_care
from unit.source.places import extent, short


def reading(text: str) -> Reading:
    """What a text holds; the short cut, where it answers at all, says the same."""
    careful = read_with_care(text, "f.yaml")
    quick = quick_read(text)
    if quick is not None:
        assert careful.faults == ()
        assert repr(tuple(quick)) == repr(careful.documents)
    assert repr(read(text, "f.yaml")) == repr(careful)
    return careful


DOCUMENTS: dict[str, tuple[str, list[Any]]] = {
    "a mapping": ("a: 1\nb: [x, 2.5, null]\n", [{"a": 1, "b": ["x", 2.5, None]}]),
    "a list of mappings": ("- a: 1\n  b: 2\n- a: 3\n", [[{"a": 1, "b": 2}, {"a": 3}]]),
    "a list as deep as its key": ("a:\n- 1\n- 2\nb: 3\n", [{"a": [1, 2], "b": 3}]),
    "braces and brackets over several lines": ("a: {b: [1,\n 2], c:\n d}\n", [{"a": {"b": [1, 2], "c": "d"}}]),
    "JSON": ('{"a": [1, true, null, "x\\u00e9"], "b": {}}', [{"a": [1, True, None, "xé"], "b": {}}]),
    "keys without values": ("a:\nb:\n  c:\n", [{"a": None, "b": {"c": None}}]),
    "quoted keys that look like numbers": ('"1": a\n\'2.5\': b\n"": c\n', [{"1": "a", "2.5": "b", "": "c"}]),
    "quotes within quotes": ("a: 'Halden''s'\nb: \"say \\\"yes\\\"\"\n", [{"a": "Halden's", "b": 'say "yes"'}]),
    "lines joined in quotes": ("a: 'one\n  two\n\n  three'\n", [{"a": "one two\nthree"}]),
    "lines joined without quotes": ("a: one\n  two\n\n  three\n", [{"a": "one two\nthree"}]),
    "lines kept": ("a: |\n  one\n   two\n\n  three\n\n", [{"a": "one\n two\n\nthree\n"}]),
    "lines kept, the last breaks too": ("a: |+\n  one\n\nb: 1\n", [{"a": "one\n\n", "b": 1}]),
    "lines folded": ("a: >-\n  one\n  two\n\n  three\n", [{"a": "one two\nthree"}]),
    "comments": ("# top\na: 1 # one\n# between\nb: x#y\n", [{"a": 1, "b": "x#y"}]),
    "CR LF": ("a: 1\r\nb: |\r\n  x\r\n  y\r\n", [{"a": 1, "b": "x\ny\n"}]),
    "tab and line break by escape": ('a: "x\\ty\\nz"\n', [{"a": "x\ty\nz"}]),
    "nothing": ("", []),
    "only a comment": ("# nothing yet\n", []),
    "three hyphens": ("---\n", [None]),
    "a single word": ("draft\n", ["draft"]),
    "a single number": ("12\n", [12]),
    "several documents": ("a: 1\n---\n- b\n---\nc\n", [{"a": 1}, ["b"], "c"]),
    "empty documents between others": ("---\n---\na: 1\n---\n# none\n---\nb: 2\n", [None, {"a": 1}, None, {"b": 2}]),
    "the end of a document": ("a: 1\n...\n", [{"a": 1}]),
    "the end of a document before the next": ("a: 1\n...\n---\nb: 2\n", [{"a": 1}, {"b": 2}]),
    "a tag that says text": ("a: !!str 12\n", [{"a": "12"}]),
    "an anchor and its repetition": ("a: &x {b: 1}\nc: *x\n", [{"a": {"b": 1}, "c": {"b": 1}}]),
    "a number repeated": ("a: &x 12\nb: [*x, *x]\n", [{"a": 12, "b": [12, 12]}]),
    "a text that looks like a number repeated": ("a: &x '12'\nb: *x\n", [{"a": "12", "b": "12"}]),
    "a key repeated": ("&k name: a\nb: {*k : c}\n", [{"name": "a", "b": {"name": "c"}}]),
    "an anchor set twice": ("a: &x 1\nb: *x\nc: &x 2\nd: *x\n", [{"a": 1, "b": 1, "c": 2, "d": 2}]),
    "the same anchor in two documents": ("a: &x 1\nb: *x\n---\na: &x 2\nb: *x\n", [{"a": 1, "b": 1}, {"a": 2, "b": 2}]),
    "a question mark before a key": ("? a\n: 1\n? b\n", [{"a": 1, "b": None}]),
    "<< as a value": ("a: <<\n", [{"a": "<<"}]),
    "<< as a key in quotes": ('"<<": 1\n', [{"<<": 1}]),
    "hyphens, colons and hashes in text": ("a: x-y:z -w\nb: http://x.example/#a\n", [
        {"a": "x-y:z -w", "b": "http://x.example/#a"}]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "documents"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_texts_are_read(text: str, documents: list[Any]) -> None:
    found = reading(text)
    assert short(found.faults) == []
    assert repr(list(found.documents)) == repr(documents)


FAULTS: dict[str, tuple[str, list[str]]] = {
    "the same key twice": ("a: 1\nb: 2\na: 3\n", ["duplicate-key 3:1 (1:1)"]),
    "the same key in double quotes": ('a: 1\n"a": 2\n', ["duplicate-key 2:1 (1:1)"]),
    "the same key in single quotes": ("'a': 1\na: 2\n", ["duplicate-key 2:1 (1:1)"]),
    "the same key by an escape": ('a: 1\n"\\x61": 2\n', ["duplicate-key 2:1 (1:1)"]),
    "the same key in braces": ("{a: 1, b: 2, a: 3}", ["duplicate-key 1:14 (1:2)"]),
    "the same key in an item": ("- a: 1\n  a: 2\n- a: 3\n", ["duplicate-key 2:3 (1:3)"]),
    "the same key under a key of one's own": ("x-a:\n  b: 1\n  b: 2\n", ["duplicate-key 3:3 (2:3)"]),
    "the same key by repetition": ("&k a: 1\n*k : 2\n", ["duplicate-key 2:1 (1:1)"]),
    "the same key three times": ("a: 1\na: 2\na: 3\n", ["duplicate-key 2:1 (1:1)", "duplicate-key 3:1 (1:1)"]),
    "the same key with and without quotes, a number": ('1: a\n"1": b\n', [
        "key-not-text 1:1", "duplicate-key 2:1 (1:1)"]),
    "keys that are equal in Python": ("1: a\n1.0: b\ntrue: c\n", [
        "key-not-text 1:1", "key-not-text 2:1", "key-not-text 3:1"]),
    "a number as a key": ("12: a\n", ["key-not-text 1:1"]),
    "a truth value as a key": ("a:\n  true: b\n", ["key-not-text 2:3"]),
    "null as a key": ("~: a\n", ["key-not-text 1:1"]),
    "nothing as a key": ("?\n: a\n", ["key-not-text 1:2"]),
    "not a number as a key": (".nan: a\n", ["key-not-text 1:1"]),
    "a number too long as a key": ("9" * 200 + ": a\n", ["key-not-text 1:1"]),
    "a list as a key": ("? [a, b]\n: c\nd: e\n", ["key-not-text 1:3"]),
    "a mapping as a key": ("? {a: 1}\n: {b: 2}\nc: 3\n", ["key-not-text 1:3"]),
    "braces within braces": ("title: {{ name }}\nstage: plan\n", ["key-not-text 1:9"]),
    "a repeated number as a key": ("a: &x 1\n*x : 2\n", ["key-not-text 2:1"]),
    "a repeated list as a key": ("a: &x [1]\nb: {*x : 2, c: 3}\n", ["key-not-text 2:5"]),
    "a tag of Python's": ('a: !!python/object/apply:os.system ["id"]\n', ["yaml-tag 1:4"]),
    "a tag of one's own": ("a: !x y\n", ["yaml-tag 1:4"]),
    "a tag by its address": ("a: !<tag:example.org,2026:x> y\n", ["yaml-tag 1:4"]),
    "tags of YAML's own": ("a: !!binary aGk=\nb: !!set {x}\nc: !!omap [x: 1]\nd: !!float abc\ne: !!timestamp x\n", [
        "yaml-tag 1:4", "yaml-tag 2:4", "yaml-tag 3:4", "yaml-tag 4:4", "yaml-tag 5:4"]),
    "tags of maps and lists": ("a: !!map {b: 1}\nc: !!seq [1]\n", ["yaml-tag 1:4", "yaml-tag 2:4"]),
    "an exclamation mark on its own": ("a: ! yes\nb: ! 'x'\nc: ! [d]\n! e: f\n", [
        "yaml-tag 1:4", "yaml-tag 2:4", "yaml-tag 3:4", "yaml-tag 4:1"]),
    "a tag on a key": ("!!int 1: a\n", ["yaml-tag 1:1", "key-not-text 1:1"]),
    "a merge key": ("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n", ["merge-key 3:3"]),
    "a merge key over a list": ("a: &x {b: 1}\nc: {<<: [*x, *x]}\n", ["merge-key 2:5"]),
    "a repetition of nothing": ("a: *x\nb: 1\n", ["broken-alias 1:4"]),
    "a repetition before its anchor": ("a: *x\nb: &x 1\n", ["broken-alias 1:4"]),
    "a repetition from another document": ("a: &x 1\n---\nb: *x\n", ["broken-alias 3:4"]),
    "a list within itself": ("a: &x [*x]\n", ["broken-alias 1:8"]),
    "a mapping within itself": ("&x a:\n  b: &y {c: {d: *y}}\n", ["broken-alias 2:17"]),
    "a repetition of nothing as a key": ("{*x : 1}\n", ["broken-alias 1:2", "key-not-text 1:2"]),
    "an escape sequence by escape": ('a: "\\e]8;;x"\n', ["hidden-character 1:4"]),
    "C1, NEL, NUL, backspace and return by escape": (
        'a: "\\x9b"\nb: "\\N"\nc: "\\0"\nd: "\\b"\ne: "\\r"\nf: "\\L\\P"\n',
        [f"hidden-character {line}:4" for line in range(1, 7)],
    ),
    "a reversal of direction by escape": ('a: "\\u202e"\n', ["hidden-character 1:4"]),
    "a hidden character in a key by escape": ('"a\\e": 1\n', ["hidden-character 1:1"]),
    "infinity": ("a: .inf\nb: [1, -.INF]\n", ["unusable-number 1:4", "unusable-number 2:8"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "faults"), FAULTS.values(), ids=FAULTS)
def test_what_is_refused_has_a_place(text: str, faults: list[str]) -> None:
    assert short(reading(text).faults) == faults


def test_several_faults_are_found_in_one_run() -> None:
    text = """\
kind: partnership
kind: organisation
title: !x Toolroom
partners:
  - organisation: *halden
    1: lead
  - {since: .inf, since: "\\e"}
<<: {}
"""
    assert short(reading(text).faults) == [
        "duplicate-key 2:1 (1:1)",
        "yaml-tag 3:8",
        "broken-alias 5:19",
        "key-not-text 6:5",
        "unusable-number 7:13",
        "duplicate-key 7:19 (7:6)",
        "hidden-character 7:26",
        "merge-key 8:1",
    ]


def test_faults_before_broken_yaml_are_found_too() -> None:
    assert short(reading("a: 1\na: 2\nb: [1\n").faults) == ["duplicate-key 2:1 (1:1)", "yaml-syntax 3:4"]


def test_the_first_of_two_values_stays() -> None:
    assert reading("a: 1\na: {b: 2}\nc: 3\n").documents == ({"a": 1, "c": 3},)


def test_what_follows_a_list_as_a_key_keeps_its_place() -> None:
    assert reading("? [a, b]\n: c\nd: e\n").documents == ({"": "c", "d": "e"},)
    assert reading("a: {{ b }}\nc: d\n").documents == ({"a": {"": None}, "c": "d"},)


def test_documents_before_broken_yaml_are_kept() -> None:
    found = reading("a: 1\n---\nb: [\n")
    assert found.documents == ({"a": 1},)
    assert short(found.faults) == ["yaml-syntax 3:5"]


def test_reading_goes_on_after_a_fault_and_keeps_the_words() -> None:
    found = reading("a: .inf\nb: *x\nc: !x [1]\n")
    assert found.documents == ({"a": ".inf", "b": None, "c": [1]},)


EXTENTS: dict[str, tuple[str, str]] = {
    "a key": ("a: 1\nab: 2\nab: 3\n", "3:1-3:3"),
    "a quoted key": ("a: 1\n'a': 2\n", "2:1-2:4"),
    "a value with its tag": ("a: !x yes\n", "1:4-1:10"),
    "a repetition": ("a: *here\n", "1:4-1:9"),
    "an opening bracket": ("? [a]\n: 1\n", "1:3-1:4"),
    "an empty key": ("{? : 1}\n", "1:4-1:5"),
}


@pytest.mark.parametrize(("text", "expected"), EXTENTS.values(), ids=EXTENTS)
def test_the_span_covers_what_is_wrong(text: str, expected: str) -> None:
    assert [extent(fault.span) for fault in reading(text).faults] == [expected]


MESSAGES: dict[str, str] = {
    "a: 1\na: 2\n": "the key `a` stands twice in the same mapping",
    "1: a\n": "`1` is a number, and keys are text",
    "no: a\ntrue: b\n": "`true` is true or false, and keys are text",
    "?\n: a\n": "this key is empty, and keys are text",
    "a: !!python/name:os y\n": "the tag !!python/name:os has no place in a record",
    "a: *b\n": "*b repeats a value that nothing before it marks with &b",
    "a: &b [*b]\n": "*b stands inside the very value it repeats",
    "<<: {}\n": "the merge key `<<` has no place in a record",
    'a: "\\x1b"\n': "an escape in this text stands for U+001B (escape), which must not be in a record",
}


@pytest.mark.parametrize(("text", "message"), MESSAGES.items())
def test_messages_say_what_is_wrong(text: str, message: str) -> None:
    assert [fault.message for fault in reading(text).faults] == [message]


LONG = "x" * 100_000


@pytest.mark.parametrize(
    "text", [f"a: *{LONG}", f"a: !{LONG} y", f"a: &{LONG} [*{LONG}]"], ids=["alias", "tag", "itself"]
)
def test_messages_stay_short_whatever_the_name(text: str) -> None:
    for fault in reading(text).faults:
        assert len(fault.message) < 250


def test_braces_of_a_template_get_a_hint() -> None:
    [fault] = reading("title: {{ name }}\n").faults
    assert fault.help == "If the braces belong to a text, put the whole text in quotes."
