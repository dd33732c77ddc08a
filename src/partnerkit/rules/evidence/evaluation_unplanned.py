"""The record plans no evaluation of an activity, or leaves out one of its levels.

## What it does

From the stage *plan* on, it looks at each activity in which somebody is taught: by its type, or because it has
learners or criteria. It fires where no evaluation of level 1 (reaction), 2 (learning) or 3 (behaviour at work) is
there; and, if the activity serves an objective with an indicator of outcome or impact, none of level 4 (results). An
evaluation that names no activity counts for all. It is quiet on partnerships that have ended; and once an activity is
over and only reactions were collected, `reaction-only` says so instead.

## Why it matters

What is to be measured afterwards needs a starting point before. Evaluation that is thought of at the end can only ask
people whether they liked it.

Source: Kirkpatrick's four levels, seed document 000, "Key Concepts"; seed document 004. That levels 1 to 3 are planned
for every activity is practice.

## Fires on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery}
evaluations:
  - {id: kp-1, activity: moulding, level: 1}
```

## Is quiet on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery}
evaluations:
  - {id: kp-1, activity: moulding, level: 1}
  - {id: kp-2, activity: moulding, level: 2}
  - {id: kp-3, activity: moulding, level: 3}
```

## How to mend it

Add an entry to `evaluations` for each level, with its question, its instrument and the day it is planned.
"""

from partnerkit.model.partnership.plan import Activity
from partnerkit.model.partnership.review import Evaluation
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.evidence._evaluating import (
    BEHAVIOUR,
    LEARNING,
    REACTION,
    RESULTS,
    by_activity,
    promising_results,
    stops_at_reaction,
)
from partnerkit.rules.evidence._words import quoted

CODE = "PKI21"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("evaluations",)
QUESTIONS = {
    REACTION: "how it is liked",
    LEARNING: "what is learned",
    BEHAVIOUR: "what is done differently at work",
    RESULTS: "what it brings",
}


def check(subject: Subject) -> Iterator[Finding]:
    """Activities with levels that nobody has planned to look at."""
    if subject.ended:
        return
    teaching = {activity.id for activity in subject.learning_activities}
    promising = promising_results(subject)
    for activity, evaluations in by_activity(subject):
        if activity.id not in teaching or _said_otherwise(subject, activity, evaluations):
            continue
        planned = {evaluation.level for evaluation in evaluations}
        due = [level for level in QUESTIONS if level != RESULTS or activity.id in promising]
        missing = [level for level in due if level not in planned]
        if missing:
            yield Finding(activity, _message(activity, missing, is_all=not planned), "title")


def _said_otherwise(subject: Subject, activity: Activity, evaluations: tuple[Evaluation, ...]) -> bool:
    """Whether another rule says more exactly what is wrong."""
    return subject.stage >= Stage.REVIEW and stops_at_reaction(activity, evaluations, subject.as_of)


def _message(activity: Activity, missing: list[int], *, is_all: bool) -> str:
    if is_all:
        return f"no evaluation of {quoted(activity.title)} is recorded"
    level = f"level {missing[0]}" if len(missing) == 1 else f"levels {listed(map(str, missing))}"
    questions = listed((QUESTIONS[level] for level in missing), "or")
    return f"the evaluation of {quoted(activity.title)} does not plan to ask {questions} ({level})"
