"""A benefit is said to have come, and the record shows nothing for it.

## What it does

From the stage *review* on, it looks at benefits that were `realised`. It fires where there is no evidence, no other
partner that confirms it (`corroborated_by`), and no testimony either. Where only witnesses confirm it,
`testimony-only` fires instead.

## Why it matters

Benefits are what partners and funders are shown. One that nobody can check does more harm than good to those that are
real.

Source: seed document 000, "Exam Tips", third point; the beneficiaries and the scale of benefits are those of seed
documents 001 and 003.

## Fires on

```yaml
benefits:
  - {id: ben-scrap, beneficiary: employer, realised: Scrap is down by a third}
```

## Is quiet on

```yaml
benefits:
  - {id: ben-scrap, beneficiary: employer, realised: Scrap is down by a third, evidence: [ev-scrap]}
evidence:
  - {id: ev-scrap, title: Scrap by week, type: data}
```

## How to mend it

Add the evidence that shows it, and the partners that confirm it in `corroborated_by`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._claims import confirmed_by_witnesses, is_claimed_only
from partnerkit.rules.evidence._words import quoted

CODE = "PKI32"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("benefits", "evidence")


def check(subject: Subject) -> Iterator[Finding]:
    """Benefits that are only claimed."""
    confirmed = confirmed_by_witnesses(subject.part)
    for benefit in subject.part.benefits:
        if is_claimed_only(benefit, confirmed):
            shown = quoted(benefit.realised or "")
            yield Finding(benefit, f"nothing in the record shows this benefit: {shown}", "realised")
