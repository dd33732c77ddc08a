"""A group's terms of reference leave out something it needs to work.

## What it does

From the stage *agree* on, it looks for groups in `bodies` without a purpose, a chair, members, a quorum, decision
rights (`decides`) or an interval of meetings (`cadence_days`), and names what is wanting.

## Why it matters

A group that does not know what it may decide takes everything upstairs, or decides what it may not; one without a
quorum can be outvoted by whoever turns up.

Source: published templates of terms of reference; seed document 000, "Common misconceptions", second point.

## Fires on

```yaml
bodies:
  - {id: steering, purpose: Steers, chair: ben-hale, members: [ben-hale, eve-shaw], cadence_days: 90}
```

## Is quiet on

```yaml
bodies:
  - id: steering
    purpose: Steers
    chair: ben-hale
    members: [ben-hale, eve-shaw]
    quorum: {each_partner: true}
    decides: Objectives, budget and exit
    cadence_days: 90
```

## How to mend it

Agree on what is wanting and add it; have the group approve its terms at the next meeting.
"""

from partnerkit.rules.agreement._bodies import body_title, missing_terms
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKD18"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("bodies",)


def check(subject: Subject) -> Iterator[Finding]:
    """Groups whose terms are incomplete."""
    for body in subject.part.bodies:
        if missing := missing_terms(body):
            yield Finding(body, f"the recorded terms of {body_title(body)} state no {listed(missing, 'or')}")
