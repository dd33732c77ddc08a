"""An internal quality assurer has checked judgements of their own.

## What it does

From the stage *review* on, it looks for samples that contain a judgement made by the person who took the sample.

## Why it matters

Quality assurance asks whether another person comes to the same decision. Nobody can ask that of themselves.

Source: the independence of internal quality assurance, as the sampling guidance known as CAMERA asks for it.

## Fires on

```yaml
evidence:
  - {id: ev-line, title: Set-up of line 2, type: observation}
judgements:
  - {id: jd-line, evidence: ev-line, criterion: foundry/S2, by: gail-roe, decision: met}
samples:
  - {id: iqa-1, by: gail-roe, on: 2026-10-02, judgements: [jd-line]}
```

## Is quiet on

```yaml
evidence:
  - {id: ev-line, title: Set-up of line 2, type: observation}
judgements:
  - {id: jd-line, evidence: ev-line, criterion: foundry/S2, by: dan-price, decision: met}
samples:
  - {id: iqa-1, by: gail-roe, on: 2026-10-02, judgements: [jd-line]}
```

## How to mend it

Have somebody else, who did not assess them, look at these judgements.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted
from partnerkit.rules.evidence._judging import by_assessor, identity

CODE = "PKI15"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("judgements", "samples")


def check(subject: Subject) -> Iterator[Finding]:
    """Samples of one's own judgements."""
    assessors = by_assessor(subject)
    for sample in subject.part.samples:
        sampler = identity(subject, sample.by)
        sampled = {reference.rpartition("/")[2] for reference in sample.judgements}
        own = [judgement for judgement in assessors.get(sampler, ()) if judgement.id in sampled] if sampler else []
        if own and sample.by is not None:
            name = subject.person_name(sample.by)
            message = f"{name} took this sample and made {counted(len(own), 'judgement')} in it"
            related = tuple((judgement, "by", f"judged by {name}") for judgement in own)
            yield Finding(sample, message, "by", related=related)
