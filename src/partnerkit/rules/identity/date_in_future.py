"""Something is recorded as having happened on a day that is still to come.

## What it does

It looks at the days on which something was done, held, signed, found, met or said, and compares them with the day for
which the records are checked. Days that plan (`due`, `next_on`, `review_on`, `ends` and their like) may lie ahead, and
so may a meeting, a visit, an event or a review that has nothing in it yet but its day. Days of which a plan makes as
much sense (when an activity starts, when a person takes up a post, when a partner joins) are left alone.

## Why it matters

It is a slip, most often of the year, and everything that counts days from it goes wrong. An assessor who finds minutes
from next month will trust none of the others.

Source: the rules by which IATI data is tested ask the same of its dates.

## Fires on

```yaml
# as of 2026-10-15
contacts:
  - {id: ct-1, on: 2027-10-07, summary: The night shift wants its sessions early}
```

## Is quiet on

```yaml
# as of 2026-10-15
contacts:
  - {id: ct-1, on: 2026-10-07, summary: The night shift wants its sessions early, next_on: 2027-01-12}
```

## How to mend it

Correct the day; if the thing is only planned, take away what says that it has happened.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.identity._past import DATED, happened

CODE = "PKA08"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY


def check(subject: Subject) -> Iterator[Finding]:
    """Days that lie ahead and cannot."""
    dated = (part for part in subject.parts if type(part) in DATED)
    for part in dated:
        for place, key, on in happened(part):
            if on > subject.as_of:
                message = f"this is said to have happened on {day(on)}, which on {day(subject.as_of)} is still to come"
                yield Finding(place, message, key)
