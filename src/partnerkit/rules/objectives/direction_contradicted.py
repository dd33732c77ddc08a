"""The target of an indicator lies on the wrong side of its baseline.

## What it does

It compares baseline and target with the direction: a figure that is to rise must have the higher target, one that is
to fall the lower, and one that is to stay the same target, give or take its `tolerance`. A target that equals the
baseline is for `target-equals-baseline` to say.

## Why it matters

One of the three is wrong, and whichever it is, the result will be read the wrong way round.

Source: found in published data: in one IATI activity nine indicators have a lower target and no word that they are to
fall.

## Fires on

```yaml
objectives:
  - id: obj-scrap
    statement: Scrap falls from 6 to 4 per cent by July 2027
    indicators:
      - {id: scrap, unit: per cent, direction: increase, baseline: {value: 6}, target: {value: 4}}
```

## Is quiet on

```yaml
objectives:
  - id: obj-scrap
    statement: Scrap falls from 6 to 4 per cent by July 2027
    indicators:
      - {id: scrap, unit: per cent, direction: decrease, baseline: {value: 6}, target: {value: 4}}
```

## How to mend it

Correct whichever is wrong: the direction, the baseline or the target.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.objectives._indicators import Indicator, called, figure, figures, indicators

CODE = "PKC04"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("objectives",)

_MEANT = {"increase": "rise", "decrease": "fall", "maintain": "stay as it is"}


def check(subject: Subject) -> Iterator[Finding]:
    """Targets on the wrong side."""
    for _, indicator in indicators(subject):
        both = figures(indicator)
        if both is not None and indicator.target is not None and _is_contradicted(indicator, *both):
            first, last = map(figure, both)
            way = _MEANT[indicator.direction or "maintain"]
            message = f"{called(indicator)} is to {way}, but its target is {last} and its baseline {first}"
            yield Finding(indicator.target, message, "value", related=((indicator, "direction", "the direction"),))


def _is_contradicted(indicator: Indicator, baseline: float, target: float) -> bool:
    tolerance = indicator.target.tolerance if indicator.target is not None else None
    match indicator.direction:
        case "increase":
            return target < baseline
        case "decrease":
            return target > baseline
        case "maintain":
            return abs(target - baseline) > (tolerance or 0)
        case _:
            return False
