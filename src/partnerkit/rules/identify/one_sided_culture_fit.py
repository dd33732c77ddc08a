"""The ways of working were rated by one side, or for one side only.

## What it does

It fires if all the people who made the assessment belong to one partner, and on every dimension that is rated for one
organisation alone. An assessment by somebody from outside, or by nobody in particular, is not one-sided.

## Why it matters

How an organisation works is seen differently from within and from without, and the difference is what matters. A
rating that one side gave the other is a guess that nobody has corrected.

Source: seed document 000, "Common misconceptions", fourth point; that both sides rate is practice.

## Fires on

```yaml
culture_fit:
  assessed_on: 2026-02-10
  assessed_by: [dan-price]
  dimensions:
    - {dimension: decision-pace, ratings: {northgate-castings: 4, eastfield-college: 3}}
```

## Is quiet on

```yaml
culture_fit:
  assessed_on: 2026-02-10
  assessed_by: [amy-okoro, dan-price]
  dimensions:
    - {dimension: decision-pace, ratings: {northgate-castings: 4, eastfield-college: 3}}
```

## How to mend it

Ask the other side for its own ratings, and name the people of both sides in `assessed_by`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, said

CODE = "PKB10"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("culture_fit",)


def check(subject: Subject) -> Iterator[Finding]:
    """Assessments by one partner, and dimensions rated for one."""
    fit = subject.part.culture_fit
    if fit is None:
        return
    match tuple(subject.organisations_present(fit.assessed_by)):
        case [only] if only in subject.partners:
            message = f"all who are named as making this assessment belong to {subject.name(only)}"
            yield Finding(fit, message, "assessed_by")
    for dimension in fit.dimensions:
        match tuple(dimension.ratings):
            case [only]:
                yield Finding(
                    dimension, f"the {said(dimension.dimension)} is rated for {subject.name(only)} only", "ratings"
                )
