"""The partnership went back to an earlier stage, and the record does not say that it was meant to.

## What it does

It looks through `stage_history` for an entry of an earlier stage than the one before it whose `type` is neither
`renew` nor `reopen`. It also fires if the record's own `stage` is earlier than the latest entry.

## Why it matters

Partnerships do go back, to renew what they agreed or to open a question again. If it is not said, the objectives of
the first round are quietly replaced by those of the second, and the first is never reviewed.

Source: the stages follow the life cycle of ISO 44001; that a step back is to be declared is practice.

## Fires on

```yaml
stage: agree
stage_history:
  - {stage: identify, on: 2025-01-20}
  - {stage: run, on: 2025-09-01}
  - {stage: agree, on: 2026-07-06}
```

## Is quiet on

```yaml
stage: agree
stage_history:
  - {stage: identify, on: 2025-01-20}
  - {stage: run, on: 2025-09-01}
  - {stage: agree, on: 2026-07-06, type: renew}
```

## How to mend it

Say how it went back, with `type: renew` or `type: reopen` on the entry; or correct the stage.
"""

from itertools import pairwise

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.identity._stages import by_day, stage_of

CODE = "PKA11"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("stage_history",)


def check(subject: Subject) -> Iterator[Finding]:
    """Steps back that are not declared."""
    entries = by_day(subject)
    for before, entry in pairwise(entries):
        if stage_of(entry.stage) < stage_of(before.stage) and entry.type not in {"renew", "reopen"}:
            message = f"the partnership went back from `{before.stage}` to `{entry.stage}` without renewal or reopening"
            yield Finding(entry, message, "stage", related=((before, "stage", "the stage before"),))
    if entries and subject.stage < stage_of(entries[-1].stage):
        latest = entries[-1]
        message = f"the partnership is put at `{subject.part.stage}`, but entered `{latest.stage}` on {day(latest.on)}"
        yield Finding(subject.part, message, "stage", related=((latest, "stage", "the latest entry"),))
