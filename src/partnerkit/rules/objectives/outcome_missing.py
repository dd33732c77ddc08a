"""An objective measures only what is done, not what comes of it.

## What it does

It looks for objectives whose indicators are all of the type `input` or `output`. It is quiet while the type of one of
them is not stated.

## Why it matters

Hours given and places filled show that the partners were busy. Whether anybody can do more than before is another
question, and the one the partnership was founded on.

Source: the Nuffield Partnership Assessment Tool, second principle: what the partners do is to show in outcomes for the
people it is for.

## Fires on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices complete the course by July 2027
    indicators:
      - {id: completions, type: output, unit: people}
```

## Is quiet on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    indicators:
      - {id: completions, type: output, unit: people}
      - {id: unaided, type: outcome, unit: people}
```

## How to mend it

Add an indicator of type `outcome` that shows what people can do or what goes better because of it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.objectives._indicators import called

CODE = "PKC10"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives without an outcome."""
    for objective in subject.part.objectives:
        types = {indicator.type for indicator in objective.indicators}
        if types and types <= {"input", "output"}:
            what = listed(map(called, objective.indicators))
            yield Finding(objective, f"only what is put in or done is measured here ({what}), not what comes of it")
