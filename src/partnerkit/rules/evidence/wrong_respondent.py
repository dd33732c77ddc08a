"""Only the learners themselves are recorded as asked what they do differently at work.

## What it does

From the stage *review* on, it looks at the evaluations of behaviour at work (level 3). It fires, once for each
activity, where all of them that name a respondent ask the learners.

## Why it matters

Learners can say what they learned. Whether they work differently, those who see them at work can say: a supervisor, an
assessor, or a figure that is kept anyway.

Source: practice in evaluation on Kirkpatrick's third level.

## Fires on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery}
evaluations:
  - {id: kp-3, activity: moulding, level: 3, respondent: learner}
```

## Is quiet on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery}
evaluations:
  - {id: kp-3, activity: moulding, level: 3, respondent: learner}
  - {id: kp-3b, activity: moulding, level: 3, respondent: manager}
```

## How to mend it

Ask the line managers too, or have an assessor watch the work.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._evaluating import BEHAVIOUR
from partnerkit.rules.evidence._words import quoted

CODE = "PKI24"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("evaluations",)


def check(subject: Subject) -> Iterator[Finding]:
    """Behaviour at work that only the learners were asked about."""
    asked = [one for one in subject.part.evaluations if one.level == BEHAVIOUR and one.respondent is not None]
    seen = {_about(one.activity) for one in asked if one.respondent != "learner"}
    titles = {activity.id: activity.title for activity in subject.part.activities}
    for evaluation in asked:
        activity = _about(evaluation.activity)
        if activity in seen or "" in seen:
            continue
        seen.add(activity)
        after = f" after {quoted(titles[activity])}" if activity else ""
        yield Finding(
            evaluation, f"only the learners are recorded as asked what they do differently at work{after}", "respondent"
        )


def _about(activity: str | None) -> str:
    return (activity or "").rpartition("/")[2]
