"""An objective was changed after it was sealed, and no approval is recorded.

## What it does

It works out the seal of each locked objective again: over its statement, the day it is due, and each indicator's id,
measure, unit, direction, baseline, target and interim targets. It fires if the seal differs from the one in `locked`,
and `changed` has no entry with `approved_in` from that day or later.

A seal shows drift; it proves nothing, since whoever may edit the record may also seal it again.

## Why it matters

A review that compares the results with a target that was lowered on the way reports a success that nobody had.

Source: seed document 000, fifth marking point: a review evaluates against the original objectives. The seal is our
own.

## Fires on

```yaml
objectives:
  - id: obj-patterns
    statement: Four apprentices make patterns unaided by July 2027
    locked: {on: 2026-02-20, digest: "blake2b:a0e1e71bc85c86b26a848df2236b78e6"}
```

## Is quiet on

```yaml
objectives:
  - id: obj-patterns
    statement: Four apprentices make patterns unaided by July 2027
    locked: {on: 2026-02-20, digest: "blake2b:a0e1e71bc85c86b26a848df2236b78e6"}
    changed:
      - {on: 2026-06-16, what: Four instead of six, why: Two left, approved_in: 2026-06-16}
meetings:
  - {id: 2026-06-16, on: 2026-06-16}
```

## How to mend it

Restore what was agreed; or take the change to a meeting, add it under `changed` with `approved_in`.
"""

from partnerkit.model.sealing import seal_of
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day

CODE = "PKC09"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives that are not what was sealed."""
    for objective in subject.part.objectives:
        lock = objective.locked
        if lock is None or lock.digest == seal_of(objective):
            continue
        if not any(change.approved_in is not None and change.on >= lock.on for change in objective.changed):
            message = f"this is not what was sealed on {day(lock.on)}, and no approval of the change is recorded"
            yield Finding(objective, message, "statement", related=((lock, "digest", "the seal"),))
