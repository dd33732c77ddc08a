"""Whatever is written in the place of a value: what is wrong is said of that place, and in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.model.fields import Path
from partnerkit.model.kinds import KINDS
from partnerkit.model.validation import Fault, validated
from unit.model.reading import shape

MODELS: dict[str, type[Part]] = {**KINDS, "configuration": Configuration}
JUNK: list[Any] = [
    None, "", "Two words", "a/b/c", "2026-02-30", "yes", 0, -1, 12, 2.5, 10**18, True, False,
    [], [None], ["word"], [["word"]], [{}], {}, {"word": None}, {"word": "word"}, {"id": "Two words"},
]  # fmt: skip


def _paths(data: Any, path: Path = ()) -> Iterator[Path]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        if not str(step).startswith("x-"):
            yield (*path, step)
            yield from _paths(value, (*path, step))


PATHS = {name: list(_paths(shape(name))) for name in MODELS}


def _holder(data: Any, path: Path) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data


def _faults(name: str, data: Any) -> tuple[Fault, ...]:
    outcome = validated(MODELS[name], data)
    return () if isinstance(outcome, Part) else outcome


@given(st.data())
def test_a_value_that_does_not_fit_is_reported_at_its_place(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(MODELS)))
    path = data.draw(st.sampled_from(PATHS[name]))
    record = deepcopy(shape(name))
    _holder(record, path)[path[-1]] = data.draw(st.sampled_from(JUNK))
    for fault in _faults(name, record):
        assert fault.path[: len(path)] == path
        _check_words(fault)


@given(st.data())
def test_a_key_that_is_left_out_is_missed_where_it_should_stand(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(MODELS)))
    path = data.draw(st.sampled_from([path for path in PATHS[name] if isinstance(path[-1], str)]))
    record = deepcopy(shape(name))
    del _holder(record, path)[path[-1]]
    for fault in _faults(name, record):
        # Without its one key, a way to write a clause is none at all.
        assert fault.path in {path[:-1], path[:-2]}
        _check_words(fault)


@given(st.data())
def test_a_key_that_is_not_known_is_reported_as_a_key(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(MODELS)))
    paths = [path for path in [(), *PATHS[name]] if isinstance(_at(shape(name), path), dict)]
    path = data.draw(st.sampled_from(paths))
    record = deepcopy(shape(name))
    key = data.draw(st.sampled_from(["Word", "two words", "x", "X-own", "reference", "not_applicable", "word/word"]))
    if key in _at(record, path):
        return
    _at(record, path)[key] = None
    for fault in _faults(name, record):
        assert fault.path == (*path, key)
        _check_words(fault)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _check_words(fault: Fault) -> None:
    words = fault.words("as it is written", "{around: it}")
    for text in (words.message, words.help):
        # So begin the messages of pydantic that nobody has put in words.
        assert "Input should" not in text
        assert "should be" not in text
        assert "None" not in text
        assert "``" not in text
    assert words.message
    assert words.message[-1] != "."
    assert words.help == "" or words.help.endswith((".", "?"))
