"""A return on investment is stated without what would support it.

## What it does

From the stage *review* on, it looks at evaluations of level 5 that have a result. It fires where nothing says how the
effect was told apart from other causes (`isolation` is missing, or `none`), where no costs are listed, and where a
cost has no sum. Whether all costs are listed, the record cannot tell.

## Why it matters

A figure in pounds persuades, so it must hold. New machines, better orders and longer experience would have brought
some of the benefit without the training; and a return on part of the costs is none.

Source: Phillips's method, by which the effect of training is isolated and costs are counted in full.

## Fires on

```yaml
evaluations:
  - {id: kp-5, level: 5, collected_on: 2026-09-25, result: 140 per cent}
```

## Is quiet on

```yaml
evaluations:
  - id: kp-5
    level: 5
    collected_on: 2026-09-25
    result: 140 per cent
    isolation: control-group
    costs:
      - {text: Trainers and release of learners, money: {amount: 15000, currency: GBP}}
    benefits:
      - {text: Less scrap, money: {amount: 36000, currency: GBP}}
```

## How to mend it

Say in `isolation` how the effect was told apart and list all `costs` with their sums; or keep to level 4 and state no
return.
"""

from partnerkit.model.partnership.review import Evaluation
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.evidence._evaluating import RETURN, is_collected
from partnerkit.rules.evidence._words import quoted

CODE = "PKI20"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("evaluations",)


def check(subject: Subject) -> Iterator[Finding]:
    """Returns that nothing carries."""
    for evaluation in subject.part.evaluations:
        if evaluation.level == RETURN and is_collected(evaluation):
            missing = list(_missing(evaluation))
            if missing:
                yield Finding(evaluation, f"a return is stated, but {listed(missing)}", "result")


def _missing(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.isolation in (None, "none"):
        yield "nothing recorded tells its effect from other causes"
    if not evaluation.costs:
        yield "no costs are listed"
    unpriced = [quoted(cost.text) for cost in evaluation.costs if cost.money is None]
    if unpriced:
        yield f"there is no sum for {listed(unpriced)}"
