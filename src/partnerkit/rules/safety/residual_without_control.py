"""A score is lowered although no control is in place.

## What it does

It fires on a risk that is not closed, or a hazard, whose score with the controls in place is lower than the one with
nothing done, while none of its controls is marked `in_place: true`. Where a control leaves open whether it is in
place, the finding is a warning.

## Why it matters

The second score tells how things stand today. A control that is only intended lowers nothing yet; its effect belongs
under `target`.

Source: published descriptions of risk scoring on a matrix of likelihood and impact.

## Fires on

```yaml
risks:
  - id: risk-mentor
    event: The mentor leaves
    inherent: {likelihood: 4, impact: 4}
    controls:
      - {text: A second mentor is trained, in_place: false}
    residual: {likelihood: 2, impact: 4}
```

## Is quiet on

```yaml
risks:
  - id: risk-mentor
    cause: One mentor knows the moulding line
    event: The mentor leaves
    effect: Delivery stops
    category: people
    inherent: {likelihood: 4, impact: 4}
    controls:
      - {text: A second mentor is trained, type: administrative, owner: cat-ives, in_place: true}
    residual: {likelihood: 2, impact: 4}
    owner: amy-okoro
    review_on: 2027-01-15
```

## How to mend it

Mark the controls that work today with `in_place: true`; if there is none, raise `residual` to `inherent` and write
what you are aiming at under `target`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.safety._exposures import Danger, dangers, in_place, score

CODE = "PKG04"
SEVERITY = Severity.ERROR
STAGE = Stage.PLAN


def check(subject: Subject) -> Iterator[Finding]:
    """Scores that fall with nothing to hold them down."""
    for danger in dangers(subject):
        if danger.inherent is None or danger.residual is None or in_place(danger):
            continue
        before, after = score(danger.inherent), score(danger.residual)
        if after < before:
            open_ = any(control.in_place is None for control in danger.controls)
            severity = Severity.WARNING if open_ else None
            yield Finding(
                danger.residual, f"the score falls from {before} to {after}, and {_fault(danger)}", severity=severity
            )


def _fault(danger: Danger) -> str:
    if not danger.controls:
        return "no control is recorded"
    if any(control.in_place is None for control in danger.controls):
        return "the record does not say whether a control is in place"
    return "no control is in place yet"
