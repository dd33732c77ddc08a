"""An objective was agreed and is worked on, but not sealed; or it was changed with approval, and not sealed again.

## What it does

From the stage *activate* on, it looks for objectives that all partners agreed to, that have indicators, and that have
no `locked`; and for those that are not what was sealed, and whose change is recorded in full and approved. It is quiet
on a partnership that is closed or called off.

## Why it matters

Without a seal a target can slide a little each quarter, and at the review nobody can show what was agreed at first.

Source: seed document 000, fifth marking point: a review evaluates against the original objectives. Sealing them is
practice.

## Fires on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    agreed_by: [northgate-castings, eastfield-college]
    indicators:
      - {id: unaided, unit: people}
```

## Is quiet on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    agreed_by: [northgate-castings, eastfield-college]
    indicators:
      - {id: unaided, unit: people}
    locked: {on: 2026-02-20, digest: "blake2b:f68899204265f1531ac430e934ee9dd8"}
```

## How to mend it

Read it once more with all partners, then seal it with `partnerkit lock`.
"""

from partnerkit.model.sealing import approval, holds
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.objectives._indicators import is_agreed_by_all

CODE = "PKC16"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives without a seal, or without one on what they are now."""
    for objective in subject.part.objectives if not subject.ended else ():
        if objective.locked is not None:
            change = approval(objective)
            if change is not None and not holds(objective):
                message = f"this was changed with approval on {day(change.on)}, and the new wording is not sealed"
                yield Finding(objective, message, "statement")
        elif objective.indicators and is_agreed_by_all(subject, objective):
            yield Finding(objective, "all partners have agreed to this, and it is not sealed", "statement")
