"""What a partner promised has no amount.

## What it does

From the stage *plan* on, it looks for resources whose `committed` has neither a sum of money nor a quantity with its
unit.

## Why it matters

"Support from the workshop" means an afternoon to one side and a day a week to the other.

Source: seed document 000, "Examiner marking points", third point (resource commitments).

## Fires on

```yaml
resources:
  - {id: mentors, type: people, title: Mentors, partner: northgate-castings}
```

## Is quiet on

```yaml
resources:
  - {id: mentors, type: people, title: Mentors, partner: northgate-castings, committed: {quantity: 60, unit: hours}}
```

## How to mend it

Agree on how much, counted in what, and write both down with the day on which it was promised.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.plan._resources import resource_title

CODE = "PKE06"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("resources",)


def check(subject: Subject) -> Iterator[Finding]:
    """Promises without an amount."""
    for resource in subject.part.resources:
        committed = resource.committed
        if committed is not None and (committed.money or (committed.quantity is not None and committed.unit)):
            continue
        title = resource_title(subject, resource)
        if committed is not None and committed.quantity is not None:
            message = f"the record does not say what is counted by the {committed.quantity:,} promised of {title}"
            yield Finding(committed, message, "quantity")
        else:
            yield Finding(resource, f"the record does not say how much was promised of {title}", "committed")
