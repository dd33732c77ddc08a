"""No talk about a learner's plan is recorded between the manager and the learner.

## What it does

From the stage *activate* on, it looks at the learners who have not completed. It fires if `discussed_on` is missing,
or lies in the future after the learner has begun.

## Why it matters

Ten minutes between manager and learner, with what is to be learned and what it is for, decide whether the programme
is the learner's own or something that is done to them.

Source: seed document 002, "Identification of Requirements": the discussion between manager and learner, with its
outcomes agreed.

## Fires on

```yaml
learners:
  - {id: learner-01, manager: cat-ives}
```

## Is quiet on

```yaml
learners:
  - {id: learner-01, manager: cat-ives, discussed_on: 2026-02-16}
```

## How to mend it

Let the manager talk the plan through with the learner, and record the day in `discussed_on`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, said
from partnerkit.rules.people._learners import has_begun, learning

CODE = "PKF16"
SEVERITY = Severity.INFO
STAGE = Stage.ACTIVATE
ABOUT = ("learners",)


def check(subject: Subject) -> Iterator[Finding]:
    """Learners without a talk."""
    for learner in learning(subject):
        held = learner.discussed_on
        if held is None or (held > subject.as_of and has_begun(subject, learner)):
            who = subject.person_name(learner.manager) if learner.manager else "the manager"
            yield Finding(learner, f"no talk between {who} and {said(learner.id)} is recorded", "discussed_on")
