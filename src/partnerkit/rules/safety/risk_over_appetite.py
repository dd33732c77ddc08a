"""A risk above the appetite is accepted, and the record does not say by whom.

## What it does

It fires on a risk that is not closed, whose response is `accept`, whose score with the controls in place is above the
`appetite` of the risk matrix in `partnerkit.yaml`, and which has no `accepted_by`. Where no appetite is declared it is
quiet.

## Why it matters

The partners have declared how much they are ready to bear. To bear more is a decision, and a decision has somebody who
took it.

Source: practice of risk registers.

## Fires on

```yaml
risks:
  - id: risk-mentor
    event: The mentor leaves
    residual: {likelihood: 4, impact: 4}
    response: accept
```

## Is quiet on

```yaml
risks:
  - id: risk-mentor
    event: The mentor leaves
    residual: {likelihood: 4, impact: 4}
    response: accept
    accepted_by: ben-hale
```

## How to mend it

Name in `accepted_by` the person who may accept so much and has done so, or reduce the risk further.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.safety._exposures import open_risks, score

CODE = "PKG06"
SEVERITY = Severity.ERROR
STAGE = Stage.PLAN
ABOUT = ("risks",)


def check(subject: Subject) -> Iterator[Finding]:
    """Accepted risks above the appetite without a name."""
    appetite = subject.matrix.appetite if subject.matrix is not None else None
    if appetite is None:
        return
    for risk in open_risks(subject):
        if risk.response != "accept" or risk.accepted_by is not None or risk.residual is None:
            continue
        if (reached := score(risk.residual)) > appetite:
            message = f"a score of {reached}, above the appetite of {appetite}, is accepted without a name"
            yield Finding(risk, message, "response")
