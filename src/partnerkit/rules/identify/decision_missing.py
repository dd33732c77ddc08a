"""The partnership went on, and no decision to pursue an opportunity is recorded.

## What it does

From the stage *agree* on, it fires if there are opportunities and none of them has a decision to pursue it. A
partnership that was called off is left alone, and one without any opportunity is left to `opportunity-missing`.

## Why it matters

Negotiations that begin before somebody has decided tend to end with nobody having decided. The decision, with its
reasons, is also what the review compares with what came of it.

Source: ISO 44001, where the choice of the partner comes before working together; seed document 000, first marking
point.

## Fires on

```yaml
opportunities:
  - {id: opp-patterns, finding: A joint programme for patternmakers}
```

## Is quiet on

```yaml
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    decision: {outcome: pursue, by: ben-hale, on: 2026-03-01, reason: Serves a priority of each partner}
```

## How to mend it

Record the decision under the opportunity that is pursued: outcome, person, day and reason.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.identify._parties import pursued

CODE = "PKB15"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("opportunities",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership beyond the first stage in which no opportunity is pursued."""
    opportunities = subject.part.opportunities
    if not opportunities or subject.part.status == "cancelled" or next(pursued(subject), None) is not None:
        return
    message = (
        f"the partnership is at the stage `{subject.part.stage}`, and no decision to pursue an opportunity is recorded"
    )
    if len(opportunities) == 1:
        yield Finding(opportunities[0], message, "decision")
    else:
        yield Finding(subject.part, message, "opportunities")
