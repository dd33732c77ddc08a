"""The record names nothing that a partner puts in.

## What it does

From the stage *plan* on, it looks for partners that give no resource and deliver no hours of any activity. Funders
and associates are not asked. If nobody has promised anything, it says so once.

## Why it matters

A partner that puts nothing in is a customer or a supplier. When times are hard it has nothing to lose by leaving.

Source: seed document 000, "Common misconceptions", first point (a collaboration is no supplier contract).

## Fires on

```yaml
resources:
  - {id: bay, type: premises, partner: northgate-castings, committed: {quantity: 60, unit: hours}}
```

## Is quiet on

```yaml
resources:
  - {id: bay, type: premises, partner: northgate-castings, committed: {quantity: 60, unit: hours}}
  - {id: lecturer, type: people, partner: eastfield-college, committed: {quantity: 90, unit: hours}}
```

## How to mend it

Ask each partner what it puts in: people's time, a room or data count as much as money; then write it down.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKE05"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("resources",)


def check(subject: Subject) -> Iterator[Finding]:
    """Partners that put nothing in."""
    given = {resource.partner for resource in subject.part.resources}
    for activity in subject.part.activities:
        given |= {partner for partner, hours in activity.delivered_by.items() if hours}
    if given.isdisjoint(subject.partners):
        yield Finding(subject.part, "the record does not say what the partners put in", "resources")
        return
    for partner in subject.part.partners:
        if partner.organisation in subject.partners and partner.organisation not in given:
            name = subject.name(partner.organisation)
            yield Finding(
                partner,
                f"the record names nothing that {name} puts in: no people, time, money or rooms",
                "organisation",
            )
