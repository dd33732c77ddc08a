"""What a group cannot settle goes to no senior group, or round in a circle.

## What it does

From the stage *agree* on, it follows `escalates_to` from group to group. It fires where the way ends at a group whose
level is not `strategic`, and where it leads back to a group it has passed.

## Why it matters

Every partnership has questions that those at the working level cannot settle: who pays, who gives way. Without a way
up they are put off until somebody loses patience.

Source: ISO 44001 (issue resolution); that the way ends at a strategic group is practice.

## Fires on

```yaml
bodies:
  - {id: delivery, level: working-group, members: [cat-ives, finn-todd]}
```

## Is quiet on

```yaml
bodies:
  - {id: delivery, level: working-group, members: [cat-ives, finn-todd], escalates_to: steering}
  - {id: steering, level: strategic, members: [ben-hale, eve-shaw]}
```

## How to mend it

Name in `escalates_to` the group that settles what this one cannot; the last one has the level `strategic`.
"""

from partnerkit.rules.agreement._bodies import bodies_above, body_title
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD20"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("bodies",)


def check(subject: Subject) -> Iterator[Finding]:
    """Groups at which the way up ends too early."""
    above = bodies_above(subject)
    passed: set[str] = set()
    for body in subject.part.bodies:
        if above[body.id] is None and body.level != "strategic":
            yield Finding(body, f"no senior group is named for what {body_title(body)} cannot settle")
        way: set[str] = set()
        current = body
        while current.id not in passed:
            passed.add(current.id)
            way.add(current.id)
            current = above[current.id] or current
        if current.id in way and above[current.id] is not None:
            yield Finding(current, f"what {body_title(current)} cannot settle comes back to it", "escalates_to")
