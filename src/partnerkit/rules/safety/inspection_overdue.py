"""The inspection of a machine that learners use is overdue.

## What it does

It fires on equipment whose `inspection_due` lies before the day of the check, in the assessments somebody relies on
today: not those whose activities have all ended or that a later one has replaced, nor those of a partnership that is
closed or called off.

## Why it matters

Equipment wears where nobody looks. Where an inspection has its day, work with the machine after that day rests on
luck.

Source: seed document 000, key concepts (PUWER); practice.

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
    equipment:
      - {name: Ladle crane, training_on: 2026-02-26, inspection_due: 2026-02-01}
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
    equipment:
      - {name: Ladle crane, training_on: 2026-02-26, inspection_due: 2027-02-01}
```

## How to mend it

Stop the use of the machine until it has been inspected, and then record the day of the next inspection.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.safety._assessments import relied_on

CODE = "PKG17"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Equipment whose inspection is overdue."""
    for covered in relied_on(subject):
        for equipment in covered.assessment.equipment:
            due = equipment.inspection_due
            if due is not None and due < subject.as_of:
                yield Finding(
                    equipment, f"the inspection of “{equipment.name}” was due on {day(due)}", "inspection_due"
                )
