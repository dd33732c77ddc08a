"""YAML 1.2 at its edges: what is taken and what is refused, fixed so that no change goes unnoticed.

The outcome is what a record needs, not what the specification of YAML would allow.
"""

from __future__ import annotations

from typing import Any

import pytest

from partnerkit.source.reader import read
from unit.source.places import short

VALID: dict[str, tuple[str, list[Any]]] = {
    "a colon without a space belongs to the text": ("at: 12:30\nurl: x:y\n", [{"at": "12:30", "url": "x:y"}]),
    "a hash without a space belongs to the text": ("unit: A#1\n", [{"unit": "A#1"}]),
    "a comment needs a space before it": ("a: 1 #2\nb: '#3'\n", [{"a": 1, "b": "#3"}]),
    "commas and brackets outside of brackets are text": ("a: b, [c] {d}\n", [{"a": "b, [c] {d}"}]),
    "a value may start on the next line": ("a:\n  b\nc:\n  'd'\n", [{"a": "b", "c": "d"}]),
    "a hyphen may belong to a text": ("- -1\n- - a\n- a - b\n- -x\n", [[-1, ["a"], "a - b", "-x"]]),
    "indentation of a list may change from list to list": ("a:\n    - 1\nb:\n - 2\n", [{"a": [1], "b": [2]}]),
    "a text with a bar says its own indentation": ("a: |2\n    b\n   c\n", [{"a": "  b\n c\n"}]),
    "a text with a bar may be empty": ("a: |\nb: >-\n", [{"a": "", "b": ""}]),
    "a hash within a text with a bar is text": ("a: |\n  # b\n  c\n", [{"a": "# b\nc\n"}]),
    "hyphens within a text with a bar are text": ("a: |\n  ---\n  ...\n", [{"a": "---\n...\n"}]),
    "an indented line in a folded text keeps its break": ("a: >\n  b\n    c\n  d\n", [{"a": "b\n  c\nd\n"}]),
    "a backslash at the end of a line joins": ('a: "b\\\n  c"\n', [{"a": "bc"}]),
    "single quotes know no escapes": ("a: 'b\\n'\n", [{"a": "b\\n"}]),
    "letters by number": ('a: "\\u00e9\\x41\\U0001F600"\n', [{"a": "éA\U0001f600"}]),
    "a comma at the end of brackets": ("a: [1, 2,]\nb: {c: 1,}\n", [{"a": [1, 2], "b": {"c": 1}}]),
    "a key in brackets makes a mapping": ("a: [b: 1, c]\n", [{"a": [{"b": 1}, "c"]}]),
    "a word in braces is a key without a value": ("a: {b, c: 1}\n", [{"a": {"b": None, "c": 1}}]),
    "quoted keys in braces need no space": ('{"a":1,"b":[2]}', [{"a": 1, "b": [2]}]),
    "plain keys in braces do": ("{a:1}", [{"a:1": None}]),
    "braces may end as far left as their key": ("a: {\n  b: 1\n}\nc: 2\n", [{"a": {"b": 1}, "c": 2}]),
    "a key may hold spaces and signs": ("a b (c): 1\nd/e: 2\n", [{"a b (c)": 1, "d/e": 2}]),
    "a tab may stand between key and value": ("a:\t1\nb: 2\t# c\n", [{"a": 1, "b": 2}]),
    "a document may begin on the line of its mark": ("--- a\n--- |\n b\n", ["a", "b\n"]),
    "blank lines mean nothing between values": ("\n\na: 1\n\n\nb: 2\n\n", [{"a": 1, "b": 2}]),
    "an anchor on a whole list": ("a: &x\n  - 1\nb: *x\n", [{"a": [1], "b": [1]}]),
    "a comment glued to closing quotes, as libyaml sees it": ("a: 'b'#c\n", [{"a": "b"}]),
    "a question mark before a long key": ("? a\n:\n  - b\n", [{"a": ["b"]}]),
}

REFUSED: dict[str, tuple[str, list[str]]] = {
    "a tab before a key": ("a: 1\n\tb: 2\n", ["yaml-syntax 2:1"]),
    "a key of several lines": ('"a\n b": 1\n', ["yaml-syntax 2:2"]),
    "a list in a list item's text": ("- a\n  - b: c\n", ["yaml-syntax 2:5"]),
    "a mark of a document within quotes": ('a: "b\n--- c"\n', ["yaml-syntax 1:4"]),
    "an anchor on a repetition": ("a: &x 1\nb: &y *x\n", ["yaml-syntax 2:7"]),
    "two tags": ("a: !!str !!str b\n", ["yaml-syntax 1:10"]),
    "an unknown tag handle": ("a: !e!tag b\n", ["yaml-syntax 1:4"]),
    "a tag that is not closed": ("a: !<tag:x b\n", ["yaml-syntax 1:4"]),
    "a percent sign at the beginning of a value": ("a: %b\n", ["yaml-syntax 1:4"]),
    "a mapping on the line of the document's mark": ("--- a: 1\n", ["yaml-syntax 1:6"]),
    "brackets closed by braces": ("[a}\n", ["yaml-syntax 1:3"]),
    "a lone colon in a list": ("- :\n", ["yaml-syntax 1:3"]),
    "a lone quote": ("a: '\n", ["yaml-syntax 1:4"]),
    "a set with question marks": ("? a\n? [b]\n", ["key-not-text 2:3"]),
}


@pytest.mark.parametrize(("text", "documents"), VALID.values(), ids=VALID)
def test_snippets_that_are_read(text: str, documents: list[Any]) -> None:
    reading = read(text, "f.yaml")
    assert short(reading.faults) == []
    assert repr(list(reading.documents)) == repr(documents)


@pytest.mark.parametrize(("text", "faults"), REFUSED.values(), ids=REFUSED)
def test_snippets_that_are_refused(text: str, faults: list[str]) -> None:
    assert short(read(text, "f.yaml").faults) == faults
