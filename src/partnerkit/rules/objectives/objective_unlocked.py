"""An objective was agreed and is worked on, but not sealed.

## What it does

From the stage *activate* on, it looks for objectives that all partners agreed to, that have indicators, and that have
no `locked`. It is quiet on a partnership that is closed or called off.

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

Read it once more with all partners, then seal it: `partnerkit lint --select objective-unlocked --fix --unsafe-fixes`
writes the seal, with the day of `--as-of`, into every objective that all have agreed to.
"""

from partnerkit.model.sealing import seal_of
from partnerkit.rules.api import Finding, Fix, Iterator, Replacement, Severity, Stage, Subject
from partnerkit.rules.objectives._indicators import is_agreed_by_all

CODE = "PKC16"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives without a seal."""
    for objective in subject.part.objectives:
        if subject.ended or objective.locked is not None or not objective.indicators:
            continue
        if is_agreed_by_all(subject, objective):
            # Only people can say that the words are final, so nothing is sealed unless they ask for it.
            seal = Replacement(
                objective, "locked", f'{{on: {subject.as_of.isoformat()}, digest: "{seal_of(objective)}"}}'
            )
            yield Finding(
                objective,
                "all partners have agreed to this, and it is not sealed",
                "statement",
                fix=Fix("seal the objective", (seal,), safe=False),
            )
