"""Half of a learner's time has passed, and few of the manager's commitments are recorded as kept.

## What it does

From the stage *run* on, it looks at the learners who have not completed and whose activity has an end. Once half of
the time from the first day to that end has passed, it counts the commitments in `support` that have a day, out of
nine. It fires if they are fewer than `manager-commitments-least` of the rule pack.

## Why it matters

Learning is carried into the job by the learner's manager: by the time that is given, the questions that are answered,
the work that stretches. What has not happened by half-time seldom happens later.

Source: seed document 002, "Supporting the learner", which lists the nine; how many by half-time is practice.

## Fires on

```yaml
activities:
  - {id: patterns, title: Pattern making, start: 2026-03-02, end: 2026-12-18}
learners:
  - id: learner-01
    activity: patterns
    manager: cat-ives
    support: {time: 2026-03-02}
```

## Is quiet on

```yaml
activities:
  - {id: patterns, title: Pattern making, start: 2026-03-02, end: 2026-12-18}
learners:
  - id: learner-01
    activity: patterns
    manager: cat-ives
    support:
      time: 2026-03-02
      consistency: 2026-04-07
      curriculum_input: 2026-03-24
      consultation: 2026-05-12
      mentoring: 2026-03-16
```

## How to mend it

Go through the nine commitments with the manager, and date those that have been kept.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, said
from partnerkit.rules.people._learners import Learner, ManagerSupport, activity_of, begins, learning

CODE = "PKF11"
SEVERITY = Severity.INFO
STAGE = Stage.RUN
ABOUT = ("learners",)


def check(subject: Subject) -> Iterator[Finding]:
    """Managers with many open commitments at half-time."""
    limit = subject.limit("manager-commitments-least")
    names = tuple(ManagerSupport.model_fields)
    for learner in () if subject.ended else learning(subject):
        days = [getattr(learner.support, name, None) for name in names]
        kept = sum(on is not None and on <= subject.as_of for on in days)
        if kept < limit.value and _past_half(subject, learner):
            who = subject.person_name(learner.manager) if learner.manager else "the manager"
            done = f"{kept} of the {len(names)} commitments of {who} are recorded as kept"
            message = f"half of the time of {said(learner.id)} has passed, and {done}"
            yield Finding(learner, message, "support", limit=limit)


def _past_half(subject: Subject, learner: Learner) -> bool:
    activity, first = activity_of(subject, learner), begins(subject, learner)
    if activity is None or activity.end is None or first is None:
        return False
    return first + (activity.end - first) / 2 <= subject.as_of
