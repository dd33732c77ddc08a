"""No check of a site before learners began there is recorded.

## What it does

For each assessment somebody relies on today, it looks for `site_check_on`, a day not after the first day of the
activities it covers. It fires if there is none, or only a later one. As long as nobody has begun at the site, the
finding is a warning.

## Why it matters

Paper is patient. Those who send learners to a workplace go there first: to see the machines, the people and the way
out, and to be seen.

Source: due diligence checklists for work placements, which ask for a visit before the first day.

## Fires on

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
    site_check_on: 2026-02-12
```

## How to mend it

Visit the site, with the checklist of the provider, and record the day in `site_check_on`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.safety._assessments import relied_on

CODE = "PKG20"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Sites that were not checked before learners came."""
    for covered in relied_on(subject):
        checked, place = covered.assessment.site_check_on, covered.place
        if checked is not None and (covered.start is None or checked <= covered.start):
            continue
        severity = None
        if covered.start is None or covered.start > subject.as_of:
            message, severity = f"no check of “{place}” before its first day is recorded", Severity.WARNING
        elif checked is None:
            message = f"learners have been at “{place}” since {day(covered.start)}, and no check of it is recorded"
        else:
            message = f"learners began at “{place}” on {day(covered.start)}, and it was checked on {day(checked)}"
        yield Finding(covered.assessment, message, "site_check_on", severity=severity)
