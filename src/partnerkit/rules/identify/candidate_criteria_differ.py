"""The candidates were not all marked by the same criteria.

## What it does

For each opportunity it gathers the names of all criteria by which a candidate was marked, and fires on a candidate
that lacks one of them. Capital letters and spaces make no difference. A candidate without any mark is left alone as
long as nothing is decided.

## Why it matters

Marks can only be compared if they answer the same questions. A criterion that only the winner was marked by looks like
a reason found afterwards.

Source: ISO 44001, stage of partner selection; the Partnering Toolbook's partner assessment form.

## Fires on

```yaml
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    candidates:
      - organisation: eastfield-college
        criteria: [{name: foundry teaching, score: 4}, {name: within an hour, score: 5}]
      - organisation: shire-authority
        criteria: [{name: foundry teaching, score: 1}]
```

## Is quiet on

```yaml
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    candidates:
      - organisation: eastfield-college
        criteria: [{name: foundry teaching, score: 4}, {name: within an hour, score: 5}]
      - organisation: shire-authority
        criteria: [{name: foundry teaching, score: 1}, {name: within an hour, score: 3}]
```

## How to mend it

Mark every candidate by the same criteria, written in the same words.
"""

from partnerkit.model.partnership.identify import Candidate
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKB08"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("opportunities",)


def check(subject: Subject) -> Iterator[Finding]:
    """Candidates that lack a criterion by which another one was marked."""
    for opportunity in subject.part.opportunities:
        marked = [one for one in opportunity.candidates if one.criteria or opportunity.decision is not None]
        names = {key: name for candidate in marked for key, name in _criteria(candidate).items()}
        for candidate in marked:
            own = _criteria(candidate)
            missing = [f"“{name}”" for key, name in names.items() if key not in own]
            if missing:
                message = f"{subject.name(candidate.organisation)} has no mark for {listed(missing)}, as another has"
                yield Finding(candidate, message, "criteria")


def _criteria(candidate: Candidate) -> dict[str, str]:
    return {" ".join(criterion.name.casefold().split()): criterion.name for criterion in candidate.criteria}
