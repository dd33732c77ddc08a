"""Something ends before it begins.

## What it does

Wherever two days belong together as the first and the last (`start` and `end`, `since` and `until`, `effective` and
`ends`, `valid_from` and `valid_until`, `started_on` and `completed_on`), it looks whether the last lies before the
first: in partnerships, organisations, programmes and frameworks.

## Why it matters

Such a span is a slip of the pen, and a costly one: what lies in it is never due, never overdue and never counted.

Source: the rules by which IATI data is tested ask the same of its dates.

## Fires on

```yaml
activities:
  - {id: evenings, title: Patternmaking evenings, start: 2026-09-07, end: 2026-02-12}
```

## Is quiet on

```yaml
activities:
  - {id: evenings, title: Patternmaking evenings, start: 2026-09-07, end: 2027-02-12}
```

## How to mend it

Correct the day that is wrong; most often it is the year.
"""

from collections.abc import Iterable
from functools import cache

from partnerkit.rules.api import (
    Finding,
    Iterator,
    OrganisationSubject,
    Part,
    Severity,
    Stage,
    Subject,
    WorkspaceSubject,
    day,
)

CODE = "PKA07"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY

_SPANS = (
    ("start", "end"),
    ("since", "until"),
    ("effective", "ends"),
    ("valid_from", "valid_until"),
    ("started_on", "completed_on"),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Spans of a partnership."""
    yield from _reversed(subject.parts)


def check_organisation(subject: OrganisationSubject) -> Iterator[Finding]:
    """Spans of an organisation: of its people in their posts, and of its priorities."""
    yield from _reversed(subject.parts)


def check_workspace(subject: WorkspaceSubject) -> Iterator[Finding]:
    """Spans of programmes and frameworks."""
    yield from _reversed(subject.parts)


def _reversed(parts: Iterable[Part]) -> Iterator[Finding]:
    for part in parts:
        for first, last in _spans(type(part)):
            begins, ends = getattr(part, first), getattr(part, last)
            if begins is not None and ends is not None and ends < begins:
                message = f"the last day, {day(ends)}, is before the first, {day(begins)}"
                yield Finding(part, message, last, related=((part, first, "the first day"),))


@cache
def _spans(model: type[Part]) -> tuple[tuple[str, str], ...]:
    return tuple(span for span in _SPANS if set(span) <= model.model_fields.keys())
