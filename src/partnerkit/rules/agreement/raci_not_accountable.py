"""The record names nobody who answers for a decision or a piece of work.

## What it does

From the stage *agree* on, it looks for rows of the responsibility table (`raci`) that name nobody as accountable. The
format allows one person only, so that two cannot be named.

## Why it matters

Where nobody answers for something, everybody was waiting for somebody else.

Source: common guidance on responsibility tables (RACI): exactly one is accountable; seed document 000, "Common
misconceptions", second point (lack of accountability).

## Fires on

```yaml
raci:
  - {id: release, decision: Release of learners, responsible: [cat-ives]}
```

## Is quiet on

```yaml
raci:
  - {id: release, decision: Release of learners, responsible: [cat-ives], accountable: amy-okoro}
```

## How to mend it

Agree on the one person who answers for it, and name them as accountable.
"""

from partnerkit.rules.agreement._raci import row_title
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD15"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("raci",)


def check(subject: Subject) -> Iterator[Finding]:
    """Rows for which nobody answers."""
    for row in subject.part.raci:
        if row.accountable is None:
            yield Finding(row, f"nobody is recorded as accountable for {row_title(subject, row)}")
