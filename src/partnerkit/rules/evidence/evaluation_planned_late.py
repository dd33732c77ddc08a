"""An evaluation was planned when the activity had already begun.

## What it does

From the stage *run* on, it compares `planned_on` of each evaluation with the first day of its activity. It fires, once
for each activity, where evaluations were planned after that day.

## Why it matters

Once an activity has begun, the state before it can no longer be measured, and the questions tend to follow the answers
one hopes for.

Source: practice; that measures are set at the outset is asked for in seed document 000, "Common misconceptions", third
point.

## Fires on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery, start: 2026-03-02}
evaluations:
  - {id: kp-2, activity: moulding, level: 2, planned_on: 2026-04-20}
```

## Is quiet on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery, start: 2026-03-02}
evaluations:
  - {id: kp-2, activity: moulding, level: 2, planned_on: 2026-02-20}
```

## How to mend it

Say in the result what could no longer be compared with the state before, and plan the next evaluation before the start.

The day itself is a fact and stays as it is.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted, day
from partnerkit.rules.evidence._evaluating import by_activity
from partnerkit.rules.evidence._words import quoted

CODE = "PKI22"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("evaluations",)


def check(subject: Subject) -> Iterator[Finding]:
    """Evaluations planned after the start."""
    for activity, evaluations in by_activity(subject):
        start = activity.start
        if start is None:
            continue
        late = [one for one in evaluations if one.activity and one.planned_on is not None and one.planned_on > start]
        if not late:
            continue
        first, *others = late
        how_many = f"{counted(len(late), 'evaluation')} of {quoted(activity.title)}"
        message = f"{how_many} {'were' if others else 'was'} planned after it had begun on {day(start)}"
        related = tuple((other, "planned_on", "planned late too") for other in others)
        yield Finding(first, message, "planned_on", related=related)
