"""No meeting is recorded at which all partners were present.

## What it does

From the stage *activate* on, it looks for one meeting up to today at which somebody from every partner of that day
was present; funders and associates are not asked for. Whether there are minutes of it is left to `minutes-missing`.

## Why it matters

A partnership begins with the first meeting at which all sit at one table. Before that there are only conversations
between two of them, each with its own version.

Source: seed document 000, fourth marking point (joint working groups, evidenced by minutes).

## Fires on

```yaml
meetings:
  - {id: 2026-09-08, on: 2026-09-08, present: [dan-price, eve-shaw]}
```

## Is quiet on

```yaml
meetings:
  - {id: 2026-09-08, on: 2026-09-08, present: [dan-price, eve-shaw, amy-okoro]}
```

## How to mend it

Record who was present at the meetings; if none had somebody from every partner, hold one.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.meetings._meetings import Meeting, held, partners_on

CODE = "PKH11"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("meetings",)


def check(subject: Subject) -> Iterator[Finding]:
    """A record without a joint meeting."""
    meetings = held(subject)
    if not any(_is_joint(subject, meeting) for meeting in meetings):
        none = (
            "no meeting is recorded with people from every partner"
            if meetings
            else "no meeting of the partners is recorded"
        )
        yield Finding(subject.part, none, "meetings")


def _is_joint(subject: Subject, meeting: Meeting) -> bool:
    partners = partners_on(subject, meeting.on)
    return len(partners) > 1 and subject.organisations_present(meeting.present).issuperset(partners)
