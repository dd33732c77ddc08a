"""The effect of a learner's programme was looked at too early or too late.

## What it does

From the stage *review* on, it looks at the learners who have completed and whose effect at work was looked at. It
fires if that day is fewer than `impact-review-first-days` or more than `impact-review-last-days` of the rule pack
after completion.

## Why it matters

In the first weeks one sees good intentions; after many months, everything that has changed since. What was found
outside the window may be true, but says little about the programme.

Source: seed document 002, "Supporting the learner", last point: one month to three months after completion.

## Fires on

```yaml
learners:
  - id: learner-01
    completed_on: 2026-05-29
    impact_review: {on: 2026-06-02, result: Makes patterns unaided}
```

## Is quiet on

```yaml
learners:
  - id: learner-01
    completed_on: 2026-05-29
    impact_review: {on: 2026-07-14, result: Makes patterns unaided}
```

## How to mend it

Look again within the window if it was too early; if too late, say in the result what else had changed by then.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted, said
from partnerkit.rules.people._learners import impact_reviewed

CODE = "PKF13"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("learners",)


def check(subject: Subject) -> Iterator[Finding]:
    """Looks at the effect that were held outside the window."""
    first, last = subject.limit("impact-review-first-days"), subject.limit("impact-review-last-days")
    for learner in subject.part.learners:
        held = impact_reviewed(learner)
        if learner.completed_on is None or held is None or max(held[2], learner.completed_on) > subject.as_of:
            continue
        part, field, on = held
        days = (on - learner.completed_on).days
        if not first.value <= days <= last.value:
            when = f"{counted(days, 'day')} after" if days >= 0 else f"{counted(-days, 'day')} before"
            message = f"the effect at work was looked at {when} {said(learner.id)} completed"
            yield Finding(part, message, field, limit=first if days < first.value else last)
