"""Written data are read again as what they were, and look as a person would write them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkit.source.reader import read
from partnerkit.source.writing import block, flow, scalar

# What editors do not show is refused in records, however it is written.
SEEN = st.characters(exclude_categories=("C", "Z")) | st.sampled_from(" \n\t")
TEXTS = st.text(SEEN, max_size=60) | st.text(alphabet="ab:#-{}[],&*!|>'\"%@` \n\t~0179.eE+_", max_size=40)
SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    SCALARS | TEXTS | st.text(alphabet="ab c", min_size=90, max_size=300),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, max_size=4),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(TEXTS.filter(bool), VALUES, min_size=1, max_size=5)


def read_again(text: str) -> Any:
    """The data of a text that has one document and no fault."""
    reading = read(text, "written.yaml")
    assert not reading.faults, (text, reading.faults)
    return reading.documents[0]


@given(MAPPINGS)
def test_a_block_is_read_again_as_it_was(data: dict[str, Any]) -> None:
    assert read_again("\n".join(block(data)) + "\n") == data


@given(MAPPINGS)
def test_a_line_is_read_again_as_it_was(data: dict[str, Any]) -> None:
    assert read_again(f"key: {flow(data)}\n") == {"key": data}
    assert "\n" not in flow(data)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Toolroom, nights", '"Toolroom, nights"'),
        ("six apprentices by July 2027", "six apprentices by July 2027"),
        ("yes", "yes"),  # plain text in YAML 1.2
        ("true", '"true"'),
        ("012", "012"),  # text by the record format
        ("12", '"12"'),
        ("2026-03-01", '"2026-03-01"'),
        (date(2026, 3, 1), "2026-03-01"),
        ("a: b", '"a: b"'),
        ("", '""'),
        ("- no", '"- no"'),
        (7.5, "7.5"),
        (True, "true"),
        (None, "null"),
    ],
)
def test_scalars_are_quoted_where_they_must_be(value: object, written: str) -> None:
    assert scalar(value) == written


def test_a_block_looks_as_a_person_writes_it() -> None:
    lines = block(
        {
            "on": date(2026, 2, 20),
            "agreed": {
                "statement": "Ten of twelve toolmakers set up a five-axis job unaided on every shift, nights too, "
                "by 30 September",
                "indicators": {"unaided": {"unit": "people", "target": {"value": 10, "tolerance": 1}}},
            },
        }
    )
    assert lines == [
        "on: 2026-02-20",
        "agreed:",
        "  statement: >-",
        "    Ten of twelve toolmakers set up a five-axis job unaided on every shift, nights too, by 30",
        "    September",
        "  indicators:",
        "    unaided:",
        "      unit: people",
        "      target: {value: 10, tolerance: 1}",
    ]
