"""The record names no opportunity.

## What it does

It fires on a partnership without a single entry in `opportunities`. Whether one of them was decided on is asked later,
by `decision-missing`.

## Why it matters

The opportunity is the hinge between what was seen outside and what the partners do: scans and needs lead to it, aims
and activities follow from it. Without it nobody can tell why this partnership was begun.

Source: seed document 000, first marking point (identifying collaboration opportunities).

## Fires on

```yaml
scans:
  - {id: scan-plan, on: 2026-01-10, source: business-plan, finding: Eleven patternmakers retire by 2029}
```

## Is quiet on

```yaml
scans:
  - {id: scan-plan, on: 2026-01-10, source: business-plan, finding: Eleven patternmakers retire by 2029}
opportunities:
  - {id: opp-patterns, scan: scan-plan, finding: A joint programme for patternmakers}
```

## How to mend it

Write down in a sentence what the partners could do together, with the scan it came from and the priorities it would
serve.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKB14"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("opportunities",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership without opportunities."""
    if not subject.part.opportunities:
        yield Finding(subject.part, "no opportunity is recorded: what the partners could do together", "opportunities")
