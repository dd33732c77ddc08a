"""A criterion is met by fewer pieces of evidence than it needs.

## What it does

From the stage *review* on, it looks at the same criteria as `criterion-uncovered`. It fires where assessors found a
criterion met on at least one piece of evidence, but on fewer than `min_evidence` says. The most specific figure holds:
the criterion's own, or that of the nearest criterion above it that has one. The same piece counts once, however often
it is judged.

## Why it matters

One piece may have been luck. How much is enough is set for each criterion, by the framework or by the centre, and an
assessor's decision can be upheld only if that much is there.

Source: sufficiency as OneFile's consistency rules apply it, where the narrower setting overrides the broader one.

## Fires on

```yaml
evidence:
  - id: ev-line
    title: Set-up of moulding line 2
    type: observation
    maps:
      - {criterion: foundry/S2, page: 1}
judgements:
  - {id: jd-line, evidence: ev-line, criterion: foundry/S2, by: gail-roe, on: 2026-10-01, decision: met}
```

## Is quiet on

```yaml
evidence:
  - id: ev-line
    title: Set-up of moulding line 2
    type: observation
    maps:
      - {criterion: foundry/S2, page: 1}
  - id: ev-questions
    title: Questions on the set-up
    type: questioning
    maps:
      - {criterion: foundry/S2, timecode: 3:10}
judgements:
  - {id: jd-line, evidence: ev-line, criterion: foundry/S2, by: gail-roe, on: 2026-10-01, decision: met}
  - {id: jd-questions, evidence: ev-questions, criterion: foundry/S2, by: gail-roe, on: 2026-10-01, decision: met}
```

## How to mend it

Add evidence of another kind for the criterion, and have it judged.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted
from partnerkit.rules.evidence._standing import innermost, named, standings

CODE = "PKI02"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("evidence", "judgements")


def check(subject: Subject) -> Iterator[Finding]:
    """Criteria that are met on too few pieces of evidence."""
    for standing in innermost(one for one in standings(subject) if 0 < len(one.met) < one.needed):
        pieces = counted(len(standing.met), "piece")
        message = f"{named(standing.criterion)} is met by {pieces} of evidence, and needs {standing.needed}"
        yield Finding(standing.part, message, standing.field, at=standing.at)
