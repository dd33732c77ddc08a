"""Where things stand in drawings, with the places worked out by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from partnerkit.render.mermaid import label
from partnerkit.render.pictures.picture import picture_tree
from partnerkit.render.pictures.text import breadth, cut, wrapped
from partnerkit.views import blocks as b
from unit.render import gallery as g

JANUARY = b.Bar("January", date(2026, 1, 1), date(2026, 1, 31))


def timeline(*rows: b.Bar | b.Milestone, as_of: date = date(2026, 2, 1)) -> Any:
    return picture_tree(b.Timeline("Plan", rows, as_of))["drawing"]


def scale(*figures: float | str | None, tolerance: float | None = None, way: b.Way | None = None) -> Any:
    baseline, target, actual = figures
    measure = b.Measure("Scrap", baseline, target, actual, b.Badge("so far"), "%", tolerance, way)
    return picture_tree(b.Progress("Progress", (measure,)))["rows"][0]["cells"][1][0][0]


def test_a_bar_takes_its_last_day_in() -> None:
    # January and February have 59 days over 760 units: the bar ends, and the day of the page lies, after 31 of them.
    drawing = timeline(JANUARY)
    assert drawing["rows"][0]["path"].startswith("M0.0 ")
    assert "H399.3V" in drawing["rows"][0]["path"]
    assert drawing["now"]["x"] == 399.3


@pytest.mark.parametrize(
    ("bar", "expected"),
    [
        (replace(JANUARY, end=None), "H753.0L760.0 "),
        (replace(JANUARY, start=None), "M7.0 "),
        (replace(JANUARY, start=date(2026, 1, 31), end=date(2026, 1, 1)), "M12.9 "),
    ],
)
def test_open_ends_run_out_and_turned_dates_are_drawn(bar: b.Bar, expected: str) -> None:
    assert expected in timeline(bar)["rows"][0]["path"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 1, 5), date(2026, 4, 2), ["Jan 2026", "Feb", "Mar", "Apr"]),
        (date(2025, 11, 5), date(2026, 2, 2), ["Nov 2025", "Dec", "Jan 2026", "Feb"]),
        (date(2025, 11, 5), date(2027, 2, 2), ["Nov 2025", "Jan 2026", "Apr 2026", "Jul 2026", "Oct 2026", "Jan 2027"]),
        (date(2018, 1, 5), date(2029, 2, 2), [*map(str, range(2018, 2029)), ""]),
    ],
)  # fmt: skip
def test_an_axis_has_months_quarters_or_years(first: date, last: date, expected: list[str]) -> None:
    found = timeline(b.Bar("All", first, last), as_of=first)
    assert [tick["text"] for tick in found["ticks"]] == expected


@pytest.mark.parametrize(
    ("first", "last"), [(date(1, 1, 1), date(9999, 12, 31)), (date(9999, 12, 31), date(9999, 12, 31))]
)
def test_the_first_and_the_last_of_all_days_can_be_drawn(first: date, last: date) -> None:
    drawing = timeline(b.Bar("All", first, last), b.Milestone("End", last), as_of=last)
    assert drawing["ticks"]
    assert 0 <= drawing["now"]["x"] <= 760


def test_groups_stand_together_in_the_order_in_which_they_first_come() -> None:
    drawing = timeline(
        replace(JANUARY, label="one", group="Teach"),
        replace(JANUARY, label="two", group="Review"),
        replace(JANUARY, label="three", group="Teach"),
    )
    assert [group["text"] for group in drawing["groups"]] == ["Teach", "Review"]
    assert [row["title"] for row in drawing["rows"]] == ["one", "three", "two"]


def test_a_label_stands_where_it_fits() -> None:
    late = b.Milestone("A milestone late in the year with many words", date(2026, 2, 20))
    assert timeline(JANUARY, late)["rows"][1]["label"]["anchor"] == "end"
    assert timeline(JANUARY, late)["rows"][0]["label"]["anchor"] == "start"


@pytest.mark.parametrize(
    ("figures", "now", "beyond"),
    [
        ((0, 12, 6), 110, ""),  # half the way between 44 and 176
        ((40, 20, 30), 110, ""),  # as far, where the figure is to fall
        ((40, 20, 20), 176, ""),
        ((40, 20, 44), 18, ""),
        ((40, 20, 90), 8, "left"),
        ((0, 12, 99), 212, "right"),
        ((0, 12, 10**400), 212, "right"),
        ((0.1, 0.2, -1e308), 8, "left"),
        ((0, 12, float("nan")), None, ""),
        ((0, 12, None), None, ""),
    ],
)
def test_the_latest_figure_stands_between_baseline_and_target(
    figures: tuple[float, float, float | None], now: int | None, beyond: str
) -> None:
    found = scale(*figures)
    assert (found["start"], found["goal"], found["now"], found["beyond"]) == (44, 176, now, beyond)


def test_what_is_kept_has_its_target_in_the_middle() -> None:
    found = scale(92, 92, 89, tolerance=2, way="maintain")
    # The tolerance of 2 takes half of the 102 units on either side.
    assert (found["goal"], found["band"], found["now"]) == (110, [59, 161], 34)
    assert scale(None, 92, 92, way="maintain")["now"] == 110


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((None, 30, 22), "no scale: no baseline in figures"),
        ((0, None, 22), "no scale: no target in figures"),
        ((0, "all of them", 22), "no scale: no target in figures"),
        ((0, float("inf"), 22), "no scale: no target in figures"),
    ],
)
def test_without_two_figures_there_is_no_scale(figures: tuple[float | str | None, ...], told: str) -> None:
    assert scale(*figures) == {"is": "missing", "text": told}


def test_risks_stand_in_their_squares_and_nowhere_else() -> None:
    tree = picture_tree(g.MATRIX)
    found = {
        (row["level"], impact + 1): [(mark["name"], mark["hollow"]) for mark in square["marks"]]
        for row in tree["rows"]
        for impact, square in enumerate(row["squares"])
        if square["marks"]
    }
    assert found == {
        (4, 5): [("R1", True)],
        (3, 4): [("R2", True)],
        (3, 5): [("R4", True)],
        (3, 3): [("R2", False)],
        (2, 5): [("R4", False), ("R5", False)],
        (2, 4): [("R1", False)],
        (2, 2): [("R3", True)],
        (1, 2): [("R3", False)],
    }


def test_a_square_says_its_band_and_whether_it_is_over_the_appetite() -> None:
    squares = {square["name"]: square for row in picture_tree(g.MATRIX)["rows"] for square in row["squares"]}
    assert (squares["moderate 9"]["tone"], squares["moderate 9"]["framed"]) == ("note", False)
    assert (squares["high 10 ▲"]["tone"], squares["high 10 ▲"]["framed"]) == ("caution", True)
    assert squares["critical 25 ▲"]["tone"] == "alert"
    assert squares["low 1"]["tone"] == "good"


def test_risks_outside_of_the_matrix_are_counted() -> None:
    risks = (b.PlacedRisk("R1", "Far", b.Rating(9, 1), b.Rating(1, 1)), b.PlacedRisk("R2", "None"))
    told = picture_tree(b.RiskMatrix("Risks", risks))["legend"]
    assert told[2:] == ["Rated outside this matrix, and only in the table: 1.", "Not rated, and only in the table: 1."]


def test_a_full_square_says_how_many_more_there_are() -> None:
    square = picture_tree(g.many(50)["scatter"])["rows"][0]["squares"][0]
    assert (len(square["marks"]), square["marks"][0]["name"], square["more"]) == (10, "S0", 0)
    square = picture_tree(g.many(500)["scatter"])["rows"][0]["squares"][0]
    assert (len(square["marks"]), square["more"]) == (11, 89)


def test_the_corners_of_a_scatter_carry_the_names_of_its_quarters() -> None:
    rows = picture_tree(g.SCATTER)["rows"]
    assert [[square["name"] for square in row["squares"] if square["name"]] for row in rows] == [
        ["Keep satisfied", "Manage closely"], [], [], [], ["Keep an eye on", "Keep informed"],
    ]  # fmt: skip


def test_nodes_stand_in_the_column_of_their_kind_in_the_order_of_their_neighbours() -> None:
    nodes = (b.Node("a", "A", "left"), b.Node("b", "B", "left"), b.Node("x", "X", "right"), b.Node("y", "Y", "right"))
    drawing = picture_tree(b.Network("N", nodes, (b.Edge("a", "y"), b.Edge("b", "x"))))["drawing"]
    assert [(box["title"], box["x"], box["y"]) for box in drawing["boxes"]] == [
        ("A", 0, 34), ("B", 0, 84), ("Y", 510, 34), ("X", 510, 84),
    ]  # fmt: skip
    assert drawing["lines"][0]["path"] == "M250.0 53.0C380.0 53.0 380.0 53.0 503.0 53.0"


def test_edges_within_a_column_leave_and_arrive_on_its_right() -> None:
    nodes = (b.Node("a", "A", ""), b.Node("b", "B", ""))
    drawing = picture_tree(b.Network("N", nodes, (b.Edge("a", "b"), b.Edge("a", "a"), b.Edge("a", "gone"))))["drawing"]
    assert [line["path"].split("C")[0] for line in drawing["lines"]] == ["M260.0 53.0", "M260.0 47.0"]


@pytest.mark.parametrize("kinds", [1, 2, 3, 6])
def test_no_line_leaves_the_drawing(kinds: int) -> None:
    nodes = tuple(b.Node(str(place), f"Node {place}", str(place % kinds)) for place in range(30))
    edges = tuple(b.Edge(str(one), str(other)) for one in range(0, 30, 10) for other in range(one % kinds, 30, kinds))
    drawing = picture_tree(b.Network("N", nodes, edges))["drawing"]
    for line in drawing["lines"]:
        (x0, *_), (x1, *_), (x2, *_), (x3, *_) = re.findall(r"(-?[\d.]+) (-?[\d.]+)", line["path"])
        middle = (float(x0) + 3 * float(x1) + 3 * float(x2) + float(x3)) / 8
        assert 0 <= middle <= drawing["width"]


def test_steps_that_do_not_count_are_not_drawn() -> None:
    levels = picture_tree(g.LEVELS)["levels"]
    assert [level["steps"] for level in levels[:2]] == [[True, True, False], [False, False, False]]
    assert [(level["counts"], level["told"]) for level in levels] == [
        (True, "2 of 3"), (True, "0 of 3"), (True, "3 of 3"), (True, "1 of 3"), (False, ""), (False, ""),
    ]  # fmt: skip


def test_a_course_goes_from_its_first_reading_to_its_last() -> None:
    rows = picture_tree(g.TRENDS)["table"]["rows"]
    drawn = rows[2]["cells"][1][0][0]
    assert (drawn["points"], drawn["cells"]) == ("4.0,4.0 116.0,26.0", "█▁")
    assert rows[2]["cells"][4] == [["", {"is": "number", "text": "-3.2", "unit": "%"}]]
    assert rows[3]["cells"][1] == [["—"]]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [(1, [(0, 1)]), (16, [(0, 16)]), (17, [(0, 8), (8, 17)]), (40, [(0, 13), (13, 26), (26, 40)])],
)
def test_a_grid_is_cut_into_sheets_of_about_the_same_breadth(columns: int, expected: list[tuple[int, int]]) -> None:
    assert picture_tree(g.grid(columns, 2))["paper"] == expected


def test_a_row_of_a_grid_has_a_cell_for_each_column() -> None:
    grid = b.Grid("G", "Row", (b.GridColumn("A", "A"), b.GridColumn("B", "B")), (
        b.GridRow("short", ()), b.GridRow("long", (b.GridCell("1"), None, b.GridCell("3"))),
    ))  # fmt: skip
    assert [[cell and cell["text"] for cell in row["cells"]] for row in picture_tree(grid)["rows"]] == [
        [None, None],
        ["1", None],
    ]
    assert picture_tree(grid)["legend"] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Toolroom", "Toolroom"), ("Toolroom skills", "Toolroom…"), ("日本語の名前です", "日本語の…")],
)
def test_a_text_is_cut_at_its_breadth(text: str, expected: str) -> None:
    assert cut(text, 10) == expected
    assert breadth(expected) <= 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Line leaders of the second shift", ("Line leaders", "of the secon…")),
        ("Northgate", ("Northgate",)),
        ("Unternehmensberatung", ("Unternehmensb", "eratung")),
        ("", ("",)),
    ],
)
def test_a_text_is_wrapped_at_a_word(text: str, expected: tuple[str, ...]) -> None:
    assert wrapped(text, 13, 2) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann's R&D (2nd) \u2013 50 % · done", "Ann's R and D (2nd) \u2013 50 per cent · done"),
        ('click n0 "javascript:alert(1)"', "click n0 javascript alert(1)"),
        ("a --> b; end", "a - b end"),
        ("%%{init: {}}%%", "per cent per cent init per cent per cent"),
        ("#quot;<b>`x`</b>", "quot b x /b"),
        ("परियोजना é", "परियोजना é"),
        ('"', "unnamed"),
    ],
)
def test_a_label_of_mermaid_keeps_letters_digits_and_a_few_marks(text: str, expected: str) -> None:
    assert label(text) == expected
