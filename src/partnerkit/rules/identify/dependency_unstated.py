"""The record does not say what the partners need from each other.

## What it does

From the stage *agree* on, it fires if none of the partners has `depends_on`. Funders, associates and partners that
have left are not asked.

## Why it matters

Partners hold together as long as each needs something that it cannot do alone. Where that is written down, both sides
see early when the need goes away. The Nuffield Partnership Assessment Tool begins with it: its first principle is
about the need for partnership.

Source: Nuffield Institute, Partnership Assessment Tool, principle 1.

## Fires on

```yaml
partners:
  - {organisation: northgate-castings, role: lead}
  - {organisation: eastfield-college}
```

## Is quiet on

```yaml
partners:
  - {organisation: northgate-castings, role: lead, depends_on: The college's lecturers and workshop}
  - {organisation: eastfield-college, depends_on: Live castings to teach on}
```

## How to mend it

Ask each partner what it could not do without the others, and record the answer in `depends_on`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.identify._parties import parties

CODE = "PKB12"
SEVERITY = Severity.INFO
STAGE = Stage.AGREE


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership in which nobody depends on anybody."""
    if not any(party.partner.depends_on for party in parties(subject)):
        yield Finding(subject.part, "the record does not say what the partners need from each other", "partners")
