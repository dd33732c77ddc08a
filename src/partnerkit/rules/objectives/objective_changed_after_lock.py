"""An objective was changed after it was sealed, and the change is not recorded with who, why and where it was approved.

## What it does

It works out the seal of each locked objective again: over its statement, the day it is due, and each indicator's id,
measure, unit, direction, baseline, target and interim targets. It fires if the seal differs from the one in `locked`,
and `changed` has no entry from that day or later that names the person (`by`), what was changed and why, and the
meeting that approved it (`approved_in`). It fires, too, if the copy of what was sealed (`agreed`) was changed. What is
sealed is sealed at any stage: a renewal, which goes back to `agree`, does not undo it.

Where the copy of what was sealed is there, it says what differs, and marks the value if it is the only one; else it
marks the statement.

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
      - {on: 2026-06-16, by: ben-hale, what: Four instead of six, why: Two left, approved_in: 2026-06-16}
meetings:
  - {id: 2026-06-16, on: 2026-06-16}
```

## How to mend it

Restore what was agreed; or take the change to a meeting, add it under `changed` with `on`, `by`, `what`, `why` and
`approved_in`, and let `partnerkit lock` seal the new wording.
"""

from partnerkit.model.partnership.objectives import Lock
from partnerkit.model.sealing import approval, gaps, holds, is_copy_true
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day, listed
from partnerkit.rules.objectives._differences import differences, told
from partnerkit.rules.objectives._indicators import Objective

CODE = "PKC09"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY
ABOUT = ("objectives",)

_WORDS = {"by": "who made it", "what": "what was changed", "why": "why", "approved_in": "which meeting approved it"}


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives that are not what was sealed."""
    for objective in subject.part.objectives:
        lock = objective.locked
        if lock is None:
            continue
        if lock.agreed is not None and not is_copy_true(objective):
            message = f"the copy of what was agreed is not what was sealed on {day(lock.on)}"
            yield Finding(lock, message, "agreed", related=((lock, "digest", "the seal"),))
        elif not holds(objective) and approval(objective) is None:
            yield _changed(objective, lock)


def _changed(objective: Objective, lock: Lock) -> Finding:
    """A finding where the objective differs from what was sealed."""
    found = differences(objective)
    start = f"this is not what was sealed on {day(lock.on)}"
    message = f"{start}{told(found)}; {_wanting(objective)}" if found else f"{start}, and {_wanting(objective)}"
    part, field = (found[0].part, found[0].field) if len(found) == 1 else (objective, "statement")
    return Finding(part, message, field, related=((lock, "digest", "the seal"),))


def _wanting(objective: Objective) -> str:
    """What the record lacks of an approval."""
    since = objective.locked.on if objective.locked is not None else objective.changed[0].on
    partly = [change for change in objective.changed if change.on >= since and change.before is None]
    if not partly:
        return "no approval of the change is recorded"
    last = max(partly, key=lambda change: change.on)
    return f"the change of {day(last.on)} does not say {listed([_WORDS[key] for key in gaps(last)], 'or')}"
