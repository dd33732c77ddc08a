"""The record does not say what a learner's programme changed at work.

## What it does

From the stage *review* on, it looks at the learners who have completed. It fires if more than
`impact-review-last-days` of the rule pack have passed since, and neither the learner's `impact_review` nor the
manager's commitment of that name has a day up to now. A partnership that is closed or called off is left alone.

## Why it matters

What was learned shows at work only after some weeks, and after some months nobody can tell it from all else that has
changed. It is the one moment at which the manager sees whether the time was worth it.

Source: seed document 002, "Supporting the learner", last point: one month to three months after completion.

## Fires on

```yaml
learners:
  - {id: learner-01, started_on: 2026-01-12, completed_on: 2026-05-29}
```

## Is quiet on

```yaml
learners:
  - id: learner-01
    started_on: 2026-01-12
    completed_on: 2026-05-29
    impact_review: {on: 2026-07-14, result: Makes patterns unaided}
```

## How to mend it

Let manager and learner sit down now and record what has changed at work, even though it is late.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day, days_after, said
from partnerkit.rules.people._learners import impact_reviewed

CODE = "PKF12"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("learners",)


def check(subject: Subject) -> Iterator[Finding]:
    """Learners who completed long ago, without a look at the effect."""
    limit = subject.limit("impact-review-last-days")
    for learner in () if subject.ended else subject.part.learners:
        completed, held = learner.completed_on, impact_reviewed(learner)
        if completed is None or days_after(completed, limit.whole) >= subject.as_of:
            continue
        if held is None or held[2] > subject.as_of:
            message = f"{said(learner.id)} completed on {day(completed)}, and no change at work is recorded"
            yield Finding(learner, message, "completed_on", limit=limit)
