"""Far less is recorded as given than a partner promised for this point of time.

## What it does

From the stage *run* on, it compares for each resource what has been given with what was promised, where both are
counted alike. It fires if less than `resource-delivered-share-least` of the promise has been given when more than
`resource-period-share` of the time has gone: the time of the resource's activity, or from the first start to the last
end of all activities. If nothing is recorded as given, it says that, and does not take it for nothing given. It is
quiet where the partnership is closed or called off.

## Why it matters

A promise that is half kept at half-time can be talked about. At the end it is a reproach.

Source: the Wilder Collaboration Factors Inventory counts sufficient resources among what makes collaborations
succeed; the figures are practice.

## Fires on

```yaml
# as of 2026-10-15
activities:
  - {id: patterns, title: Pattern making, start: 2026-03-02, end: 2026-12-18}
resources:
  - id: mentors
    partner: northgate-castings
    committed: {quantity: 60, unit: hours, on: 2026-02-06}
    delivered: {quantity: 18, unit: hours, on: 2026-10-01}
```

## Is quiet on

```yaml
# as of 2026-10-15
activities:
  - {id: patterns, title: Pattern making, start: 2026-03-02, end: 2026-12-18}
resources:
  - id: mentors
    partner: northgate-castings
    committed: {quantity: 60, unit: hours, on: 2026-02-06}
    delivered: {quantity: 44, unit: hours, on: 2026-10-01}
```

## How to mend it

Bring what has been given up to date; if it is right, ask the partner what stands in the way, and agree on what can
still be given.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.plan._resources import amounts, elapsed, resource_title

CODE = "PKE07"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("resources",)


def check(subject: Subject) -> Iterator[Finding]:
    """Promises that are kept too slowly."""
    if subject.ended:
        return
    least, time = subject.limit("resource-delivered-share-least"), subject.limit("resource-period-share")
    for resource in subject.part.resources:
        found, gone = amounts(resource), elapsed(subject, resource)
        if found is None or gone is None or gone <= time.value:
            continue
        if found.given is not None and found.given * 100 >= found.promised * least.value:
            continue
        given = "none is" if found.given is None else f"{found.given:,} are"
        message = (
            f"of the {found.promised:,} {found.unit} promised for {resource_title(subject, resource)},"
            f" {given} recorded as given after {gone} per cent of the time"
        )
        yield Finding(resource, message, "delivered", limit=least)
