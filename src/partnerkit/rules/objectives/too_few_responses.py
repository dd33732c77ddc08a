"""A percentage rests on too few people to say anything, or does not say on how many.

## What it does

It looks at the actuals of indicators whose `measure` is `percentage`, and fires if `responses` is missing, or is lower
than the indicator's own `min_responses`; without one, than `responses-least` of the rule pack. An indicator of another
measure is looked at only if it has `min_responses`, and then only where the number of responses is given.

## Why it matters

Of four people one is 25 per cent. A percentage hides how few they were, and a change of one person reads as a trend.

Source: practice.

## Fires on

```yaml
objectives:
  - id: obj-pass
    statement: Nine in ten pass by July 2027
    indicators:
      - {id: pass-rate, measure: percentage, unit: per cent, actuals: [{on: 2026-06-30, value: 75, responses: 4}]}
```

## Is quiet on

```yaml
objectives:
  - id: obj-pass
    statement: Nine in ten pass by July 2027
    indicators:
      - {id: pass-rate, measure: percentage, unit: per cent, actuals: [{on: 2026-06-30, value: 75, responses: 40}]}
```

## How to mend it

Write how many people or cases the figure rests on, under `responses`; if they are few, report the count (3 of 4) and
wait for more before drawing a conclusion.
"""

from partnerkit.rules.api import Finding, Iterator, Limit, Severity, Stage, Subject, counted
from partnerkit.rules.objectives._indicators import Actual, Indicator, figure, indicators

CODE = "PKC13"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Percentages of few."""
    limit = subject.limit("responses-least")
    for _, indicator in indicators(subject):
        if indicator.measure != "percentage" and indicator.min_responses is None:
            continue
        for actual in indicator.actuals:
            if actual.value is not None and actual.status != "not-yet-reported":
                yield from _judged(indicator, actual, actual.value, limit)


def _judged(indicator: Indicator, actual: Actual, value: float, limit: Limit) -> Iterator[Finding]:
    least = limit.whole if indicator.min_responses is None else indicator.min_responses
    shown = f"{figure(value)} per cent" if indicator.measure == "percentage" else figure(value)
    if actual.responses is None:
        if indicator.measure == "percentage":
            yield Finding(actual, f"the record does not say of how many this is {shown}", "value")
    elif actual.responses < least:
        message = f"the figure of {shown} rests on {counted(actual.responses, 'response')}, and it takes {least}"
        yield Finding(actual, message, "responses", limit=limit if indicator.min_responses is None else None)
