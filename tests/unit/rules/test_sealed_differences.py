"""What is said of an objective that is not what was sealed, and where it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from partnerkit.model.partnership.objectives import Objective
from partnerkit.model.sealing import lock_data
from partnerkit.model.validation import validated
from partnerkit.rules.objectives._differences import differences, told
from partnerkit.source.reader import read
from partnerkit.source.writing import flow

TEXT = """
id: obj-patterns
statement: Six apprentices make patterns unaided
due: 2027-07-31
indicators:
  - id: unaided
    measure: count
    unit: people
    direction: increase
    baseline: {value: 0, on: 2026-01-10, source: Supervisor check}
    target: {value: 1250, on: 2027-07-31, tolerance: 1}
    interim_targets: [{value: 3, on: 2026-12-31}]
  - id: scrap-rate
    title: Scrap
    target: {narrative: Hardly any}
"""

CASES: Mapping[str, tuple[tuple[str, str], str, list[str]]] = {
    "a target": (("value: 1250", "value: 3.25"), "target.value", ["the target of “unaided” was 1,250 and is 3.25"]),
    "a target that is only a day now": (
        ("{value: 1250, on: 2027-07-31, tolerance: 1}", "{on: 2027-07-31, tolerance: 1}"), "target.value",
        ["the target of “unaided” was 1,250 and is gone"],
    ),
    "a target that is gone": (
        ("    target: {value: 1250, on: 2027-07-31, tolerance: 1}\n", ""), "indicator.target",
        ["the target of “unaided” was 1,250 and is gone"],
    ),
    "a target in words that is gone": (
        ("    target: {narrative: Hardly any}\n", ""), "indicator.target", ["the target of “Scrap” is gone"],
    ),
    "a baseline that is new": (
        ("    title: Scrap\n", "    title: Scrap\n    baseline: {value: 6}\n"), "indicator.baseline",
        ["the baseline of “Scrap” was not set and is 6"],
    ),
    "the day of a target": (
        ("value: 1250, on: 2027-07-31", "value: 1250, on: 2028-07-31"), "target.on",
        ["the day of the target of “unaided” was 31 July 2027 and is 31 July 2028"],
    ),
    "a tolerance that is new": (
        ("{narrative: Hardly any}", "{narrative: Hardly any, tolerance: 2}"), "target.tolerance",
        ["the tolerance of the target of “Scrap” was not set and is 2"],
    ),
    "a target in other words": (
        ("Hardly any", "Less"), "target.narrative", ["the words of the target of “Scrap” were changed"],
    ),
    "the source of a baseline": (
        ("Supervisor check", "A guess"), "baseline.source", ["the source of the baseline of “unaided” was changed"],
    ),
    "the unit": (("people", "sites"), "indicator.unit", ["the unit of “unaided” was “people” and is “sites”"]),
    "a direction that is gone": (
        ("    direction: increase\n", ""), "indicator.direction",
        ["the direction of “unaided” was “increase” and is gone"],
    ),
    "an interim target": (
        ("value: 3,", "value: 2,"), "indicator.interim_targets", ["the interim targets of “unaided” were changed"],
    ),
    "the statement": (("Six", "Five"), "objective.statement", ["the statement was changed"]),
    "the day it is due": (
        ("due: 2027-07-31", "due: 2027-12-31"), "objective.due",
        ["the day it is due was 31 July 2027 and is 31 December 2027"],
    ),
    "an indicator under another id": (
        ("id: scrap-rate", "id: scrap"), "indicator.",
        ["the indicator “Scrap” is new", "the indicator “scrap rate” is gone"],
    ),
    "an indicator's own title": (("title: Scrap", "title: Waste"), "", []),
    "a whole number that is written with a point": (("value: 1250,", "value: 1250.0,"), "", []),
}  # fmt: skip


def objective(text: str) -> Objective:
    (data,) = read(text, "record.yaml").documents
    found = validated(Objective, data)
    assert isinstance(found, Objective), found
    return found


def sealed(*, copy: bool = True) -> str:
    """The objective with its seal, as text."""
    lock = lock_data(objective(TEXT), date(2026, 2, 20))
    kept = lock if copy else {name: value for name, value in lock.items() if name != "agreed"}
    return f"locked: {flow(kept)}\n"


@pytest.mark.parametrize("name", CASES)
def test_a_difference_is_told_and_shown(name: str) -> None:
    replacement, place, expected = CASES[name]
    assert replacement[0] in TEXT
    found = differences(objective(TEXT.replace(*replacement) + sealed()))
    assert [one.words for one in found] == expected
    if found:
        part, _, field = place.partition(".")
        assert (type(found[0].part).__name__.lower(), found[0].field) == (part, field)


def test_without_a_copy_nothing_can_be_told() -> None:
    one = objective(TEXT.replace("value: 1250", "value: 3") + sealed(copy=False))
    assert differences(one) == ()
    assert told(differences(one)) == ""


def test_three_are_told_and_the_others_counted() -> None:
    text = TEXT.replace("Six", "Five").replace("value: 1250", "value: 9").replace("people", "sites")
    three = objective(text + sealed())
    assert told(differences(three)) == (
        ": the statement was changed; the unit of “unaided” was “people” and is “sites”; "
        "the target of “unaided” was 1,250 and is 9"
    )
    five = objective(text.replace("Hardly", "Not").replace("value: 3,", "value: 2,") + sealed())
    assert told(differences(five)) == f"{told(differences(three))}, and 2 more"
