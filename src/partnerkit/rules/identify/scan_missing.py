"""The record has no environment scan.

## What it does

It fires on a partnership without a single entry in `scans`.

## Why it matters

A partnership that begins with an offer or a phone call answers a question nobody asked. A systematic look at the
labour market, at skills plans and at the partners' own plans is what tells an opportunity from an occasion.

Source: seed document 000, first marking point (scanning the external environment systematically).

## Fires on

```yaml
opportunities:
  - {id: opp-patterns, finding: A joint programme for patternmakers}
```

## Is quiet on

```yaml
scans:
  - {id: scan-plan, on: 2026-01-10, source: business-plan, finding: Eleven patternmakers retire by 2029}
```

## How to mend it

Record each look at what goes on outside, with its day, its kind of source and what it showed.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKB01"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY
ABOUT = ("scans",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership without scans."""
    if not subject.part.scans:
        yield Finding(subject.part, "the record holds no environment scan", "scans")
