"""The record does not say what was learned from an incident.

## What it does

It fires on an incident of any type that has no `lesson` and happened more than `incident-lesson-days` before the day
of the check.

## Why it matters

What nearly went wrong today goes wrong tomorrow, unless something changes. The lesson is what the other partner can
use, and what the next risk assessment begins with.

Source: practice.

## Fires on

```yaml
incidents:
  - {id: inc-guard, on: 2026-03-18, type: near-miss, summary: A guard was left open}
```

## Is quiet on

```yaml
incidents:
  - id: inc-guard
    on: 2026-03-18
    type: near-miss
    summary: A guard was left open
    lesson: The guard is the first line of the set-up card
```

## How to mend it

Talk it through with those who were there, and write in `lesson` what is done differently since.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day

CODE = "PKG22"
SEVERITY = Severity.INFO
STAGE = Stage.RUN
ABOUT = ("incidents",)


def check(subject: Subject) -> Iterator[Finding]:
    """Incidents without a lesson."""
    limit = subject.limit("incident-lesson-days")
    for incident in subject.part.incidents:
        if incident.lesson is None and (subject.as_of - incident.on).days > limit.whole:
            message = f"the record does not say what was learned from the incident of {day(incident.on)}"
            yield Finding(incident, message, limit=limit)
