"""Skills are taught without any practice.

## What it does

From the stage *plan* on, it looks for activities with skills among their criteria, whose hours are stated and of
which none are in simulation or on the job. While no hours are stated, `blend-unstated` speaks.

## Why it matters

Nobody learns to set up a machine from slides. What is only talked about in a room is assessed on paper and missing at
work.

Source: seed document 000, "Key concepts" (blended learning design: the practical nature of engineering skills).

## Fires on

```yaml
activities:
  - id: patterns
    title: Pattern making
    criteria: [foundry/K1, foundry/S1]
    mode_hours: {face_to_face: 20, online: 10}
```

## Is quiet on

```yaml
activities:
  - id: patterns
    title: Pattern making
    criteria: [foundry/K1, foundry/S1]
    mode_hours: {face_to_face: 20, online: 10, simulation: 12}
```

## How to mend it

Plan hours in a workshop, on a training machine or beside somebody on the job, or take the skill out of the criteria.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.plan._blend import practised, skills, stated

CODE = "PKE13"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("activities",)


def check(subject: Subject) -> Iterator[Finding]:
    """Skills without practice."""
    for activity in subject.part.activities:
        if stated(activity) and not practised(activity) and (taught := skills(subject, activity)):
            what = "practical skill" if len(taught) == 1 else "practical skills"
            message = f"“{activity.title}” is to teach the {what} {listed(taught)} without an hour of practice"
            yield Finding(activity, message, "mode_hours")
