"""A recommendation has no owner, or no day.

## What it does

From the stage *review* on, it looks at the recommendations of the current round's reviews, for those without an
`owner` or a `due` day. A recommendation that was rejected needs neither.

## Why it matters

A recommendation to everybody is taken up by nobody.

Source: seed document 000, fifth marking point, on recommendations for future partnerships; that each has an owner and
a day is practice.

## Fires on

```yaml
reviews:
  - id: rev-2026
    on: 2026-09-30
    recommendations:
      - {id: rec-mentor, text: Train a second mentor}
```

## Is quiet on

```yaml
reviews:
  - id: rev-2026
    on: 2026-09-30
    recommendations:
      - {id: rec-mentor, text: Train a second mentor, owner: amy-okoro, due: 2026-12-18}
```

## How to mend it

Name one person as `owner`, and in `due` the day by which it is settled.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.evidence._reviewing import reviews_held
from partnerkit.rules.evidence._words import quoted

CODE = "PKI29"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("reviews",)


def check(subject: Subject) -> Iterator[Finding]:
    """Recommendations that nobody is bound to."""
    for review in reviews_held(subject):
        for recommendation in review.recommendations:
            if recommendation.decision == "rejected":
                continue
            missing = []
            if recommendation.owner is None:
                missing.append("who sees to it")
            if recommendation.due is None:
                missing.append("by when")
            if missing:
                message = f"the record does not say {listed(missing, 'or')}: {quoted(recommendation.text)}"
                yield Finding(recommendation, message, "text")
