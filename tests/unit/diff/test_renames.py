"""What counts as the same thing under another id, what does not, and what is still told of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from partnerkit.diff.sides import Finding, Level
from states import HEAD, ORGANISATION, state, told

PARTNERSHIP = """
kind: partnership
id: foundry
title: Foundry partnership
stage: plan
partners: [{organisation: northgate, role: lead}, {organisation: eastfield}]
key_roles: [{id: lead, role: relationship-lead, partner: northgate, holder: ana-reyes}]
objectives:
  - id: obj-setters
    statement: Twelve setters work unaided
    indicators: [{id: unaided, unit: people, direction: increase, baseline: {value: 0}, target: {value: 12}}]
activities: [{id: course, title: Course, objectives: [obj-setters]}]
actions: [{id: a-1, text: Order the dies}]
journal: [{id: j-1, on: 2026-03-01, what: The furnace was cold, led_to: [actions/a-1]}]
suppress:
  - {rule: actual-overdue, at: objectives/obj-setters, reason: Late, until: 2026-12-31, by: ana-reyes}
"""

CASES: Mapping[str, tuple[tuple[tuple[str, str], ...], list[str]]] = {
    "a partnership": (
        (("id: foundry", "id: castings"),),
        ["renamed: Partnership renamed from foundry to castings"],
    ),
    "an organisation, which partners and people are named after": (
        (("id: northgate", "id: north"), ("organisation: northgate", "organisation: north"),
         ("partner: northgate", "partner: north")),
        ["renamed: Organisation renamed from northgate to north"],
    ),
    "a person whom a partnership names": (
        (("id: ana-reyes", "id: ana-lund"), ("holder: ana-reyes", "holder: ana-lund"),
         ("by: ana-reyes", "by: ana-lund")),
        ["renamed: Person “Ana Reyes” renamed from ana-reyes to ana-lund"],
    ),
    "a person to whom the references do not lead any more": (
        (("id: ana-reyes", "id: ana-lund"),),
        [
            "role-replaced: Ana-reyes is relationship lead at northgate in the place of Ana Reyes",
            "edited: The record edited: suppress",
            "renamed: Person “Ana Reyes” renamed from ana-reyes to ana-lund",
        ],
    ),
    "an objective, with what excuses it": (
        (("id: obj-setters", "id: obj-1"), ("[obj-setters]", "[obj-1]"),
         ("objectives/obj-setters", "objectives/obj-1")),
        ["renamed: Objective “Twelve setters work unaided” renamed from obj-setters to obj-1"],
    ),
    "an item that another one names together with its section, and that one, too": (
        (("id: a-1", "id: a-dies"), ("actions/a-1", "actions/a-dies"), ("id: j-1", "id: j-march")),
        [
            "renamed: Action “Order the dies” renamed from a-1 to a-dies",
            "renamed: Journal entry renamed from j-1 to j-march",
        ],
    ),
    "a partnership of which a target was lowered as well": (
        (("id: foundry", "id: castings"), ("target: {value: 12}}]", "target: {value: 9}}]")),
        [
            "target-weakened: Target lowered from 12 to 9 people",
            "renamed: Partnership renamed from foundry to castings",
        ],
    ),
    "a partnership with another title": (
        (("id: foundry", "id: castings"), ("title: Foundry", "title: Castings")),
        [
            "partnership-added: Partnership added: “Castings partnership”",
            "partnership-dropped: Partnership dropped: “Foundry partnership”",
        ],
    ),
    "an action in other words": (
        (("id: a-1, text: Order the dies", "id: a-2, text: Order two dies"), ("actions/a-1", "actions/a-2")),
        [
            "item-dropped: Action dropped: “Order the dies”",
            "item-added: Action added: “Order two dies”",
            "edited: Journal entry j-1 edited: led to",
        ],
    ),
    "an action of which there are two now": (
        (("{id: a-1, text: Order the dies}", "{id: a-2, text: Order the dies}, {id: a-3, text: Order the dies}"),
         ("actions/a-1", "actions/a-2")),
        [
            "item-dropped: Action dropped: “Order the dies”",
            "item-added: Action added: “Order the dies”",
            "item-added: Action added: “Order the dies”",
            "edited: Journal entry j-1 edited: led to",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_thing_is_the_same_under_another_id(name: str) -> None:
    replacements, expected = CASES[name]
    texts = [ORGANISATION, PARTNERSHIP]
    for before, after in replacements:
        assert any(before in text for text in texts)
        texts = [text.replace(before, after) for text in texts]
    assert told(state(ORGANISATION, PARTNERSHIP), state(*texts)) == expected


def test_what_says_nothing_of_itself_is_not_taken_for_the_same() -> None:
    before, after = (f"{HEAD}\nneeds: [{{id: {id_}}}]" for id_ in ("n-1", "n-2"))
    assert told(state(before), state(after)) == ["item-dropped: Need dropped: n-1", "item-added: Need added: n-2"]


def test_an_organisation_that_cannot_be_read_is_not_renamed() -> None:
    north = ORGANISATION.replace("id: northgate", "id: north")
    with_errors = state(north, broken=frozenset({"northgate"}))
    assert told(state(ORGANISATION), with_errors) == [
        "record-added: Organisation added: “Northgate Castings”",
        "unreadable: The record has errors, and cannot be compared",
    ]


def test_findings_and_levels_of_what_is_renamed_are_neither_gone_nor_new() -> None:
    about = ("partnership foundry", "objectives/obj-setters/indicators/unaided")
    stale = Finding(*about, "actual-overdue", "warning", 2, "a figure is overdue")
    twice = stale._replace(message="a second figure is overdue")
    now = stale._replace(record="partnership castings", about="objectives/obj-setters/indicators/alone")
    level, lower = (Level("points", "P1", "Agree", number, 0.5, str(number)) for number in (2, 1))
    before = state(
        ORGANISATION, PARTNERSHIP, findings={"1": stale, "2": twice}, levels={("foundry", "points", "P1"): level}
    )
    renamed = PARTNERSHIP.replace("id: foundry", "id: castings").replace("id: unaided", "id: alone")
    after = state(ORGANISATION, renamed, findings={"3": now}, levels={("castings", "points", "P1"): lower})
    found = [line for line in told(before, after) if not line.startswith("renamed")]
    assert found == [
        "score-lowered: P1 Agree (points) fell from 2 to 1",
        "finding-gone: Gone: warning in objectives/obj-setters/indicators/alone: a second figure is overdue",
    ]
