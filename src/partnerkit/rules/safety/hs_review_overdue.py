"""The review of a health and safety assessment, or of a substance, is overdue.

## What it does

From the stage *run* on, it fires if the `review_on` of an assessment, or of one of its substances, lies before the day
of the check. It is quiet if a later assessment of the same site covers the same activities, if all these activities
have ended, and in a partnership that is closed or called off.

## Why it matters

Machines are moved, substances replaced, guards taken off. The day for the review is the promise to notice.

Source: practice; seed document 000, key concepts (health and safety integration).

## Fires on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, type: apprenticeship, start: 2026-03-02}
health_and_safety:
  - id: hs-foundry
    activities: [patterns]
    site: Northgate foundry
    assessed_on: 2026-02-10
    review_on: 2026-09-10
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

Look at the site and the work again with the competent person, and record the new assessment with its day and the day
of its next review.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.safety._assessments import relied_on

CODE = "PKG13"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Assessments and substances whose review is overdue."""
    for covered in relied_on(subject):
        due = covered.assessment.review_on
        if due is not None and due < subject.as_of:
            message = f"the review of the assessment of “{covered.place}” was due on {day(due)}"
            yield Finding(covered.assessment, message, "review_on")
        for substance in covered.assessment.substances:
            if substance.review_on is not None and substance.review_on < subject.as_of:
                message = f"the review of “{substance.name}” was due on {day(substance.review_on)}"
                yield Finding(substance, message, "review_on")
