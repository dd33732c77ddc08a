"""The recorded meetings of a group are much further apart than it agreed.

## What it does

From the stage *activate* on, it looks at the bodies that have a `cadence_days`. It fires if the time between two of
their meetings, or from the last one to today, is longer than that interval times `meeting-gap-times-most` of the rule
pack. The count begins no earlier than the approval of the body's terms of reference. A body that has never met is
counted from that approval, or from the day the stage *activate* was entered; a record without any meeting is left to
`joint-meeting-missing`.

A meeting that names no body counts for the body if there is only one; where there are more, no body is said to have
never met. While a partnership is paused, closed or called off, nothing is overdue today.

## Why it matters

The first sign of a partnership that is falling asleep is a meeting that is put off. What the group should settle is
settled elsewhere, or not at all.

Source: seed document 000, fourth marking point (joint working groups, evidenced by minutes); the factor is practice.

## Fires on

```yaml
bodies:
  - {id: steering, cadence_days: 60}
meetings:
  - {id: 2026-03-10, on: 2026-03-10, body: steering}
```

## Is quiet on

```yaml
bodies:
  - {id: steering, cadence_days: 60}
meetings:
  - {id: 2026-07-14, on: 2026-07-14, body: steering}
  - {id: 2026-09-15, on: 2026-09-15, body: steering}
```

## How to mend it

Call the next meeting and put a year of dates into everybody's diary; if the interval no longer fits the work, agree
another.
"""

from itertools import pairwise

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, day
from partnerkit.rules.meetings._meetings import Body, Meeting, body_name, body_of, by_body, held

CODE = "PKH01"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("meetings", "bodies")


def check(subject: Subject) -> Iterator[Finding]:
    """Bodies that met too late, or are due to meet."""
    meetings = by_body(subject)
    resting = subject.ended or subject.part.status == "paused"
    for body in subject.part.bodies:
        if body.cadence_days is not None:
            yield from _late(subject, body, meetings.get(body.id, []), body.cadence_days)
            if not resting:
                yield from _due(subject, body, meetings.get(body.id, []), body.cadence_days)


def _late(subject: Subject, body: Body, meetings: list[Meeting], cadence: int) -> Iterator[Finding]:
    limit = subject.limit("meeting-gap-times-most")
    for before, meeting in pairwise(meetings):
        days = (meeting.on - max(before.on, _approved(body) or before.on)).days
        if days > cadence * limit.value:
            message = f"{body_name(body)} met again after {days} days, and a meeting was due every {cadence}"
            yield Finding(meeting, message, "on", related=((before, "on", "the meeting before"),), limit=limit)


def _due(subject: Subject, body: Body, meetings: list[Meeting], cadence: int) -> Iterator[Finding]:
    limit = subject.limit("meeting-gap-times-most")
    if meetings:
        since = max(meetings[-1].on, _approved(body) or meetings[-1].on)
        when = f"since {day(meetings[-1].on)}"
    else:
        since = _never_met(subject, body)
        when = f"in the {(subject.as_of - since).days} days since {day(since)}"
    if (subject.as_of - since).days > cadence * limit.value:
        message = f"no meeting of {body_name(body)} is recorded {when}, and one is due every {cadence} days"
        yield Finding(body, message, "cadence_days", limit=limit)


def _never_met(subject: Subject, body: Body) -> date:
    """From when a body without meetings is counted; today, where the record cannot tell."""
    meetings = held(subject)
    if not meetings or any(body_of(subject, meeting) is None for meeting in meetings):
        return subject.as_of
    return _approved(body) or subject.entered(Stage.ACTIVATE) or subject.as_of


def _approved(body: Body) -> date | None:
    return body.terms.approved_on if body.terms is not None else None
