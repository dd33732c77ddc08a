"""A milestone is past its day, and the record does not say what became of it.

## What it does

From the stage *plan* on, it looks for milestones that are still scheduled, or have no status, and whose day has
passed. One that is marked as met, partly met or not met has been dealt with. It is quiet where the partnership is
closed or called off.

## Why it matters

A day that passes without a word teaches everybody that days do not count.

Source: the Open Contracting Data Standard, from which the words for a milestone's status are taken; seed document
000, "Examiner marking points", third point.

## Fires on

```yaml
# as of 2026-10-15
milestones:
  - {id: ready, title: Workshop ready, status: scheduled, due: 2026-09-30}
```

## Is quiet on

```yaml
# as of 2026-10-15
milestones:
  - {id: ready, title: Workshop ready, status: met, due: 2026-09-30, met_on: 2026-09-28}
```

## How to mend it

Write down when it was met; if it was not, say so in `status`, or agree on a new day and minute why.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day

CODE = "PKE04"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("milestones",)


def check(subject: Subject) -> Iterator[Finding]:
    """Milestones whose day has passed."""
    if subject.ended:
        return
    for milestone in subject.part.milestones:
        is_open = milestone.status in (None, "scheduled") and milestone.met_on is None
        if is_open and milestone.due is not None and milestone.due < subject.as_of:
            message = (
                f"“{milestone.title}” was due on {day(milestone.due)}, and the record does not say that it was met"
            )
            yield Finding(milestone, message, "due")
