"""A figure is to change, and its target is what it was before.

## What it does

It looks for indicators that are to rise or to fall and whose target equals their baseline.

## Why it matters

Such a target is reached before the work begins, and how far one has come cannot be worked out from it.

Source: found in published data: three of the 126 indicators of one IATI activity.

## Fires on

```yaml
objectives:
  - id: obj-scrap
    statement: Less scrap by July 2027
    indicators:
      - {id: scrap, unit: per cent, direction: decrease, baseline: {value: 6}, target: {value: 6}}
```

## Is quiet on

```yaml
objectives:
  - id: obj-scrap
    statement: Scrap stays at 6 per cent while the line is rebuilt
    indicators:
      - {id: scrap, unit: per cent, direction: maintain, baseline: {value: 6}, target: {value: 6}}
```

## How to mend it

Agree on a target that is a change; or write `direction: maintain`, if to keep the figure is the aim.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.objectives._indicators import called, figure, figures, indicators

CODE = "PKC05"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Targets that ask for nothing."""
    for _, indicator in indicators(subject):
        both = figures(indicator)
        if both is not None and both[0] == both[1] and indicator.direction in {"increase", "decrease"}:
            way = "rise" if indicator.direction == "increase" else "fall"
            message = f"{called(indicator)} is to {way}, but target and baseline are both {figure(both[0])}"
            yield Finding(indicator.target or indicator, message, "value")
