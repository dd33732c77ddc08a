"""The record holds no reflective journal.

## What it does

From the stage *run* on, it looks for entries in the `journal`. It fires if there is none.

## Why it matters

What went wrong on the way, and what was changed because of it, is forgotten by the time of the review. Short entries,
written when it happens, show that the partners adapt.

Source: seed document 000, "Exam Tips", second point.

## Fires on

```yaml
title: Foundry skills
```

## Is quiet on

```yaml
journal:
  - {id: j-nights, on: 2026-09-10, what: Two learners missed theory because they work nights}
```

## How to mend it

Write three sentences when something surprises you: what happened, what it means, what follows.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKH13"
SEVERITY = Severity.INFO
STAGE = Stage.RUN
ABOUT = ("journal",)


def check(subject: Subject) -> Iterator[Finding]:
    """A record without a journal."""
    if not subject.part.journal:
        yield Finding(subject.part, "no journal is recorded", "journal")
