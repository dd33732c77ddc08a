"""A lesson does not say where it comes from or what follows.

## What it does

From the stage *review* on, it looks at the lessons of the current round's reviews, for those without a `cause` or
without a `change`.

## Why it matters

What happened is a story. It becomes a lesson when somebody says why it happened and what will be done differently.

Source: seed document 000, fifth marking point, on lessons learned.

## Fires on

```yaml
reviews:
  - id: rev-2026
    on: 2026-09-30
    lessons:
      - {id: les-shifts, what: Fixed college days lost hours}
```

## Is quiet on

```yaml
reviews:
  - id: rev-2026
    on: 2026-09-30
    lessons:
      - {id: les-shifts, what: Fixed college days lost hours, cause: Three shifts, change: Theory is recorded}
```

## How to mend it

Add the `cause`, and in `change` what to do differently next time.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.evidence._reviewing import reviews_held
from partnerkit.rules.evidence._words import quoted

CODE = "PKI28"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("reviews",)


def check(subject: Subject) -> Iterator[Finding]:
    """Lessons without a cause or a change."""
    for review in reviews_held(subject):
        for lesson in review.lessons:
            missing = []
            if lesson.cause is None:
                missing.append("why it happened")
            if lesson.change is None:
                missing.append("what to do differently")
            if missing:
                yield Finding(lesson, f"the lesson {quoted(lesson.what)} does not say {listed(missing, 'or')}", "what")
