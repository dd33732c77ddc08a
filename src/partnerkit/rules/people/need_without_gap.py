"""A need does not show the gap it speaks of.

## What it does

It looks, in each need of the training needs analysis, for both ends of the gap: what people must be able to do
(`required`, by its level, its criterion or its standard), and what they can do today (`current`, with its level, the
method by which it was found out, and the day). One finding names all that is missing. Where the level of today is
missing, method and day are not asked for: they belong to it.

## Why it matters

A training need is the gap between two levels of performance. With one end missing nobody can tell how large the gap
is, and afterwards nobody can tell whether it has closed; without method and day, the figure is somebody's opinion.

Source: seed document 000, key concept "Training Needs Analysis".

## Fires on

```yaml
needs:
  - id: need-patterns
    level: team
    required: {level: Makes a pattern unaided}
    current: {level: Needs a supervisor beside them}
```

## Is quiet on

```yaml
needs:
  - id: need-patterns
    level: team
    required: {level: Makes a pattern unaided}
    current: {level: Needs a supervisor beside them, method: observation, on: 2026-02-10}
```

## How to mend it

Write down what people must be able to do and what they can do today, and for today's level how and when it was found
out.

If nobody has looked yet, that is the next step: watch the work, ask, or take a figure the business keeps anyway.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.people._needs import Need

CODE = "PKF01"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("needs",)


def check(subject: Subject) -> Iterator[Finding]:
    """Needs of which one end is missing."""
    for need in subject.part.needs:
        required, current = tuple(_required(need)), tuple(_current(need))
        if required or current:
            field = "" if required and current else "required" if required else "current"
            yield Finding(need, f"the record does not say {listed((*required, *current), 'or')}", field)


def _required(need: Need) -> Iterator[str]:
    required = need.required
    if required is None or not (required.level or required.criterion or required.standard):
        yield "what people must be able to do"


def _current(need: Need) -> Iterator[str]:
    current = need.current
    if current is None or current.level is None:
        yield "what they can do today"
        return
    unknown = [word for word, fact in (("how", current.method), ("when", current.on)) if fact is None]
    if unknown:
        yield f"{listed(unknown, 'or')} it was found out what they can do today"
