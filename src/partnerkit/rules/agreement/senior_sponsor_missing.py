"""The record names no senior executive responsible for a partner.

## What it does

From the stage *agree* on, it looks for partners without an entry in `key_roles` that names somebody as senior
executive responsible. Funders and associates need none. Somebody who was named and has left is left to
`role-holder-left`.

## Why it matters

Without somebody who can decide about money and people, every difficulty waits for the next one who can. If the
executive on one side only is named, the partnership is that side's project.

Source: ISO 44001, which has a senior executive responsible on each side; seed document 000, "Common misconceptions",
second point.

## Fires on

```yaml
key_roles:
  - {id: sponsor, role: senior-executive-responsible, partner: northgate-castings, holder: ben-hale}
```

## Is quiet on

```yaml
key_roles:
  - {id: sponsor, role: senior-executive-responsible, partner: northgate-castings, holder: ben-hale}
  - {id: sponsor-college, role: senior-executive-responsible, partner: eastfield-college, holder: eve-shaw}
```

## How to mend it

Agree with the partner who answers for the partnership at the top, and name that person in `key_roles`.
"""

from partnerkit.rules.agreement._roles import SENIOR_EXECUTIVE, partners_without
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD10"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("key_roles",)


def check(subject: Subject) -> Iterator[Finding]:
    """Partners without a senior executive responsible."""
    for partner in partners_without(subject, SENIOR_EXECUTIVE):
        name = subject.name(partner.organisation)
        yield Finding(partner, f"no senior executive responsible is recorded for {name}", "organisation")
