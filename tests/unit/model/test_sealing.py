"""Seals of objectives: what breaks them, and what does not."""

from __future__ import annotations

import re

import pytest

from partnerkit.model.partnership.objectives import Objective
from partnerkit.model.sealing import seal_of
from partnerkit.model.validation import validated
from partnerkit.source.reader import read

OBJECTIVE = """\
id: obj-patterns
statement: Six apprentices make patterns unaided by July 2027
due: 2027-07-31
indicators:
  - id: unaided
    measure: count
    unit: people
    direction: increase
    baseline: {value: 0, on: 2026-01-10}
    target: {value: 6, on: 2027-07-31}
    interim_targets: [{value: 2, on: 2026-12-18}]
  - {id: told, measure: qualitative, baseline: {narrative: They ask at every step}}
"""


def seal(text: str) -> str:
    objective = validated(Objective, read(text, "objective.yaml").documents[0])
    assert isinstance(objective, Objective)
    return seal_of(objective)


def test_a_seal_names_its_method_and_never_changes() -> None:
    assert seal(OBJECTIVE) == "blake2b:d57e5d166de6e7923c63b30a43899782"
    assert re.fullmatch(r"blake2b:[0-9a-f]{32}", seal(OBJECTIVE))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Six apprentices", "Five apprentices"),
        ("due: 2027-07-31", "due: 2027-08-31"),
        ("id: unaided", "id: alone"),
        ("measure: count", "measure: score"),
        ("unit: people", "unit: apprentices"),
        ("direction: increase", "direction: maintain"),
        ("value: 0", "value: 1"),
        ("on: 2026-01-10", "on: 2026-01-11"),
        ("value: 6", "value: 5"),
        ("value: 6,", "value: 6, tolerance: 1,"),
        ("interim_targets: [{value: 2, on: 2026-12-18}]", "source: Log"),
        ("They ask at every step", "They ask now and then"),
    ],
)
def test_a_change_of_what_was_agreed_breaks_the_seal(before: str, after: str) -> None:
    assert before in OBJECTIVE
    assert seal(OBJECTIVE.replace(before, after)) != seal(OBJECTIVE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("statement: Six apprentices make", "statement: >\n  Six apprentices\n  make"),
        ("value: 6,", "value: 6.0,"),
        ("id: obj-patterns", "id: obj-patterns\nowners: {northgate-castings: amy-okoro}\naim: aim-patterns"),
        ("    unit: people", "    unit: people\n    source: Log\n    owner: amy-okoro\n    x-note: seen"),
        ("interim_targets:", "actuals: [{on: 2026-06-30, value: 1}]\n    interim_targets:"),
    ],
)
def test_what_was_not_agreed_and_how_it_is_written_keep_the_seal(before: str, after: str) -> None:
    assert before in OBJECTIVE
    assert seal(OBJECTIVE.replace(before, after)) == seal(OBJECTIVE)


def test_the_order_of_indicators_keeps_the_seal() -> None:
    head, first, second = re.split(r"(?m)^  (?=- )", OBJECTIVE)
    assert seal(f"{head}  {second}  {first}") == seal(OBJECTIVE)
