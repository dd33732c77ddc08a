"""A key role rests on one person: no deputy is recorded.

## What it does

From the stage *agree* on, it looks for key roles without a deputy, with a deputy who has left, or whose deputy is the
holder. Roles that were given up, whose holders have left or whose organisations have left are not asked for.

## Why it matters

Partnerships between employers and providers are carried by few people. When one of them is ill, moves on or is
promoted, what only that person knew is gone, and with it the goodwill.

Source: seed document 000, "Common misconceptions", fifth point; employers-guide.org, which sees partnerships weaken
when the staff who link them move on.

## Fires on

```yaml
key_roles:
  - {id: lead, role: relationship-lead, partner: northgate-castings, holder: amy-okoro}
```

## Is quiet on

```yaml
key_roles:
  - {id: lead, role: relationship-lead, partner: northgate-castings, holder: amy-okoro, deputy: cat-ives}
```

## How to mend it

Name a deputy who comes to some of the meetings and knows where things are.
"""

from partnerkit.rules.agreement._roles import gave_up, no_stand_in, roles_of_partners
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD12"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("key_roles",)


def check(subject: Subject) -> Iterator[Finding]:
    """Key roles for which nobody stands in."""
    if subject.ended:
        return
    for role in roles_of_partners(subject):
        if role.holder is None or gave_up(subject, role) is not None:
            continue
        if (message := no_stand_in(subject, role, role.holder)) is not None:
            yield Finding(role, message, "deputy")
