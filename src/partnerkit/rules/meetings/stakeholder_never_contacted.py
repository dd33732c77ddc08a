"""A stakeholder is on the map, and no contact with them is recorded.

## What it does

From the stage *run* on, it looks at the stakeholders for whom no contact up to today is recorded. One who sat in a
meeting of the partnership, came on an exchange visit or gave feedback has been heard, and is left alone; so is one
who has left.

## Why it matters

A list of stakeholders is a plan, not a relationship. Those who are never seen are mostly those who are hard to reach:
the night shift, the other site, the sceptic.

Source: seed document 004, which asks for relationships across all areas of the business.

## Fires on

```yaml
stakeholders:
  - {id: st-operations, person: ben-hale, power: 3, interest: 2}
```

## Is quiet on

```yaml
stakeholders:
  - {id: st-operations, person: ben-hale, power: 3, interest: 2}
contacts:
  - {id: ct-1, on: 2026-09-10, stakeholder: st-operations, mode: visit}
```

## How to mend it

Make an appointment, and record it as a contact when it has taken place; or take the stakeholder off the map.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.meetings._stakeholders import contacts_by_stakeholder, has_left, name_of

CODE = "PKH14"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("stakeholders", "contacts")


def check(subject: Subject) -> Iterator[Finding]:
    """Stakeholders without a contact."""
    if subject.ended:
        return
    contacts, heard = contacts_by_stakeholder(subject), _heard(subject)
    for stakeholder in subject.part.stakeholders:
        person = subject.person(stakeholder.person)
        if stakeholder.id in contacts or id(person) in heard or has_left(subject, stakeholder.person):
            continue
        yield Finding(stakeholder, f"no contact with {name_of(subject, stakeholder)} is recorded")


def _heard(subject: Subject) -> frozenset[int]:
    """The people who took part otherwise, by identity."""
    record, as_of = subject.part, subject.as_of
    references = [person for meeting in subject.meetings if meeting.on <= as_of for person in meeting.present]
    references += [person for exchange in record.exchanges if exchange.on <= as_of for person in exchange.visitors]
    references += [feedback.from_ for feedback in record.feedback if feedback.from_ is not None]
    return frozenset(id(person) for person in map(subject.person, references) if person is not None)
