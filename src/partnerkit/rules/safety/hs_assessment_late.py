"""Learners began before the health and safety assessment was made, or after it had run out.

## What it does

It looks at every activity that has begun and that an assessment covers. It fires if none of the assessments that cover
it was in date on its first day: made by then, and not yet due for review. A partnership that was called off is left
alone.

## Why it matters

An assessment protects from the day it is made. Made afterwards, it describes what learners have been exposed to
already.

Source: seed document 000, key concepts (health and safety integration); that the assessment is in date on the first
day is practice.

## Fires on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, type: apprenticeship, start: 2026-03-02}
health_and_safety:
  - id: hs-foundry
    activities: [patterns]
    site: Northgate foundry
    assessed_on: 2026-04-10
    review_on: 2027-02-10
```

## Is quiet on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, type: apprenticeship, start: 2026-03-02}
health_and_safety:
  - id: hs-foundry
    activities: [patterns]
    site: Northgate foundry
    assessed_on: 2026-02-10
    review_on: 2027-02-10
```

## How to mend it

Record the earlier assessment, if there was one; if not, say at the next meeting how it could happen, and excuse the
finding with that reason.
"""

from partnerkit.model.partnership.safety import HealthAndSafety
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, day
from partnerkit.rules.safety._assessments import assessments, by_activity

CODE = "PKG12"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Activities that began without an assessment in date."""
    if subject.part.status == "cancelled":
        return
    covering = by_activity(assessments(subject))
    for activity in subject.part.activities:
        start = activity.start
        if start is not None and start <= subject.as_of:
            fault = _fault(covering.get(activity.id, []), start)
            if fault is not None:
                assessment, field, words = fault
                message = f"“{activity.title}” began on {day(start)}, and {words}"
                yield Finding(assessment, message, field, related=((activity, "start", "the first day"),))


def _fault(covering: list[HealthAndSafety], start: date) -> tuple[HealthAndSafety, str, str] | None:
    dated = [(one.assessed_on, one.review_on, one) for one in covering if one.assessed_on is not None]
    before = [(review, one) for assessed, review, one in dated if assessed <= start]
    if not dated or any(review is None or review >= start for review, _ in before):
        return None
    if before:
        review, last = max(((review, one) for review, one in before if review is not None), key=lambda pair: pair[0])
        return last, "review_on", f"the assessment had been due for review on {day(review)}"
    assessed, _, first = min(dated, key=lambda one: one[0])
    return first, "assessed_on", f"the assessment was made on {day(assessed)}"
