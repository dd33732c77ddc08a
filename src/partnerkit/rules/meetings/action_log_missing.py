"""The record holds no action.

## What it does

From the stage *activate* on, it looks for actions: those agreed in meetings, and those agreed between them. It fires
if there is not one, done or open.

## Why it matters

Meetings without actions are conversations. The action log shows that what was agreed was done, by whom and when, and
is one of the two things by which assessors see that a partnership is active.

Source: seed document 000, fourth marking point (minutes and action logs).

## Fires on

```yaml
meetings:
  - {id: 2026-09-08, on: 2026-09-08, present: [amy-okoro, dan-price]}
```

## Is quiet on

```yaml
meetings:
  - id: 2026-09-08
    on: 2026-09-08
    present: [amy-okoro, dan-price]
    actions:
      - {id: act-rota, text: Agree the rota with both shifts, owner: cat-ives, due: 2026-11-13}
```

## How to mend it

Record what was agreed as `actions`, with the meeting that agreed them, each with an owner and a day.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKH12"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("actions", "meetings")


def check(subject: Subject) -> Iterator[Finding]:
    """A record without actions."""
    if not subject.actions:
        yield Finding(subject.part, "no action is recorded, done or open", "actions")
