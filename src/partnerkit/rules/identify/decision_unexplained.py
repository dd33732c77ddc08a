"""A decision about an opportunity does not say who took it, when or why.

## What it does

It looks at every decision about an opportunity, whatever its outcome, for the person who took it, the day and the
reason. What is missing is named in one finding.

## Why it matters

People move on and remember differently. A reason written down with its day and its author can be checked against what
happened, and an opportunity that was rejected need not be argued about twice.

Source: ISO 44001, as certifiers describe it (the business case comes before the choice of the partner); that person,
day and reason are written down is practice.

## Fires on

```yaml
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    decision: {outcome: pursue, on: 2026-03-01}
```

## Is quiet on

```yaml
opportunities:
  - id: opp-patterns
    finding: A joint programme for patternmakers
    decision: {outcome: pursue, by: ben-hale, on: 2026-03-01, reason: Serves a priority of each partner}
```

## How to mend it

Add what is missing: `by` (the person), `on` (the day) and `reason`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKB06"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("opportunities",)


def check(subject: Subject) -> Iterator[Finding]:
    """Decisions without a person, a day or a reason."""
    for opportunity in subject.part.opportunities:
        decision = opportunity.decision
        if decision is None:
            continue
        said_of = {"who took it": decision.by, "when": decision.on, "why": decision.reason}
        missing = [words for words, value in said_of.items() if value is None]
        if missing:
            yield Finding(decision, f"this decision does not say {listed(missing, 'or')}")
