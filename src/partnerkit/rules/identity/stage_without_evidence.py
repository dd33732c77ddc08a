"""A stage was entered, and no evidence is recorded for the step.

## What it does

It looks for entries of `stage_history` without `evidence`. The first entry is excused: nothing came before it.

## Why it matters

A step from one stage to the next is a decision by both sides. With the minutes or the plan behind it, the record tells
a story that an assessor can follow; without, it is a list of dates.

Source: seed document 000, "Exam Tips": a coherent narrative from the opportunity to the evaluation.

## Fires on

```yaml
stage_history:
  - {stage: identify, on: 2026-01-20}
  - {stage: agree, on: 2026-03-10}
```

## Is quiet on

```yaml
stage_history:
  - {stage: identify, on: 2026-01-20}
  - {stage: agree, on: 2026-03-10, evidence: [ev-minutes]}
evidence:
  - {id: ev-minutes, title: Minutes of 10 March, type: minutes, on: 2026-03-10}
```

## How to mend it

Refer to what shows the step, such as the minutes of the meeting that took it, under `evidence` of the entry.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.identity._stages import by_day

CODE = "PKA12"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("stage_history",)


def check(subject: Subject) -> Iterator[Finding]:
    """Steps that nothing shows."""
    for entry in by_day(subject)[1:]:
        if not entry.evidence:
            yield Finding(entry, f"no evidence is recorded for the step to the stage `{entry.stage}`", "stage")
