"""The record holds no activity.

## What it does

From the stage *plan* on, it fires if there are no `activities`.

## Why it matters

Until somebody says what is done, when and by whom, objectives and agreements are paper.

Source: seed document 000, "Examiner marking points", third point (a detailed plan of the collaboration).

## Fires on

```yaml
objectives:
  - {id: obj-patterns, statement: Six apprentices make patterns unaided}
```

## Is quiet on

```yaml
objectives:
  - {id: obj-patterns, statement: Six apprentices make patterns unaided}
activities:
  - {id: patterns, title: Pattern making, objectives: [obj-patterns]}
```

## How to mend it

Add the first thing that the partners will do together, with its start, its owner and the objective it serves.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKE16"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("activities",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership without activities."""
    if not subject.part.activities:
        yield Finding(subject.part, "no activity is recorded", "activities")
