"""No minutes of a meeting are recorded.

## What it does

From the stage *activate* on, it looks at the meetings that lie more than `minutes-days` of the rule pack in the past.
It fires if they name no `minutes`.

## Why it matters

What was agreed at the table is remembered by each side in its own way after a month. Assessors of this unit expect
minutes and action logs as the evidence that the partners work together.

Source: seed document 000, fourth marking point; the days of grace are practice.

## Fires on

```yaml
meetings:
  - {id: 2026-09-08, on: 2026-09-08}
```

## Is quiet on

```yaml
meetings:
  - {id: 2026-09-08, on: 2026-09-08, minutes: ev-minutes-september}
evidence:
  - {id: ev-minutes-september, title: Minutes of 8 September, type: minutes}
```

## How to mend it

Name the minutes in `minutes`; if there are none, write them now and have them approved at the next meeting.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day, days_after
from partnerkit.rules.meetings._meetings import held

CODE = "PKH02"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("meetings",)


def check(subject: Subject) -> Iterator[Finding]:
    """Meetings without minutes."""
    limit = subject.limit("minutes-days")
    for meeting in held(subject):
        if meeting.minutes is None and days_after(meeting.on, limit.whole) < subject.as_of:
            yield Finding(meeting, f"no minutes are recorded of the meeting of {day(meeting.on)}", limit=limit)
