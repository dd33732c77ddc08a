"""The record names no training need behind what the partners want to do.

## What it does

It looks for opportunities that name no need in their `needs`; those that were rejected are left alone. Where a record
has neither an opportunity nor a need, the finding is about the record.

## Why it matters

Without a need an opportunity is a product looking for a buyer. The need says who has to be able to do what, and it is
what the outcome will be held against.

Source: seed document 000, key concept "Training Needs Analysis"; seed document 002, "Identification of Requirements".

## Fires on

```yaml
opportunities:
  - {id: opp-patterns, finding: A joint programme for patternmakers}
```

## Is quiet on

```yaml
needs:
  - {id: need-patterns, level: team}
opportunities:
  - {id: opp-patterns, finding: A joint programme for patternmakers, needs: [need-patterns]}
```

## How to mend it

Record the training need in `needs`, and name it in the opportunity.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKF15"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("needs",)


def check(subject: Subject) -> Iterator[Finding]:
    """Opportunities without a need, or a record without either."""
    if not subject.part.opportunities and not subject.part.needs:
        yield Finding(subject.part, "no training need is recorded", "needs")
    for opportunity in subject.part.opportunities:
        rejected = opportunity.decision is not None and opportunity.decision.outcome == "reject"
        if not opportunity.needs and not rejected:
            yield Finding(opportunity, "this opportunity names no training need that it would meet", "needs")
