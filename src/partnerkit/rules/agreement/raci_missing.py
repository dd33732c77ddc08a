"""The record holds no table of who does what and who answers for it.

## What it does

From the stage *agree* on, it fires if the responsibility table (`raci`) is empty.

## Why it matters

Each side assumes that the other does it. Unclear roles, and a lack of accountability that follows from them, are one
of the five misconceptions that examiners of the unit on collaborative relationships name.

Source: seed document 000, "Common misconceptions", second point.

## Fires on

```yaml
aims:
  - {id: aim-setters, statement: A foundry that trains its own}
```

## Is quiet on

```yaml
raci:
  - {id: release, decision: Release of learners, responsible: [cat-ives], accountable: amy-okoro}
```

## How to mend it

List the five or six decisions that matter most, and agree for each who does it, who answers for it, and who is asked
and told.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD23"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("raci",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership without a table of responsibilities."""
    if not subject.part.raci:
        yield Finding(subject.part, "no table is recorded of who does what and who answers for it", "raci")
