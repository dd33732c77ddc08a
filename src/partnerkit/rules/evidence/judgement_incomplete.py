"""A judgement leaves something open that a judgement should settle.

## What it does

From the stage *review* on, it looks for judgements without an assessor, a day or a decision, and for those that leave
one of the five tests open: valid, authentic, current, sufficient and reliable. `not-judged` counts as open.

## Why it matters

The five tests are the reasons for the decision. If one is left open, the next reader has to judge again.

Source: the five tests of evidence (VACSR), as Highfield explains them.

## Fires on

```yaml
evidence:
  - {id: ev-line, title: Set-up of line 2, type: observation}
judgements:
  - {id: jd-line, evidence: ev-line, criterion: foundry/S2, by: dan-price, on: 2026-10-01, valid: met, decision: met}
```

## Is quiet on

```yaml
evidence:
  - {id: ev-line, title: Set-up of line 2, type: observation}
judgements:
  - id: jd-line
    evidence: ev-line
    criterion: foundry/S2
    by: dan-price
    on: 2026-10-01
    valid: met
    authentic: met
    current: met
    sufficient: not-met
    reliable: met
    decision: not-yet
```

## How to mend it

Ask the assessor to complete it; nobody else can.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKI33"
SEVERITY = Severity.INFO
STAGE = Stage.REVIEW
ABOUT = ("judgements",)
HEAD = (("by", "the assessor"), ("on", "the day"), ("decision", "the decision"))
TESTS = ("valid", "authentic", "current", "sufficient", "reliable")


def check(subject: Subject) -> Iterator[Finding]:
    """Judgements with something left open."""
    for judgement in subject.part.judgements:
        missing = [words for field, words in HEAD if getattr(judgement, field) is None]
        open_tests = [test for test in TESTS if getattr(judgement, test) in (None, "not-judged")]
        if open_tests:
            missing.append(f"whether the evidence is {listed(open_tests, 'and')}")
        if missing:
            yield Finding(judgement, f"this judgement leaves open {listed(missing)}", "evidence")
