"""The record has learners use a machine before any training on it.

## What it does

For each piece of equipment it takes the first day of use: `first_used_on`, or else the first day of the activities
that the assessment covers. Once that day has come, it fires if no training is recorded, or only a later one. Where no
first day is known it is quiet.

Who was trained, and how, the record does not hold, so the rule cannot tell.

## Why it matters

The Provision and Use of Work Equipment Regulations, PUWER for short, are about equipment that is safe to use and about
people who have been taught to use it. A trained colleague beside the learner is a control; it is no training.

Source: seed document 000, key concepts (PUWER); that training comes before the first use is practice.

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
      - {name: Moulding line 2, training_on: 2026-03-20}
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
      - {name: Moulding line 2, training_on: 2026-02-26}
```

## How to mend it

Record the day of the training in `training_on`; if learners first used the machine later than the activity began,
record that day in `first_used_on`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.safety._assessments import relied_on

CODE = "PKG16"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Equipment in use without training before."""
    for covered in relied_on(subject):
        for equipment in covered.assessment.equipment:
            used, trained = equipment.first_used_on or covered.start, equipment.training_on
            if used is None or used > subject.as_of or (trained is not None and trained <= used):
                continue
            training = "no training is recorded" if trained is None else f"the training was on {day(trained)}"
            message = f"“{equipment.name}” has been in use since {day(used)}, and {training}"
            yield Finding(equipment, message, "training_on")
