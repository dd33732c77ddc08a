"""No signed agreement is recorded on which the partnership can rest.

## What it does

From the stage *activate* on, it looks for a memorandum of understanding, a partnership agreement, a contract or a
service level agreement that at least one partner has signed. It fires if there is none: a letter of intent announces,
and agreements on confidentiality, data, a placement or a learner's training settle one matter each. Where only some
partners have signed, `agreement-unsigned-partner` speaks.

## Why it matters

What was agreed by word of mouth lasts as long as the people who were in the room. When one of them leaves, or the
budget is cut, there is nothing to point to. Taking informal agreements for sufficient is one of the five
misconceptions that examiners of the unit on collaborative relationships name.

Source: seed document 000, "Common misconceptions", fifth point.

## Fires on

```yaml
agreements:
  - id: letter
    type: letter-of-intent
    signatories:
      - {partner: northgate-castings, person: ben-hale, on: 2026-01-12}
      - {partner: eastfield-college, person: eve-shaw, on: 2026-01-12}
```

## Is quiet on

```yaml
agreements:
  - id: mou
    type: mou
    signatories:
      - {partner: northgate-castings, person: ben-hale, on: 2026-01-12}
      - {partner: eastfield-college, person: eve-shaw, on: 2026-01-12}
```

## How to mend it

Record the agreement that was signed; if there is none, put what was agreed in writing and have every partner sign it.
"""

from partnerkit.rules.agreement._agreements import BASIC, basic_signed, called, signatures
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed, said

CODE = "PKD02"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("agreements",)


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership at work without a signed agreement that carries it."""
    if basic_signed(subject):
        return
    drafts = [agreement for agreement in subject.part.agreements if agreement.type in BASIC]
    if drafts:
        yield Finding(
            drafts[-1],
            f"no signature is recorded on {called(drafts[-1])}, and no other agreement carries the partnership",
        )
        return
    others = {said(found.type): None for found in subject.part.agreements if signatures(found, subject.as_of)}
    if others:
        message = f"no agreement is recorded as signed beyond a {listed(others)}"
        yield Finding(subject.part, message, "agreements")
    else:
        yield Finding(subject.part, "no signed agreement is recorded", "agreements")
