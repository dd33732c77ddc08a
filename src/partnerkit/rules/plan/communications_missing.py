"""The record does not say who is told what.

## What it does

From the stage *plan* on, it fires if the communication plan (`communications`) is empty.

## Why it matters

Supervisors and learners hear of a partnership by rumour, or from the side that gains by telling. Those who were not
told first are the ones who say no.

Source: seed document 000, "Examiner marking points", fourth point (communication protocols).

## Fires on

```yaml
activities:
  - {id: patterns, title: Pattern making}
```

## Is quiet on

```yaml
communications:
  - {id: managers, audience: Line managers, channel: e-mail, frequency_days: 7, owner: cat-ives}
```

## How to mend it

List who has to hear of the partnership, from whom, how and how often; line managers and learners come first.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKE15"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("communications",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership that tells nobody."""
    if not subject.part.communications:
        yield Finding(subject.part, "the record does not say who is told what, how and how often", "communications")
