"""A risk is not written out in full.

## What it does

For each risk that is not closed it looks for a cause, an effect, an owner, a day for its next review, and its score
with nothing done and with the controls in place. All that is missing is named in one finding.

## Why it matters

A risk that is only a headline cannot be managed. The cause says where to act, the effect what is at stake, and without
an owner and a day nobody looks at it again.

Source: seed document 000, third marking point (risk assessments in the collaboration plan); the parts of an entry are
practice of risk registers.

## Fires on

```yaml
risks:
  - id: risk-mentor
    event: The mentor leaves
    owner: amy-okoro
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

Add what is missing: `cause`, `effect`, `owner`, `review_on`, `inherent` and `residual`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.safety._exposures import open_risks

CODE = "PKG01"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("risks",)


def check(subject: Subject) -> Iterator[Finding]:
    """Open risks that lack a part."""
    for risk in open_risks(subject):
        parts = {
            "its cause": risk.cause,
            "its effect": risk.effect,
            "an owner": risk.owner,
            "a day of review": risk.review_on,
            "the score with nothing done": risk.inherent,
            "the score with controls": risk.residual,
        }
        missing = [words for words, value in parts.items() if value is None]
        if missing:
            yield Finding(risk, f"this risk lacks {listed(missing)}", "event")
