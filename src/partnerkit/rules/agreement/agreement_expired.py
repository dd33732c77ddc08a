"""An agreement has run out, and the record names none that follows.

## What it does

From the stage *activate* on, it looks for signed agreements whose last day has passed, and that no later one has
replaced: memoranda of understanding, partnership agreements, contracts, service level, data-sharing and
non-disclosure agreements. One that renews itself does not run out. It is quiet where the partnership is paused,
closed or called off, and where the partners have decided to exit or to hand it over. Agreements for a single
placement or learner end with it and are left alone.

## Why it matters

After the last day nobody is bound: not to confidentiality, not to notice, not to seeing the learners through. Those
who inherit the partnership find a paper that no longer counts.

Source: seed document 000, "Common misconceptions", fifth point (vulnerable to changes in personnel or priorities).

## Fires on

```yaml
agreements:
  - id: mou
    type: mou
    ends: 2026-07-31
    signatories: [{partner: northgate-castings, on: 2025-08-01}, {partner: eastfield-college, on: 2025-08-01}]
```

## Is quiet on

```yaml
agreements:
  - id: mou
    type: mou
    ends: 2027-07-31
    signatories: [{partner: northgate-castings, on: 2025-08-01}, {partner: eastfield-college, on: 2025-08-01}]
```

## How to mend it

Sign a new agreement and let it name this one in `supersedes`, or agree in writing to extend it and change its last
day.
"""

from partnerkit.rules.agreement._agreements import called, ends_on_purpose, lasting_signed
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day

CODE = "PKD05"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("agreements",)


def check(subject: Subject) -> Iterator[Finding]:
    """Agreements that have run out."""
    if subject.ended or subject.part.status == "paused" or ends_on_purpose(subject):
        return
    for agreement in lasting_signed(subject):
        if agreement.ends is not None and agreement.ends < subject.as_of and agreement.renewal != "automatic":
            yield Finding(
                agreement,
                f"{called(agreement)} ran out on {day(agreement.ends)}, and no agreement that follows is recorded",
                "ends",
            )
