"""The newest environment scan was old when the decision was taken.

## What it does

For each opportunity whose decision has a date, it looks for the newest environment scan before that day. It fires if
more days lie between them than `scan-stale-days` of the rule pack.

## Why it matters

Labour markets, skills plans and order books move within a year; a partnership that answers last year's question starts
late.

Source: domain practice of systematic scanning, seed document 000, first marking point; the interval is practice.

## Fires on

```yaml
scans:
  - {id: scan-plan, on: 2024-01-10, source: lsip, finding: Setters are short}
opportunities:
  - id: opp-setters
    finding: A joint programme for setters
    decision: {outcome: pursue, on: 2026-03-01}
```

## Is quiet on

```yaml
scans:
  - {id: scan-plan, on: 2026-01-10, source: lsip, finding: Setters are short}
opportunities:
  - id: opp-setters
    finding: A joint programme for setters
    decision: {outcome: pursue, on: 2026-03-01}
```

## How to mend it

Look again at the sources the decision rests on, and record that scan with its date.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKB03"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY


def check(subject: Subject) -> Iterator[Finding]:
    """Decisions that rest on an old scan."""
    limit = subject.limit("scan-stale-days")
    for opportunity in subject.part.opportunities:
        decision = opportunity.decision
        if decision is None or decision.on is None:
            continue
        before = [scan for scan in subject.part.scans if scan.on <= decision.on]
        newest = max(before, key=lambda scan: scan.on, default=None)
        if newest is not None and (days := (decision.on - newest.on).days) > limit.whole:
            yield Finding(
                decision,
                f"the newest recorded scan was {days} days old when this was decided",
                "on",
                related=((newest, "on", "the newest scan before it"),),
                limit=limit,
            )
