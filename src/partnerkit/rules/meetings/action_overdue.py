"""An action is open after the day it was due.

## What it does

From the stage *activate* on, it looks at the actions that are neither done nor dropped, and fires if their `due` has
passed. An action that has outlived several meetings is left to `immortal-action`. In a partnership that is closed or
called off nothing is overdue.

## Why it matters

Partners judge one another by small things done on time, long before there are results to be judged by.

Source: seed document 000, fourth marking point (action logs).

## Fires on

```yaml
actions:
  - {id: act-rota, text: Agree the rota, owner: cat-ives, due: 2026-09-30, status: open}
```

## Is quiet on

```yaml
actions:
  - {id: act-rota, text: Agree the rota, owner: cat-ives, due: 2026-09-30, status: done, done_on: 2026-09-28}
```

## How to mend it

Do it, drop it with a word in the minutes, or agree another day with those who wait for it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted, day
from partnerkit.rules.meetings._meetings import immortal, is_settled

CODE = "PKH06"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("actions",)


def check(subject: Subject) -> Iterator[Finding]:
    """Open actions whose day has passed."""
    older = immortal(subject)
    for action, _meeting in () if subject.ended else subject.actions:
        if action.due is None or action.due >= subject.as_of or is_settled(action) or id(action) in older:
            continue
        of = f" of {subject.person_name(action.owner)}" if action.owner is not None else ""
        late = counted((subject.as_of - action.due).days, "day")
        yield Finding(action, f"this action{of} was due on {day(action.due)}, {late} ago, and is still open", "due")
