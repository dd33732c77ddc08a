"""The training needs analysis looks at one level only.

## What it does

From the stage *plan* on, it looks at the levels of all needs together. It fires if none of them is the need of a
whole organisation or department, or if none is the need of a team, of individuals or of an occupation. A record
without any needs is left to `needs-missing`.

## Why it matters

The business plan says what the organisation must become able to do; only a look at teams and individuals says who has
to learn what. A programme built on one of the two either serves nobody in particular or serves nothing in particular.

Source: seed document 002, "Identification of Requirements"; seed document 000, key concept "Training Needs Analysis".

## Fires on

```yaml
needs:
  - {id: need-patterns, level: team, group: Pattern shop}
```

## Is quiet on

```yaml
needs:
  - {id: need-scrap, level: organisation}
  - {id: need-patterns, level: team, group: Pattern shop}
```

## How to mend it

Add the need at the level that is missing, or give each need its `level`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKF03"
SEVERITY = Severity.INFO
STAGE = Stage.PLAN
ABOUT = ("needs",)

_WIDE = frozenset({"organisation", "department"})
_NEAR = frozenset({"team", "individual", "occupation"})


def check(subject: Subject) -> Iterator[Finding]:
    """A level at which nobody has looked."""
    levels = {need.level for need in subject.part.needs}
    missing = []
    if levels.isdisjoint(_WIDE):
        missing.append("an organisation or a department as a whole")
    if levels.isdisjoint(_NEAR):
        missing.append("a team, individuals or an occupation")
    if levels and missing:
        yield Finding(subject.part, f"no need is recorded for {', nor for '.join(missing)}", "needs")
