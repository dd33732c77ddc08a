"""An action has no owner or no date.

## What it does

From the stage *activate* on, it looks at the actions that are open. It fires if an action names no `owner`, if its
owner has left the organisation, or if it has no `due`. One finding names what is missing.

## Why it matters

"We should" is done by nobody. One name and one day turn it into something that can be asked after at the next
meeting.

Source: seed document 000, fourth marking point (action logs).

## Fires on

```yaml
actions:
  - {id: act-rota, text: Agree the rota with both shifts, owner: cat-ives}
```

## Is quiet on

```yaml
actions:
  - {id: act-rota, text: Agree the rota with both shifts, owner: cat-ives, due: 2026-11-13}
```

## How to mend it

Name the one person who sees to it and the day it is due, or drop it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day, listed
from partnerkit.rules.meetings._meetings import Action, is_settled

CODE = "PKH05"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("actions",)


def check(subject: Subject) -> Iterator[Finding]:
    """Open actions without an owner or a date."""
    for action, _meeting in subject.actions:
        if not is_settled(action) and (gaps := tuple(_gaps(subject, action))):
            left = action.owner is not None and action.due is not None
            yield Finding(action, f"this action {listed(gaps)}", "owner" if left else "")


def _gaps(subject: Subject, action: Action) -> Iterator[str]:
    owner = subject.person(action.owner)
    if action.owner is None:
        yield "has no owner"
    elif owner is not None and owner.until is not None and owner.until < subject.as_of:
        yield f"belongs to {subject.person_name(action.owner)}, who left on {day(owner.until)}"
    if action.due is None:
        yield "has no date by which it is due"
