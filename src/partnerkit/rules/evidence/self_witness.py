"""Somebody bears witness to their own work.

## What it does

From the stage *review* on, it fires in two cases: evidence whose `authenticity` is `witness`, by the person who made
it; and a testimony of something that, apart from testimony, rests on nothing but evidence that the witness made. As a
warning it also reports a witness who confirms an objective that they answer for themselves, unless
`conflict_of_interest` says so openly.

## Why it matters

A witness is a second pair of eyes. Where the first pair signs again, nothing has been corroborated.

Source: SQA's guidance on witness testimony, by which the relationship of the witness is stated and judged; that an
owner of the objective should say so is practice.

## Fires on

```yaml
evidence:
  - id: ev-log
    title: Log of the industry days
    type: reflective-account
    author: finn-todd
    authenticity: {by: finn-todd, on: 2026-06-30, how: witness}
```

## Is quiet on

```yaml
evidence:
  - id: ev-log
    title: Log of the industry days
    type: reflective-account
    author: finn-todd
    authenticity: {by: cat-ives, on: 2026-06-30, how: witness}
```

## How to mend it

Ask somebody who saw it and has no part in it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._claims import Claim, claims
from partnerkit.rules.evidence._judging import identity
from partnerkit.rules.evidence._words import quoted

CODE = "PKI13"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("evidence", "testimonies")


def check(subject: Subject) -> Iterator[Finding]:
    """Witnesses to what is their own."""
    yield from _of_evidence(subject)
    for claim in claims(subject):
        if claim.testimony is None:
            continue
        witness = identity(subject, claim.testimony.witness)
        name = subject.person_name(claim.testimony.witness)
        makers = {identity(subject, evidence.author) for evidence in claim.shown_by}
        if witness is not None and makers == {witness}:
            related = tuple((evidence, "author", f"made by {name}") for evidence in claim.shown_by)
            message = f"{name} made all the evidence for {claim.words}, and is the witness to it"
            yield Finding(claim.part, message, claim.field, at=claim.at, related=related)
        elif witness is not None and witness in _owners(subject, claim) and not claim.testimony.conflict_of_interest:
            yield Finding(
                claim.part,
                f"{name} answers for {claim.words}, and is the witness to it",
                claim.field,
                help="Ask somebody else for a testimony, or say in `conflict_of_interest` what is at stake.",
                severity=Severity.WARNING,
                at=claim.at,
            )


def _of_evidence(subject: Subject) -> Iterator[Finding]:
    for evidence in subject.part.evidence:
        proof = evidence.authenticity
        if proof is None or proof.how != "witness" or proof.by is None:
            continue
        if identity(subject, proof.by) == identity(subject, evidence.author):
            name = subject.person_name(proof.by)
            yield Finding(proof, f"{name} made {quoted(evidence.title)}, and is the witness to it", "by")


def _owners(subject: Subject, claim: Claim) -> frozenset[tuple[str, str] | None]:
    owners = getattr(claim.target, "owners", {})
    return frozenset(identity(subject, person) for person in owners.values())
