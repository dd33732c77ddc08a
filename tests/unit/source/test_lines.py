"""Lines end where editors end them: at LF and at CR LF, and nowhere else."""

from __future__ import annotations

import pytest

from partnerkit.source.lines import Lines

TEXT = "one\r\n\ntwo \u2028 three\nfour\x85\rfive"


@pytest.mark.parametrize(
    ("index", "place"),
    [
        (0, (0, 0)),
        (3, (0, 3)),
        (4, (0, 4)),
        (5, (1, 0)),
        (6, (2, 0)),
        (12, (2, 6)),
        (18, (3, 0)),
        (24, (3, 6)),
        (28, (3, 10)),
    ],
)
def test_positions_count_lines_and_columns_from_nought(index: int, place: tuple[int, int]) -> None:
    assert tuple(Lines("f.yaml", TEXT).position(index)) == place


def test_a_line_comes_without_its_line_break() -> None:
    lines = Lines("f.yaml", TEXT)
    assert [lines.line(number) for number in (0, 1, 2, 3, 0)] == [
        "one",
        "",
        "two \u2028 three",
        "four\x85\rfive",
        "one",
    ]


def test_a_span_carries_the_line_on_which_it_starts() -> None:
    span = Lines("f.yaml", "a\nbc\nd\n").span(3, 6)
    assert (span.start, span.end, span.excerpt) == ((1, 1), (2, 1), "bc")


def test_the_end_of_the_text_is_a_place() -> None:
    assert Lines("f.yaml", "a\n").span(2, 2).start == (1, 0)
    assert Lines("f.yaml", "").span(0, 0).excerpt == ""
