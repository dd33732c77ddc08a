"""The record holds no risk register.

## What it does

From the stage *plan* on, it fires on a partnership without a single entry in `risks`.

## Why it matters

Every joint plan rests on things that may not hold: a person, a machine, a grant, an order book. Naming them before the
work begins is the cheap moment.

Source: seed document 000, third marking point (a plan that specifies resource commitments and risk assessments).

## Fires on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme}
```

## Is quiet on

```yaml
risks:
  - {id: risk-mentor, event: The mentor leaves}
```

## How to mend it

Write down with the other side what could go wrong, each with its cause, its effect and its owner.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKG09"
SEVERITY = Severity.WARNING
STAGE = Stage.PLAN
ABOUT = ("risks",)


def check(subject: Subject) -> Iterator[Finding]:
    """A planned partnership without risks."""
    if not subject.part.risks:
        yield Finding(subject.part, "no risk is recorded: what could go wrong, and what is done about it", "risks")
