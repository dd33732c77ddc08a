"""A partner has no priority in its record.

## What it does

For each partner that is bound by what is agreed, it looks for at least one priority in the record of its organisation,
or of the one it acts for. Funders, associates and partners that have left need none.

## Why it matters

Whether an opportunity serves a partner can only be told from what that partner has set itself. Without a priority
there is nothing to align with, and every later link to the strategy hangs in the air.

Source: seed document 000, first marking point (strategic learning and development priorities).

## Fires on

```yaml
kind: partnership
id: foundry-skills
title: Foundry skills
stage: identify
partners:
  - {organisation: northgate-castings, role: lead}
  - {organisation: shire-authority}
```

## Is quiet on

```yaml
kind: partnership
id: foundry-skills
title: Foundry skills
stage: identify
partners:
  - {organisation: northgate-castings, role: lead}
  - {organisation: eastfield-college}
```

## How to mend it

Add to the record of that organisation, under `priorities`, at least one thing it has set itself, with the document it
stands in.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.identify._parties import parties

CODE = "PKB13"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY


def check(subject: Subject) -> Iterator[Finding]:
    """Partners whose organisations have no priority."""
    for party in parties(subject):
        if party.priorities == 0:
            name = subject.name(party.partner.organisation)
            yield Finding(party.partner, f"no priority of {name} is recorded", "organisation")
