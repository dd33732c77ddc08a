"""The review says nothing about an objective that was agreed and sealed.

## What it does

From the stage *review* on, it looks at the objectives that were sealed (`locked`) by the day of the newest review. It
fires for each that none of the reviews since the last renewal gives a verdict on. `not-due` is a verdict. Without any
review, `review-missing` fires instead.

## Why it matters

The objective that a review leaves out is seldom the one that went best.

Source: seed document 000, fifth marking point: the collaboration is evaluated against its original objectives.

## Fires on

```yaml
objectives:
  - id: obj-lines
    statement: Six people set up a moulding line unaided
    locked: {on: 2026-02-20, digest: "blake2b:0a1b"}
reviews:
  - {id: rev-2026, on: 2026-09-30}
```

## Is quiet on

```yaml
objectives:
  - id: obj-lines
    statement: Six people set up a moulding line unaided
    locked: {on: 2026-02-20, digest: "blake2b:0a1b"}
reviews:
  - id: rev-2026
    on: 2026-09-30
    verdicts:
      - {objective: obj-lines, verdict: met, quantitative: Six of six, qualitative: Nobody asks any more}
```

## How to mend it

Add a verdict on it to the review, with what the figures and what people say.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.evidence._reviewing import reviews_held
from partnerkit.rules.evidence._words import quoted

CODE = "PKI26"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("reviews",)


def check(subject: Subject) -> Iterator[Finding]:
    """Sealed objectives without a verdict."""
    reviews = reviews_held(subject)
    if not reviews:
        return
    judged = {
        entry.objective.rpartition("/")[2]
        for review in reviews
        for entry in review.verdicts
        if entry.verdict is not None
    }
    for objective in subject.part.objectives:
        if objective.locked is not None and objective.locked.on <= reviews[0].on and objective.id not in judged:
            message = f"the review of {day(reviews[0].on)} gives no verdict on {quoted(objective.statement)}"
            yield Finding(objective, message, "statement", related=((reviews[0], "verdicts", "the review"),))
