"""An objective has no indicator.

## What it does

From the stage *agree* on, it looks for objectives that have no indicator at all.

## Why it matters

An objective nobody can measure cannot be reviewed: at the end each side remembers what it had hoped for. Failing to
define measurable outcomes at the outset is one of the five misconceptions that examiners of the unit on collaborative
relationships name.

Source: seed document 000, "Common misconceptions", third point.

## Fires on

```yaml
objectives:
  - id: obj-setters
    statement: Six setters work unaided by July 2027
```

## Is quiet on

```yaml
objectives:
  - id: obj-setters
    statement: Six setters work unaided by July 2027
    indicators:
      - {id: unaided, unit: people, baseline: {value: 0, on: 2026-03-01}, target: {value: 6, on: 2027-07-31}}
```

## How to mend it

Add at least one indicator, with its baseline and its target, while both sides are at the table.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKC01"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives without any indicator."""
    for objective in subject.part.objectives:
        if not objective.indicators:
            yield Finding(objective, "no indicator is recorded for this objective", "statement")
