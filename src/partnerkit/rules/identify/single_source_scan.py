"""All scans looked at the same kind of source.

## What it does

It counts the kinds of source that the scans name, and fires if they name fewer than two. A partnership without any
scan is left to `scan-missing`.

## Why it matters

One source tells one side of the story: an employer's request says nothing about the local labour market, and a skills
plan says nothing about one firm's order book. Scanning is systematic when different sources are asked and can
contradict one another.

Source: seed document 000, first marking point; that two kinds are the least is practice.

## Fires on

```yaml
scans:
  - {id: scan-plan, on: 2026-01-10, source: business-plan, finding: Eleven patternmakers retire by 2029}
```

## Is quiet on

```yaml
scans:
  - {id: scan-plan, on: 2026-01-10, source: business-plan, finding: Eleven patternmakers retire by 2029}
  - {id: scan-lsip, on: 2026-01-20, source: lsip, finding: Patternmaking is a named shortage}
```

## How to mend it

Look at a source of another kind as well, such as the local skills improvement plan, labour market data or the
partners' own plans, and record that scan.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, said

CODE = "PKB02"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("scans",)


def check(subject: Subject) -> Iterator[Finding]:
    """Scans that name fewer than two kinds of source."""
    scans = subject.part.scans
    match sorted({scan.source for scan in scans if scan.source is not None}):
        case [] if scans:
            yield Finding(subject.part, "no scan says what was looked at", "scans")
        case [only]:
            which = f"the {len(scans)} scans name" if len(scans) > 1 else "the only scan names"
            yield Finding(subject.part, f"{which} one kind of source: {said(only)}", "scans")
