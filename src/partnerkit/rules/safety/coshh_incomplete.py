"""A hazardous substance is not described in full.

## What it does

It looks at the assessments somebody relies on today. It fires on a hazard tagged `COSHH` if the assessment names no
substance, and on each substance that lacks its safety data sheet or the day of its next review.

## Why it matters

The Control of Substances Hazardous to Health Regulations, COSHH for short, ask what a substance does to people and how
they are kept from it. The sheet is where that begins, and a review is due when the substance or the work changes. The
sheet alone is not yet the assessment.

Source: seed document 000, key concepts (COSHH); that the record names substance, sheet and review is practice.

## Fires on

```yaml
health_and_safety:
  - id: hs-foundry
    site: Northgate foundry
    hazards:
      - {hazard: Release agent, regulations: [COSHH]}
```

## Is quiet on

```yaml
health_and_safety:
  - id: hs-foundry
    site: Northgate foundry
    hazards:
      - {hazard: Release agent, regulations: [COSHH]}
    substances:
      - {name: Release agent, safety_data_sheet: ev-sheet, review_on: 2027-02-10}
evidence:
  - {id: ev-sheet, type: data, title: Safety data sheet of the release agent}
```

## How to mend it

Name each substance under `substances`, with its safety data sheet as a piece of evidence and the day of its next
review.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.safety._assessments import relied_on

CODE = "PKG15"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Hazards by substances that nobody names, and substances that lack a part."""
    for covered in relied_on(subject):
        tagged = [hazard for hazard in covered.assessment.hazards if "COSHH" in hazard.regulations]
        if tagged and not covered.assessment.substances:
            message = f"this hazard comes from substances, and the assessment of “{covered.place}” names none"
            yield Finding(tagged[0], message, "regulations")
        for substance in covered.assessment.substances:
            parts = {
                "its safety data sheet": substance.safety_data_sheet,
                "a day for its next review": substance.review_on,
            }
            missing = [words for words, value in parts.items() if value is None]
            if missing:
                yield Finding(substance, f"“{substance.name}” lacks {listed(missing)}", "name")
