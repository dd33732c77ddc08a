"""Protective equipment is the only control recorded for a hazard.

## What it does

It fires on a hazard with at least one control whose controls are all of the type `ppe`, in the assessments somebody
relies on today. A control without a type is given the benefit of the doubt.

## Why it matters

Gloves, goggles and ear defenders are the last step of the hierarchy of control: they work only while they are worn,
fit and are whole. Before them come taking the hazard away, something less harmful in its place, guards and extraction,
and rules of work.

Source: practice, after the hierarchy of control.

## Fires on

```yaml
health_and_safety:
  - id: hs-foundry
    site: Northgate foundry
    hazards:
      - hazard: Noise at the shake-out
        controls:
          - {text: Ear defenders, type: ppe, in_place: true}
```

## Is quiet on

```yaml
health_and_safety:
  - id: hs-foundry
    site: Northgate foundry
    hazards:
      - hazard: Noise at the shake-out
        controls:
          - {text: Enclosure of the shake-out, type: engineering, in_place: true}
          - {text: Ear defenders, type: ppe, in_place: true}
```

## How to mend it

Ask the competent person what could be done higher in the hierarchy, and record that control; protective equipment then
comes on top.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.safety._assessments import relied_on

CODE = "PKG18"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Hazards that are met with protective equipment alone."""
    for covered in relied_on(subject):
        for hazard in covered.assessment.hazards:
            if {control.type for control in hazard.controls} == {"ppe"}:
                equipment = listed([control.text for control in hazard.controls])
                message = f"protective equipment is the only control recorded for this hazard: {equipment}"
                yield Finding(hazard, message, "hazard")
