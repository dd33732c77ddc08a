"""Somebody who held a key role has left, and no successor is recorded.

## What it does

From the stage *agree* on, it looks for key roles whose holder gave up the role, or left the organisation, before
today, and for which no other entry names a holder who is in post. It is quiet where the partnership is closed or
called off, and for organisations that have left.

## Why it matters

To the other side the name still stands there. Messages go to a mailbox that nobody opens, and decisions wait for
somebody who is gone.

Source: seed document 000, "Common misconceptions", fifth point (changes in personnel).

## Fires on

```yaml
key_roles:
  - {id: delivery, role: delivery-lead, partner: northgate-castings, holder: ned-left, deputy: cat-ives}
```

## Is quiet on

```yaml
key_roles:
  - {id: delivery, role: delivery-lead, partner: northgate-castings, holder: cat-ives, deputy: amy-okoro}
```

## How to mend it

Agree who follows, name that person as the holder with the day, and let the other partners know.
"""

from partnerkit.rules.agreement._roles import last_entries, partner_of
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day, said

CODE = "PKD13"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("key_roles",)


def check(subject: Subject) -> Iterator[Finding]:
    """Key roles whose last holder has gone."""
    if subject.ended:
        return
    for role, on in last_entries(subject):
        if on is not None and role.holder is not None:
            name = subject.person_name(role.holder)
            organisation = partner_of(subject, role)
            where = f" for {subject.name(organisation)}" if organisation is not None else ""
            message = f"{name} was {said(role.role)}{where} until {day(on)}, and no successor is recorded"
            yield Finding(role, message, "holder")
