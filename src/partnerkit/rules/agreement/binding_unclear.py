"""The record does not say how far a memorandum of understanding binds.

## What it does

It looks for memoranda of understanding that still stand and do not say whether they bind not at all, in part or
wholly; and for agreements that bind in part without naming the clauses that do.

## Why it matters

Most memoranda are meant as a statement of good will with a few binding parts, such as confidentiality. If nobody says
which, one side keeps to all of it and the other to none.

Source: guidance on memoranda of understanding by the law firm Flint Bishop.

## Fires on

```yaml
agreements:
  - {id: mou, type: mou}
```

## Is quiet on

```yaml
agreements:
  - {id: mou, type: mou, binding: partial, binding_clauses: [confidentiality, data_protection]}
```

## How to mend it

Write in `binding` how far it binds, and in `binding_clauses` which clauses do if it binds in part.
"""

from partnerkit.rules.agreement._agreements import called, standing
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD09"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("agreements",)


def check(subject: Subject) -> Iterator[Finding]:
    """Agreements of which nobody knows how far they bind."""
    for agreement in standing(subject):
        if agreement.type == "mou" and agreement.binding is None:
            yield Finding(agreement, f"the record does not say whether {called(agreement)} is legally binding")
        elif agreement.binding == "partial" and not agreement.binding_clauses:
            yield Finding(
                agreement, f"{called(agreement)} binds in part, and the record does not say which part", "binding"
            )
