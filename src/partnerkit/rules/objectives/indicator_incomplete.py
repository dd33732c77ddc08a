"""An indicator lacks what it takes to be measured.

## What it does

It looks whether each indicator has a baseline, a target, a unit, a source and an owner, and a day for the target,
unless the objective has one. A baseline or target with nothing but a day counts as missing. What is told in words
(`measure: qualitative`) needs no unit. An objective for which nothing at all says by when is for `objective-undated`
to say.

## Why it matters

Whatever is left open here is settled at the review, by whoever speaks first. Baselines cannot be taken afterwards.

Source: IATI asks for baseline, target, period and unit of measure of its indicators; measurable objectives are asked
for by seed document 000, second marking point. The owner is practice.

## Fires on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    due: 2027-07-31
    indicators:
      - {id: unaided, unit: people, target: {value: 6}}
```

## Is quiet on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    due: 2027-07-31
    indicators:
      - id: unaided
        unit: people
        baseline: {value: 0, on: 2026-01-10}
        target: {value: 6}
        source: Supervisor check
        owner: cat-ives
```

## How to mend it

Add what is missing, while both sides are at the table.

A source is what the figure is read from, such as the attendance register; the owner is the person who reports it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.objectives._indicators import Indicator, Objective, called, indicators, says_something

CODE = "PKC02"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Indicators that cannot be measured as they stand."""
    for objective, indicator in indicators(subject):
        missing = list(_missing(objective, indicator))
        if missing:
            yield Finding(indicator, f"the indicator {called(indicator)} has no {listed(missing, 'or')}")


def _missing(objective: Objective, indicator: Indicator) -> Iterator[str]:
    if not says_something(indicator.baseline):
        yield "baseline"
    if not says_something(indicator.target):
        yield "target"
    elif _is_undated(objective, indicator):
        yield "day for its target"
    if indicator.unit is None and indicator.measure != "qualitative":
        yield "unit"
    if indicator.source is None:
        yield "source"
    if indicator.owner is None:
        yield "owner"


def _is_undated(objective: Objective, indicator: Indicator) -> bool:
    """Whether an indicator has no day, though its objective's other indicators have one."""
    days = [other.target.on for other in objective.indicators if other.target is not None]
    own = indicator.target.on if indicator.target is not None else None
    return own is None and objective.due is None and any(day is not None for day in days)
