"""A baseline was taken after the work had begun.

## What it does

It compares the day of each baseline with the day on which the first activity for the objective starts. Where no
activity is said to serve the objective, the first activity of the partnership counts.

## Why it matters

A baseline says how things stood before. Taken later it already holds part of the result, and nobody can say how much.

Source: seed document 000, third misconception: outcomes are to be measurable from the outset.

## Fires on

```yaml
objectives:
  - id: obj-scrap
    statement: Scrap falls from 6 to 4 per cent by July 2027
    indicators:
      - {id: scrap, unit: per cent, direction: decrease, baseline: {value: 6, on: 2026-06-30}, target: {value: 4}}
activities:
  - {id: evenings, title: Patternmaking evenings, start: 2026-03-02, objectives: [obj-scrap]}
```

## Is quiet on

```yaml
objectives:
  - id: obj-scrap
    statement: Scrap falls from 6 to 4 per cent by July 2027
    indicators:
      - {id: scrap, unit: per cent, direction: decrease, baseline: {value: 6, on: 2026-02-27}, target: {value: 4}}
activities:
  - {id: evenings, title: Patternmaking evenings, start: 2026-03-02, objectives: [obj-scrap]}
```

## How to mend it

Find a figure from before the start in what the partners keep anyway; if there is none, say so in the review.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.objectives._indicators import called, first_start, indicators, says_something, starts

CODE = "PKC07"
SEVERITY = Severity.ERROR
STAGE = Stage.PLAN
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Baselines that came too late."""
    of_objectives = starts(subject)
    for objective, indicator in indicators(subject):
        baseline, begins = indicator.baseline, first_start(subject, objective, of_objectives)
        if baseline is None or baseline.on is None or begins is None or not says_something(baseline):
            continue
        if baseline.on > begins:
            message = f"the baseline of {called(indicator)} is of {day(baseline.on)}, and work began on {day(begins)}"
            yield Finding(baseline, message, "on")
