"""Something is dated before what it followed from.

## What it does

It fires where the order of two days is impossible: an action done before the meeting that agreed it; feedback answered
before it was given; a testimony signed before the thing was seen; an incident reported before it happened; a proposal
taken up before it was made; an exit completed before it was decided; a milestone met before the partnership began, by
the earliest entry of its `stage_history`. It leaves alone what is unusual but can be, such as an action that answers
feedback and was under way already.

## Why it matters

The order of things is what a record proves: we met, we agreed, we did it. Where the order cannot be right, at least
one day was written from memory, and the reader cannot tell which.

Source: the rules by which IATI data is tested ask the same of its dates; a coherent narrative is asked for by seed
document 000.

## Fires on

```yaml
meetings:
  - id: 2026-03-10
    on: 2026-03-10
    actions:
      - {id: act-room, text: Book the pattern shop, status: done, done_on: 2026-03-02}
```

## Is quiet on

```yaml
meetings:
  - id: 2026-03-10
    on: 2026-03-10
    actions:
      - {id: act-room, text: Book the pattern shop, status: done, done_on: 2026-03-12}
```

## How to mend it

Find out which of the two days is wrong, and correct that one.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, day

CODE = "PKA09"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY


def check(subject: Subject) -> Iterator[Finding]:
    """Days in an order that cannot be."""
    yield from _actions(subject)
    yield from _milestones(subject)
    yield from _exit(subject)
    record = subject.part
    for key, earlier, later, what in (
        ("feedback", "on", "closed_on", "answered on {later}, before it was given on {earlier}"),
        ("testimonies", "observed_on", "signed_on", "signed on {later}, before the thing was seen on {earlier}"),
        ("incidents", "on", "reported_on", "reported on {later}, before it happened on {earlier}"),
        ("curriculum", "on", "adopted_on", "taught from {later}, before it was proposed on {earlier}"),
    ):
        for part in getattr(record, key):
            first, second = getattr(part, earlier), getattr(part, later)
            if first is not None and second is not None and second < first:
                message = "this was " + what.format(later=day(second), earlier=day(first))
                yield Finding(part, message, later, related=((part, earlier, "the day before which it cannot be"),))


def _actions(subject: Subject) -> Iterator[Finding]:
    for action, meeting in subject.actions:
        if meeting is not None and action.done_on is not None and action.done_on < meeting.on:
            word = "dropped" if action.status == "dropped" else "done"
            message = (
                f"this was {word} on {day(action.done_on)}, before the meeting of {day(meeting.on)} that agreed it"
            )
            yield Finding(action, message, "done_on", related=((meeting, "on", "the meeting"),))


def _milestones(subject: Subject) -> Iterator[Finding]:
    first = min(subject.part.stage_history, key=lambda entry: entry.on, default=None)
    for milestone in subject.part.milestones:
        if first is not None and milestone.met_on is not None and milestone.met_on < first.on:
            message = f"this was met on {day(milestone.met_on)}, before the partnership began on {day(first.on)}"
            yield Finding(milestone, message, "met_on", related=((first, "on", "its first stage"),))


def _exit(subject: Subject) -> Iterator[Finding]:
    arrangements = subject.part.exit
    decided: date | None = arrangements.decision.on if arrangements and arrangements.decision else None
    if arrangements and decided and arrangements.completed_on and arrangements.completed_on < decided:
        message = f"the exit was completed on {day(arrangements.completed_on)}, before it was decided on {day(decided)}"
        yield Finding(arrangements, message, "completed_on")
