"""The plan has no points at which one could see whether it is on course.

## What it does

From the stage *plan* on, it fires if there are activities and no `milestones`. While there are no activities,
`plan-missing` speaks.

## Why it matters

Without points on the way the first news that the plan has slipped is that it has failed.

Source: seed document 000, "Examiner marking points", third point; that a plan has milestones is practice.

## Fires on

```yaml
activities:
  - {id: patterns, title: Pattern making}
```

## Is quiet on

```yaml
activities:
  - {id: patterns, title: Pattern making}
milestones:
  - {id: ready, title: Workshop ready, due: 2027-01-15}
```

## How to mend it

Name three or four points that both sides would notice, such as the first learner who works unaided, each with its
day.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKE17"
SEVERITY = Severity.INFO
STAGE = Stage.PLAN
ABOUT = ("milestones",)


def check(subject: Subject) -> Iterator[Finding]:
    """A plan without milestones."""
    if subject.part.activities and not subject.part.milestones:
        yield Finding(subject.part, "no milestone is recorded", "milestones")
