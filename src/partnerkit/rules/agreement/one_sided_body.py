"""A group that decides for all has members from one partner only.

## What it does

From the stage *agree* on, it looks for groups in `bodies` whose members all come from one partner. Members from
funders or associates do not make it joint. A group without members is left to `body-terms-incomplete`.

## Why it matters

What one side decides alone, the other side carries out as a supplier, or does not carry out.

Source: ISO 44001 (joint governance); seed document 000, "Common misconceptions", first and second point.

## Fires on

```yaml
bodies:
  - {id: delivery, members: [dan-price, finn-todd]}
```

## Is quiet on

```yaml
bodies:
  - {id: delivery, members: [dan-price, finn-todd, cat-ives]}
```

## How to mend it

Let each partner send somebody who may speak for it, and ask for somebody from each in the quorum.
"""

from partnerkit.rules.agreement._bodies import body_title
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD19"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("bodies",)


def check(subject: Subject) -> Iterator[Finding]:
    """Groups without members from a second partner."""
    for body in subject.part.bodies:
        sides = subject.organisations_present(body.members) & frozenset(subject.partners)
        if len(sides) == 1:
            message = f"all members of {body_title(body)} come from one partner, {subject.name(min(sides))}"
            yield Finding(body, message, "members")
