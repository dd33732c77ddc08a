"""A meeting decided, and the record does not show a quorum.

## What it does

From the stage *activate* on, it looks at the meetings with decisions. It fires if the meeting itself says that it was
not quorate; if fewer people were present than the quorum of its body asks for (guests from outside the partnership do
not count); or if the quorum asks for every partner and one was absent. Where the body has a quorum and the meeting
says neither who was present nor that it was quorate, that is a warning.

## Why it matters

A quorum is the partners' promise not to decide over one another's heads. What was decided without it binds nobody who
does not care to be bound.

Source: published models of terms of reference, in which the quorum is a fixed part; seed document 000, second marking
point.

## Fires on

```yaml
bodies:
  - {id: steering, members: [amy-okoro, ben-hale, dan-price], quorum: {members: 3}}
meetings:
  - id: 2026-09-08
    on: 2026-09-08
    body: steering
    present: [amy-okoro, dan-price]
    decisions: [{id: dec-rota, text: Sessions on Thursdays}]
```

## Is quiet on

```yaml
bodies:
  - {id: steering, members: [amy-okoro, ben-hale, dan-price], quorum: {members: 3}}
meetings:
  - id: 2026-09-08
    on: 2026-09-08
    body: steering
    present: [amy-okoro, ben-hale, dan-price]
    decisions: [{id: dec-rota, text: Sessions on Thursdays}]
```

## How to mend it

Put the decisions to the next quorate meeting and have them confirmed there, and record that as a decision of its own.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.meetings._meetings import Meeting, body_of, held, inquorate

CODE = "PKH03"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("meetings",)


def check(subject: Subject) -> Iterator[Finding]:
    """Meetings that decided and could not."""
    for meeting in held(subject):
        if not meeting.decisions:
            continue
        if why := inquorate(subject, meeting):
            related = tuple((decision, "", "decided there") for decision in meeting.decisions)
            field = "quorate" if meeting.quorate is False else "present"
            yield Finding(meeting, f"this meeting decided without a quorum: {why}", field, related=related)
        elif _nobody_knows(subject, meeting):
            message = "this meeting decided, and the record does not show a quorum"
            help_ = "Record who was present, or whether the minutes speak of a quorum."
            yield Finding(meeting, message, "decisions", help=help_, severity=Severity.WARNING)


def _nobody_knows(subject: Subject, meeting: Meeting) -> bool:
    body = body_of(subject, meeting)
    return not meeting.present and meeting.quorate is None and body is not None and body.quorum is not None
