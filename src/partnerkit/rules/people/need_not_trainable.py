"""Training is all that is recorded in answer to a gap that training cannot close.

## What it does

It looks for needs whose `cause` lies in the process, the equipment, the surroundings or people's motivation, and for
needs that say themselves `trainable: false`. It fires if training is all that answers them: if every selected option
is a form of training, or, where no option was selected, if every activity that meets the need teaches. Nothing is
said while nothing has been chosen yet, nor where one of the selected options is `not-training`.

## Why it matters

Good training for the wrong cause is wasted on everybody: people learn what they could do already, the old process
stops them as before, and the next programme is met with folded arms.

Source: practice of training needs analysis, which asks for the cause of a gap before it chooses the answer.

## Fires on

```yaml
needs:
  - id: need-changeover
    level: team
    cause: process
    options:
      - {type: external-accredited, decision: selected}
```

## Is quiet on

```yaml
needs:
  - id: need-changeover
    level: team
    cause: process
    options:
      - {type: not-training, title: One change-over sheet for both shifts, decision: selected}
      - {type: coaching, decision: selected}
```

## How to mend it

Change what causes the gap as well, and record that as an option of the type `not-training`; or correct the cause.
"""

from collections.abc import Sequence

from partnerkit.rules.api import Finding, Iterator, Part, Severity, Stage, Subject
from partnerkit.rules.people._needs import LEARNING, NOT_TRAINING, Activity, Need, activities_by_need, selected

CODE = "PKF02"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY
ABOUT = ("needs",)

_CAUSES = {
    "process": "the process",
    "equipment": "the equipment",
    "environment": "the surroundings in which people work",
    "motivation": "people's motivation",
}


def check(subject: Subject) -> Iterator[Finding]:
    """Needs that training alone is to meet, and cannot."""
    serving = activities_by_need(subject)
    for need in subject.part.needs:
        field = _untrainable(need)
        training = _training(need, serving.get(need.id, ())) if field else ()
        if training:
            gap = (
                f"this gap comes from {_CAUSES[need.cause]}"
                if need.cause in _CAUSES
                else "training cannot close this gap"
            )
            related = tuple((part, "", "the training that was chosen") for part in training)
            yield Finding(need, f"{gap}, and training is all that is recorded in answer", field, related=related)


def _untrainable(need: Need) -> str:
    """The field that says so, or ""."""
    if need.cause in _CAUSES:
        return "cause"
    return "trainable" if need.trainable is False else ""


def _training(need: Need, activities: Sequence[Activity]) -> Sequence[Part]:
    """All that answers the need, if all of it is training."""
    options = selected(need)
    if options:
        return () if any(option.type == NOT_TRAINING for option in options) else options
    return activities if all(activity.type in LEARNING for activity in activities) else ()
