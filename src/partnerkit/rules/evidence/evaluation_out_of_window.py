"""Answers were collected at a time when they say little.

## What it does

From the stage *review* on, it looks at when answers came in, beside the days on which the activity ended: its last
day, and the days on which its learners completed. It fires where behaviour at work (level 3) was looked at before
anybody had been back for `behaviour-after-days` of the rule pack, and where people were asked for their reaction
(level 1) more than `reaction-within-days` after the last of them was done.

## Why it matters

After a week everybody still means to use what they learned; what is left after a month is what counts. A reaction, on
the other hand, fades within days.

Source: seed document 002, by which impact is reviewed one to three months after completion; the limit for reactions is
practice.

## Fires on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery, start: 2026-03-02, end: 2026-06-26}
evaluations:
  - {id: kp-3, activity: moulding, level: 3, respondent: manager, collected_on: 2026-07-03, result: 9 of 12}
```

## Is quiet on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery, start: 2026-03-02, end: 2026-06-26}
evaluations:
  - {id: kp-3, activity: moulding, level: 3, respondent: manager, collected_on: 2026-08-28, result: 9 of 12}
```

## How to mend it

Ask again once the month is over, if it was about behaviour; note in the result how late reactions are, and ask sooner
next time.
"""

from partnerkit.model.partnership.plan import Activity
from partnerkit.model.partnership.review import Evaluation
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted, date
from partnerkit.rules.evidence._evaluating import BEHAVIOUR, REACTION, by_activity, ends
from partnerkit.rules.evidence._words import quoted

CODE = "PKI19"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("evaluations",)


def check(subject: Subject) -> Iterator[Finding]:
    """Answers that came in too early or too late."""
    days = ends(subject)
    for activity, evaluations in by_activity(subject):
        for evaluation in evaluations:
            if evaluation.activity is None or evaluation.collected_on is None:
                continue
            if evaluation.level == BEHAVIOUR:
                yield from _too_early(subject, activity, evaluation, days[activity.id])
            elif evaluation.level == REACTION:
                yield from _too_late(subject, activity, evaluation, days[activity.id])


def _too_early(
    subject: Subject, activity: Activity, evaluation: Evaluation, days: tuple[date, ...]
) -> Iterator[Finding]:
    limit = subject.limit("behaviour-after-days")
    if not days or evaluation.collected_on is None or (gap := (evaluation.collected_on - days[0]).days) >= limit.whole:
        return
    when = f"{counted(gap, 'day')} after the end of" if gap > 0 else "before anybody had finished"
    message = f"what people do differently at work was asked {when} {quoted(activity.title)}"
    yield Finding(
        evaluation,
        message,
        "collected_on",
        help="Ask again when they have been back at work for a month.",
        related=((activity, "end", "the activity"),),
        limit=limit,
    )


def _too_late(
    subject: Subject, activity: Activity, evaluation: Evaluation, days: tuple[date, ...]
) -> Iterator[Finding]:
    limit = subject.limit("reaction-within-days")
    gaps = [
        gap
        for day in days
        if evaluation.collected_on is not None and (gap := (evaluation.collected_on - day).days) >= 0
    ]
    if not gaps or min(gaps) <= limit.whole:
        return
    late = counted(min(gaps), "day")
    message = f"people were asked how they liked {quoted(activity.title)} {late} after they were done"
    yield Finding(
        evaluation,
        message,
        "collected_on",
        help="Note in the result how late the answers are, and ask within days next time.",
        related=((activity, "end", "the activity"),),
        limit=limit,
    )
