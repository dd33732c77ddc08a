"""A progress review is not recorded as held and signed by all three.

## What it does

From the stage *run* on, it looks at each review that has been held: whether learner, employer and provider were
present, and whether each of them has signed. Who was absent is not asked for a signature as well. Where nobody is
recorded as present, the signatures stand for presence.

## Why it matters

Only the employer knows what the learner does at work between two college days, and only the learner knows how it
feels. A review between two of the three settles things that the third has to carry out.

Source: DfE apprenticeship funding rules of August 2022, paragraphs P59 and P60.

## Fires on

```yaml
learners:
  - id: learner-01
    reviews:
      - on: 2026-09-15
        present: [learner, provider]
        signed: {learner: 2026-09-15, provider: 2026-09-15}
```

## Is quiet on

```yaml
learners:
  - id: learner-01
    reviews:
      - on: 2026-09-15
        present: [learner, employer, provider]
        signed: {learner: 2026-09-15, employer: 2026-09-16, provider: 2026-09-15}
```

## How to mend it

Go through the review with the one who was missing and have it signed; invite all three to the next, on a day that
suits the shift.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, listed
from partnerkit.rules.people._learners import PARTIES, ProgressReview, unsigned

CODE = "PKF08"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("learners",)


def check(subject: Subject) -> Iterator[Finding]:
    """Reviews without one of the three."""
    for learner in subject.part.learners:
        for review in learner.reviews:
            if review.on <= subject.as_of and (gaps := tuple(_gaps(review, subject.as_of))):
                yield Finding(review, ", and ".join(gaps))


def _gaps(review: ProgressReview, as_of: date) -> Iterator[str]:
    missing = unsigned(review.signed, as_of)
    if not review.present:
        if missing:
            yield f"this review does not show that {_the(missing)} took part"
        return
    absent = [party for party in PARTIES if party not in review.present]
    if absent:
        yield f"this review does not name {_the(absent)} as present"
    if silent := [party for party in missing if party not in absent]:
        yield f"{'has' if absent else 'this review has'} no signature of {_the(silent)}"


def _the(parties: list[str] | tuple[str, ...]) -> str:
    return listed(f"the {party}" for party in parties)
