"""At most one candidate is recorded for a pursued opportunity, and no reason for that.

## What it does

For each opportunity with a decision to pursue it, it fires if fewer than two organisations are recorded as candidates
and there is no `single_source_reason`. While nothing is decided it is quiet.

## Why it matters

The partner next door may be the right one, but only a comparison shows it, and a funder or an auditor will ask for it.
Where only one organisation can do it, one sentence is enough.

Source: ISO 44001, stage of partner selection; the Partnering Toolbook's partner assessment form.

## Fires on

```yaml
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    candidates:
      - {organisation: eastfield-college, selected: true}
    decision: {outcome: pursue, on: 2026-03-01}
```

## Is quiet on

```yaml
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    candidates:
      - {organisation: eastfield-college, selected: true}
    single_source_reason: The only foundry workshop within fifty miles
    decision: {outcome: pursue, on: 2026-03-01}
```

## How to mend it

Record the other organisations that were considered, with their marks; or say in `single_source_reason` why there was
only one.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.identify._parties import pursued

CODE = "PKB07"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("opportunities",)


def check(subject: Subject) -> Iterator[Finding]:
    """Pursued opportunities for which nobody was compared."""
    for opportunity, _ in pursued(subject):
        names = sorted({subject.name(candidate.organisation) for candidate in opportunity.candidates})
        if len(names) > 1 or opportunity.single_source_reason is not None:
            continue
        if names:
            message = f"{names[0]} is the only candidate in the record, and no reason for that is given"
        else:
            message = "no candidate is recorded, and no reason for that is given"
        yield Finding(opportunity, message, "candidates")
