"""A T Level placement is spread over too many employers.

## What it does

From the stage *plan* on, it looks at placements of the types `t-level` and `t-level-early-years-educator`. It fires
if they name more employers than `t-level-employers-most` of the rule pack.

## Why it matters

Whoever changes the employer three times is three times the new one, and learns three canteens instead of one job.

Source: Department for Education, guidance on T Level industry placements, as it stood before May 2026.

## Fires on

```yaml
learners:
  - id: learner-01
    placement: {type: t-level, planned_hours: 320, employers: [northgate-castings, eastfield-college, shire-authority]}
```

## Is quiet on

```yaml
learners:
  - id: learner-01
    placement: {type: t-level, planned_hours: 320, employers: [northgate-castings, shire-authority]}
```

## How to mend it

Plan the placement anew, with fewer employers and more time at each.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKF10"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("learners",)

_TYPES = frozenset({"t-level", "t-level-early-years-educator"})


def check(subject: Subject) -> Iterator[Finding]:
    """Placements at more employers than may be."""
    limit = subject.limit("t-level-employers-most")
    for learner in subject.part.learners:
        placement = learner.placement
        if placement is None or placement.type not in _TYPES:
            continue
        employers = tuple(dict.fromkeys(subject.name(employer) for employer in placement.employers))
        if len(employers) > limit.value:
            yield Finding(
                placement,
                f"this placement is spread over {len(employers)} employers: {listed(employers)}",
                "employers",
                limit=limit,
            )
