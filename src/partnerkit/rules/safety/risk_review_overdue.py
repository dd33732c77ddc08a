"""The day for the review of a risk has passed.

## What it does

From the stage *run* on, it fires on a risk that is not closed and whose `review_on` lies before the day of the check.
In a partnership that is closed or called off nothing is overdue.

## Why it matters

A risk register is worth what its last review is worth. What was likely in spring may be certain by autumn, and a date
that passes unnoticed shows that nobody looks.

Source: practice of risk registers.

## Fires on

```yaml
risks:
  - {id: risk-mentor, event: The mentor leaves, review_on: 2026-06-30}
```

## Is quiet on

```yaml
risks:
  - {id: risk-mentor, event: The mentor leaves, review_on: 2026-12-31}
```

## How to mend it

Look at the risk again with its owner, change the scores if need be, and set the next day in `review_on`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.safety._exposures import open_risks

CODE = "PKG07"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("risks",)


def check(subject: Subject) -> Iterator[Finding]:
    """Open risks whose review is overdue."""
    if subject.ended:
        return
    for risk in open_risks(subject):
        if risk.review_on is not None and risk.review_on < subject.as_of:
            yield Finding(risk, f"the review of this risk was due on {day(risk.review_on)}", "review_on")
