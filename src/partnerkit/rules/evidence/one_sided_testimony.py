"""All recorded witnesses belong to one organisation.

## What it does

From the stage *review* on, it looks at who the witnesses of all testimonies are. It fires, once, if all of them belong
to one organisation. A single testimony is one-sided too. A witness from outside the partnership counts as another
side.

## Why it matters

What one side says of its own work is no corroboration. Testimonies from both organisations show that the outcomes are
real and that the partnership worked for each.

Source: seed document 000, "Exam Tips", third point.

## Fires on

```yaml
testimonies:
  - {id: tes-dan, witness: dan-price, relationship: Head of the lecturers, competent: true}
  - {id: tes-eve, witness: eve-shaw, relationship: Principal, competent: false}
```

## Is quiet on

```yaml
testimonies:
  - {id: tes-dan, witness: dan-price, relationship: Head of the lecturers, competent: true}
  - {id: tes-cat, witness: cat-ives, relationship: Supervisor of the learners, competent: true}
```

## How to mend it

Ask somebody of the other organisation, who has seen it, for a testimony in their own words.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKI12"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("testimonies",)


def check(subject: Subject) -> Iterator[Finding]:
    """Testimonies from one organisation only."""
    testimonies = subject.part.testimonies
    sides = subject.organisations_present(tuple(testimony.witness for testimony in testimonies))
    if len(sides) != 1:
        return
    side = subject.name(next(iter(sides)))
    first, *others = testimonies
    how_many = (
        f"all {len(testimonies)} testimonies in the record are" if others else "the only testimony in the record is"
    )
    related = tuple((testimony, "witness", f"of {side} too") for testimony in others)
    yield Finding(first, f"{how_many} from {side}", "witness", related=related)
