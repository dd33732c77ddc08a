"""The agreed day for contact with a stakeholder has passed.

## What it does

From the stage *activate* on, it looks at the stakeholders with whom there has been contact. The next one is due on
the `next_on` of the last contact, or else `interval_days` after it; the rule fires once that day has passed. A
stakeholder who has left, and a partnership that is paused, closed or called off, are left alone.

## Why it matters

Relations are kept up on purpose or not at all. Whoever is only visited when something is wanted from them notices.

Source: seed document 004, which asks for time in the calendar, every week, for relationships across the business.

## Fires on

```yaml
stakeholders:
  - {id: st-operations, person: ben-hale, interval_days: 60, owner: amy-okoro}
contacts:
  - {id: ct-1, on: 2026-05-12, stakeholder: st-operations, mode: visit}
```

## Is quiet on

```yaml
stakeholders:
  - {id: st-operations, person: ben-hale, interval_days: 60, owner: amy-okoro}
contacts:
  - {id: ct-1, on: 2026-05-12, stakeholder: st-operations, mode: visit}
  - {id: ct-2, on: 2026-09-10, stakeholder: st-operations, mode: visit}
```

## How to mend it

Go and see them this week, and record the contact with the day of the next one.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, day, days_after
from partnerkit.rules.meetings._stakeholders import Contact, Stakeholder, contacts_by_stakeholder, has_left, name_of

CODE = "PKH08"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("stakeholders", "contacts")


def check(subject: Subject) -> Iterator[Finding]:
    """Stakeholders who should have been seen by now."""
    if subject.ended or subject.part.status == "paused":
        return
    contacts = contacts_by_stakeholder(subject)
    for stakeholder in subject.part.stakeholders:
        if stakeholder.id not in contacts or has_left(subject, stakeholder.person):
            continue
        last = contacts[stakeholder.id][-1]
        due = _due(stakeholder, last)
        if due is not None and due < subject.as_of:
            name = name_of(subject, stakeholder)
            message = f"contact with {name} was due by {day(due)}; the last one recorded is of {day(last.on)}"
            yield Finding(stakeholder, message, "interval_days", related=((last, "on", "the last contact"),))


def _due(stakeholder: Stakeholder, last: Contact) -> date | None:
    if last.next_on is not None:
        return last.next_on
    return days_after(last.on, stakeholder.interval_days) if stakeholder.interval_days is not None else None
