"""The partners work very differently in some respect, and no action bridges the gap.

## What it does

It fires on a dimension in which two partners are rated `culture-gap-least` levels apart or more and which names no
action in `mitigation`, or names one that was dropped.

## Why it matters

Finding a gap helps only if somebody does something about it: a decision is delegated, a second date is fixed, a word
is explained. Left alone, the gap is felt as bad will.

Source: seed document 000, "Common misconceptions", fourth point; how wide a gap may be is practice.

## Fires on

```yaml
culture_fit:
  assessed_on: 2026-02-10
  dimensions:
    - {dimension: decision-pace, ratings: {northgate-castings: 4, eastfield-college: 2}}
```

## Is quiet on

```yaml
culture_fit:
  assessed_on: 2026-02-10
  dimensions:
    - {dimension: decision-pace, ratings: {northgate-castings: 4, eastfield-college: 2}, mitigation: act-delegate}
actions:
  - {id: act-delegate, text: Delegate changes of the course to the working group, owner: eve-shaw, due: 2026-04-30}
```

## How to mend it

Agree an action that bridges the gap, and name it in `mitigation`.
"""

from partnerkit.model.partnership.activate import Action
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted, said

CODE = "PKB11"
SEVERITY = Severity.WARNING
STAGE = Stage.AGREE
ABOUT = ("culture_fit",)


def check(subject: Subject) -> Iterator[Finding]:
    """Wide gaps without an action."""
    limit = subject.limit("culture-gap-least")
    fit = subject.part.culture_fit
    for dimension in fit.dimensions if fit is not None else ():
        ranked = sorted((level, organisation) for organisation, level in dimension.ratings.items())
        if not ranked or (apart := ranked[-1][0] - ranked[0][0]) < limit.whole:
            continue
        if (fault := _fault(subject, dimension.mitigation)) is not None:
            names = f"{subject.name(ranked[-1][1])} and {subject.name(ranked[0][1])}"
            message = f"{names} are {counted(apart, 'level')} apart in {said(dimension.dimension)}, and {fault}"
            yield Finding(dimension, message, "ratings", limit=limit)


def _fault(subject: Subject, mitigation: str | None) -> str | None:
    if mitigation is None:
        return "no action to bridge the gap is named"
    action = subject.find(Action, "actions", mitigation)
    return "the action to bridge the gap was dropped" if action is not None and action.status == "dropped" else None
