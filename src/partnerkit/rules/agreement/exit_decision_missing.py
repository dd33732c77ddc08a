"""The partnership is closing, and no decision on what becomes of it is recorded.

## What it does

At the stage *close*, it looks in `exit` for the decision to renew, transfer or exit, and for its day and its reason.

## Why it matters

A partnership that ends without a decision fades: nobody tells the learners, the data stay where they are, and neither
side knows whether it may ask the other again.

Source: seed document 000, "Examiner marking points", fifth point (recommendations for future partnerships); ISO 44001
(exit strategy).

## Fires on

```yaml
exit:
  triggers: [End of the grant]
```

## Is quiet on

```yaml
exit:
  triggers: [End of the grant]
  decision:
    outcome: renew
    by: ben-hale
    on: 2026-09-10
    reason: All three objectives were met, and two more employers want to join
```

## How to mend it

Record who decided to renew, transfer or exit, on which day and why; if nobody has, decide it together.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKD24"
SEVERITY = Severity.ERROR
STAGE = Stage.CLOSE
ABOUT = ("exit",)


def check(subject: Subject) -> Iterator[Finding]:
    """A close without a decision, or with half of one."""
    arrangements = subject.part.exit
    decision = arrangements.decision if arrangements is not None else None
    if decision is None:
        message = "no decision is recorded on whether the partnership is renewed, handed over or ended"
        yield Finding(arrangements or subject.part, message)
        return
    missing = [name for name, value in (("day", decision.on), ("reason", decision.reason)) if value is None]
    if missing:
        yield Finding(decision, f"the decision to {decision.outcome} has no {listed(missing, 'and no')}", "outcome")
