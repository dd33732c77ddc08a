"""A review names authors from one partner only.

## What it does

From the stage *review* on, it looks at who wrote each review of the current round. It fires where the authors belong
to fewer than two of the organisations that were partners on that day, or where no author is named. Funders and
associates do not count, nor does it fire where only one partner was left.

## Why it matters

A review by one side is a report on the other. What both can sign is what both will act on.

Source: seed document 000, fifth marking point; that both sides write it is practice.

## Fires on

```yaml
reviews:
  - {id: rev-2026, on: 2026-09-30, authors: [dan-price, eve-shaw]}
```

## Is quiet on

```yaml
reviews:
  - {id: rev-2026, on: 2026-09-30, authors: [dan-price, amy-okoro]}
```

## How to mend it

Write the review together, or have the other side add its view and sign as author.
"""

from partnerkit.model.partnership.review import Review
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, listed
from partnerkit.rules.evidence._reviewing import reviews_held
from partnerkit.rules.subject import SUPPORTING_ROLES

CODE = "PKI30"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("reviews",)


def check(subject: Subject) -> Iterator[Finding]:
    """Reviews without a second side."""
    for review in reviews_held(subject):
        partners = _partners(subject, review.on)
        sides = [partner for partner in partners if partner in subject.organisations_present(review.authors)]
        if len(partners) > 1 >= len(sides):
            yield Finding(review, _message(subject, review, partners, sides), "authors")


def _partners(subject: Subject, on: date) -> list[str]:
    return [
        partner.organisation
        for partner in subject.part.partners
        if partner.role not in SUPPORTING_ROLES and (partner.until is None or partner.until >= on)
    ]


def _message(subject: Subject, review: Review, partners: list[str], sides: list[str]) -> str:
    if not review.authors:
        return "this review names no author"
    others = listed((subject.name(partner) for partner in partners if partner not in sides), "or")
    return f"this review names no author from {others}"
