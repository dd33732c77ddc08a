"""Two organisations have the same name, and no number tells them apart.

## What it does

It compares the names and legal names of all organisations in the workspace, without capitals, accents, punctuation and
words such as The and Ltd. It is quiet where a register tells the two apart: where both have a number in it, and the
numbers differ. It is quiet too where they have the same number, which is for `identifier-shared` to say.

## Why it matters

The same employer entered twice, once by each side, is the commonest fault in lists of contacts: its visits, agreements
and complaints are then split over two records, and nobody sees the whole.

Source: found in published grant data, where names of one and the same body differ in little but spelling.

## Fires on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
---
kind: organisation
id: westhill-forge-limited
name: WESTHILL FORGE LIMITED
```

## Is quiet on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
identifiers:
  - {scheme: GB-COH, value: "09876543"}
---
kind: organisation
id: westhill-forge-derby
name: Westhill Forge Ltd
identifiers:
  - {scheme: GB-COH, value: "09876544"}
```

## How to mend it

Keep one record if it is the same organisation; if not, give both a number from the same register.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, WorkspaceSubject
from partnerkit.rules.identity._identifiers import Organisation, number_of
from partnerkit.rules.identity._names import names

CODE = "PKA05"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY


def check_workspace(subject: WorkspaceSubject) -> Iterator[Finding]:
    """Names that another organisation has already; told at the second of the two, by their ids."""
    first: dict[str, Organisation] = {}
    for organisation in subject.organisations:
        owners = [first[name] for name in names(organisation) if name in first]
        for name in names(organisation):
            first.setdefault(name, organisation)
        if owners and not _known_by_number(organisation, owners[0]):
            message = f"{owners[0].name} (`{owners[0].id}`) has the same name, and no number tells the two apart"
            yield Finding(organisation, message, "name")


def _known_by_number(one: Organisation, other: Organisation) -> bool:
    """Whether both stand in the same register, be it with two numbers or with one."""
    return not _registers(one).isdisjoint(_registers(other))


def _registers(organisation: Organisation) -> frozenset[str]:
    return frozenset(number[0] for number in map(number_of, organisation.identifiers) if number is not None)
