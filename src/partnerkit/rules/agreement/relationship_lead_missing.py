"""The record names no relationship lead for a partner.

## What it does

From the stage *agree* on, it looks for partners without an entry in `key_roles` that names somebody as relationship
lead. Funders and associates need none. Somebody who was named and has left is left to `role-holder-left`.

## Why it matters

If the other side does not know whom to ring, it rings whoever answered last time, and after a while nobody.

Source: practice; seed document 000, "Common misconceptions", second point (clear roles).

## Fires on

```yaml
key_roles:
  - {id: lead, role: relationship-lead, partner: northgate-castings, holder: amy-okoro}
```

## Is quiet on

```yaml
key_roles:
  - {id: lead, role: relationship-lead, partner: northgate-castings, holder: amy-okoro}
  - {id: lead-college, role: relationship-lead, partner: eastfield-college, holder: dan-price}
```

## How to mend it

Agree with the partner who is the first to be asked, and name that person in `key_roles`.
"""

from partnerkit.rules.agreement._roles import RELATIONSHIP_LEAD, partners_without
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD11"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("key_roles",)


def check(subject: Subject) -> Iterator[Finding]:
    """Partners without a relationship lead."""
    for partner in partners_without(subject, RELATIONSHIP_LEAD):
        name = subject.name(partner.organisation)
        yield Finding(partner, f"no relationship lead is recorded for {name}", "organisation")
