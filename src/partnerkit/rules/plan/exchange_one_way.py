"""The recorded visits go in one direction only.

## What it does

From the stage *run* on, it fires if there have been at least `exchange-visits-least` visits in `exchanges`, and all
of them were to the same partner.

## Why it matters

Those who are only visited show; those who only visit look. An exchange in which each side has been the guest changes
both.

Source: seed document 001 (leadership exchange between employers and providers); the figure is practice.

## Fires on

```yaml
exchanges:
  - {id: ex-1, on: 2026-04-14, host: northgate-castings, visitors: [dan-price]}
  - {id: ex-2, on: 2026-06-09, host: northgate-castings, visitors: [finn-todd]}
```

## Is quiet on

```yaml
exchanges:
  - {id: ex-1, on: 2026-04-14, host: northgate-castings, visitors: [dan-price]}
  - {id: ex-2, on: 2026-06-09, host: eastfield-college, visitors: [ben-hale]}
```

## How to mend it

Agree on a visit the other way, to see how teaching is planned and checked, or how the work is done.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKE10"
SEVERITY = Severity.INFO
STAGE = Stage.RUN
ABOUT = ("exchanges",)


def check(subject: Subject) -> Iterator[Finding]:
    """Visits that were never returned."""
    limit = subject.limit("exchange-visits-least")
    visits = [visit for visit in subject.part.exchanges if visit.host in subject.partners and visit.on <= subject.as_of]
    hosts = {visit.host for visit in visits if visit.host is not None}
    if len(visits) >= limit.whole and len(hosts) == 1:
        name = subject.name(min(hosts))
        message = f"all {len(visits)} recorded visits were to {name}, and none the other way"
        yield Finding(visits[-1], message, "host", limit=limit)
