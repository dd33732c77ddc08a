"""The record does not say how many answered, or how many were asked.

## What it does

From the stage *run* on, it looks at evaluations whose answers have come in. It fires where `responses` or `population`
is missing. Figures that are kept anyway (`respondent: system`) are left out.

## Why it matters

An average of 4.6 from four people out of twenty-four is another thing than from twenty. Without both numbers a reader
cannot tell.

Source: practice in reporting surveys.

## Fires on

```yaml
evaluations:
  - {id: kp-1, level: 1, respondent: learner, collected_on: 2026-06-26, responses: 4, result: 4.6 of 5}
```

## Is quiet on

```yaml
evaluations:
  - {id: kp-1, level: 1, respondent: learner, collected_on: 2026-06-26, responses: 4, population: 24, result: 4.6 of 5}
```

## How to mend it

Add `responses`, how many answered, and `population`, how many there are in all.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._evaluating import is_collected

CODE = "PKI23"
SEVERITY = Severity.INFO
STAGE = Stage.RUN
ABOUT = ("evaluations",)


def check(subject: Subject) -> Iterator[Finding]:
    """Answers without a response rate."""
    for evaluation in subject.part.evaluations:
        if evaluation.respondent == "system" or not is_collected(evaluation):
            continue
        answered, asked = evaluation.responses, evaluation.population
        if answered is None:
            what = "how many answered" if asked is not None else "how many answered, and how many there are in all"
            yield Finding(evaluation, f"the record does not say {what}", "result")
        elif asked is None:
            yield Finding(
                evaluation, f"{answered} answered, and the record does not say how many there are in all", "responses"
            )
