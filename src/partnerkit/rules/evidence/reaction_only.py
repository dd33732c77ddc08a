"""How people liked an activity is all that is recorded of its evaluation.

## What it does

From the stage *review* on, it looks at each activity that is over and about which answers have come in. It fires if
all of them are of level 1, reaction. Evaluations that are only planned do not count here; an evaluation without a
level is taken for more than reaction.

## Why it matters

People can like what they do not learn, and learn what they never use. Where evaluation stops at reaction, nobody knows
where the programme adds value and where it does not.

Source: seed document 004, which asks for more than the tick sheet at the end; Kirkpatrick's levels, seed document 000,
"Key Concepts".

## Fires on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery, start: 2026-03-02, end: 2026-06-26}
evaluations:
  - {id: kp-1, activity: moulding, level: 1, collected_on: 2026-06-26, result: 4.4 of 5}
```

## Is quiet on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery, start: 2026-03-02, end: 2026-06-26}
evaluations:
  - {id: kp-1, activity: moulding, level: 1, collected_on: 2026-06-26, result: 4.4 of 5}
  - {id: kp-2, activity: moulding, level: 2, collected_on: 2026-06-24, result: 12 of 14 competent}
```

## How to mend it

Ask the supervisors what is done differently at work, and record what the assessments showed.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._evaluating import by_activity, is_collected, stops_at_reaction
from partnerkit.rules.evidence._words import quoted

CODE = "PKI18"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("evaluations",)


def check(subject: Subject) -> Iterator[Finding]:
    """Activities whose evaluation stops at reaction."""
    for activity, evaluations in by_activity(subject):
        if stops_at_reaction(activity, evaluations, subject.as_of):
            asked = next(evaluation for evaluation in evaluations if is_collected(evaluation))
            message = f"people were asked how they liked {quoted(activity.title)}, and no other question is recorded"
            yield Finding(activity, message, "title", related=((asked, "level", "what was asked"),))
