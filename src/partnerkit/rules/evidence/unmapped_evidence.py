"""A piece of evidence supports nothing.

## What it does

From the stage *review* on, it looks for evidence that is mapped to no criterion and that nothing else in the record
refers to: no decision, no figure, no benefit, no review, no testimony.

## Why it matters

Evidence that hangs on nothing makes a portfolio heavier and no stronger, and the reader wonders what it is to show.

Source: seed document 000, "Exam Tips", fourth point.

## Fires on

```yaml
evidence:
  - {id: ev-newsletter, title: Newsletter of the spring, type: report}
```

## Is quiet on

```yaml
evidence:
  - {id: ev-newsletter, title: Newsletter of the spring, type: report}
events:
  - {id: evt-open, title: Open evening, on: 2026-04-18, evidence: [ev-newsletter]}
```

## How to mend it

Map it to the criterion it supports, refer to it from what it shows, or take it out.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._words import quoted

CODE = "PKI09"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("evidence",)


def check(subject: Subject) -> Iterator[Finding]:
    """Evidence that supports nothing."""
    for evidence in subject.part.evidence:
        if not evidence.maps and evidence.id not in subject.evidence_in_use:
            yield Finding(evidence, f"nothing in the record rests on {quoted(evidence.title)}", "title")
