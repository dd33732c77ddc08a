"""A key role changed hands, and no handover note is recorded.

## What it does

From the stage *run* on, it looks for holders who took over from somebody: another entry for the same role at the same
partner begins earlier or has no first day; or, for the senior executive responsible and the relationship lead, whom
every partner has from the stage *agree* on, the first day is later than the day the partnership was activated, or the
partner joined. It fires if there is no `handover_note` after `handover-days` of the rule pack.

A first holder who replaced nobody cannot be told apart if a role was set up late: excuse such an entry with a
suppression. A note that came late is not reported.

## Why it matters

What was promised between two people who trusted each other is in no agreement. If it is not written down when one of
them leaves, the other side has to explain everything again, and some of it nobody remembers.

Source: seed document 000, "Common misconceptions", fifth point; employers-guide.org; the interval is practice.

## Fires on

```yaml
# as of 2026-10-15
key_roles:
  - {id: delivery-1, role: delivery-lead, partner: northgate-castings, holder: ned-left, until: 2026-01-31}
  - {id: delivery-2, role: delivery-lead, partner: northgate-castings, holder: cat-ives, since: 2026-02-01}
```

## Is quiet on

```yaml
# as of 2026-10-15
key_roles:
  - {id: delivery-1, role: delivery-lead, partner: northgate-castings, holder: ned-left, until: 2026-01-31}
  - id: delivery-2
    role: delivery-lead
    partner: northgate-castings
    holder: cat-ives
    since: 2026-02-01
    handover_note: note
evidence:
  - {id: note, title: Handover note, type: report, on: 2026-01-30}
```

## How to mend it

Record the note, or ask whoever held the role for a page on what was promised, what is open and whom to ask; if they
cannot be reached, ask the other side.
"""

from partnerkit.rules.agreement._roles import RELATIONSHIP_LEAD, SENIOR_EXECUTIVE, Key, key_of, roles_of_partners
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, day, days_after, said

CODE = "PKD14"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("key_roles",)


def check(subject: Subject) -> Iterator[Finding]:
    """Key roles that changed hands without a note."""
    if subject.ended:
        return
    limit = subject.limit("handover-days")
    first = _first(subject)
    for role in roles_of_partners(subject):
        if role.since is None or role.holder is None or role.handover_note is not None:
            continue
        if role.since > first[key_of(subject, role)] and days_after(role.since, limit.whole) < subject.as_of:
            name = subject.person_name(role.holder)
            message = f"{name} became {said(role.role)} on {day(role.since)}, and no handover note is recorded"
            yield Finding(role, message, "since", limit=limit)


def _first(subject: Subject) -> dict[Key, date]:
    """For each role at each partner, the day from which somebody has held it."""
    joined = {partner.organisation: partner.since for partner in subject.part.partners}
    active = subject.entered(Stage.ACTIVATE)
    first: dict[Key, date] = {}
    for role in subject.part.key_roles:
        key = key_of(subject, role)
        begun = role.since or date.min
        if active is not None and role.role in (SENIOR_EXECUTIVE, RELATIONSHIP_LEAD):
            begun = min(begun, max(active, joined.get(key[1] or "") or active))
        first[key] = min(begun, first.get(key, begun))
    return first
