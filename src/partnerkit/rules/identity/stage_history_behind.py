"""The history of stages does not reach the stage the partnership is in.

## What it does

It compares the record's `stage` with the latest entry of `stage_history` and fires if the history ends at an earlier
stage, or if there is no history at all. A partnership that is still at the stage *identify* needs none yet. A stage
that is earlier than the latest entry is for `stage-regression` to say.

## Why it matters

When a stage began decides what was due when. A stage that was moved on with one word, and no entry, has no day, nobody
who decided it, and nothing that shows it.

Source: the stages follow the life cycle of ISO 44001; keeping the day of each step is practice.

## Fires on

```yaml
stage: plan
stage_history:
  - {stage: identify, on: 2026-01-20}
  - {stage: agree, on: 2026-03-10}
```

## Is quiet on

```yaml
stage: plan
stage_history:
  - {stage: identify, on: 2026-01-20}
  - {stage: agree, on: 2026-03-10}
  - {stage: plan, on: 2026-05-12}
```

## How to mend it

Add an entry for the stage it is in now, with its day and who decided it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.identity._stages import by_day, stage_of

CODE = "PKA13"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("stage_history",)


def check(subject: Subject) -> Iterator[Finding]:
    """A stage that the history does not have yet."""
    stage, entries = subject.part.stage, by_day(subject)
    if not entries and subject.stage > Stage.IDENTIFY:
        yield Finding(subject.part, f"the partnership is at `{stage}`, and the record does not say since when", "stage")
    elif entries and subject.stage > stage_of(entries[-1].stage):
        message = f"the partnership is at `{stage}`, but its history ends with `{entries[-1].stage}`"
        yield Finding(subject.part, message, "stage", related=((entries[-1], "stage", "the latest entry"),))
