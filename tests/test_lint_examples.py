"""What the rules find in the examples: nothing in the good one, and in the weak one what is weak.

`PARTNERKIT_BLESS=1 make test` writes the whole output again, to be read in the diff.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from console import PROJECT, Done
from inside import run_inside

GOLDENS = Path(__file__).parent / "cases" / "lint"
EXAMPLES = PROJECT / "examples"
LINE_LEADERS = "partnerships/line-leaders.yaml"


def lint(example: str, as_of: str, *arguments: str) -> Done:
    return run_inside(EXAMPLES / example, "--no-cache", "--as-of", as_of, "lint", "--format", "concise", *arguments)


@cache
def output(example: str, as_of: str, *arguments: str) -> str:
    """What `lint` prints for an example in the concise format, without the time it took."""
    done = lint(example, as_of, *arguments)
    assert done.errors == ""
    return re.sub(r", \d+\.\d+ s\.", ".", done.output)


@pytest.mark.parametrize("example", ["calder-valley", "two-way-street"])
def test_the_findings_in_an_example_are_these(example: str) -> None:
    golden = GOLDENS / f"{example}.txt"
    found = output(example, "2026-11-22")
    if os.environ.get("PARTNERKIT_BLESS"):  # then look at what git says has changed
        golden.write_bytes(found.encode())
    assert found.encode() == golden.read_bytes()


@pytest.mark.parametrize("as_of", ["2026-10-15", "2026-11-22"])
@pytest.mark.parametrize("partnership", ["toolroom-skills", "pump-technicians"])
def test_nothing_is_found_in_a_partnership_in_good_order(partnership: str, as_of: str) -> None:
    place = f"partnerships/{partnership}"
    found = re.findall(rf"(?m)^{place}\S+:\d+:\d+: .*", output("calder-valley", as_of, "--profile", "strict", place))
    assert found == []
    assert lint("calder-valley", as_of, "--fail-on", "info", place).code == 0


WEAK = {
    # Who stands in for whom, and who has left.
    "senior-sponsor-missing": "- organisation: brackwell-foods",
    "single-point-of-contact": "- id: ser-osierfield",
    "role-holder-left": "holder: hannah-osei",
    "expired-suppression": "until: 2026-06-30",
    # How it began.
    "single-source-scan": "- id: scan-offer",
    "need-without-gap": "current: {level: Mixed}",
    "need-not-trainable": "cause: process",
    "need-level-missing": "- id: need-leaders",
    "single-option": "- type: external-accredited",
    "opportunity-unaligned": "priorities: [osierfield-training/team-leader-starts]",
    "candidate-uncompared": "- organisation: osierfield-training",
    "decision-unexplained": "decision: {outcome: pursue, on: 2024-06-10}",
    "one-sided-culture-fit": "assessed_by: [shaun-ellery]",
    "culture-gap-unmitigated": "ratings: {osierfield-training: 2, brackwell-foods: 5}",
    "stage-without-evidence": "- {stage: agree, on: 2024-09-02, by: tracey-bolt}",
    # What was agreed.
    "objective-without-indicator": "statement: Line leaders feel more confident",
    "objective-not-joint": "agreed_by: [osierfield-training]",
    "objective-unplanned": "statement: Line leaders feel more confident",
    "vague-wording": "statement: Fewer unplanned line stops on nights",
    "objective-unlocked": "statement: Fewer unplanned line stops on nights",
    "indicator-incomplete": "- id: completions",
    "outcome-missing": "- id: obj-complete",
    "target-equals-baseline": "target: {value: 14, on: 2025-12-19}",
    "baseline-after-start": "baseline: {value: 14, on: 2024-11-29}",
    "zero-not-reported": "- {on: 2025-03-31, value: 0, narrative: Figure comes at the end of the year}",
    "actual-overdue": "- {on: 2025-03-31, value: 5, status: final}",
    "raci-not-accountable": "- id: raci-release",
    "body-terms-incomplete": "- id: review-meeting",
    "escalation-dead-end": "- id: review-meeting",
    "exit-arrangements-missing": "kind: partnership",
    # The memorandum.
    "agreement-expired": "ends: 2025-09-30",
    "binding-unclear": "- id: mou-2024",
    "signatory-without-authority": "- {partner: brackwell-foods, person: hannah-osei, on: 2024-11-05}",
    "clause-missing": "purpose: present",
    "activity-before-signature": "start: 2024-10-14",
    # What was planned, and who brings what.
    "line-of-sight-missing": "title: Team leader programme",
    "blend-unstated": "- id: programme",
    "orphan-activity": "title: Coaching on the line",
    "milestone-overdue": "due: 2025-12-19",
    "resource-shortfall": "delivered: {quantity: 88, unit: hours, on: 2025-12-11}",
    "resource-unquantified": "- id: res-release",
    "expertise-gap": "- id: res-fees",
    "transactional-pattern": "kind: partnership",
    "communications-missing": "kind: partnership",
    "evaluation-unplanned": "title: Coaching on the line",
    # Risks and safety.
    "residual-without-control": "residual: {likelihood: 2, impact: 3}",
    "risk-review-overdue": "review_on: 2025-04-30",
    "risk-incomplete": "event: Rules for funded team leader training change",
    "hs-assessment-missing": "title: Coaching on the line",
    "hs-assessment-late": "assessed_on: 2024-10-28",
    "hs-review-overdue": "review_on: 2025-10-28",
    "ppe-only": "- hazard: Noise in the packing hall",
    "coshh-incomplete": "regulations: [COSHH]",
    "insurance-expired": "insurance: {insurer: Example Mutual, expires: 2026-01-31}",
    "site-check-missing": "- id: hs-packing-hall",
    # Meetings, people met and people not met.
    "meeting-overdue": "cadence_days: 60",
    "minutes-missing": "- id: 2025-03-05",
    "not-quorate-decision": "present: [shaun-ellery, tracey-bolt]",
    "action-overdue": "due: 2026-02-27",
    "action-incomplete": "- id: act-catch-up",
    "key-player-unmapped": "- id: st-site",
    "stakeholder-never-contacted": "- id: st-site",
    "contact-overdue": "interval_days: 60",
    "feedback-unanswered": "text: Nothing has changed on nights.",
    "journal-missing": "kind: partnership",
    # Learners.
    "learner-contract-unsigned": "contract: {hours_per_week: 0, signed: {learner: 2025-05-13, provider: 2025-05-13}}",
    "time-allowance-missing": "contract: {hours_per_week: 0, signed: {learner: 2025-05-13, provider: 2025-05-13}}",
    "progress-review-overdue": "- id: leader-02",
    "review-not-tripartite": "- {on: 2025-09-16, present: [learner, provider], planned_hours: 48, actual_hours: 27}",
    "manager-commitments-open": "- id: leader-02",
    "response-rate-unknown": "responses: 4",
}
"""By rule, the beginning of a line on which it must fire: what stands there is weak to anybody who reads the record."""


@pytest.mark.parametrize(("rule", "line"), WEAK.items(), ids=WEAK)
def test_what_is_weak_in_the_weak_partnership_is_found_where_it_stands(rule: str, line: str) -> None:
    lines = (EXAMPLES / "calder-valley" / LINE_LEADERS).read_text(encoding="utf-8").splitlines()
    assert any(lines[number - 1].strip().startswith(line) for number in places(rule))


def places(rule: str) -> set[int]:
    """The lines of the weak partnership on which a rule fires, from 1."""
    found = output("calder-valley", "2026-11-22", LINE_LEADERS)
    return {int(number) for number in re.findall(rf"(?m)^{LINE_LEADERS}:(\d+):\d+: \w+ PK\w+ {rule}: ", found)}
