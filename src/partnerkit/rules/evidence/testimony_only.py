"""Something rests on testimony alone.

## What it does

From the stage *review* on, it looks at what testimonies confirm, and at the criteria that evidence of the type
`witness-testimony` is mapped to. It fires for a criterion that no other evidence is mapped to, for an objective with
neither a reported figure nor other evidence, and for a benefit without other evidence. Each is reported once. A
document that holds a signed testimony is no other evidence.

## Why it matters

A witness supports a claim and does not decide it. A decision that rests on testimony alone falls when the witness is
asked again, or has left.

Source: SQA's guidance on witness testimony, by which it supports other evidence.

## Fires on

```yaml
benefits:
  - {id: ben-scrap, beneficiary: employer, realised: Scrap is down by a third}
testimonies:
  - {id: tes-cat, witness: cat-ives, relationship: Supervisor, competent: true, claims: [ben-scrap]}
```

## Is quiet on

```yaml
benefits:
  - {id: ben-scrap, beneficiary: employer, realised: Scrap is down by a third, evidence: [ev-scrap]}
testimonies:
  - {id: tes-cat, witness: cat-ives, relationship: Supervisor, competent: true, claims: [ben-scrap]}
evidence:
  - {id: ev-scrap, title: Scrap by week, type: data}
```

## How to mend it

Add evidence of another kind that shows the same: an observation, a product, data.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._claims import claims

CODE = "PKI11"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("evidence", "testimonies")


def check(subject: Subject) -> Iterator[Finding]:
    """Claims that nothing but testimony shows."""
    seen: set[int] = set()
    for claim in claims(subject):
        if id(claim.target) not in seen and not claim.shown_by and not claim.counted:
            seen.add(id(claim.target))
            yield Finding(claim.part, f"only testimony is recorded for {claim.words}", claim.field, at=claim.at)
