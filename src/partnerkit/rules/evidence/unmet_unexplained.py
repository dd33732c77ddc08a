"""An objective was not met, and the record does not say why.

## What it does

From the stage *review* on, it looks for verdicts `partly-met` and `not-met` without `why`.

## Why it matters

The reason is the most useful part of a review: the next partnership can only do better if it is known.

Source: seed document 000, fifth marking point.

## Fires on

```yaml
objectives:
  - {id: obj-lines, statement: Six people set up a moulding line unaided}
reviews:
  - id: rev-2026
    on: 2026-09-30
    verdicts:
      - {objective: obj-lines, verdict: partly-met, quantitative: Four of six, qualitative: Two still ask}
```

## Is quiet on

```yaml
objectives:
  - {id: obj-lines, statement: Six people set up a moulding line unaided}
reviews:
  - id: rev-2026
    on: 2026-09-30
    verdicts:
      - objective: obj-lines
        verdict: partly-met
        quantitative: Four of six
        qualitative: Two still ask
        why: The second line was rebuilt in June, and two could not practise
```

## How to mend it

Write in `why` what stood in the way, as both sides see it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._reviewing import verdicts
from partnerkit.rules.evidence._words import quoted

CODE = "PKI31"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("reviews",)
UNMET = {"partly-met": "was only partly met", "not-met": "was not met"}


def check(subject: Subject) -> Iterator[Finding]:
    """Verdicts without a reason."""
    for statement, entry in verdicts(subject):
        if entry.verdict in UNMET and entry.why is None:
            yield Finding(
                entry, f"{quoted(statement)} {UNMET[entry.verdict]}, and the record does not say why", "verdict"
            )
