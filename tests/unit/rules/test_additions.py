"""Items added to lists as edits of text: in every shape that a file may have, all else stays as it is."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from partnerkit.model.fields import Path
from partnerkit.rules.additions import Item, addition, with_item
from partnerkit.rules.edits import applied
from partnerkit.source.reader import read
from partnerkit.workspace.records import Origin, Place, Sources

FILE = "record.yaml"
ITEM = {"id": "new", "text": "Do it: now"}


class Case(NamedTuple):
    """A text, the path to a list in it, and the text expected; None if it is refused."""

    before: str
    path: Path
    after: str | None


NEW = '- id: new\n  text: "Do it: now"\n'
UNDER = '  - id: new\n    text: "Do it: now"\n'
FLOW = '{id: new, text: "Do it: now"}'

CASES = {
    "behind the last item": Case("x:\n  - id: a\n    text: b\n", ("x",), "x:\n  - id: a\n    text: b\n" + UNDER),
    "in a list that is not indented": Case("x:\n- id: a\ny: 1\n", ("x",), "x:\n- id: a\n" + NEW + "y: 1\n"),
    "before the key that follows": Case("x:\n  - id: a\ny: 1\n", ("x",), "x:\n  - id: a\n" + UNDER + "y: 1\n"),
    "before blank lines and a comment that follow": Case(
        "x:\n  - id: a\n\n# next\ny: 1\n", ("x",), "x:\n  - id: a\n" + UNDER + "\n# next\ny: 1\n"
    ),
    "behind a comment at the last item": Case(
        "x:\n  - id: a  # why\ny: 1\n", ("x",), "x:\n  - id: a  # why\n" + UNDER + "y: 1\n"
    ),
    "behind comments that belong to the last item": Case(
        "x:\n  - id: a\n    # text: b\n\n    # more\ny: 1\n", ("x",),
        "x:\n  - id: a\n    # text: b\n\n    # more\n" + UNDER + "y: 1\n",
    ),
    "before a comment level with the items": Case(
        "x:\n  - id: a\n  # - id: b\n", ("x",), "x:\n  - id: a\n" + UNDER + "  # - id: b\n"
    ),
    "with a comment at the end of the file, without a line's end": Case(
        "x:\n  - id: a\n# the end", ("x",), "x:\n  - id: a\n" + UNDER + "# the end"
    ),
    "behind a comment of the item at the very end": Case(
        "x:\n  - id: a\n    # the end", ("x",), "x:\n  - id: a\n    # the end\n" + UNDER.rstrip("\n")
    ),
    "on a last line without an end": Case("x:\n  - id: a", ("x",), "x:\n  - id: a\n" + UNDER.rstrip("\n")),
    "with the file's own line ends": Case(
        "x:\r\n  - id: a\r\n    # why\r\ny: 1\r\n", ("x",),
        "x:\r\n  - id: a\r\n    # why\r\n" + UNDER.replace("\n", "\r\n") + "y: 1\r\n",
    ),
    "with an empty line between, where the others have one": Case(
        "x:\n  - id: a\n\n  # second\n  - id: b\n", ("x",), "x:\n  - id: a\n\n  # second\n  - id: b\n\n" + UNDER
    ),
    "on one line, where the others stand on one": Case(
        "x:\n  - {id: a}\n", ("x",), "x:\n  - {id: a}\n  - " + FLOW + "\n"
    ),
    "into brackets": Case("x: [{id: a}]  # why\n", ("x",), "x: [{id: a}, " + FLOW + "]  # why\n"),
    "into empty brackets": Case("x: []\n", ("x",), "x: [" + FLOW + "]\n"),
    "into brackets with a comma at the end": Case("x: [{id: a},]\n", ("x",), "x: [{id: a}, " + FLOW + "]\n"),
    "into brackets over several lines": Case(
        "x: [\n  {id: a}\n]\n", ("x",), "x: [\n  {id: a}, " + FLOW + "\n]\n"
    ),
    "into a comment in brackets: refused": Case("x: [\n  {id: a} # why\n]\n", ("x",), None),
    "where there is no list yet": Case("a: 1\n", ("x",), "a: 1\nx:\n" + UNDER),
    "where there is none yet, on a last line without an end": Case("a: 1", ("x",), "a: 1\nx:\n" + UNDER.rstrip("\n")),
    "where there is none yet, behind what belongs to the last key": Case(
        "y:\n  - id: a\n  # - id: b\n# the end\n", ("x",), "y:\n  - id: a\n  # - id: b\n# the end\nx:\n" + UNDER
    ),
    "where there is none yet, before what stands apart": Case(
        "a: 1\n# b: 2\n\n# the end\n", ("x",), "a: 1\n# b: 2\nx:\n" + UNDER + "\n# the end\n"
    ),
    "where there is none yet, with comments and the file's own line ends": Case(
        "a: 1\r\n# b: 2\r\n", ("x",), "a: 1\r\n# b: 2\r\nx:\r\n" + UNDER.replace("\n", "\r\n")
    ),
    "where there is none yet, with the file's own line ends": Case(
        "a: 1\r\n", ("x",), "a: 1\r\nx:\r\n" + UNDER.replace("\n", "\r\n")
    ),
    "where there is none yet, in braces": Case("{a: 1}\n", ("x",), "{a: 1, x: [" + FLOW + "]}\n"),
    "where there is none yet, in an item": Case(
        "y:\n  - id: a\n    b: 1\nz: 2\n", ("y", 0, "x"),
        'y:\n  - id: a\n    b: 1\n    x:\n      - id: new\n        text: "Do it: now"\nz: 2\n',
    ),
    "in an item on one line": Case(
        "y:\n  - {id: a}\n  - {id: b}\n", ("y", 0, "x"), "y:\n  - {id: a, x: [" + FLOW + "]}\n  - {id: b}\n"
    ),
    "in an item of an item": Case(
        "y:\n  - id: a\n    z:\n      - id: b\n        x:\n          - {id: c}\n      - id: d\n", ("y", 0, "z", 0, "x"),
        "y:\n  - id: a\n    z:\n      - id: b\n        x:\n          - {id: c}\n          - " + FLOW
        + "\n      - id: d\n",
    ),
    "before a second document": Case("x:\n- id: a\n---\nb: 1\n", ("x",), "x:\n- id: a\n" + NEW + "---\nb: 1\n"),
    "before the end of the document": Case("x:\n- id: a\n...\n", ("x",), "x:\n- id: a\n" + NEW + "...\n"),
    "behind a text in block style": Case(
        "x:\n  - id: a\n    text: |\n      one\n\n      two\n\ny: 1\n", ("x",),
        "x:\n  - id: a\n    text: |\n      one\n\n      two\n" + UNDER + "\ny: 1\n",
    ),
    "among letters beyond ASCII": Case("x:\n- id: é\n  b: 日本 🎓\n", ("x",), "x:\n- id: é\n  b: 日本 🎓\n" + NEW),
    "to what is no list: refused": Case("x: {a: 1}\n", ("x",), None),
    "to an empty value: refused": Case("x:\ny: 1\n", ("x",), None),
    "to a shared list: refused": Case("x: &a\n  - id: a\n", ("x",), None),
    "to a list behind an alias: refused": Case("y: &a\n  - id: a\nx: *a\n", ("x",), None),
    "into a shared mapping: refused": Case("y: &a {b: 1}\nz: *a\n", ("y", "x"), None),
}  # fmt: skip


def added(before: str, origin: Origin, path: Path, item: Item) -> str | None:
    edit = addition(item, Place(origin, path), Sources({FILE: before, "x.yaml": before}.get))
    return None if edit is None else applied(before, (edit,))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_item_is_added(case: Case) -> None:
    assert added(case.before, Origin((FILE, 0)), case.path, Item(ITEM)) == case.after


ACCEPTED = {name: case for name, case in CASES.items() if case.after is not None}


@pytest.mark.parametrize("case", ACCEPTED.values(), ids=ACCEPTED)
def test_the_text_expected_in_this_table_means_what_it_should(case: Case) -> None:
    """The table is written by hand; YAML itself says whether the item was added and nothing else was changed."""
    before, after = read(case.before, FILE), read(case.after or "", FILE)
    assert not after.faults
    assert list(after.documents) == with_item(before.documents, 0, case.path, ITEM)


def test_an_item_too_long_for_a_line_stands_on_several() -> None:
    long = {"id": "new", "text": "word " * 30 + "end"}
    after = added("x:\n  - {id: a}\n", Origin((FILE, 0)), ("x",), Item(long))
    assert after is not None
    assert after.startswith("x:\n  - {id: a}\n  - id: new\n    text: >-\n      word")
    assert read(after, FILE).documents == ({"x": [{"id": "a"}, long]},)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- id: a\n", "- id: a\n" + NEW),
        ("- id: a\n# the end\n", "- id: a\n" + NEW + "# the end\n"),
        ("[]\n", "[" + FLOW + "]\n"),
        ("", NEW),
        ("# Nothing yet.\n", "# Nothing yet.\n" + NEW),
        ("# Nothing yet.", "# Nothing yet.\n" + NEW),
        ("# Nothing yet.\r\n", "# Nothing yet.\r\n" + NEW.replace("\n", "\r\n")),
    ],
)
def test_a_section_in_a_file_of_its_own_gets_it_there(before: str, after: str) -> None:
    origin = Origin((FILE, 0), {"x": ("x.yaml", 0)})
    assert added(before, origin, ("x",), Item(ITEM)) == after
    assert list(read(after, FILE).documents) == with_item(read(before, FILE).documents, 0, (), ITEM)


def test_comments_come_along_where_there_is_room_for_them() -> None:
    item = Item(ITEM, ("# An item.", "id: new  # its id", 'text: "Do it: now"', "# due: 2026-03-10"))
    block = '# An item.\n- id: new  # its id\n  text: "Do it: now"\n  # due: 2026-03-10\n'
    assert added("x:\n- id: a\n", Origin((FILE, 0)), ("x",), item) == "x:\n- id: a\n" + block
    assert added("x: [{id: a}]\n", Origin((FILE, 0)), ("x",), item) == "x: [{id: a}, " + FLOW + "]\n"
    twice = added("x:\n- id: a\n" + block, Origin((FILE, 0)), ("x",), Item({"id": "b"}))
    assert twice == "x:\n- id: a\n" + block + "- id: b\n"


def test_a_list_in_another_document_of_the_file_is_the_one_that_is_meant() -> None:
    before = "x:\n- id: a\n---\nx:\n- id: b\n"
    assert added(before, Origin((FILE, 1)), ("x",), Item(ITEM)) == before + NEW
    documents: Any = with_item(read(before, FILE).documents, 1, ("x",), ITEM)
    assert documents == [{"x": [{"id": "a"}]}, {"x": [{"id": "b"}, ITEM]}]


def test_a_file_that_cannot_be_had_any_more_is_not_edited() -> None:
    assert addition(Item(ITEM), Place(Origin((FILE, 0)), ("x",)), Sources(lambda _file: None)) is None
