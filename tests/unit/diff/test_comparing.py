"""What is told of a change to a record, and in which words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from partnerkit.diff.changes import KINDS, Trend
from partnerkit.diff.comparing import compared
from partnerkit.diff.sides import Finding, Level
from states import HEAD, ORGANISATION, state, told


def indicator(target: str, agreed: str = "", more: str = "", direction: str = "increase") -> str:
    return f"""
objectives:
  - id: obj-setters
    statement: Twelve setters work unaided
{agreed}
    indicators:
      - id: unaided
        unit: people
        measure: count
{f"        direction: {direction}" if direction else ""}
        target: {{{target}}}
{more}
"""


def untold(baseline: str, target: str) -> str:
    """An indicator that does not say which way is good."""
    return indicator(f"value: {target}", more=f"        baseline: {{value: {baseline}}}", direction="")


AGREED = "    agreed_on: 2026-01-15"
APPROVED = """
    changed:
      - {on: 2026-04-01, by: ana-reyes, what: Fewer, why: One cell is closed, approved_in: steering-2}
"""
ROLE = "key_roles: [{{id: lead, role: relationship-lead, partner: northgate, holder: {}}}]"
NO_HOLDER = "key_roles: [{id: lead, role: relationship-lead, partner: northgate}]"
RISK = "risks: [{{id: r-1, event: The furnace fails, residual: {{likelihood: {}, impact: 4}}{}}}]"
EVIDENCE = "evidence:\n"
PLAN = "  - {id: ev-plan, title: Plan, type: plan, maps: [{criterion: fdn/S1}, {criterion: fdn/S2}]}\n"
SCAN = "  - {id: ev-scan, title: Scan, type: report, maps: [{criterion: fdn/S2}]}\n"
AGREEMENT = "agreements: [{{id: mou, type: mou, title: The memorandum, signatories: [{}]}}]"
SIGNED = "{partner: northgate, on: 2026-02-01}"
ACTION = "actions: [{{id: a-1, text: Order the dies{}}}]"
MEETING = "meetings: [{{id: m-1, on: 2026-03-01, actions: [{{id: a-1, text: Order the dies{}}}]}}]"
MILESTONE = "milestones: [{{id: start, title: First pour{}}}]"
JUDGEMENT = "judgements: [{{id: j-1, evidence: ev-plan, criterion: fdn/S1{}}}]"

CASES: Mapping[str, tuple[str, str, list[str]]] = {
    "a target that is to rise and is lowered": (
        indicator("value: 12"), indicator("value: 10"),
        ["target-weakened: Target lowered from 12 to 10 people"],
    ),
    "the same without approval": (
        indicator("value: 12", AGREED), indicator("value: 10", AGREED),
        ["target-weakened: Target lowered from 12 to 10 people, with no approval on record"],
    ),
    "the same with approval": (
        indicator("value: 12", AGREED), indicator("value: 10", AGREED, APPROVED),
        [
            "target-weakened: Target lowered from 12 to 10 people, approved in steering-2",
            "edited: Objective “Twelve setters work unaided” edited: changed",
        ],
    ),
    "a target that is to fall and is raised": (
        indicator("value: 4", direction="decrease"), indicator("value: 4.5", direction="decrease"),
        ["target-weakened: Target raised from 4 to 4.5 people"],
    ),
    "a target that is to fall and is lowered": (
        indicator("value: 4", direction="decrease"), indicator("value: 3", direction="decrease"),
        ["target-strengthened: Target lowered from 4 to 3 people"],
    ),
    "a target that is to stay": (
        indicator("value: 4", direction="maintain"), indicator("value: 3", direction="maintain"),
        ["target-altered: Target lowered from 4 to 3 people"],
    ),
    "a target whose direction has turned": (
        indicator("value: 4", direction="increase"), indicator("value: 3", direction="decrease"),
        [
            "target-altered: Target lowered from 4 to 3 people",
            "measure-altered: How “people” is measured has changed: direction",
        ],
    ),
    "a target without a direction that is above its baseline, and is lowered": (
        untold("0", "6"), untold("0", "4"), ["target-weakened: Target lowered from 6 to 4 people"],
    ),
    "a target without a direction that is below its baseline, and is raised": (
        untold("9", "6"), untold("9", "7"), ["target-weakened: Target raised from 6 to 7 people"],
    ),
    "a target without a direction that is lowered to its baseline": (
        untold("4", "6"), untold("4", "4"), ["target-weakened: Target lowered from 6 to 4 people"],
    ),
    "a target without a direction that has crossed its baseline": (
        untold("5", "6"), untold("5", "4"), ["target-altered: Target lowered from 6 to 4 people"],
    ),
    "a target without a direction and without a baseline": (
        indicator("value: 6", direction=""), indicator("value: 4", direction=""),
        ["target-altered: Target lowered from 6 to 4 people"],
    ),
    "a target that is lowered below its baseline while its direction is taken away": (
        indicator("value: 6", more="        baseline: {value: 5}"), untold("5", "4"),
        [
            "target-weakened: Target lowered from 6 to 4 people",
            "measure-altered: How “people” is measured has changed: direction",
        ],
    ),
    "a whole number that is written with a point": (indicator("value: 12"), indicator("value: 12.0"), []),
    "the day of a target": (
        indicator("value: 12, on: 2026-09-30"), indicator("value: 12, on: 2026-12-31"),
        ["date-postponed: Day of the target of “people” moved from 2026-09-30 to 2026-12-31"],
    ),
    "an objective that is gone, with its indicators": (
        indicator("value: 12"), "",
        ["objective-dropped: Objective dropped: “Twelve setters work unaided”"],
    ),
    "an objective that has come": (
        "", indicator("value: 12"), ["objective-added: Objective added: “Twelve setters work unaided”"],
    ),
    "an objective in other words": (
        "objectives: [{id: o, statement: Ten setters}]", "objectives: [{id: o, statement: Some setters}]",
        ["objective-reworded: Objective reworded: “Some setters”"],
    ),
    "the day of an objective": (
        "objectives: [{id: o, statement: Ten setters}]",
        "objectives: [{id: o, statement: Ten setters, due: 2026-09-30}]",
        ["date-set: Objective “Ten setters” is due on 2026-09-30"],
    ),
    "another person in a key role": (
        ROLE.format("ana-reyes"), ROLE.format("northgate/ben-okoro"),
        ["role-replaced: Ben Okoro is relationship lead at northgate in the place of Ana Reyes"],
    ),
    "nobody in a key role": (
        ROLE.format("ana-reyes"), NO_HOLDER,
        ["role-vacated: Ana Reyes is no longer relationship lead at northgate, and nobody is in their place"],
    ),
    "somebody in a key role": (
        NO_HOLDER, ROLE.format("ana-reyes"), ["role-filled: Ana Reyes is relationship lead at northgate"],
    ),
    "a key role that is gone with nobody in it": (NO_HOLDER, "", ["item-dropped: Key role dropped: lead"]),
    "a risk that has gone up": (
        RISK.format(2, ""), RISK.format(3, ""), ["risk-up: Risk up from 8 to 12: “The furnace fails”"],
    ),
    "a risk that is closed": (
        RISK.format(2, ""), RISK.format(2, ", status: closed"), ["risk-down: Risk closed: “The furnace fails”"],
    ),
    "a risk that has happened": (
        RISK.format(2, ", status: open"), RISK.format(2, ", status: occurred"),
        ["risk-up: Risk has happened: “The furnace fails”"],
    ),
    "a criterion that has lost its only evidence": (
        EVIDENCE + PLAN + SCAN, EVIDENCE + SCAN,
        [
            "criterion-unevidenced: Criterion fdn/S1 has lost its only evidence",
            "evidence-dropped: Evidence dropped: “Plan”",
        ],
    ),
    "evidence that others support, too": (
        EVIDENCE + PLAN + SCAN, EVIDENCE + PLAN, ["evidence-dropped: Evidence dropped: “Scan”"],
    ),
    "a signature": (
        AGREEMENT.format("{partner: northgate}"), AGREEMENT.format(SIGNED),
        ["signature-added: Memorandum of understanding “The memorandum”: signed for northgate"],
    ),
    "an agreement that is gone": (
        AGREEMENT.format(SIGNED), "",
        ["agreement-dropped: Memorandum of understanding “The memorandum” dropped"],
    ),
    "an action that is done": (
        ACTION.format(""), ACTION.format(", status: done, done_on: 2026-04-01"),
        ["action-settled: Action done: “Order the dies”"],
    ),
    "an action of a meeting that is open again": (
        MEETING.format(", status: dropped"), MEETING.format(", status: open"),
        ["action-reopened: Action open again: “Order the dies”"],
    ),
    "an action that has moved out of a meeting": (
        MEETING.format(""), "meetings: [{id: m-1, on: 2026-03-01}]\n" + ACTION.format(""),
        ["edited: Action “Order the dies” edited: where it stands"],
    ),
    "an action that is due later": (
        ACTION.format(", due: 2026-04-01"), ACTION.format(", due: 2026-05-01"),
        ["date-postponed: Action “Order the dies” is due on 2026-05-01 instead of 2026-04-01"],
    ),
    "a milestone that is met": (
        MILESTONE.format(""), MILESTONE.format(", status: met, met_on: 2026-04-01"),
        ["milestone-met: Milestone met: “First pour”"],
    ),
    "a judgement that has turned": (
        JUDGEMENT.format(", decision: met"), JUDGEMENT.format(", decision: not-yet"),
        ["judgement-lowered: Judgement on fdn/S1 moved from met to not-yet"],
    ),
    "a key that nothing more is said of": (
        "summary: One", "summary: Two", ["edited: The record edited: summary"],
    ),
    "a key of the user's own": ("", "x-cost-centre: 12", ["edited: The record edited: x-cost-centre"]),
    "an item of another section": (
        "", "needs: [{id: need-1, level: team}]", ["item-added: Need added: need-1"],
    ),
    "empty lists and none": ("risks: []", "", []),
    "a list in another order": (
        "aims: [{id: a, statement: A, priorities: [x, y]}, {id: b, statement: B}]",
        "aims: [{id: b, statement: B}, {id: a, statement: A, priorities: [y, x]}]",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_told(name: str) -> None:
    before, after, expected = CASES[name]
    assert told(state(ORGANISATION, HEAD + before), state(ORGANISATION, HEAD + after)) == expected


def test_a_stage_moves_on_and_back() -> None:
    later = HEAD.replace("stage: plan", "stage: run")
    assert told(state(HEAD), state(later)) == ["stage-advanced: Stage moved on from plan to run"]
    assert told(state(later), state(HEAD)) == ["stage-returned: Stage moved back from run to plan"]


def test_records_come_and_go() -> None:
    assert told(state(HEAD), state(ORGANISATION)) == [
        "partnership-dropped: Partnership dropped: “Foundry partnership”",
        "record-added: Organisation added: “Northgate Castings”",
    ]


def test_a_record_with_errors_is_neither_gone_nor_new() -> None:
    with_errors = state(broken=frozenset({"foundry"}))
    assert told(state(HEAD), with_errors) == ["unreadable: The record has errors, and cannot be compared"]
    assert told(with_errors, state(HEAD)) == ["readable: The record has no errors any more"]


@pytest.mark.parametrize("is_now", [False, True])
def test_what_was_found_in_a_record_with_errors_is_neither_gone_nor_new(is_now: bool) -> None:
    old = Finding("partnership foundry", "scans/s-1", "scan-stale", "warning", 2, "the scan is old")
    elsewhere = Finding("organisation northgate", "", "lead-missing", "error", 3, "nobody leads")
    why = Finding("partnership foundry", "", "yaml-syntax", "error", 3, "a tab")
    whole = state(HEAD, findings={"1": old, "2": elsewhere})
    broken = state(broken=frozenset({"foundry"}), findings={"3": why})
    found = told(whole, broken) if is_now else told(broken, whole)
    assert found == (
        [
            "unreadable: The record has errors, and cannot be compared",
            "finding-new: New error: a tab",
            "finding-gone: Gone: error: nobody leads",
        ]
        if is_now
        else [
            "readable: The record has no errors any more",
            "finding-gone: Gone: error: a tab",
            "finding-new: New error: nobody leads",
        ]
    )


def test_changes_in_what_partnerships_share_are_told_after_theirs() -> None:
    renamed = ORGANISATION.replace("Ben Okoro", "Ben Okoro-Lund")
    found = told(state(ORGANISATION, HEAD), state(renamed, HEAD + "summary: New"))
    assert found == ["edited: The record edited: summary", "edited: Person “Ben Okoro-Lund” edited: name"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((2, 0.5, "2"), (1, 0.9, "1"), ["score-lowered: P1 Agree (points) fell from 2 to 1"]),
        ((1, 0.5, "1"), (2, 0.5, "2"), ["score-raised: P1 Agree (points) rose from 1 to 2"]),
        ((None, 0.5, "1/2"), (None, 0.75, "3/4"), ["score-raised: P1 Agree (points) rose from 1/2 to 3/4"]),
        ((None, 0.5, "1/2"), (None, 0.5, "2/4"), ["score-altered: P1 Agree (points) moved from 1/2 to 2/4"]),
        ((3, 1.0, "3"), (None, 0.0, "not due"), ["score-altered: P1 Agree (points) moved from 3 to not due"]),
        ((2, 0.5, "2"), (2, 0.7, "2"), []),
    ],
)
def test_levels_rise_and_fall(
    before: tuple[int | None, float, str], after: tuple[int | None, float, str], expected: list[str]
) -> None:
    key = ("foundry", "points", "P1")
    old, new = (state(HEAD, levels={key: Level("points", "P1", "Agree", *one)}) for one in (before, after))
    assert told(old, new) == expected


def test_findings_are_new_and_gone_by_their_fingerprints() -> None:
    stale = Finding("partnership foundry", "scans/s-1", "scan-stale", "warning", 2, "the scan is old")
    lost = Finding("partnership foundry", "", "no-lead", "error", 3, "nobody leads")
    found = told(state(HEAD, findings={"1": stale, "2": lost}), state(HEAD, findings={"2": lost}))
    assert found == ["finding-gone: Gone: warning in scans/s-1: the scan is old"]
    found = told(state(HEAD), state(HEAD, findings={"1": stale, "2": lost}))
    assert found == ["finding-new: New error: nobody leads", "finding-new: New warning in scans/s-1: the scan is old"]


def test_a_file_of_evidence_goes_missing() -> None:
    text = HEAD + "evidence: [{id: ev-plan, title: Plan, type: plan, file: files/plan.pdf}]"
    before, after = (state(text, files={"foundry": {"files/plan.pdf": there}}) for there in (True, False))
    assert told(before, after) == ["file-missing: The file of “Plan” is missing"]
    assert told(after, before) == ["file-found: The file of “Plan” is there now"]
    assert told(before, state(text)) == []


def test_what_is_worse_comes_first() -> None:
    before = HEAD + RISK.format(2, "") + "\nsummary: One\nmilestones: [{id: m, title: M}]"
    after = HEAD + RISK.format(5, "") + "\nsummary: Two\nmilestones: [{id: m, title: M, status: met}]"
    assert [one.kind.trend for one in compared(state(before), state(after))] == [
        Trend.WORSE,
        Trend.BETTER,
        Trend.OTHER,
    ]


def test_each_kind_has_an_inverse_of_the_opposite_trend() -> None:
    opposite = {Trend.WORSE: Trend.BETTER, Trend.BETTER: Trend.WORSE, Trend.OTHER: Trend.OTHER}
    for name, kind in KINDS.items():
        inverse = KINDS[kind.inverse]
        assert (kind.name, inverse.inverse, inverse.trend) == (name, name, opposite[kind.trend])
