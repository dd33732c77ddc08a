"""The record holds no objective.

## What it does

From the stage *agree* on, it looks for partnerships without any objective.

## Why it matters

Without objectives there is nothing to plan for and nothing to measure, and at the end no review can say what the
partnership achieved. Failing to define measurable outcomes at the outset is one of the five misconceptions that
examiners of the unit on collaborative relationships name.

Source: seed document 000, "Common misconceptions", third point, and second marking point (strategic aims and measurable
objectives).

## Fires on

```yaml
aims:
  - {id: aim-setters, statement: A setter on every shift}
```

## Is quiet on

```yaml
aims:
  - {id: aim-setters, statement: A setter on every shift}
objectives:
  - id: obj-setters
    statement: Six setters work unaided by July 2027
```

## How to mend it

Record what the partners want to reach, each objective with an indicator and a day; if nothing is agreed, agree on it
with all partners.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKC17"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership without objectives."""
    if not subject.part.objectives:
        yield Finding(subject.part, "no objective is recorded", "objectives")
