"""No activity meets a need that the law asks for, or on which safety depends.

## What it does

From the stage *plan* on, it looks for needs with the priority `legal: true` or `safety: true` that no activity names
in its `needs`. It is quiet where something other than training was selected, because the answer is then no activity.

## Why it matters

These are the needs that cannot wait for the next plan. If one is recorded and nothing is planned for it, the record
itself shows that the partners knew.

Source: practice of training needs analysis, which puts legal duties and safety before everything else.

## Fires on

```yaml
needs:
  - {id: need-pouring, level: team, priority: {legal: false, safety: true}}
activities:
  - {id: patterns, title: Pattern making}
```

## Is quiet on

```yaml
needs:
  - {id: need-pouring, level: team, priority: {legal: false, safety: true}}
activities:
  - {id: patterns, title: Pattern making}
  - {id: pouring, title: Safe pouring, needs: [need-pouring]}
```

## How to mend it

Plan an activity that meets the need, and name the need in it.

If it is met outside this partnership, say so in the need and give it a selected option of the type `not-training`, or
excuse the finding in `suppress`, with the reason.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.people._needs import NOT_TRAINING, Need, activities_by_need, selected

CODE = "PKF04"
SEVERITY = Severity.ERROR
STAGE = Stage.PLAN
ABOUT = ("needs", "activities")


def check(subject: Subject) -> Iterator[Finding]:
    """Pressing needs without an activity."""
    served = activities_by_need(subject)
    for need in subject.part.needs:
        why = _pressing(need)
        if why and need.id not in served and not any(option.type == NOT_TRAINING for option in selected(need)):
            yield Finding(need, f"no activity in the record meets this need, though {why}", "priority")


def _pressing(need: Need) -> str:
    priority = need.priority
    if priority is not None and priority.legal:
        return "the law asks for it"
    return "somebody's safety depends on it" if priority is not None and priority.safety else ""
