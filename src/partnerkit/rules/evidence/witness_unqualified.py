"""The record does not say why a witness can be believed.

## What it does

From the stage *review* on, it looks for testimonies that do not say how the witness stands to those they speak of
(`relationship`), or whether they do or have done the job themselves (`competent`). `competent: false` is a fair
answer: such a witness can tell what was done, not how well.

## Why it matters

An assessor weighs a testimony by who gives it. A supervisor who has done the job for years and a visitor see different
things.

Source: guidance on witness testimony of SQA and of Highfield, by which the witness's relationship and competence are
stated.

## Fires on

```yaml
testimonies:
  - {id: tes-cat, witness: cat-ives, own_words: He sets up the line alone now.}
```

## Is quiet on

```yaml
testimonies:
  - id: tes-cat
    witness: cat-ives
    relationship: Supervisor of the learner
    competent: true
    own_words: He sets up the line alone now.
```

## How to mend it

Add `relationship`, such as `Supervisor of the learners`, and `competent`, which is `true` or `false`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKI14"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("testimonies",)


def check(subject: Subject) -> Iterator[Finding]:
    """Testimonies that do not say who is speaking."""
    for testimony in subject.part.testimonies:
        missing = []
        if testimony.relationship is None:
            missing.append("the relationship to those spoken of")
        if testimony.competent is None:
            missing.append("whether they know the job")
        if missing:
            name = subject.person_name(testimony.witness)
            yield Finding(
                testimony, f"{name} is a witness, and the record does not give {listed(missing, 'or')}", "witness"
            )
