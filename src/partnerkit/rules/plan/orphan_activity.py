"""An activity serves no objective and meets no need.

## What it does

From the stage *plan* on, it looks for activities that name neither an objective nor a need. It is quiet while the
partnership has no objectives and no needs to name.

## Why it matters

Work that serves nothing the partners agreed on uses up the goodwill and the hours of those who do it, and cannot be
shown to have been worth it.

Source: seed document 000, "Exam tips", first point (a thread from opportunity to evaluation).

## Fires on

```yaml
objectives:
  - {id: obj-patterns, statement: Six apprentices make patterns unaided}
activities:
  - {id: open-evening, title: Open evening, type: event}
```

## Is quiet on

```yaml
objectives:
  - {id: obj-patterns, statement: Six apprentices make patterns unaided}
activities:
  - {id: open-evening, title: Open evening, type: event, objectives: [obj-patterns]}
```

## How to mend it

Name the objective or the need that it serves; if there is none, ask whether it belongs to this partnership.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKE02"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("activities",)


def check(subject: Subject) -> Iterator[Finding]:
    """Activities that hang on nothing."""
    if not subject.part.objectives and not subject.part.needs:
        return
    for activity in subject.part.activities:
        if not activity.objectives and not activity.needs:
            yield Finding(activity, f"“{activity.title}” serves no objective and meets no need", "title")
