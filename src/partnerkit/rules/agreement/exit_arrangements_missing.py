"""The record does not say how the partnership would end.

## What it does

From the stage *agree* on, it looks in `exit` for what would bring the end about (`triggers`), how long before a
partner must say so (`notice_days`, here or in an agreement) and who sees the learners through (`learner_protection`,
unless the section `learners` does not apply). It warns up to the stage *plan* and is an error from *activate* on. A
partnership that is closed or called off is left alone.

## Why it matters

The end is agreed most easily while nobody wants it. Later, each condition looks like a threat, and learners in the
middle of their course are the ones who pay.

Source: ISO 44001, which has the partners agree on an exit strategy together.

## Fires on

```yaml
exit:
  triggers: [Loss of either sponsor]
```

## Is quiet on

```yaml
exit:
  triggers: [Loss of either sponsor]
  notice_days: 90
  learner_protection: The college completes those who have begun
```

## How to mend it

Record what was agreed, or put the end on the agenda once: what would bring it about, how long the notice is, and who
sees the learners through.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKD22"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("exit",)


def check(subject: Subject) -> Iterator[Finding]:
    """Exit arrangements that are wanting."""
    if subject.ended:
        return
    severity = Severity.ERROR if subject.stage >= Stage.ACTIVATE else None
    if subject.part.exit is None:
        yield Finding(
            subject.part, "no arrangements are recorded for how the partnership would end", "exit", severity=severity
        )
    elif missing := list(_missing(subject)):
        message = f"the exit arrangements do not say {listed(missing, 'or')}"
        yield Finding(subject.part.exit, message, severity=severity)


def _missing(subject: Subject) -> Iterator[str]:
    arrangements = subject.part.exit
    assert arrangements is not None  # noqa: S101 - the caller has seen it
    if not arrangements.triggers:
        yield "what would bring the end about"
    if not arrangements.notice_days and not any(agreement.notice_days for agreement in subject.part.agreements):
        yield "how long before a partner must say so"
    if not arrangements.learner_protection and "learners" not in subject.part.not_applicable:
        yield "who sees the learners through"
