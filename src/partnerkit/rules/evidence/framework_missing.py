"""An activity is assessed, and the record does not say against what.

## What it does

From the stage *plan* on, it looks for activities with a way of `assessment`, or of the type apprenticeship, that name
no `criteria` and meet no need that names one.

## Why it matters

Competence is judged against a standard that both sides know beforehand: an occupational standard, a unit, or a list of
one's own. Without it, assessors judge by taste, and the result is worth little elsewhere.

Source: seed document 000, "Key Concepts", on assessment against predefined standards.

## Fires on

```yaml
activities:
  - {id: moulding, title: Moulding course, type: co-delivery, assessment: [observation, questioning]}
```

## Is quiet on

```yaml
activities:
  - id: moulding
    title: Moulding course
    type: co-delivery
    assessment: [observation, questioning]
    criteria: [foundry/S2]
```

## How to mend it

Name the `criteria` of a framework in this workspace, or add one; a short list of your own will do.
"""

from partnerkit.model.partnership.plan import Activity
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed, said
from partnerkit.rules.evidence._words import quoted

CODE = "PKI34"
SEVERITY = Severity.INFO
STAGE = Stage.PLAN


def check(subject: Subject) -> Iterator[Finding]:
    """Assessment against nothing."""
    standards = {need.id for need in subject.part.needs if need.required is not None and need.required.criterion}
    for activity in subject.part.activities:
        needs = {reference.rpartition("/")[2] for reference in activity.needs}
        if activity.criteria or not standards.isdisjoint(needs):
            continue
        if activity.assessment:
            yield Finding(activity, _message(activity), "assessment")
        elif activity.type == "apprenticeship":
            yield Finding(
                activity,
                f"the record does not say which standard the apprenticeship {quoted(activity.title)} leads to",
                "type",
            )


def _message(activity: Activity) -> str:
    methods = listed(said(method) for method in activity.assessment)
    return f"{quoted(activity.title)} is assessed by {methods}, and the record does not say against which criteria"
