"""A likelihood or an impact lies outside the declared risk matrix.

## What it does

It looks at every score of the risks and of the hazards in health and safety assessments, and fires where a likelihood
or an impact is above the `size` of the `risk_matrix` in `partnerkit.yaml`. Where no matrix is declared it is quiet;
`risk-matrix-undeclared` asks for one.

## Why it matters

A six on a scale that ends at five was meant for another scale. Scores from two scales cannot be compared, and the
bands and the appetite mean nothing for them.

Source: published descriptions of risk matrices, which differ in their bands, so that the workspace has to declare its
own.

## Fires on

```yaml
risks:
  - id: risk-mentor
    event: The mentor leaves
    inherent: {likelihood: 4, impact: 6}
```

## Is quiet on

```yaml
risks:
  - id: risk-mentor
    event: The mentor leaves
    inherent: {likelihood: 4, impact: 5}
```

## How to mend it

Score it again on the declared scale, or declare the larger matrix that you use.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.safety._exposures import dangers, exposures

CODE = "PKG02"
SEVERITY = Severity.ERROR
STAGE = Stage.PLAN


def check(subject: Subject) -> Iterator[Finding]:
    """Levels above the size of the matrix."""
    matrix = subject.matrix
    if matrix is None:
        return
    for danger in dangers(subject):
        for exposure in exposures(danger):
            for field, level in (("likelihood", exposure.likelihood), ("impact", exposure.impact)):
                if level > matrix.size:
                    message = f"the {field} is {level}, and the risk matrix of this workspace ends at {matrix.size}"
                    yield Finding(exposure, message, field)
