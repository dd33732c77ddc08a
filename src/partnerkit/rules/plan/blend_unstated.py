"""The record does not say how learners will learn.

## What it does

From the stage *plan* on, it looks for activities in which somebody is taught that have no hours in `mode_hours`: in a
room with a teacher, online, in simulation or on the job.

## Why it matters

How many hours are on the job decides who has to be released and who mentors. If it is not said, each side plans for
the other's.

Source: seed document 000, "Key concepts" (blended learning design).

## Fires on

```yaml
activities:
  - {id: patterns, title: Pattern making, type: co-delivery}
```

## Is quiet on

```yaml
activities:
  - id: patterns
    title: Pattern making
    type: co-delivery
    mode_hours: {face_to_face: 20, online: 10, simulation: 12, on_job: 40}
```

## How to mend it

Agree on the hours a learner spends in each way of learning; a first guess that both sides have seen will do.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.plan._blend import stated

CODE = "PKE12"
SEVERITY = Severity.INFO
STAGE = Stage.PLAN
ABOUT = ("activities",)


def check(subject: Subject) -> Iterator[Finding]:
    """Learning without its blend."""
    for activity in subject.learning_activities:
        if not stated(activity):
            message = f"no hours of “{activity.title}” are recorded as taught, online, practised or on the job"
            yield Finding(activity, message, "mode_hours")
