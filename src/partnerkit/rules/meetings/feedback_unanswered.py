"""No answer to criticism is recorded.

## What it does

From the stage *run* on, it looks at negative feedback that is older than `feedback-answer-days` of the rule pack. It
fires if there is neither a `response` nor a day on which the person was told (`closed_on`). Feedback without a day is
left alone. In a partnership that is closed or called off nothing is awaited any more.

## Why it matters

Criticism is a gift of somebody who still hopes for something better. Unanswered, it is given only once; after that it
goes round the canteen.

Source: seed document 004, which welcomes criticism as the way to better programmes; the days are practice.

## Fires on

```yaml
feedback:
  - {id: fb-nights, on: 2026-08-11, text: You teach when my people are asleep, sentiment: negative}
```

## Is quiet on

```yaml
feedback:
  - id: fb-nights
    on: 2026-08-11
    text: You teach when my people are asleep
    sentiment: negative
    response: Theory is repeated on Saturdays
    closed_on: 2026-09-01
```

## How to mend it

Tell the person what you will change, or why you cannot, and record both the answer and the day.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, day, days_after

CODE = "PKH10"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN
ABOUT = ("feedback",)


def check(subject: Subject) -> Iterator[Finding]:
    """Negative feedback without an answer."""
    limit = subject.limit("feedback-answer-days")
    for feedback in () if subject.ended else subject.part.feedback:
        answered = feedback.response is not None or feedback.closed_on is not None
        if feedback.sentiment != "negative" or feedback.on is None or answered:
            continue
        if days_after(feedback.on, limit.whole) < subject.as_of:
            by = f" by {subject.person_name(feedback.from_)}" if feedback.from_ else ""
            yield Finding(
                feedback, f"no answer is recorded to this criticism{by} of {day(feedback.on)}", "text", limit=limit
            )
