"""Evidence was old when it was judged, and the record does not say whether it still holds.

## What it does

From the stage *review* on, it looks at evidence that is mapped to a criterion, by the day it was made, or the last day
it speaks of. It fires if more days than `evidence-current-days` of the rule pack lie between that day and the first
judgement of it, or the day of the check where nobody has judged it. It is quiet where an assessor has marked
`current`, as met or as not met: then a person has decided. Agreements, plans, minutes, action logs, e-mails, reports
and data are left out: they are records of a day and stay true of it. So is evidence that nobody judged in a
partnership that has ended.

## Why it matters

Evidence is to show what somebody can do, or how a partnership works, today.

Source: currency is one of the five tests of evidence (VACSR), as Highfield explains it; twelve months is the default
that a training provider, Spectraining, publishes, and no rule of law.

## Fires on

```yaml
evidence:
  - id: ev-pattern
    title: Pattern of the pump housing
    type: product
    on: 2024-11-04
    maps:
      - {criterion: foundry/S1, paragraph: "2"}
```

## Is quiet on

```yaml
evidence:
  - id: ev-pattern
    title: Pattern of the pump housing
    type: product
    on: 2024-11-04
    maps:
      - {criterion: foundry/S1, paragraph: "2"}
judgements:
  - id: jd-pattern
    evidence: ev-pattern
    criterion: foundry/S1
    by: gail-roe
    on: 2026-10-01
    current: met
    decision: met
    reason: Makes the same pattern every week since
```

## How to mend it

Replace it by newer evidence, or have an assessor mark whether it is still `current`, and say why.
"""

from partnerkit.model.partnership.assessment import Evidence, Judgement
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted, date
from partnerkit.rules.evidence._judging import by_evidence
from partnerkit.rules.evidence._words import quoted

CODE = "PKI07"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("evidence",)
RECORDS = ("agreement", "plan", "minutes", "action-log", "email", "report", "data")


def check(subject: Subject) -> Iterator[Finding]:
    """Old evidence that nobody has found current."""
    limit = subject.limit("evidence-current-days")
    judgements = by_evidence(subject)
    for evidence in subject.part.evidence:
        judged = judgements.get(evidence.id, ())
        if not evidence.maps or evidence.type in RECORDS or _is_decided(judged):
            continue
        made, seen = _made_on(evidence), _judged_on(judged)
        until = seen or (None if subject.ended else subject.as_of)
        if made is not None and until is not None and (age := (until - made).days) > limit.whole:
            was = f"was {counted(age, 'day')} old when it was judged" if seen else f"is {counted(age, 'day')} old"
            message = f"{quoted(evidence.title)} {was}, and the record does not say whether it still holds"
            yield Finding(evidence, message, "on", limit=limit)


def _judged_on(judged: tuple[Judgement, ...]) -> date | None:
    return min((judgement.on for judgement in judged if judgement.on is not None), default=None)


def _made_on(evidence: Evidence) -> date | None:
    return (evidence.period and evidence.period.end) or evidence.on


def _is_decided(judged: tuple[Judgement, ...]) -> bool:
    return any(judgement.current in ("met", "not-met") for judgement in judged)
