"""The record does not say whether an indicator is to rise, to fall or to stay.

## What it does

It looks for indicators without a `direction`. What is told in words (`measure: qualitative`) needs none.

## Why it matters

Scrap is to fall and pass rates are to rise. Without the direction, a figure that got worse can be read as a success,
and by machine it will be.

Source: the IATI standard marks indicators as rising or falling; in one published activity with 126 indicators all omit
the mark and nine are meant to fall.

## Fires on

```yaml
objectives:
  - id: obj-scrap
    statement: Scrap falls from 6 to 4 per cent by July 2027
    indicators:
      - {id: scrap, unit: per cent, baseline: {value: 6}, target: {value: 4}}
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

Write `direction: increase`, `decrease` or `maintain`, as both sides meant it.
"""

from partnerkit.rules.api import Finding, Fix, Iterator, Replacement, Severity, Stage, Subject
from partnerkit.rules.objectives._indicators import Indicator, called, direction_of, indicators

CODE = "PKC03"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Indicators of which nobody knows which way is good."""
    for _, indicator in indicators(subject):
        if indicator.direction is None and indicator.measure != "qualitative":
            message = f"the record does not say whether {called(indicator)} is to rise, to fall or to stay"
            yield Finding(indicator, message, "direction", fix=_fix(indicator))


def _fix(indicator: Indicator) -> Fix | None:
    """The direction that baseline and target show; a guess, since one of them may be wrong."""
    direction = direction_of(indicator)
    if direction is None:
        return None
    message = f"Write `direction: {direction}`, as baseline and target show."
    return Fix(message, (Replacement(indicator, "direction", direction),), safe=False)
