"""The record holds no assessment of how the partners' ways of working fit together.

## What it does

From the stage *agree* on, it fires if there is no `culture_fit`, or one in which no dimension has a rating.

## Why it matters

Overlooking the cultural fit between the organisations is the fourth of the five misconceptions that examiners of the
unit on collaborative relationships name: it causes friction, and over time it eats up trust. Partners who know that
one decides in a morning and the other in a month can plan for it.

Source: seed document 000, "Common misconceptions", fourth point.

## Fires on

```yaml
culture_fit:
  assessed_on: 2026-02-10
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

Sit down with the other side, rate each dimension from 1 to 5 for both, and record what you agree.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKB09"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("culture_fit",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership whose ways of working were never rated."""
    fit = subject.part.culture_fit
    if fit is None:
        message = "no assessment is recorded of how the partners' ways of working fit together"
        yield Finding(subject.part, message, "culture_fit")
    elif not any(dimension.ratings for dimension in fit.dimensions):
        yield Finding(fit, "the assessment of the partners' ways of working holds no rating")
