"""No activity in the record works towards an objective.

## What it does

From the stage *plan* on, it looks for objectives that no activity names. It is quiet while there are no activities at
all, because then `plan-missing` speaks.

## Why it matters

An objective without work behind it is a wish, and at the review nobody can say what was tried.

Source: seed document 000, "Exam tips", first point (a thread from opportunity to evaluation).

## Fires on

```yaml
objectives:
  - {id: obj-patterns, statement: Six apprentices make patterns unaided}
  - {id: obj-scrap, statement: Scrap is halved}
activities:
  - {id: patterns, title: Pattern making, objectives: [obj-patterns]}
```

## Is quiet on

```yaml
objectives:
  - {id: obj-patterns, statement: Six apprentices make patterns unaided}
  - {id: obj-scrap, statement: Scrap is halved}
activities:
  - {id: patterns, title: Pattern making, objectives: [obj-patterns, obj-scrap]}
```

## How to mend it

Name the objective in the activity that serves it, plan one that does, or agree to drop the objective.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKE01"
SEVERITY = Severity.ERROR
STAGE = Stage.PLAN
ABOUT = ("objectives", "activities")


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives that no activity names."""
    if not subject.part.activities:
        return
    served = {named.rpartition("/")[2] for activity in subject.part.activities for named in activity.objectives}
    for objective in subject.part.objectives:
        if objective.id not in served:
            yield Finding(objective, "no activity in the record works towards this objective", "statement")
