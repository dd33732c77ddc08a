"""Learners began before the agreement that covers them was signed by everybody.

## What it does

From the stage *activate* on, it takes each activity with learners and looks, for every partner that delivers it, for
the day on which the first agreement of that partner had its last signature: a memorandum of understanding, a
partnership agreement, a contract or a service level agreement. It fires if the activity began before. If the activity
names no delivering partner, all partners count. It also compares a learner's first day with the last signature on the
agreement that the learner's placement names. What nobody has signed yet is left to `informal-agreement-only` and
`agreement-unsigned-partner`.

## Why it matters

Until all have signed, nobody has promised who answers for the learners, their data and their safety. If something
goes wrong in those weeks, it is argued about and not looked up.

Source: the apprenticeship funding rules of the Department for Education (P56.3) want the training plan before
delivery begins, and industry placements of T Levels rest on an agreement; for other activities it is practice.

## Fires on

```yaml
activities:
  - {id: patterns, title: Pattern making, type: co-delivery, start: 2026-03-02}
agreements:
  - id: mou
    type: mou
    signatories:
      - {partner: northgate-castings, person: ben-hale, on: 2026-02-20}
      - {partner: eastfield-college, person: eve-shaw, on: 2026-03-16}
```

## Is quiet on

```yaml
activities:
  - {id: patterns, title: Pattern making, type: co-delivery, start: 2026-03-16}
agreements:
  - id: mou
    type: mou
    signatories:
      - {partner: northgate-castings, person: ben-hale, on: 2026-02-20}
      - {partner: eastfield-college, person: eve-shaw, on: 2026-03-16}
```

## How to mend it

Correct the date if it is wrong; otherwise note in the journal what covered the first weeks, and sign before the next
start.
"""

from partnerkit.rules.agreement._agreements import basic_signed, called, complete_on
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, day

CODE = "PKD01"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("agreements", "activities")


def check(subject: Subject) -> Iterator[Finding]:
    """Activities and placements that began before the last signature."""
    covered = _covered(subject)
    for activity in subject.learning_activities:
        delivering = [partner for partner in subject.partners if activity.delivered_by.get(partner)]
        days = [covered[partner] for partner in delivering or subject.partners if partner in covered]
        if days and activity.start is not None and activity.start < max(days):
            message = (
                f"“{activity.title}” began on {day(activity.start)}, before the last signature on {day(max(days))}"
            )
            yield Finding(activity, message, "start")
    yield from _placements(subject)


def _covered(subject: Subject) -> dict[str, date]:
    """The day from which each partner has been bound."""
    days: dict[str, date] = {}
    for agreement in basic_signed(subject):
        complete = complete_on(subject, agreement)
        if complete is not None:
            for party in agreement.partners or subject.partners:
                days[party] = min(complete, days.get(party, complete))
    return days


def _placements(subject: Subject) -> Iterator[Finding]:
    agreements = {agreement.id: agreement for agreement in subject.part.agreements}
    for learner in subject.part.learners:
        named = learner.placement.agreement if learner.placement is not None else None
        agreement = agreements.get(named.rpartition("/")[2]) if named is not None else None
        complete = complete_on(subject, agreement) if agreement is not None else None
        if agreement is not None and complete and learner.started_on and learner.started_on < complete:
            message = (
                f"the learner began on {day(learner.started_on)}; {called(agreement)} was signed on {day(complete)}"
            )
            yield Finding(learner, message, "started_on", related=((agreement, "signatories", "its signatures"),))
