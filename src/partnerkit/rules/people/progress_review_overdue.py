"""A review of a learner's progress is overdue, or came late.

## What it does

From the stage *run* on, it looks at the learners who have begun. It counts from the first day to the first review,
from each review to the next, and from the last review to today or to the day of completion. It fires where one of
these is longer than `progress-review-months` of the rule pack, counted from a day in one month to the same day in a
later one.

Where the contract names an interval of its own (`review_days`) and the `evidence` for it, that interval holds
instead. A review that is missing now is an error; one that came late, or was missing at the end, cannot be mended and
is a warning. Without a first day, of the learner or of the activity, it counts from the first review.

## Why it matters

A review that comes after half a year finds a learner who left in the fourth month. For apprenticeships in England it
is also a condition of the funding.

The rule has changed: the funding rules of August 2022 asked for a review at least every 12 weeks (paragraph P59),
those of 2025 to 2026 for one at least every 3 calendar months, or for an alternative that is agreed with the employer
and evidenced (rule 92). The example that is quoted with rule 92, from 1 August to 30 November, allows more than three
months counted day by day. If that is how you are audited, set a threshold of your own. Learners outside the funding
rules are held to the same measure, for want of another.

Source: DfE apprenticeship funding rules 2025 to 2026, rule 92, as quoted on the DfE help forum; seed document 002,
"Supporting the learner".

## Fires on

```yaml
learners:
  - id: learner-01
    started_on: 2026-03-02
    reviews:
      - {on: 2026-05-28}
```

## Is quiet on

```yaml
learners:
  - id: learner-01
    started_on: 2026-03-02
    reviews:
      - {on: 2026-05-28}
      - {on: 2026-08-27}
```

## How to mend it

Hold the review now, with learner, employer and provider, and set the day of the next one before you part.

If another interval was agreed, record it in the contract as `review_days`, with the document as `evidence`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day, said
from partnerkit.rules.people._learners import Learner, agreed_days, begins, has_completed, review_due

CODE = "PKF07"
SEVERITY = Severity.ERROR
STAGE = Stage.RUN
ABOUT = ("learners",)


def check(subject: Subject) -> Iterator[Finding]:
    """Reviews that are missing, and reviews that came late."""
    if not subject.ended:
        for learner in subject.part.learners:
            yield from _late(subject, learner)


def _late(subject: Subject, learner: Learner) -> Iterator[Finding]:
    limit = subject.limit("progress-review-months") if agreed_days(learner) is None else None
    last = begins(subject, learner)
    for review in sorted(learner.reviews, key=lambda review: review.on):
        if review.on > subject.as_of:
            break
        if last is not None and review.on > review_due(subject, learner, last):
            message = f"this review of {said(learner.id)} was due by {day(review_due(subject, learner, last))}"
            yield Finding(review, message, "on", severity=Severity.WARNING, limit=limit)
        last = review.on if last is None else max(last, review.on)
    if last is None:
        return
    due = review_due(subject, learner, last)
    if has_completed(subject, learner):
        if learner.completed_on is not None and learner.completed_on > due:
            message = f"no review of {said(learner.id)} is recorded between {day(last)} and the end"
            yield Finding(learner, message, "completed_on", severity=Severity.WARNING, limit=limit)
    elif subject.as_of > due:
        yield Finding(
            learner, f"a review of {said(learner.id)} was due by {day(due)}, and none is recorded", limit=limit
        )
