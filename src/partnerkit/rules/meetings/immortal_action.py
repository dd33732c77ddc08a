"""An action is carried from meeting to meeting.

## What it does

From the stage *activate* on, it looks at the open actions of each meeting and counts the later meetings of the same
body. It fires if they are more than `action-meetings-most` of the rule pack, whatever date the action has by now.
Actions that were not agreed in a meeting are not counted, because the record does not say since when they have been
open.

## Why it matters

An action that everybody carries on and nobody does is a decision that was never taken. It teaches the group that its
actions need not be done.

Source: seed document 000, fourth marking point (action logs); the number of meetings is practice.

## Fires on

```yaml
meetings:
  - id: 2026-04-14
    on: 2026-04-14
    body: delivery
    actions: [{id: act-rota, text: Agree the rota with both shifts, owner: cat-ives, due: 2026-11-13}]
  - {id: 2026-05-12, on: 2026-05-12, body: delivery}
  - {id: 2026-06-09, on: 2026-06-09, body: delivery}
  - {id: 2026-07-14, on: 2026-07-14, body: delivery}
  - {id: 2026-09-08, on: 2026-09-08, body: delivery}
bodies:
  - {id: delivery, level: working-group}
```

## Is quiet on

```yaml
meetings:
  - id: 2026-07-14
    on: 2026-07-14
    body: delivery
    actions: [{id: act-rota, text: Agree the rota with both shifts, owner: cat-ives, due: 2026-11-13}]
  - {id: 2026-09-08, on: 2026-09-08, body: delivery}
bodies:
  - {id: delivery, level: working-group}
```

## How to mend it

Decide at the next meeting whether it is still wanted: if so, cut off a first step that can be done by the meeting
after; if not, drop it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.meetings._meetings import immortal

CODE = "PKH07"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("actions",)


def check(subject: Subject) -> Iterator[Finding]:
    """Open actions that have outlived too many meetings."""
    limit = subject.limit("action-meetings-most")
    found = {} if subject.ended else immortal(subject)
    for action, _meeting in subject.actions:
        if id(action) in found:
            yield Finding(
                action, f"this action is open, {found[id(action)]} meetings after the one that agreed it", limit=limit
            )
