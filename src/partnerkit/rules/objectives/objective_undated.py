"""The record does not say by when an objective is to be reached.

## What it does

It looks for objectives without `due` where no indicator's target has a day either.

## Why it matters

What has no day is never late, and never reviewed.

Source: IATI gives every target a period; a day by which each objective is due is asked for by the second marking point
of seed document 000, with its measurable objectives.

## Fires on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided
```

## Is quiet on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided
    due: 2027-07-31
```

## How to mend it

Agree on a day with all partners, and write it under `due`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKC14"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives without a day."""
    for objective in subject.part.objectives:
        targets = (indicator.target for indicator in objective.indicators)
        if objective.due is None and not any(target is not None and target.on is not None for target in targets):
            yield Finding(objective, "the record does not say by when this is to be reached", "statement")
