"""The day for the review of an agreement has passed.

## What it does

From the stage *activate* on, it looks for signed agreements that still stand and whose `review_on` has passed, and
that no review of the partnership has followed. It is quiet where the partnership is closed or called off, and where
the agreement has run out anyway, because then `agreement-expired` speaks.

## Why it matters

An agreement that nobody opens drifts away from what the partners do, and the first to notice are those who need it in
a dispute.

Source: practice.

## Fires on

```yaml
# as of 2026-10-15
agreements:
  - id: mou
    type: mou
    review_on: 2026-08-31
    signatories: [{partner: northgate-castings, on: 2025-09-01}, {partner: eastfield-college, on: 2025-09-01}]
```

## Is quiet on

```yaml
# as of 2026-10-15
agreements:
  - id: mou
    type: mou
    review_on: 2027-08-31
    signatories: [{partner: northgate-castings, on: 2025-09-01}, {partner: eastfield-college, on: 2025-09-01}]
```

## How to mend it

Go through the agreement together, minute what was found, and write down the next day of review.
"""

from partnerkit.rules.agreement._agreements import called, lasting_signed
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, day

CODE = "PKD07"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("agreements",)


def check(subject: Subject) -> Iterator[Finding]:
    """Agreements that should have been looked at again."""
    if subject.ended:
        return
    reviewed = max((review.on for review in subject.part.reviews if review.on <= subject.as_of), default=date.min)
    for agreement in lasting_signed(subject):
        if agreement.ends is not None and agreement.ends < subject.as_of:
            continue
        if agreement.review_on is not None and reviewed < agreement.review_on < subject.as_of:
            message = f"the review of {called(agreement)} was due on {day(agreement.review_on)}"
            yield Finding(agreement, message, "review_on")
