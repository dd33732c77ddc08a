"""An agreement runs out soon, and the record names none that follows.

## What it does

From the stage *activate* on, it looks for signed agreements whose last day is no further away than their own term of
notice plus `agreement-renewal-days` of the rule pack. It looks at the same agreements as `agreement-expired`, and is
quiet in the same cases.

## Why it matters

A new agreement passes through two or more legal departments. Begun too late, it leaves a gap in which nobody is
bound, and the time to give notice has gone by.

Source: seed document 000, "Common misconceptions", fifth point; the lead time is practice.

## Fires on

```yaml
# as of 2026-10-15
agreements:
  - id: mou
    type: mou
    ends: 2026-12-31
    notice_days: 60
    signatories: [{partner: northgate-castings, on: 2025-01-10}, {partner: eastfield-college, on: 2025-01-10}]
```

## Is quiet on

```yaml
# as of 2026-10-15
agreements:
  - id: mou
    type: mou
    ends: 2027-12-31
    notice_days: 60
    signatories: [{partner: northgate-castings, on: 2025-01-10}, {partner: eastfield-college, on: 2025-01-10}]
```

## How to mend it

Put renewal or exit on the agenda of the next meeting, and sign what follows before the last day.
"""

from partnerkit.rules.agreement._agreements import called, ends_on_purpose, lasting_signed
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted, day

CODE = "PKD06"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("agreements",)


def check(subject: Subject) -> Iterator[Finding]:
    """Agreements that run out soon."""
    if subject.ended or subject.part.status == "paused" or ends_on_purpose(subject):
        return
    limit = subject.limit("agreement-renewal-days")
    for agreement in lasting_signed(subject):
        if agreement.ends is None or agreement.renewal == "automatic":
            continue
        left = (agreement.ends - subject.as_of).days
        if 0 <= left <= (agreement.notice_days or 0) + limit.whole:
            notice = f", and notice takes {counted(agreement.notice_days, 'day')}" if agreement.notice_days else ""
            message = f"{called(agreement)} runs out on {day(agreement.ends)}, in {counted(left, 'day')}{notice}"
            yield Finding(agreement, message, "ends", limit=limit)
