"""No contract signed by all three is recorded for a learner at work.

## What it does

From the stage *activate* on, it looks at the learners who have begun. Whoever learns at work (on a placement, in an
apprenticeship, or in an activity with hours on the job) needs a `contract` with the signatures of learner, employer
and provider, each with its day. For other learners it asks for the three signatures only where a contract is
recorded. A learner whose first day is still to come is left alone.

## Why it matters

The contract is where the time, the support and the duties of each side are promised. The signature that is missing is
usually that of the side that will have no time later.

Source: seed document 002, "Supporting the learner"; DfE apprenticeship funding rules, which want the training plan
agreed before delivery begins.

## Fires on

```yaml
learners:
  - id: learner-01
    started_on: 2026-09-07
    contract: {hours_per_week: 6, signed: {learner: 2026-09-01, provider: 2026-09-01}}
```

## Is quiet on

```yaml
learners:
  - id: learner-01
    started_on: 2026-09-07
    contract: {hours_per_week: 6, signed: {learner: 2026-09-01, employer: 2026-09-02, provider: 2026-09-01}}
```

## How to mend it

Have learner, employer and provider sign the contract, and record the day of each signature.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed, said
from partnerkit.rules.people._learners import at_work, has_begun, unsigned

CODE = "PKF05"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("learners",)


def check(subject: Subject) -> Iterator[Finding]:
    """Contracts that are missing, or miss a signature."""
    for learner in subject.part.learners:
        if not has_begun(subject, learner):
            continue
        contract = learner.contract
        if contract is None:
            if at_work(subject, learner):
                yield Finding(learner, f"{said(learner.id)} learns at work, and no contract is recorded")
        elif missing := unsigned(contract.signed, subject.as_of):
            who = listed((f"the {party}" for party in missing), "or")
            yield Finding(contract, f"the contract of {said(learner.id)} is not recorded as signed by {who}", "signed")
