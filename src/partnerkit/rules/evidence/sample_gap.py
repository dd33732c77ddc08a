"""The recorded samples of internal quality assurance leave something out.

## What it does

From the stage *review* on, where there are judgements, it looks at the samples that have been taken. It fires if there
are none; if none of them covers one of the six axes (candidates, assessors, methods, elements, records and assessment
sites), as their `axes` say; and for each assessor none of whose judgements anybody has looked at. Whether an assessor
is new, and so has their first decisions looked at more closely, the record cannot tell.

## Why it matters

A sample that never touches an assessor, a method or a site says nothing of them.

Source: the sampling guidance known as CAMERA, named after the six axes.

## Fires on

```yaml
evidence:
  - {id: ev-line, title: Set-up of line 2, type: observation}
judgements:
  - {id: jd-line, evidence: ev-line, criterion: foundry/S2, by: dan-price, decision: met}
```

## Is quiet on

```yaml
evidence:
  - {id: ev-line, title: Set-up of line 2, type: observation}
judgements:
  - {id: jd-line, evidence: ev-line, criterion: foundry/S2, by: dan-price, decision: met}
samples:
  - id: iqa-1
    by: gail-roe
    on: 2026-10-02
    axes: [candidates, assessors, methods, elements, records, assessment-sites]
    judgements: [jd-line]
```

## How to mend it

Plan a sample that covers what is missing, take it, and record its `axes` and its `judgements`.
"""

from partnerkit.model.partnership.assessment import Sample
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted, listed, said
from partnerkit.rules.evidence._judging import by_assessor

CODE = "PKI16"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("judgements", "samples")
AXES = ("candidates", "assessors", "methods", "elements", "records", "assessment-sites")


def check(subject: Subject) -> Iterator[Finding]:
    """What no sample covers."""
    judgements = subject.part.judgements
    taken = [sample for sample in subject.part.samples if sample.on is not None]
    if judgements and not taken:
        which = f"any of the {len(judgements)} judgements" if len(judgements) > 1 else "the only judgement"
        yield Finding(judgements[0], f"no sample is recorded of {which}")
    elif judgements:
        yield from _axes(taken)
        yield from _assessors(subject, taken)


def _axes(taken: list[Sample]) -> Iterator[Finding]:
    covered = {axis for sample in taken for axis in sample.axes}
    missing = [said(axis) for axis in AXES if axis not in covered]
    if missing:
        yield Finding(taken[-1], f"no sample taken so far covers {listed(missing, 'or')}", "axes")


def _assessors(subject: Subject, taken: list[Sample]) -> Iterator[Finding]:
    seen = {reference.rpartition("/")[2] for sample in taken for reference in sample.judgements}
    for judgements in by_assessor(subject).values():
        first = judgements[0]
        if first.by is not None and not any(judgement.id in seen for judgement in judgements):
            name = subject.person_name(first.by)
            how_many = counted(len(judgements), "judgement")
            yield Finding(first, f"{name} made {how_many}, and no sample of them is recorded", "by")
