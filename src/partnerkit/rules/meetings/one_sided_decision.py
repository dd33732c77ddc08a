"""A joint decision is recorded without one of the partners.

## What it does

From the stage *activate* on, it looks at each decision of a meeting. It fires if a partner had nobody at the meeting,
or if the decision says by whom it was taken (`by`) and leaves a partner out. Of the partners those count that have
members in the body, or all if the body names none; funders and associates never do. Meetings that had no quorum are
left to `not-quorate-decision`.

## Why it matters

Joint decisions are what tells a partnership from a contract with a supplier. A partner that reads in the minutes what
it has agreed to begins to behave like a supplier.

Source: published models of terms of reference; seed document 000, "Common misconceptions", first point.

## Fires on

```yaml
meetings:
  - id: 2026-09-08
    on: 2026-09-08
    present: [amy-okoro, dan-price]
    decisions:
      - {id: dec-rota, text: Sessions on Thursdays, by: [eastfield-college]}
```

## Is quiet on

```yaml
meetings:
  - id: 2026-09-08
    on: 2026-09-08
    present: [amy-okoro, dan-price]
    decisions:
      - {id: dec-rota, text: Sessions on Thursdays, by: [eastfield-college, northgate-castings]}
```

## How to mend it

Ask the partner that was left out, and take the decision again at the next meeting that all attend.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.meetings._meetings import Meeting, deciding, expected, held, inquorate

CODE = "PKH04"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("meetings",)


def check(subject: Subject) -> Iterator[Finding]:
    """Decisions without one of the partners."""
    for meeting in held(subject):
        if meeting.decisions and not inquorate(subject, meeting):
            yield from _one_sided(subject, meeting)


def _one_sided(subject: Subject, meeting: Meeting) -> Iterator[Finding]:
    partners = expected(subject, meeting)
    present = subject.organisations_present(meeting.present) if meeting.present else frozenset(partners)
    absent = [partner for partner in partners if partner not in present]
    for decision in meeting.decisions:
        by = deciding(subject, decision)
        silent = [partner for partner in partners if partner not in by] if by else []
        if absent:
            who = listed(map(subject.name, absent), "or")
            yield Finding(
                decision,
                f"nobody from {who} is recorded as present when this was decided",
                related=((meeting, "present", "who was there"),),
            )
        elif silent:
            who = listed(map(subject.name, silent))
            yield Finding(decision, f"this is recorded as decided without {who}", "by")
