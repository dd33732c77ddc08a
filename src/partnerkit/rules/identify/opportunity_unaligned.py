"""An opportunity is pursued that serves no priority of one of the partners.

## What it does

For each opportunity with a decision to pursue it, it looks for at least one priority of every partner among its
`priorities`. Funders, associates and partners that have left need none; a partner that acts for another organisation
may have a priority of either.

A partner without any priority in its own record is left to `priority-missing`.

## Why it matters

A partner that gains nothing it has set itself to reach will find better things to do. Alignment with the priorities of
both sides is what makes a joint undertaking strategic.

Source: seed document 000, first marking point (opportunities that align with strategic learning and development
priorities).

## Fires on

```yaml
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    priorities: [northgate-castings/succession]
    decision: {outcome: pursue, on: 2026-03-01}
```

## Is quiet on

```yaml
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    priorities: [northgate-castings/succession, eastfield-college/currency]
    decision: {outcome: pursue, on: 2026-03-01}
```

## How to mend it

Add to `priorities` the priority of that partner which the opportunity serves; if there is none, think again about
pursuing it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.identify._parties import parties, pursued

CODE = "PKB05"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY
ABOUT = ("opportunities",)


def check(subject: Subject) -> Iterator[Finding]:
    """Pursued opportunities that leave a partner out."""
    bound = [party for party in parties(subject) if party.priorities]
    for opportunity, _ in pursued(subject):
        items = (subject.item("priorities", reference) for reference in opportunity.priorities)
        served = {item.record.id for item in items if item is not None}
        unserved = [party.partner.organisation for party in bound if served.isdisjoint(party.organisations)]
        if unserved:
            names = listed([subject.name(organisation) for organisation in unserved])
            yield Finding(opportunity, f"this is pursued, and serves no priority of {names}", "priorities")
