"""A risk is scored higher with its controls than without them.

## What it does

It compares the two scores, likelihood times impact, of every risk that is not closed and of every hazard, and fires
where the score with the controls in place is the higher one.

## Why it matters

Controls are there to lower a risk. If the score rises, the two were mixed up, or one of them was changed and the other
forgotten; either way nobody can rely on them.

Source: published descriptions of risk scoring on a matrix of likelihood and impact.

## Fires on

```yaml
risks:
  - id: risk-mentor
    event: The mentor leaves
    inherent: {likelihood: 2, impact: 4}
    residual: {likelihood: 4, impact: 4}
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

Score the risk again, first as if nothing were done and then with the controls that work today.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.safety._exposures import dangers, score

CODE = "PKG03"
SEVERITY = Severity.ERROR
STAGE = Stage.PLAN


def check(subject: Subject) -> Iterator[Finding]:
    """Scores that rise."""
    for danger in dangers(subject):
        if danger.inherent is None or danger.residual is None:
            continue
        before, after = score(danger.inherent), score(danger.residual)
        if after > before:
            message = f"the score with the controls in place is {after}, and with nothing done it is {before}"
            yield Finding(danger.residual, message)
