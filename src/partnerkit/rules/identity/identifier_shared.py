"""Two organisations have the same number in the same register.

## What it does

It compares the identifiers of all organisations in the workspace. Where two have the same register and number, it
weighs their names, former names included: names that have something in common make it a warning, since the same
organisation was probably recorded twice; names with nothing in common make it an error, since one of the numbers is
wrong. Names are compared without capitals, punctuation and words such as Ltd; one that holds all the words of the
other counts as alike.

## Why it matters

Duplicates split the history of one organisation over two records, so that each looks half as involved as it is. A
number given to the wrong organisation is worse: it makes two strangers one.

Source: org-id.guide; of 767 organisation identifiers in published grant data, 25 come with more than one name, most of
them after a change of name and one for two unrelated bodies.

## Fires on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
identifiers:
  - {scheme: GB-COH, value: "09876543"}
---
kind: organisation
id: westhill
name: Westhill
identifiers:
  - {scheme: GB-COH, value: "09876543"}
```

## Is quiet on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
former_names: [Westhill]
identifiers:
  - {scheme: GB-COH, value: "09876543"}
```

## How to mend it

Keep one record if it is the same organisation, with the other name under `former_names`; if not, correct the number.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, WorkspaceSubject
from partnerkit.rules.identity._identifiers import Identifier, Organisation, number_of
from partnerkit.rules.identity._names import look_alike

CODE = "PKA04"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY


def check_workspace(subject: WorkspaceSubject) -> Iterator[Finding]:
    """Numbers that another organisation has already; told at the second of the two, by their ids."""
    first: dict[tuple[str, str], Organisation] = {}
    for organisation in subject.organisations:
        for identifier in organisation.identifiers:
            number = number_of(identifier)
            if number is None:
                continue
            owner = first.setdefault(number, organisation)
            if owner is not organisation:
                yield _shared(identifier, organisation, owner)


def _shared(identifier: Identifier, organisation: Organisation, owner: Organisation) -> Finding:
    number = f"{identifier.scheme} {identifier.value}"
    if look_alike(organisation, owner):
        message = f"{number} is also the number of {owner.name} (`{owner.id}`), so one body seems to be recorded twice"
        return Finding(identifier, message, "value")
    message = f"{number} is also the number of {owner.name} (`{owner.id}`), which has quite another name"
    return Finding(identifier, message, "value", severity=Severity.ERROR)
