"""The record names nobody who does a piece of work in the table of responsibilities.

## What it does

From the stage *agree* on, it looks for rows of the responsibility table (`raci`) that name nobody as responsible.

## Why it matters

A table in which people answer for things that nobody does looks complete, and the work is left undone.

Source: common guidance on responsibility tables (RACI): at least one is responsible; seed document 000, "Common
misconceptions", second point.

## Fires on

```yaml
raci:
  - {id: release, decision: Release of learners, accountable: amy-okoro}
```

## Is quiet on

```yaml
raci:
  - {id: release, decision: Release of learners, responsible: [cat-ives], accountable: amy-okoro}
```

## How to mend it

Name the people who do it; the one who answers for it may be among them.
"""

from partnerkit.rules.agreement._raci import row_title
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD16"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("raci",)


def check(subject: Subject) -> Iterator[Finding]:
    """Rows in which nobody does the work."""
    for row in subject.part.raci:
        if not row.responsible:
            yield Finding(row, f"nobody is recorded as responsible for {row_title(subject, row)}")
