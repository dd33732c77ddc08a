"""The partnership is at its review, and no review is recorded.

## What it does

From the stage *review* on, it fires where no review has been held since the partnership began, or since it was last
renewed (`type: renew` in `stage_history`). A review that is dated later than the day of the check lies ahead and does
not count; if it has found something all the same, the date is wrong, and `date-in-future` says so instead.

## Why it matters

Without a review nobody learns what the partnership achieved, and the decision to renew or to leave has nothing to rest
on.

Source: seed document 000, fifth marking point.

## Fires on

```yaml
stage: review
```

## Is quiet on

```yaml
stage: review
reviews:
  - {id: rev-2026, on: 2026-09-30, authors: [amy-okoro, dan-price]}
```

## How to mend it

Record the review that was held; if there was none, hold it with all partners, and record what it found about each
objective.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day
from partnerkit.rules.evidence._reviewing import last_renewal, reviews_held

CODE = "PKI25"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("reviews",)


def check(subject: Subject) -> Iterator[Finding]:
    """Partnerships that nobody has reviewed."""
    if reviews_held(subject):
        return
    ahead = [review for review in subject.part.reviews if review.on > subject.as_of]
    if any(review.verdicts or review.lessons or review.recommendations for review in ahead):
        return
    if ahead:
        first = min(ahead, key=lambda review: review.on)
        yield Finding(first, f"no review is recorded so far; the next one is planned for {day(first.on)}", "on")
    else:
        since = last_renewal(subject)
        renewed = "" if since is None else f" since the partnership was renewed on {day(since)}"
        yield Finding(subject.part, f"no review is recorded{renewed}", "stage")
