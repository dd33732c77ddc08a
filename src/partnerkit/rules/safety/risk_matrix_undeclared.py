"""Risks are scored, and no risk matrix is declared.

## What it does

It fires once on a partnership in which a risk or a hazard has a score, if `partnerkit.yaml` has no `risk_matrix`.

## Why it matters

No standard sets how many levels there are or where a score turns from moderate to high: three published sources give
three sets of bands for the same five by five matrix. Until the workspace declares its own, a reader cannot tell what a
12 means.

Source: comparison of published risk matrices of five by five, which differ in their bands.

## Fires on

```yaml
format: 1
title: Our partnerships
---
risks:
  - {id: risk-mentor, event: The mentor leaves, inherent: {likelihood: 4, impact: 3}}
```

## Is quiet on

```yaml
format: 1
title: Our partnerships
risk_matrix:
  appetite: 9
  bands: {low: 4, moderate: 9, high: 16, critical: 25}
---
risks:
  - {id: risk-mentor, event: The mentor leaves, inherent: {likelihood: 4, impact: 3}}
```

## How to mend it

Add `risk_matrix` to `partnerkit.yaml`, with its bands and, if the partners have agreed on one, the appetite.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.safety._exposures import dangers, exposures

CODE = "PKG10"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN


def check(subject: Subject) -> Iterator[Finding]:
    """Scores without a declared matrix."""
    if subject.matrix is not None:
        return
    if any(exposures(danger) for danger in dangers(subject)):
        section = "risks" if any(map(exposures, subject.part.risks)) else "health_and_safety"
        yield Finding(subject.part, "risks are scored here, and partnerkit.yaml declares no risk matrix", section)
