"""No figure is recorded for an indicator for longer than was agreed.

## What it does

For each indicator with `frequency_days`, it counts the days since the last figure; without any, since the objective
was sealed, or else since the first activity for it started. It fires if they exceed `frequency_days` and a grace of
`actual-grace-days`. Entries that are not reported yet do not count, and neither does the baseline. Once there is a
figure for the day of the target, or from no earlier than the grace before it, nothing more is due. It is quiet on a
partnership that is paused, closed or called off.

## Why it matters

Figures that come in only for the review come too late to steer by.

Source: seed document 000, fifth marking point, which asks for quantitative data; the grace is practice.

## Fires on

```yaml
# as of 2026-10-15
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    indicators:
      - {id: unaided, frequency_days: 90, actuals: [{on: 2026-04-01, value: 1}]}
```

## Is quiet on

```yaml
# as of 2026-10-15
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    indicators:
      - {id: unaided, frequency_days: 90, actuals: [{on: 2026-04-01, value: 1}, {on: 2026-07-01, value: 3}]}
```

## How to mend it

Ask the indicator's owner for the figure and add it under `actuals`.
"""

from partnerkit.rules.api import Finding, Iterator, Limit, Severity, Stage, Subject, counted, date, day, days_after
from partnerkit.rules.objectives._indicators import (
    Indicator,
    Objective,
    called,
    first_start,
    indicators,
    says_something,
    starts,
)

CODE = "PKC12"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("objectives",)


def check(subject: Subject) -> Iterator[Finding]:
    """Figures that are late."""
    if subject.ended or subject.part.status == "paused":
        return
    limit, of_objectives = subject.limit("actual-grace-days"), starts(subject)
    for objective, indicator in indicators(subject):
        last = _last(indicator)
        since = last or (objective.locked.on if objective.locked else first_start(subject, objective, of_objectives))
        if since is None or indicator.frequency_days is None or _is_complete(objective, indicator, last, limit):
            continue
        days = (subject.as_of - since).days
        if days > indicator.frequency_days + limit.whole:
            asked = f"one is due every {counted(indicator.frequency_days, 'day')}"
            told = f"the last figure for {called(indicator)} is of {day(since)}"
            never = f"no figure for {called(indicator)} is recorded since {day(since)}, when work was to begin"
            yield Finding(indicator, f"{told if last else never}, and {asked}", "actuals", limit=limit)


def _last(indicator: Indicator) -> date | None:
    reported = (
        actual.on for actual in indicator.actuals if actual.status != "not-yet-reported" and says_something(actual)
    )
    return max(reported, default=None)


def _is_complete(objective: Objective, indicator: Indicator, last: date | None, limit: Limit) -> bool:
    """Whether the figure for the day of the target is there."""
    target = indicator.target.on if indicator.target is not None else None
    end = target or objective.due
    return last is not None and end is not None and last >= days_after(end, -limit.whole)
