"""Fixes as edits of text: what is put in, put in the place of something, or taken away; all else stays as it is."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from partnerkit.model.base import Part
from partnerkit.model.fields import Path
from partnerkit.rules.edits import applied, changed_keys, mending
from partnerkit.rules.findings import Fix, Replacement
from partnerkit.source.reader import read
from partnerkit.workspace.records import Origin, Record, Sources

FILE = "record.yaml"
PART = Part()


class Case(NamedTuple):
    """A text, the path to a mapping in it, a key with its new value (none: to be taken away), and the text expected."""

    before: str
    path: Path
    key: str
    value: str | None
    after: str | None


def after_fix(before: str, path: Path, *edits: tuple[str, str | None]) -> str | None:
    """The text after a fix of the mapping at a path; None if the fix is refused."""
    record = Record("partnership", "x", PART, Origin((FILE, 0)))
    fix = Fix("mend it", tuple(Replacement(PART, key, value) for key, value in edits), safe=True)
    found = mending(fix, lambda _part: path, record, Sources({FILE: before}.get))
    return None if found is None else applied(before, found.edits)


INSERTIONS = {
    "behind the last key": Case("a: 1\nb: 2\n", (), "c", "3", "a: 1\nb: 2\nc: 3\n"),
    "on a last line without an end": Case("a: 1", (), "c", "3", "a: 1\nc: 3"),
    "with the file's own line ends": Case("a: 1\r\nb: 2\r\n", (), "c", "3", "a: 1\r\nb: 2\r\nc: 3\r\n"),
    "behind a comment at the last key": Case("a: 1  # why\n", (), "c", "3", "a: 1  # why\nc: 3\n"),
    "before the comment that follows": Case(
        "x:\n  a: 1\n# next\ny: 2\n", ("x",), "c", "3", "x:\n  a: 1\n  c: 3\n# next\ny: 2\n"
    ),
    "before the blank lines that follow": Case(
        "x:\n  a: 1\n\n\ny: 2\n", ("x",), "c", "3", "x:\n  a: 1\n  c: 3\n\n\ny: 2\n"
    ),
    "into an item of a list": Case(
        "x:\n  - a: 1\n    b: 2\n  - a: 3\n", ("x", 0), "c", "3", "x:\n  - a: 1\n    b: 2\n    c: 3\n  - a: 3\n"
    ),
    "into the last item of a list": Case("x:\n- a: 1\n- a: 3\n", ("x", 1), "c", "3", "x:\n- a: 1\n- a: 3\n  c: 3\n"),
    "into an item that is a mapping in a mapping": Case(
        "x:\n  - a: 1\n    y:\n      b: 2\n    z: 4\n", ("x", 0, "y"), "c", "3",
        "x:\n  - a: 1\n    y:\n      b: 2\n      c: 3\n    z: 4\n",
    ),
    "behind a nested mapping": Case(
        "x:\n  y:\n    b: 2\nz: 4\n", ("x",), "c", "3", "x:\n  y:\n    b: 2\n  c: 3\nz: 4\n"
    ),
    "behind a nested list": Case(
        "x:\n  y:\n    - 1\n    - 2\nz: 4\n", ("x",), "c", "3", "x:\n  y:\n    - 1\n    - 2\n  c: 3\nz: 4\n"
    ),
    "behind a text in block style": Case(
        "x:\n  a: |\n    one\n\n    two\nz: 4\n", ("x",), "c", "3", "x:\n  a: |\n    one\n\n    two\n  c: 3\nz: 4\n"
    ),
    "behind a text over several lines": Case(
        'x:\n  a: "one\n    two"\nz: 4\n', ("x",), "c", "3", 'x:\n  a: "one\n    two"\n  c: 3\nz: 4\n'
    ),
    "behind a mapping in flow style": Case(
        "x:\n  a: {b: 1,\n    d: 2}\nz: 4\n", ("x",), "c", "3", "x:\n  a: {b: 1,\n    d: 2}\n  c: 3\nz: 4\n"
    ),
    "of a mapping in flow style": Case("a: 1\n", (), "c", "{on: 2026-03-10}", "a: 1\nc: {on: 2026-03-10}\n"),
    "into a mapping in flow style": Case("x: {a: 1}\n", ("x",), "c", "3", "x: {a: 1, c: 3}\n"),
    "into one with spaces": Case("x: { a: 1 }\n", ("x",), "c", "3", "x: { a: 1, c: 3 }\n"),
    "into one with a comma at the end": Case("x: {a: 1,}\n", ("x",), "c", "3", "x: {a: 1, c: 3}\n"),
    "into one in a list in flow style": Case(
        "x: [{a: 1}, {a: 2}]\n", ("x", 0), "c", "3", "x: [{a: 1, c: 3}, {a: 2}]\n"
    ),
    "into one whose last value is a brace in quotes": Case('x: {a: "}"}\n', ("x",), "c", "3", 'x: {a: "}", c: 3}\n'),
    "into one over several lines": Case(
        "x: {\n  a: 1,\n  b: 2\n}\n", ("x",), "c", "3", "x: {\n  a: 1,\n  b: 2, c: 3\n}\n"
    ),
    "into one with a comment further up": Case(
        "x: {\n  a: 1,  # one\n  b: 2\n}\n", ("x",), "c", "3", "x: {\n  a: 1,  # one\n  b: 2, c: 3\n}\n"
    ),
    "into one before a comment on its line": Case("x: {a: 1}  # why\n", ("x",), "c", "3", "x: {a: 1, c: 3}  # why\n"),
    "into one with a # in a value": Case("x: {a: '#1'}\n", ("x",), "c", "3", "x: {a: '#1', c: 3}\n"),
    "into a comment: refused": Case("x: {\n  a: 1  # one\n}\n", ("x",), "c", "3", None),
    "into a shared mapping: refused": Case("x: &x {a: 1}\ny: *x\n", ("x",), "c", "3", None),
    "into a shared mapping in block style: refused": Case("x: &x\n  a: 1\ny: *x\n", ("x",), "c", "3", None),
    "where only an alias stands: refused": Case("x: &x {a: 1}\ny: *x\n", ("y",), "c", "3", None),
    "into what lies behind an alias: refused": Case("x: &x {a: {b: 1}}\ny: *x\n", ("y", "a"), "c", "3", None),
    "into a mapping with a tag: refused": Case("x: !!map {a: 1}\n", ("x",), "c", "3", None),
    "into what is not there: refused": Case("a: 1\n", ("x",), "c", "3", None),
    "among letters beyond ASCII": Case("é: 日本 🎓\n", (), "c", "3", "é: 日本 🎓\nc: 3\n"),
    "before the end of the document": Case("a: 1\n...\n", (), "c", "3", "a: 1\nc: 3\n...\n"),
    "before a second document": Case("a: 1\n---\na: 2\n", (), "c", "3", "a: 1\nc: 3\n---\na: 2\n"),
}  # fmt: skip

REPLACEMENTS = {
    "a plain value": Case("a: 1\nb: 2\n", (), "a", "3", "a: 3\nb: 2\n"),
    "a value in quotes": Case("a: '1'\nb: 2\n", (), "a", '"3"', 'a: "3"\nb: 2\n'),
    "a value before a comment": Case("a: 1   # why\n", (), "a", "3", "a: 3   # why\n"),
    "a value on the last line": Case("a: 1", (), "a", "3", "a: 3"),
    "a value before the file's own line end": Case("a: 1\r\nb: 2\r\n", (), "a", "3", "a: 3\r\nb: 2\r\n"),
    "a value in flow style": Case("x: {a: 1,b: 2}\n", ("x",), "a", "3", "x: {a: 3,b: 2}\n"),
    "a value in an item": Case("x:\n  - {a: 1}\n  - {a: 1}\n", ("x", 1), "a", "3", "x:\n  - {a: 1}\n  - {a: 3}\n"),
    "a text in block style": Case("a: |\n  one\n  two\nb: 2\n", (), "a", "3", "a: 3\nb: 2\n"),
    "a text over several lines": Case("a: one\n  two\nb: 2\n", (), "a", "3", "a: 3\nb: 2\n"),
    "a mapping in flow style": Case("a: {b: [1, 2]}\nc: 2\n", (), "a", "3", "a: 3\nc: 2\n"),
    "a value whose key is in quotes": Case("\"a\": 1\n'b': 2\n", (), "a", "3", "\"a\": 3\n'b': 2\n"),
    "the first of two values with one key": Case("a: 1\na: 2\n", (), "a", "3", "a: 3\na: 2\n"),
    "a value with an anchor: refused": Case("a: &a 1\nb: *a\n", (), "a", "3", None),
    "an alias: refused": Case("a: &a 1\nb: *a\n", (), "b", "3", None),
    "a value with a tag: refused": Case("a: !!str 1\n", (), "a", "3", None),
    "a value that is empty: refused": Case("a:\nb: 2\n", (), "a", "3", None),
    "a key alone in flow style: refused": Case("x: {a}\n", ("x",), "a", "3", None),
}  # fmt: skip

REMOVALS = {
    "the first key": Case("a: 1\nb: 2\n", (), "a", None, "b: 2\n"),
    "the last key": Case("a: 1\nb: 2\n", (), "b", None, "a: 1\n"),
    "the last key of a file without an end": Case("a: 1\nb: 2", (), "b", None, "a: 1\n"),
    "a line with the file's own end": Case("a: 1\r\nb: 2\r\nc: 3\r\n", (), "b", None, "a: 1\r\nc: 3\r\n"),
    "a key among comments": Case(
        "a: 1  # one\n# two\nb: 2\n# three\nc: 3\n", (), "b", None, "a: 1  # one\n# two\n# three\nc: 3\n"
    ),
    "a key with spaces behind its value": Case("a: 1\nb: 2  \nc: 3\n", (), "b", None, "a: 1\nc: 3\n"),
    "a key in an item": Case("x:\n  - a: 1\n    b: 2\n    c: 3\n", ("x", 0), "b", None, "x:\n  - a: 1\n    c: 3\n"),
    "a key with a text in block style": Case("a: |\n  one\n  two\nb: 2\n", (), "a", None, "b: 2\n"),
    "a key with a list": Case("a: 1\nb:\n  - 1\n  - 2\nc: 3\n", (), "b", None, "a: 1\nc: 3\n"),
    "a key without a value: refused": Case("a: 1\nb:\nc: 3\n", (), "b", None, None),
    "the first of a mapping in flow style": Case("x: {a: 1, b: 2}\n", ("x",), "a", None, "x: {b: 2}\n"),
    "one in the middle of it": Case("x: {a: 1, b: 2, c: 3}\n", ("x",), "b", None, "x: {a: 1, c: 3}\n"),
    "the last of it": Case("x: {a: 1, b: 2}\n", ("x",), "b", None, "x: {a: 1}\n"),
    "the last of it with a comma": Case("x: {a: 1, b: 2,}\n", ("x",), "b", None, "x: {a: 1, }\n"),
    "the only one of it": Case("x: {a: 1}\n", ("x",), "a", None, "x: {}\n"),
    "one with a comma in quotes before it": Case('x: {"p,q": "r,"}\n', ("x",), "p,q", None, "x: {}\n"),
    "the first of several lines": Case("x: {a: 1,\n  b: 2}\n", ("x",), "a", None, "x: {\n  b: 2}\n"),
    "the last of several lines": Case("x: {a: 1,\n  b: 2}\n", ("x",), "b", None, "x: {a: 1}\n"),
    "one before a comment in flow style": Case(
        "x: {a: 1,  # one\n  b: 2}\n", ("x",), "a", None, "x: {  # one\n  b: 2}\n"
    ),
    "the first key of an item, at the hyphen: refused": Case("x:\n  - a: 1\n    b: 2\n", ("x", 0), "a", None, None),
    "the only key in block style: refused": Case("x:\n  a: 1\ny: 2\n", ("x",), "a", None, None),
    "a value with a comment, which would be lost: refused": Case("a: 1\nb: 2  # why\n", (), "b", None, None),
    "what follows a comment in flow style: refused": Case("x: {a: 1,  # one\n  b: 2}\n", ("x",), "b", None, None),
    "an item of a list: refused": Case("x: [1, 2]\n", (), "x", None, None),
    "what is not there: refused": Case("a: 1\n", (), "b", None, None),
    "a value with an anchor: refused": Case("a: &a 1\nb: *a\n", (), "a", None, None),
}  # fmt: skip


@pytest.mark.parametrize("case", INSERTIONS.values(), ids=INSERTIONS)
def test_a_key_is_put_in(case: Case) -> None:
    assert after_fix(case.before, case.path, (case.key, case.value)) == case.after


@pytest.mark.parametrize("case", REPLACEMENTS.values(), ids=REPLACEMENTS)
def test_a_value_is_put_in_the_place_of_another(case: Case) -> None:
    assert after_fix(case.before, case.path, (case.key, case.value)) == case.after


@pytest.mark.parametrize("case", REMOVALS.values(), ids=REMOVALS)
def test_a_key_is_taken_away(case: Case) -> None:
    assert after_fix(case.before, case.path, (case.key, case.value)) == case.after


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


ALL = {**INSERTIONS, **REPLACEMENTS, **REMOVALS}
ACCEPTED = {name: case for name, case in ALL.items() if case.after is not None and "two values" not in name}


@pytest.mark.parametrize("case", ACCEPTED.values(), ids=ACCEPTED)
def test_the_text_expected_in_these_tables_means_what_it_should(case: Case) -> None:
    """The tables are written by hand; YAML itself says whether each of them changes that key and no other."""
    before, after = read(case.before, FILE), read(case.after or "", FILE)
    assert not after.faults
    expected = before.documents
    mapping = _at(expected[0], case.path)
    if case.value is None:
        del mapping[case.key]
    else:
        mapping[case.key] = read(case.value, FILE).documents[0]
    assert after.documents == expected
    assert changed_keys(read(case.before, FILE).documents, after.documents) == 1


# ---------------------------------------------------------------------- several edits of one fix


@pytest.mark.parametrize(("before", "path", "after"), [
    ("x: {on: 1, value: 0}\n", ("x",), "x: {on: 1, status: none}\n"),
    ("x: {value: 0, on: 1}\n", ("x",), "x: {on: 1, status: none}\n"),
    ("x: {on: 1, value: 0, status: final}\n", ("x",), "x: {on: 1, status: none}\n"),
    ("x: {status: final, on: 1, value: 0}\n", ("x",), "x: {status: none, on: 1}\n"),
    ("x:\n  - on: 1\n    value: 0\n    note: n\n", ("x", 0), "x:\n  - on: 1\n    note: n\n    status: none\n"),
    ("x:\n  - on: 1\n    note: n\n    value: 0\n  - on: 2\n", ("x", 0),
     "x:\n  - on: 1\n    note: n\n    status: none\n  - on: 2\n"),
    ("x:\r\n  - on: 1\r\n    value: 0\r\n", ("x", 0), "x:\r\n  - on: 1\r\n    status: none\r\n"),
    ("x:\n  - on: 1\n    status: final  # sure\n    value: 0\n", ("x", 0), "x:\n  - on: 1\n    status: none  # sure\n"),
])  # fmt: skip
def test_a_key_is_taken_away_and_another_put_in(before: str, path: Path, after: str) -> None:
    assert after_fix(before, path, ("value", None), ("status", "none")) == after


def test_the_edits_of_a_fix_are_made_together_or_not_at_all() -> None:
    assert after_fix("a: 1\nb: 2  # kept\n", (), ("a", "3"), ("b", None)) is None


def test_a_file_that_cannot_be_had_any_more_is_not_edited() -> None:
    record = Record("partnership", "x", PART, Origin((FILE, 0)))
    fix = Fix("mend it", (Replacement(PART, "a", "3"),), safe=False)
    assert mending(fix, lambda _part: (), record, Sources(lambda _file: None)) is None


def test_a_section_in_a_file_of_its_own_is_edited_there() -> None:
    record = Record(
        "partnership", "x", PART, Origin((FILE, 0), {"risks": ("risks.yaml", 0)}, {"meetings": (("m.yaml", 0),)})
    )
    sources = Sources({FILE: "a: 1\n", "risks.yaml": "- b: 2\n", "m.yaml": "on: 1\n"}.get)
    fix = Fix("mend it", (Replacement(PART, "c", "3"),), safe=True)
    in_section = mending(fix, lambda _part: ("risks", 0), record, sources)
    in_item = mending(fix, lambda _part: ("meetings", 0), record, sources)
    assert in_section is not None
    assert in_item is not None
    found = [(edit.file, edit.text) for edit in (*in_section.edits, *in_item.edits)]
    assert found == [("risks.yaml", "\n  c: 3"), ("m.yaml", "\nc: 3")]


def test_a_mending_says_what_it_does_and_whether_it_is_safe() -> None:
    record = Record("partnership", "x", PART, Origin((FILE, 0)))
    for is_safe in (True, False):
        fix = Fix("Write `a: 3`.", (Replacement(PART, "a", "3"),), safe=is_safe)
        found = mending(fix, lambda _part: (), record, Sources({FILE: "a: 1\n"}.get))
        assert found is not None
        assert (found.message, found.is_safe) == ("Write `a: 3`.", is_safe)


# ---------------------------------------------------------------------- what has changed


@pytest.mark.parametrize(("before", "after", "count"), [
    ({"a": 1}, {"a": 1}, 0),
    ({"a": 1}, {"a": 2}, 1),
    ({"a": 1}, {"a": 1, "b": {"c": 1, "d": 2}}, 1),
    ({"a": 1, "b": {"c": 1}}, {"a": 1}, 1),
    ({"a": 1}, {"b": 1}, 2),
    ({"x": {"a": 1, "b": 2}, "y": 1}, {"x": {"a": 2, "b": 3}, "y": 1}, 2),
    ([{"a": 1}, {"a": 2}], [{"a": 1}, {"a": 3}], 1),
    ([1, 2], [1], 1),
    ([1], (1,), 1),
    ({"a": 1}, {"a": True}, 1),
    ({"a": 1}, {"a": 1.0}, 1),
    ({"a": {"b": 1}}, {"a": None}, 1),
    ({"a": "1"}, {"a": 1}, 1),
])  # fmt: skip
def test_keys_that_changed_are_counted_where_they_changed(before: Any, after: Any, count: int) -> None:
    assert changed_keys(before, after) == count
