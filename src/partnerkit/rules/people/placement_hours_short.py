"""A T Level placement has fewer hours than it must have, or counts hours it may not count.

## What it does

From the stage *plan* on, it looks at placements of the types `t-level` and `t-level-early-years-educator`. It fires
if the planned hours, or the hours worked once the learner has completed, are below `t-level-placement-hours-least` or
`t-level-early-years-hours-least` of the rule pack; if more than `t-level-taster-hours-most` of them were tasters; or
if projects away from the workplace are more than `t-level-project-share-most` of the planned hours. Where the record
does not say how many hours are planned, or what type a placement is, it says nothing.

## Why it matters

A placement that is too short does not count, and the learner finds out at the end. The hours are set by the
Department for Education, which rewrote its guidance in May 2026; check the figures of the rule pack against the text
that binds you.

Source: Department for Education, guidance on T Level industry placements. What it says of tasters and projects is
taken from the guidance as it stood before May 2026.

## Fires on

```yaml
learners:
  - id: learner-01
    placement: {type: t-level, planned_hours: 280}
```

## Is quiet on

```yaml
learners:
  - id: learner-01
    placement: {type: t-level, planned_hours: 320, taster_hours: 14}
```

## How to mend it

Plan the hours that are missing with the employer, before the learner begins or while there is time.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.people._learners import Placement, has_completed

CODE = "PKF09"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("learners",)

_LEAST = {
    "t-level": "t-level-placement-hours-least",
    "t-level-early-years-educator": "t-level-early-years-hours-least",
}
_WHOLE = 100


def check(subject: Subject) -> Iterator[Finding]:
    """T Level placements whose hours fall short."""
    for learner in subject.part.learners:
        placement = learner.placement
        if placement is not None and placement.type in _LEAST:
            yield from _short(subject, placement, completed=has_completed(subject, learner))
            yield from _uncounted(subject, placement)


def _short(subject: Subject, placement: Placement, *, completed: bool) -> Iterator[Finding]:
    limit = subject.limit(_LEAST[str(placement.type)])
    worked = completed and placement.actual_hours is not None
    hours = placement.actual_hours if worked else placement.planned_hours
    if hours is not None and hours < limit.value:
        message = f"this placement has {hours:g} hours, and needs {limit.value:g}"
        yield Finding(placement, message, "actual_hours" if worked else "planned_hours", limit=limit)


def _uncounted(subject: Subject, placement: Placement) -> Iterator[Finding]:
    tasters, projects, planned = placement.taster_hours, placement.project_hours, placement.planned_hours
    limit = subject.limit("t-level-taster-hours-most")
    if tasters is not None and tasters > limit.value:
        yield Finding(placement, f"{tasters:g} hours of this placement are tasters", "taster_hours", limit=limit)
    limit = subject.limit("t-level-project-share-most")
    if projects is not None and planned and projects * _WHOLE > planned * limit.value:
        message = f"{projects:g} of {planned:g} hours of this placement are projects away from the workplace"
        yield Finding(placement, message, "project_hours", limit=limit)
