"""The record does not show the expertise that good vocational teaching needs, or shows none from one side.

## What it does

From the stage *plan* on, it looks at the `expertise` of the resources: occupational (doing the job), business process
(running the business), curriculum (building courses) and pedagogic (teaching). It fires if fewer kinds than
`expertise-least` of the rule pack are brought in, and for each partner that gives resources but no expertise. While
there are no resources, `one-sided-resources` speaks.

## Why it matters

The employer knows the job, the provider knows how it is taught. Where only one of the two is at the table, the course
is either out of date or badly taught.

Source: seed document 001, "Challenge", which names the four expertises; how many are enough is practice.

## Fires on

```yaml
resources:
  - {id: fee, type: money, partner: northgate-castings, committed: {money: {amount: 9000, currency: GBP}}}
  - {id: lecturer, type: people, expertise: pedagogic, partner: eastfield-college}
```

## Is quiet on

```yaml
resources:
  - {id: mentors, type: people, expertise: occupational, partner: northgate-castings}
  - {id: lecturer, type: people, expertise: pedagogic, partner: eastfield-college}
  - {id: design, type: people, expertise: curriculum, partner: eastfield-college}
```

## How to mend it

Ask who knows the job, who knows the business, who builds the course and who teaches it, and bring in the one that is
wanting.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed, said

CODE = "PKE09"
SEVERITY = Severity.INFO
STAGE = Stage.PLAN
ABOUT = ("resources",)


def check(subject: Subject) -> Iterator[Finding]:
    """Kinds of expertise that nobody brings in, and partners that bring in none."""
    bound = set(subject.partners)
    giving = [resource for resource in subject.part.resources if resource.partner in bound]
    if not giving:
        return
    limit = subject.limit("expertise-least")
    kinds = {resource.expertise: None for resource in giving if resource.expertise is not None}
    if len(kinds) < limit.whole:
        found = f"only {listed(map(said, kinds))} expertise is" if kinds else "no expertise is"
        yield Finding(subject.part, f"{found} recorded, of four kinds", "resources", limit=limit)
    if kinds:
        yield from _without(
            subject,
            {resource.partner: None for resource in giving if resource.expertise is None},
            {resource.partner for resource in giving if resource.expertise is not None},
        )


def _without(subject: Subject, partners: dict[str | None, None], experts: set[str | None]) -> Iterator[Finding]:
    for partner in subject.part.partners:
        if partner.organisation in partners and partner.organisation not in experts:
            name = subject.name(partner.organisation)
            yield Finding(partner, f"{name} is recorded as giving resources, and no expertise", "organisation")
