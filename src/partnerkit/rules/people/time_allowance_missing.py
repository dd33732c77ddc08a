"""A learner has no agreed time for learning.

## What it does

From the stage *activate* on, it looks at the learners who have begun and not yet completed. It fires if their
contract names no `hours_per_week`, or none above 0. A learner at work without any contract is left to
`learner-contract-unsigned`.

## Why it matters

Time that was not agreed is time the learner has to ask for, week by week, from whoever is short of hands.

Source: seed document 002, "Supporting the learner", first point.

## Fires on

```yaml
learners:
  - id: learner-01
    started_on: 2026-09-07
    contract: {hours_per_week: 0}
```

## Is quiet on

```yaml
learners:
  - id: learner-01
    started_on: 2026-09-07
    contract: {hours_per_week: 6}
```

## How to mend it

Agree with the line manager how many working hours a week are for learning, and record them in the contract.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, said
from partnerkit.rules.people._learners import at_work, has_begun, learning

CODE = "PKF06"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("learners",)


def check(subject: Subject) -> Iterator[Finding]:
    """Learners without working hours for learning."""
    for learner in learning(subject):
        if not has_begun(subject, learner):
            continue
        contract = learner.contract
        if contract is None and at_work(subject, learner):
            continue
        if contract is None or not contract.hours_per_week:
            agreed = (
                "no working time for learning is"
                if contract is None or contract.hours_per_week is None
                else "0 hours a week for learning are"
            )
            field = "contract" if contract is None else "hours_per_week"
            yield Finding(contract or learner, f"{agreed} recorded for {said(learner.id)}", field)
