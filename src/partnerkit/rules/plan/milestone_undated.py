"""A milestone has no day.

## What it does

From the stage *plan* on, it looks for milestones without a day by which they are due. One that has been met is left
alone.

## Why it matters

A milestone without a day is never late, and so tells nobody whether the work is on course.

Source: the Open Contracting Data Standard, whose milestones have a due date; seed document 000, "Examiner marking
points", third point.

## Fires on

```yaml
milestones:
  - {id: ready, title: Workshop ready, status: scheduled}
```

## Is quiet on

```yaml
milestones:
  - {id: ready, title: Workshop ready, status: scheduled, due: 2027-01-15}
```

## How to mend it

Agree on the day with the person who sees to it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKE03"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("milestones",)


def check(subject: Subject) -> Iterator[Finding]:
    """Milestones without a day."""
    for milestone in subject.part.milestones:
        if milestone.due is None and milestone.met_on is None and milestone.status != "met":
            yield Finding(milestone, f"the record does not say by when “{milestone.title}” is due", "title")
