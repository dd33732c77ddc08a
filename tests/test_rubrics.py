"""Every rubric: its cases, what it says of the examples, and what all checks have in common.

The table `tests/cases/rubric/by-hand.md` (and any `by-hand.md` in a folder of a rubric) says what somebody who read the
records and the rubric's page expects. Its tables have the columns rubric, partnership and point first, and what is
expected last: the level or the fraction of the point as it is printed, its word, or both with a comma between.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inside import run_inside
from partnerkit.model.fields import parts
from partnerkit.rubric.checking import all_checks
from partnerkit.rubric.scores import Checked, Fact, Point, State, standing
from rubric_cases import CASES, EXAMPLES, EXAMPLES_AS_OF, RUBRICS, case_of, case_paths, everything, of_case, of_example

# ---------------------------------------------------------------------- cases


def named(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", case_paths(), ids=named)
def test_a_record_is_scored_as_its_case_says(path: Path) -> None:
    case, score = case_of(path), of_case(path).bare
    points = {point.code: point for point in score.points}
    shown = {code: _shown(points[code], wanted) for code, wanted in case["expect"].items()}
    assert shown == case["expect"]
    whole = {"level": score.level, "word": score.word}
    assert {key: whole[key] for key in case.get("whole", {})} == case.get("whole", {})
    rows = {one.title: [list(row) for row in one.rows] for one in score.figures}
    assert {title: rows[title] for title in case.get("figures", {})} == case.get("figures", {})


def _shown(point: Point, wanted: dict[str, Any]) -> dict[str, Any]:
    """A point as far as a case speaks of it."""
    found: dict[str, Any] = {"level": point.level, "word": point.word, "remarks": list(point.remarks)}
    found["standing"] = standing(point)
    states = {one.name: one for one in point.checks}
    found["checks"] = {name: _state(states.get(name), state) for name, state in wanted.get("checks", {}).items()}
    return {key: found[key] for key in wanted}


def _state(check: Checked | None, wanted: str) -> str:
    if check is None:
        return "no such check"
    return wanted if wanted in {check.state.value, check.word} else check.state.value


def test_a_case_says_what_it_is_about_and_belongs_to_a_rubric() -> None:
    assert [named(path) for path in case_paths() if not path.read_text(encoding="utf-8").startswith("# ")] == []
    assert {path.parent.name for path in case_paths()} <= RUBRICS.keys()


# ---------------------------------------------------------------------- by hand


def _rows() -> Iterator[tuple[str, str, str, str]]:
    """The rows of the tables that were made by hand: rubric, partnership, point, what is expected."""
    for path in sorted(CASES.rglob("by-hand.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = [cell.strip(" `") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if len(cells) > 3 and cells[0] in RUBRICS:  # all else is a head, a rule or prose
                yield cells[0], cells[1], cells[2], cells[-1]


ROWS = sorted(_rows())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row[:3]))
def test_a_point_of_an_example_is_where_somebody_who_read_it_expects_it(row: tuple[str, str, str, str]) -> None:
    rubric, partnership, code, expected = row
    examples = (*of_example("calder-valley"), *of_example("two-way-street"))
    one = next(one.bare for one in examples if (one.bare.rubric, one.bare.partnership) == (rubric, partnership))
    point = next(point for point in one.points if point.code == code)
    assert expected in {standing(point), point.word, f"{standing(point)}, {point.word}"}, (standing(point), point.word)


@pytest.mark.parametrize("rubric", RUBRICS)
def test_every_point_of_the_invented_example_was_worked_out_by_hand(rubric: str) -> None:
    scores = [one.bare for one in of_example("calder-valley") if one.bare.rubric == rubric]
    asked = {(score.partnership, point.code) for score in scores for point in score.points}
    done = [(partnership, code) for name, partnership, code, _ in ROWS if name == rubric]
    assert [pair for pair, count in Counter(done).items() if count > 1] == []
    assert asked - set(done) == set()


# ---------------------------------------------------------------------- the examples


@pytest.mark.parametrize("rubric", RUBRICS)
@pytest.mark.parametrize(("example", "arguments"), [("calder-valley", ("--explain",)), ("two-way-street", ("--next",))])
def test_what_a_rubric_says_of_an_example_is_this(rubric: str, example: str, arguments: tuple[str, ...]) -> None:
    done = run_inside(
        EXAMPLES / example, "--no-cache", "--as-of", f"{EXAMPLES_AS_OF}", "score", "--rubric", rubric, *arguments
    )
    assert (done.code, done.errors) == (0, "")
    golden = CASES / rubric / f"{example}.txt"
    if os.environ.get("PARTNERKIT_BLESS"):  # then look at what git says has changed
        golden.write_bytes(done.output.encode())
    assert done.output.encode() == golden.read_bytes()


# ---------------------------------------------------------------------- what holds of every check


def test_every_check_says_in_a_sentence_what_it_asks() -> None:
    titles = {name: one.title for name, one in all_checks().items()}
    titles |= {one.name: one.title for scored in everything() for _, one in scored.checks}
    odd = {name: title for name, title in titles.items() if not re.fullmatch(r"[A-Z].{10,}[^ ]\.", title)}
    assert odd == {}


def test_no_two_checks_have_the_same_name() -> None:
    titles: dict[str, set[str]] = {}
    for scored in everything():
        for _, one in scored.checks:
            titles.setdefault(one.name, set()).add(one.title)
    assert {name: several for name, several in titles.items() if len(several) > 1} == {}
    assert [name for name in all_checks() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", name)] == []


def test_every_point_has_a_code_of_its_own() -> None:
    for scored in everything():
        codes = [point.code for point in scored.bare.points]
        assert len(set(codes)) == len(codes), (scored.bare.rubric, codes)


def test_every_check_is_met_somewhere_and_not_met_elsewhere() -> None:
    seen = {(one.name, one.state) for scored in everything() for _, one in scored.checks}
    names = {*all_checks(), *(name for name, _ in seen)}
    assert sorted(name for name in names if (name, State.MET) not in seen) == []
    assert sorted(name for name in names if (name, State.UNMET) not in seen) == []


def test_every_met_check_names_a_place_that_shows_it() -> None:
    without = {
        (scored.bare.partnership, one.name)
        for scored in everything()
        for _, one in scored.checks
        if one.state is State.MET and not one.answer.facts
    }
    assert without == set()


def test_every_fact_is_a_part_of_the_record_and_has_a_place_in_its_files() -> None:
    for scored in everything():
        known = {id(part): part for part, _ in parts(scored.record.part, ())}
        for one in _facts(scored.bare.points):
            assert id(one.part) in known, (scored.bare.rubric, scored.bare.partnership, one)
        for one in _facts(scored.placed.points):
            assert one.span is not None
            assert one.span.start is not None
            lines = scored.files[one.span.file].split("\n")
            assert one.span.excerpt == lines[one.span.start.line]


def _facts(points: tuple[Point, ...]) -> Iterator[Fact]:
    for point in points:
        if point.fact is not None:
            yield point.fact
        for check in point.checks:
            yield from check.answer.facts


def test_what_is_said_begins_small_what_is_to_be_done_with_a_capital_and_neither_ends_with_a_full_stop() -> None:
    said, todo = set(), set()
    for scored in everything():
        for _, one in scored.checks:
            said.add((one.name, one.answer.said))
            todo.add((one.name, one.answer.todo))
    assert sorted(pair for pair in said if not pair[1].strip() or pair[1][-1] == "." or "\n" in pair[1]) == []
    assert sorted(pair for pair in todo if pair[1] and (not pair[1][0].isupper() or pair[1][-1] == ".")) == []


def test_what_is_not_met_says_what_to_do_and_how_much_that_is_and_what_is_met_does_not() -> None:
    for scored in everything():
        for _, one in scored.checks:
            wants = one.state is State.UNMET
            assert (bool(one.answer.todo) and one.answer.steps > 0) or not wants, (scored.bare.partnership, one)
            assert not (one.state is State.MET and one.answer.todo), (scored.bare.partnership, one)
