"""The record does not say how one knows that a piece of evidence is genuine.

## What it does

From the stage *review* on, it looks for evidence without `authenticity`, and for such entries that do not say who
vouches for the evidence or how.

## Why it matters

An assessor must be able to tell that evidence is what it claims to be, and whose work it is. A signature, a log-in, a
declaration or a recording shows it.

Source: authenticity is one of the five tests of evidence (VACSR); the ways to show it are those that Highfield names.

## Fires on

```yaml
evidence:
  - {id: ev-pattern, title: Pattern of the pump housing, type: product, url: "https://college.example/42"}
```

## Is quiet on

```yaml
evidence:
  - id: ev-pattern
    title: Pattern of the pump housing
    type: product
    url: https://college.example/42
    authenticity: {by: cat-ives, on: 2026-06-12, how: signature}
```

## How to mend it

Say in `authenticity` who vouches for it, on which day, and how, such as by signature.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._words import quoted

CODE = "PKI08"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("evidence",)


def check(subject: Subject) -> Iterator[Finding]:
    """Evidence that nobody vouches for."""
    for evidence in subject.part.evidence:
        proof = evidence.authenticity
        if proof is None:
            yield Finding(
                evidence, f"the record does not say how one knows that {quoted(evidence.title)} is genuine", "title"
            )
        elif proof.by is None:
            yield Finding(proof, f"the record does not say who vouches for {quoted(evidence.title)}")
        elif proof.how is None:
            name = subject.person_name(proof.by)
            yield Finding(proof, f"the record does not say how {name} vouches for {quoted(evidence.title)}", "by")
