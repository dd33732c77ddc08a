"""People learn at work, and no health and safety assessment of it is recorded.

## What it does

From the stage *activate* on, it looks at every placement and apprenticeship and at every activity with hours on the
job or of simulation, and fires if no entry in `health_and_safety` names it, or none that has a day. Before the first
day of the activity the finding is a warning. A partnership that was called off is left alone.

## Why it matters

Learners do not know the dangers that the people beside them have long learned to avoid. Health and safety belongs into
every learning activity, and the assessment comes before anybody enters the shop.

Source: seed document 000, key concepts (health and safety integration).

## Fires on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, type: apprenticeship, start: 2026-03-02}
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

Have a competent person assess the site and the work, record the assessment with its day, and name the activity in it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.safety._assessments import assessments, by_activity, to_be_assessed

CODE = "PKG11"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Activities at work or in simulation without a dated assessment."""
    if subject.part.status == "cancelled":
        return
    covering = by_activity(assessments(subject))
    for activity in to_be_assessed(subject):
        found = covering.get(activity.id, [])
        if any(assessment.assessed_on is not None for assessment in found):
            continue
        fault = (
            "its health and safety assessment has no day"
            if found
            else "no health and safety assessment of it is recorded"
        )
        early = activity.start is not None and activity.start > subject.as_of
        severity = Severity.WARNING if early else None
        message = f"“{activity.title}” is work or simulated work, and {fault}"
        yield Finding(activity, message, "title", severity=severity)
