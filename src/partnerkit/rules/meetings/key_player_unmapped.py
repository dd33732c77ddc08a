"""The record names nobody to keep in touch with somebody of much power and interest, or no interval.

## What it does

From the stage *activate* on, it looks at the stakeholders whose `power` and `interest` both reach
`key-player-level-least` of the rule pack. It fires if no `owner` is named or the owner has left, or if there is no
`interval_days`.

## Why it matters

In the grid of power and interest these are the people to be managed closely: they can carry the partnership, or end
it with a remark. If it is everybody's task to see them, it is nobody's.

Source: the power and interest grid of stakeholder analysis; seed document 004.

## Fires on

```yaml
stakeholders:
  - {id: st-operations, person: ben-hale, power: 5, interest: 4}
```

## Is quiet on

```yaml
stakeholders:
  - {id: st-operations, person: ben-hale, power: 5, interest: 4, owner: amy-okoro, interval_days: 60}
```

## How to mend it

Name the person who keeps in touch and the number of days that may pass between two contacts.
"""

from partnerkit.rules.api import Finding, Iterator, Limit, Severity, Stage, Subject
from partnerkit.rules.meetings._stakeholders import Stakeholder, has_left, name_of

CODE = "PKH09"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("stakeholders",)


def check(subject: Subject) -> Iterator[Finding]:
    """Key players without an owner or an interval."""
    limit = subject.limit("key-player-level-least")
    for stakeholder in () if subject.ended else subject.part.stakeholders:
        if not _is_key(stakeholder, limit) or has_left(subject, stakeholder.person):
            continue
        if gaps := tuple(_gaps(subject, stakeholder)):
            message = f"{name_of(subject, stakeholder)} has much power and much interest: {', and '.join(gaps)}"
            yield Finding(stakeholder, message, limit=limit)


def _is_key(stakeholder: Stakeholder, limit: Limit) -> bool:
    levels = (stakeholder.power, stakeholder.interest)
    return all(level is not None and level >= limit.value for level in levels)


def _gaps(subject: Subject, stakeholder: Stakeholder) -> Iterator[str]:
    if stakeholder.owner is None:
        yield "nobody is named to keep in touch"
    elif has_left(subject, stakeholder.owner):
        yield f"{subject.person_name(stakeholder.owner)}, who kept in touch, has left"
    if stakeholder.interval_days is None:
        yield "no interval between contacts is set"
