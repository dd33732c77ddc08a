"""A percentage is below 0 or above 100.

## What it does

It looks at the baselines, targets and actuals of indicators whose `measure` is `percentage`. Where `allow_over_100:
true` says that more than 100 can be, as with places that are let twice, only figures below 0 are reported.

## Why it matters

It is usually a count in the wrong row, or a change in per cent written as a share. Either spoils every comparison
after it.

Source: found in published results data.

## Fires on

```yaml
objectives:
  - id: obj-pass
    statement: Nine in ten pass by July 2027
    indicators:
      - {id: pass-rate, measure: percentage, unit: per cent, baseline: {value: 72}, target: {value: 900}}
```

## Is quiet on

```yaml
objectives:
  - id: obj-pass
    statement: Nine in ten pass by July 2027
    indicators:
      - {id: pass-rate, measure: percentage, unit: per cent, baseline: {value: 72}, target: {value: 90}}
```

## How to mend it

Correct the figure or the `measure`; write `allow_over_100: true` if the share can truly exceed the whole.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.objectives._indicators import Actual, Baseline, Indicator, Target, called, figure, indicators

CODE = "PKC06"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("objectives",)

_WHOLE = 100


def check(subject: Subject) -> Iterator[Finding]:
    """Shares that cannot be."""
    for _, indicator in indicators(subject):
        if indicator.measure != "percentage":
            continue
        for held in _held(indicator):
            value = held.value
            if value is not None and (value < 0 or (value > _WHOLE and not indicator.allow_over_100)):
                message = f"{figure(value)} cannot be a percentage of {called(indicator)}"
                yield Finding(held, message, "value")


def _held(indicator: Indicator) -> Iterator[Baseline | Target | Actual]:
    for one in (indicator.baseline, indicator.target):
        if one is not None:
            yield one
    yield from indicator.interim_targets
    yield from indicator.actuals
