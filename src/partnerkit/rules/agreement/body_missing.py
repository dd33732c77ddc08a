"""The record names no group in which the partners meet and decide.

## What it does

From the stage *agree* on, it fires if `bodies` is empty.

## Why it matters

Without a place where the partners meet and decide, one of them decides, or nobody does. Neglecting governance and
clear roles is one of the five misconceptions that examiners of the unit on collaborative relationships name.

Source: seed document 000, "Common misconceptions", second point, and "Examiner marking points", fourth point (joint
working groups).

## Fires on

```yaml
aims:
  - {id: aim-setters, statement: A foundry that trains its own}
```

## Is quiet on

```yaml
bodies:
  - {id: steering, level: strategic, members: [ben-hale, eve-shaw]}
```

## How to mend it

Record the group in which the partners meet; if there is none, agree on one with members from every partner, and on what
it may decide.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD21"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("bodies",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership without any group."""
    if not subject.part.bodies:
        yield Finding(subject.part, "no group is recorded in which the partners meet and decide", "bodies")
