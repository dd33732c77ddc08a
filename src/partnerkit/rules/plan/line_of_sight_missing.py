"""The record does not say where what is learned will be used at work.

## What it does

From the stage *plan* on, it looks for activities in which somebody is taught that have no `line_of_sight`, and for
lines of it that name neither a task nor a job.

## Why it matters

Learners who cannot see where they will need something learn it for the test. Employers who cannot see it do not
release them.

Source: seed document 001, "Challenge" and "Solution" (a clear line of sight between learning and work).

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
    line_of_sight:
      - {outcome: Make a pattern unaided, task: Patterns for the new valve body, role: Patternmaker}
```

## How to mend it

Ask a supervisor which task of which job needs what is taught, and write the pairs down.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKE11"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("activities",)


def check(subject: Subject) -> Iterator[Finding]:
    """Learning without a place at work."""
    for activity in subject.learning_activities:
        if not activity.line_of_sight:
            message = f"the record does not say where at work the learning in “{activity.title}” is used"
            yield Finding(activity, message, "title")
        for line in activity.line_of_sight:
            if line.task is None and line.role is None:
                what = f"“{line.outcome}”" if line.outcome is not None else "this"
                yield Finding(line, f"the record does not say for which task or job {what} is learned", "outcome")
