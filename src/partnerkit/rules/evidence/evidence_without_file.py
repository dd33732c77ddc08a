"""The record does not say where a piece of evidence can be found.

## What it does

From the stage *review* on, it looks for evidence with neither a `file` in the workspace nor a `url`.

## Why it matters

A title is no evidence. What nobody can open, nobody can judge, and after a change of staff nobody will find it.

Source: seed document 000, "Exam Tips", fourth point, which asks that assessors can locate the proof.

## Fires on

```yaml
evidence:
  - {id: ev-minutes, title: Minutes of the delivery group, type: minutes, on: 2026-03-24}
```

## Is quiet on

```yaml
evidence:
  - {id: ev-minutes, title: Minutes of the delivery group, type: minutes, on: 2026-03-24, file: files/minutes-march.md}
```

## How to mend it

Put the document beside the record and name it in `file`, or give its address in `url`.

A thing that can be neither copied nor linked, such as a finished part, is shown by a photo or by a report on it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._words import quoted

CODE = "PKI04"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("evidence",)


def check(subject: Subject) -> Iterator[Finding]:
    """Evidence that lies nowhere."""
    for evidence in subject.part.evidence:
        if evidence.file is None and evidence.url is None:
            yield Finding(evidence, f"the record does not say where {quoted(evidence.title)} can be found", "title")
