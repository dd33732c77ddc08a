"""Not every partner is recorded as having agreed to an objective.

## What it does

It looks for objectives whose `agreed_by` lacks a partner. Funders and associates need not agree, nor need those who
have left.

## Why it matters

An objective that one side set is a service ordered. It counts as shared only when each side has said yes to the same
words.

Source: seed document 000, second marking point: aims and measurable objectives are negotiated and documented.

## Fires on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    agreed_by: [eastfield-college]
```

## Is quiet on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    agreed_by: [eastfield-college, northgate-castings]
```

## How to mend it

Put it on the agenda of the next meeting with all partners, and name in `agreed_by` those who say yes.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKC08"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives that are not everybody's."""
    for objective in subject.part.objectives:
        missing = [partner for partner in subject.partners if partner not in objective.agreed_by]
        if missing and objective.agreed_by:
            names = listed(map(subject.name, missing))
            yield Finding(objective, f"the record does not say that {names} agreed to this", "agreed_by")
        elif missing:
            yield Finding(objective, "the record does not say that the partners agreed to this", "statement")
