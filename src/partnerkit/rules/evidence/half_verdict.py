"""A review's verdict rests on figures alone, or on impressions alone.

## What it does

From the stage *review* on, it looks at each verdict of the current round's reviews. It fires where what the figures
say (`quantitative`) or what people say (`qualitative`) is missing. It is quiet where the objective was not due, and
asks for no figures where all indicators of the objective are qualitative.

## Why it matters

Figures say how much, people say why. A review with one of them cannot tell luck from success.

Source: seed document 000, fifth marking point, which asks for quantitative and qualitative data.

## Fires on

```yaml
objectives:
  - {id: obj-lines, statement: Six people set up a moulding line unaided}
reviews:
  - id: rev-2026
    on: 2026-09-30
    verdicts:
      - {objective: obj-lines, verdict: met, quantitative: Six of six}
```

## Is quiet on

```yaml
objectives:
  - {id: obj-lines, statement: Six people set up a moulding line unaided}
reviews:
  - id: rev-2026
    on: 2026-09-30
    verdicts:
      - {objective: obj-lines, verdict: met, quantitative: Six of six, qualitative: Nobody asks any more}
```

## How to mend it

Add the missing half: the figure with its baseline and target, or what people on both sides say.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.evidence._reviewing import verdicts
from partnerkit.rules.evidence._words import quoted

CODE = "PKI27"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("reviews",)


def check(subject: Subject) -> Iterator[Finding]:
    """Verdicts that rest on one half."""
    uncounted = {
        objective.id
        for objective in subject.part.objectives
        if objective.indicators and all(indicator.measure == "qualitative" for indicator in objective.indicators)
    }
    for statement, entry in verdicts(subject):
        if entry.verdict in (None, "not-due"):
            continue
        missing = []
        if entry.quantitative is None and entry.objective.rpartition("/")[2] not in uncounted:
            missing.append("what the figures say")
        if entry.qualitative is None:
            missing.append("what people say")
        if missing:
            yield Finding(entry, f"the verdict on {quoted(statement)} leaves out {listed(missing)}", "objective")
