"""The first recorded scan is of a day after the decision to pursue.

## What it does

For each decision to pursue an opportunity that has a day, it fires if every scan is dated after that day. A scan of
the same day counts as made before.

## Why it matters

A scan that follows the decision can only defend it. Whoever reads the record later sees evidence that was fitted to a
choice, and rightly asks what the choice rested on.

Source: practice.

## Fires on

```yaml
scans:
  - {id: scan-plan, on: 2026-04-10, source: business-plan, finding: Eleven patternmakers retire by 2029}
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    decision: {outcome: pursue, on: 2026-03-01}
```

## Is quiet on

```yaml
scans:
  - {id: scan-plan, on: 2026-01-10, source: business-plan, finding: Eleven patternmakers retire by 2029}
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    decision: {outcome: pursue, on: 2026-03-01}
```

## How to mend it

Record what was looked at before the decision, with its true day; if nothing was, say so in the reason of the decision
and decide again on the scan you have now.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.identify._parties import pursued

CODE = "PKB04"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("scans",)


def check(subject: Subject) -> Iterator[Finding]:
    """Decisions to pursue that are older than every scan."""
    first = min(subject.part.scans, key=lambda scan: scan.on, default=None)
    if first is None:
        return
    for _, decision in pursued(subject):
        if decision.on is not None and decision.on < first.on:
            yield Finding(
                decision,
                f"this was decided on {day(decision.on)}, and the first recorded scan is of {day(first.on)}",
                "on",
                related=((first, "on", "the first scan"),),
            )
