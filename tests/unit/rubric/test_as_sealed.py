"""What is said of an objective that counts as it was sealed."""

from __future__ import annotations

import pytest

from partnerkit.model.partnership.objectives import Objective
from partnerkit.model.sealing import lock_data
from partnerkit.model.validation import validated
from partnerkit.rubric.as_sealed import as_sealed
from partnerkit.rules.findings import Finding
from partnerkit.source.reader import read
from partnerkit.source.writing import flow

TEXT = """
id: obj-patterns
statement: Six apprentices make patterns unaided
due: 2027-07-31
indicators: [{id: unaided, unit: people, target: {value: 6, on: 2027-07-31, tolerance: 1}}]
"""
ONE = ("value: 6", "value: 4")
THREE_MORE = (("Six", "Five"), ("unit: people", "unit: sites"), ("tolerance: 1", "tolerance: 2"))
FIRST = "The target of “unaided” was 6 and is 4"
ALL = (
    "The statement was changed",
    "The unit of “unaided” was “people” and is “sites”",
    FIRST,
    "The tolerance of the target of “unaided” was 1 and is 2",
)


def objective(text: str) -> Objective:
    (data,) = read(text, "record.yaml").documents
    found = validated(Objective, data)
    assert isinstance(found, Objective), found
    return found


@pytest.mark.parametrize(
    ("changed", "is_linted", "expected"),
    [
        ((ONE,), False, (FIRST,)),
        ((ONE,), True, ()),
        ((ONE, *THREE_MORE), False, ALL),
        ((ONE, *THREE_MORE), True, ALL),
    ],
    ids=["one", "one that lint has told", "four", "four of which lint has told three"],
)
def test_what_differs_is_told_once(
    changed: tuple[tuple[str, str], ...], is_linted: bool, expected: tuple[str, ...]
) -> None:
    sealed = objective(TEXT)
    assert sealed.due is not None
    text = TEXT
    for before, after in changed:
        text = text.replace(before, after)
    now = objective(f"{text}locked: {flow(lock_data(sealed, sealed.due))}\n")
    remarks = as_sealed(now, [Finding(now, "it was changed")] if is_linted else []).remarks
    head = ("Lint reports that it was changed",) if is_linted else ()
    assert remarks == (*head, "It is compared with what was sealed", *expected)
