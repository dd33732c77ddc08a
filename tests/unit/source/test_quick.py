"""The short cut: it is taken for the records people have, and gives way to the careful reader in good time."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkit.source import limits
from partnerkit.source.quick import quick_read
from partnerkit.source.reader import read_with_care

EXAMPLES = Path(__file__).parents[3] / "examples"
RECORDS = sorted(EXAMPLES.rglob("*.yaml"))


@pytest.mark.parametrize("file", RECORDS, ids=[str(file.relative_to(EXAMPLES)) for file in RECORDS])
def test_the_examples_are_read_by_the_short_cut_and_alike_with_care(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    quick = quick_read(text)
    assert quick is not None
    careful = read_with_care(text, "f.yaml")
    assert (repr(tuple(quick)), careful.faults) == (repr(careful.documents), ())


UNUSUAL = {
    "an anchor": "a: &x 1\n",
    "a repetition": "a: *x\n",
    "a tag": "a: !x 1\n",
    "an exclamation mark on its own": "a: ! 1\n",
    "an anchor in brackets": "[&x 1]\n",
    "an anchor behind a quoted key": '{"a":&x 1}\n',
    "an anchor on the first line": "&x a: 1\n",
    "a tag behind the mark of a document": "---!x\n",
    "an escape": 'a: "\\t"\n',
    "a merge key": "<<: {}\n",
    "the same key twice": "a: 1\na: 2\n",
    "a number as a key": "1: a\n",
    "a number in quotes as a key": "'1': a\n",
    "an empty key": "'': a\n",
    "a list as a key": "? [a]\n: b\n",
    "an unusable number": "a: .inf\n",
    "a long key": "k" * 257 + ": 1\n",
    "a deep list": "[" * 65 + "]" * 65,
    "many documents": "--- a\n" * 1_001,
    "a long text": "a: 1\n" + "#" * limits.NODES,
    "broken YAML": "a: [\n",
}


@pytest.mark.parametrize("text", UNUSUAL.values(), ids=UNUSUAL)
def test_whatever_is_out_of_the_ordinary_is_left_to_the_careful_reader(text: str) -> None:
    assert quick_read(text) is None


@pytest.mark.parametrize("text", ["R&D", "5*3", "Stop! Now!", "'a&b*c!'"])
def test_signs_within_a_text_are_nothing_out_of_the_ordinary(text: str) -> None:
    assert quick_read(f"a: {text}\n") == [{"a": text.strip("'")}]
