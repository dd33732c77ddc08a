"""The impact is scored lower although the controls only change how people behave.

## What it does

It fires on a risk that is not closed, or a hazard, whose impact with the controls in place is lower than with nothing
done, while every control in place is `administrative` or `ppe`. It is quiet if one of them is of another type or of
none.

## Why it matters

Rules, training and protective equipment mostly make a harm less likely; if it happens all the same, it is seldom less
bad. A lower impact needs a control higher in the hierarchy, such as another process or a guard.

Source: practice, after the hierarchy of control.

## Fires on

```yaml
risks:
  - id: risk-burns
    event: Somebody is splashed with metal
    inherent: {likelihood: 3, impact: 5}
    controls:
      - {text: A briefing before each pour, type: administrative, in_place: true}
    residual: {likelihood: 2, impact: 2}
```

## Is quiet on

```yaml
risks:
  - id: risk-burns
    event: Somebody is splashed with metal
    inherent: {likelihood: 3, impact: 5}
    controls:
      - {text: A screen in front of the ladle, type: engineering, in_place: true}
    residual: {likelihood: 2, impact: 2}
```

## How to mend it

Leave the impact as it is and lower the likelihood only, or add the control that makes the harm itself smaller; where
the hierarchy does not fit, as for money, give the control the type `not-applicable`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.safety._exposures import dangers, in_place

CODE = "PKG05"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN


WORDS = {"administrative": "rules and instructions", "ppe": "protective equipment"}


def check(subject: Subject) -> Iterator[Finding]:
    """Impacts that fall by rules and protective equipment alone."""
    for danger in dangers(subject):
        types = {control.type for control in in_place(danger)}
        if danger.inherent is None or danger.residual is None or not types or not types <= WORDS.keys():
            continue
        before, after = danger.inherent.impact, danger.residual.impact
        if after < before:
            kinds = " and ".join(sorted(WORDS[type_] for type_ in types if type_ is not None))
            yield Finding(danger.residual, f"the impact falls from {before} to {after} by {kinds} alone", "impact")
