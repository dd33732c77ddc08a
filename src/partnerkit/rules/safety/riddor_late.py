"""No report of an accident to the authority is recorded, or it came too late.

## What it does

It takes the days that the rule pack allows: `riddor-serious-report-days` after a death, a specified injury or a
dangerous occurrence, `riddor-over-seven-report-days` after an injury that keeps somebody from work for more than seven
days. An entry without a type, or of a lesser one, counts as such an injury if its `days_off` are above
`riddor-absence-days`. It fires once the days have passed without a report, and where the report came later.

Three things it cannot tell from the record. A disease is reported when the doctor tells of it, and that day is not
recorded. The first word to the authority, which in serious cases goes out at once, is not recorded either. An injury
of more than three days has to be kept on record, which this entry does.

## Why it matters

The Reporting of Injuries, Diseases and Dangerous Occurrences Regulations, RIDDOR for short, set these days, and it is
an offence not to keep them. Partners easily each think that the other has reported.

Source: RIDDOR 2013, as explained by Ashfords LLP and by Burnley Borough Council.

## Fires on

```yaml
incidents:
  - {id: inc-burn, on: 2026-09-01, type: over-seven-days, summary: A hand was burned, days_off: 9}
```

## Is quiet on

```yaml
incidents:
  - id: inc-burn
    on: 2026-09-01
    type: over-seven-days
    summary: A hand was burned
    days_off: 9
    reported_on: 2026-09-10
```

## How to mend it

Find out with the employer whether it was reported, and record the day and the number of the report; if it was not,
report it today.
"""

from partnerkit.model.partnership.safety import Incident
from partnerkit.rules.api import Finding, Iterator, Limit, Severity, Stage, Subject, day, days_after

CODE = "PKG21"
SEVERITY = Severity.ERROR
STAGE = Stage.RUN
ABOUT = ("incidents",)


SERIOUS = frozenset({"fatality", "specified-injury", "dangerous-occurrence"})
LESSER = frozenset({None, "minor-injury", "over-three-days"})


def check(subject: Subject) -> Iterator[Finding]:
    """Incidents whose report is missing or late."""
    for incident in subject.part.incidents:
        limit = _allowed(subject, incident)
        if limit is None:
            continue
        taken = (incident.reported_on or subject.as_of) - incident.on
        if taken.days > limit.whole:
            due = day(days_after(incident.on, limit.whole))
            reported = incident.reported_on
            fact = "no report is recorded" if reported is None else f"it was reported on {day(reported)}"
            message = f"this had to be reported to the authority by {due}, and {fact}"
            yield Finding(incident, message, "reported_on", limit=limit)


def _allowed(subject: Subject, incident: Incident) -> Limit | None:
    """How many days there were to report it; None if it need not be reported, or that cannot be told."""
    if incident.type in SERIOUS:
        return subject.limit("riddor-serious-report-days")
    long = incident.days_off is not None and incident.days_off > subject.limit("riddor-absence-days").whole
    if incident.type == "over-seven-days" or (incident.type in LESSER and long):
        return subject.limit("riddor-over-seven-report-days")
    return None
