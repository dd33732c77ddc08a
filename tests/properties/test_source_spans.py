"""Spans cut the source exactly: what is cut out reads as the value, and as the key, that stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partnerkit.source.characters import decoded
from partnerkit.source.lines import Lines
from partnerkit.source.quick import Mark, quick_read
from partnerkit.source.reader import read
from partnerkit.source.spans import Path, Place, Positions, places, places_with_care
from properties.texts import dumped, texts, walk


@given(dumped())
@settings(max_examples=120)
def test_the_piece_cut_out_for_a_path_reads_as_the_value_there(written: tuple[Any, str]) -> None:
    value, text = written
    assume(decoded(text.encode(), "f.yaml")[0] is not None)
    [found] = places(text)
    for path, inner in walk(value):
        piece = text[found[path].start : found[path].end]
        assert piece == piece.strip(" \t\r\n") or piece[:1] in {"'", '"'}
        assert repr(_alone(text, found, path)) == repr(inner)


def _alone(text: str, found: Mapping[Path, Place], path: Path) -> Any:
    """The value of a piece of text, read without what stands around it, in the column where it stands."""
    place = found[path]
    # The blank lines that follow belong to a text with a bar, and to nothing else; they are not part of its piece.
    blank = re.match(r"(?:[ ]*\r?\n)*", text[place.end :])
    assert blank is not None
    piece, column = text[place.start : place.end] + blank.group(), _column(text, place.start)
    if piece[:1] in {"|", ">"} and path:
        # How deep its lines are may be said with respect to what is around it.
        outer = _column(text, found[path[:-1]].start)
        [[value]] = read(" " * outer + "-".ljust(column - outer) + piece, "f.yaml").documents
        return value
    documents = read(" " * column + piece, "f.yaml").documents
    return documents[0] if documents else None


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at) - 1


@given(dumped())
@settings(max_examples=120)
def test_the_piece_cut_out_for_a_key_reads_as_the_key(written: tuple[Any, str]) -> None:
    value, text = written
    assume(decoded(text.encode(), "f.yaml")[0] is not None)
    [found] = places(text)
    for path, _ in walk(value):
        place = found[path]
        if path and isinstance(path[-1], str):
            piece = text[place.key_start : place.key_end]
            assert _ends_before(place)
            if piece[:1] not in {"|", ">"}:
                key = yaml.load(piece, Loader=yaml.CBaseLoader)  # noqa: S506 - gives texts, lists and mappings only
                assert (key or "") == path[-1]
        else:
            assert (place.key_start, place.key_end) == (None, None)


def _ends_before(place: Place) -> bool:
    return place.key_end is not None and place.key_end <= place.start


@given(texts | dumped().map(lambda written: written[1]))
@settings(max_examples=150)
def test_the_marks_of_the_short_cut_give_the_places_that_the_careful_way_finds(text: str) -> None:
    marks: list[Mark] = []
    assume(decoded(text.encode(), "f.yaml")[0] is not None and quick_read(text, marks) is not None)
    assert [dict(found) for found in places(text, marks)] == [dict(found) for found in places_with_care(text)]


@given(dumped())
def test_every_value_lies_within_the_one_around_it(written: tuple[Any, str]) -> None:
    _, text = written
    assume(decoded(text.encode(), "f.yaml")[0] is not None)
    [found] = places(text)
    for path, place in found.items():
        outer = found[path[:-1]]
        assert outer.start <= place.start <= place.end <= outer.end


@given(texts, st.lists(st.sampled_from(["a", "b", "", 0, 1]), max_size=4), st.integers(0, 2))
@settings(max_examples=120)
def test_any_question_about_any_text_has_an_answer(text: str, path: list[str | int], document: int) -> None:
    assume(decoded(text.encode(), "f.yaml")[0] is not None)
    positions = Positions(Lines("f.yaml", text))
    for span in (positions.value(document, tuple(path)), positions.key(document, tuple(path))):
        if span.start is not None and span.end is not None:
            assert span.start <= span.end
            assert span.excerpt == text.split("\n")[span.start.line].rstrip("\r")


@given(texts)
@settings(max_examples=120)
def test_every_value_that_is_read_has_a_place_unless_it_is_repeated(text: str) -> None:
    assume(decoded(text.encode(), "f.yaml")[0] is not None and "*" not in text)
    reading = read(text, "f.yaml")
    if not reading.faults:
        for data, found in zip(reading.documents, places(text), strict=True):
            assert {path for path, _ in walk(data)} == set(found)
