"""A figure of 0 seems to mean that nothing has been reported yet.

## What it does

It looks for actuals of 0 whose `period` has not ended, or whose `narrative` says that the figure is still to come:
that it is not reported, measured or available, or follows later. It knows the usual phrases, and no others.

## Why it matters

0 means none. Written for "not yet", it drags down every mean and makes a partnership look as if it had failed, or,
where the figure is to fall, as if it had triumphed.

Source: found in published results data: 13 of 51 actuals of one organisation are 0 with the note that the figure comes
at the end.

## Fires on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    indicators:
      - id: unaided
        actuals:
          - {on: 2026-06-30, value: 0, narrative: Will be reported at the end of the year}
```

## Is quiet on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    indicators:
      - id: unaided
        actuals:
          - {on: 2026-06-30, status: not-yet-reported, narrative: Will be reported at the end of the year}
```

## How to mend it

Take the 0 away and write `status: not-yet-reported`; keep the 0 if there were truly none, and say so in the note.
"""

import re

from partnerkit.rules.api import Finding, Fix, Iterator, Replacement, Severity, Stage, Subject, date, day
from partnerkit.rules.objectives._indicators import Actual, indicators

CODE = "PKC11"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("objectives",)

_LATER = re.compile(
    r"""
    \b not \s (?: yet \s )? (?: reported | measured | available | collected | counted | recorded | known | due ) \b
    | \b (?: reported | measured | collected | counted | known ) \s (?: only \s )? (?: later | at \s the \s end ) \b
    | \b (?: figure | number | result | data | report | count ) s? \s
      (?: is \s | are \s | will \s | to \s )? (?: be \s )? (?: come | follow | due | later | pending | awaited )
    | \b (?: to \s follow | awaited | pending ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Noughts that are none."""
    for _, indicator in indicators(subject):
        for actual in indicator.actuals:
            message = said_to_come(actual, subject.as_of)
            if message:
                yield Finding(actual, message, "value", fix=_fix(actual))


def said_to_come(actual: Actual, as_of: date) -> str:
    """How the record says, of a 0, that it is none; "" of a 0 that means none, and of all other figures."""
    if actual.value != 0:
        return ""
    if actual.status == "not-yet-reported":
        return "this is marked as not reported yet, and holds a 0"
    if actual.period is not None and actual.period.end is not None and actual.period.end > as_of:
        return f"this holds a 0, and its period goes on until {day(actual.period.end)}"
    if actual.narrative is not None and _LATER.search(actual.narrative):
        return "this holds a 0, and its note says that the figure is still to come"
    return ""


def _fix(actual: Actual) -> Fix:
    edits = (Replacement(actual, "value", None), Replacement(actual, "status", "not-yet-reported"))
    return Fix("Take the 0 away, and write `status: not-yet-reported`.", edits, safe=False)
