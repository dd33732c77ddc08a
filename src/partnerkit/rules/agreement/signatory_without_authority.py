"""Somebody signed who is not the senior executive responsible, and the record does not say in what capacity.

## What it does

From the stage *activate* on, it looks at the signatures on memoranda of understanding, partnership agreements,
contracts and service level agreements that still stand. It fires if the person who signed neither holds nor deputises
for the role of senior executive responsible of that partner, and the signature has no `role`; and if a signature
names no person at all.

## Why it matters

A signature by somebody who may not commit the organisation's people and money is a promise the organisation need not
keep.

Source: ISO 44001 has a senior executive responsible on each side; that this person signs, or that the capacity is
written down, is practice.

## Fires on

```yaml
key_roles:
  - {id: sponsor, role: senior-executive-responsible, partner: northgate-castings, holder: ben-hale}
agreements:
  - id: mou
    type: mou
    signatories:
      - {partner: northgate-castings, person: cat-ives, on: 2026-01-12}
```

## Is quiet on

```yaml
key_roles:
  - {id: sponsor, role: senior-executive-responsible, partner: northgate-castings, holder: ben-hale}
agreements:
  - id: mou
    type: mou
    signatories:
      - {partner: northgate-castings, person: cat-ives, role: By written authority of the directors, on: 2026-01-12}
```

## How to mend it

Write in `role` what entitled the person to sign, or have the senior executive responsible confirm the agreement in
writing.
"""

from partnerkit.rules.agreement._agreements import BASIC, called, standing
from partnerkit.rules.agreement._roles import SENIOR_EXECUTIVE, partner_of
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD04"
SEVERITY = Severity.WARNING
STAGE = Stage.ACTIVATE
ABOUT = ("agreements",)


def check(subject: Subject) -> Iterator[Finding]:
    """Signatures whose authority nothing in the record supports."""
    entitled = _entitled(subject)
    for agreement in standing(subject):
        for signatory in agreement.signatories if agreement.type in BASIC else ():
            if signatory.on is None or signatory.on > subject.as_of or signatory.role is not None:
                continue
            name = subject.name(signatory.partner)
            if signatory.person is None:
                yield Finding(signatory, f"the record does not say who signed {called(agreement)} for {name}")
            elif (signatory.partner, id(subject.person(signatory.person))) not in entitled:
                who = subject.person_name(signatory.person)
                message = f"{who} signed {called(agreement)} for {name}, and no capacity is recorded"
                yield Finding(signatory, message, "person")


def _entitled(subject: Subject) -> set[tuple[str | None, int]]:
    """Partners, each with a person who holds or deputises for the role, or did."""
    return {
        (partner_of(subject, role), id(subject.person(person)))
        for role in subject.part.key_roles
        if role.role == SENIOR_EXECUTIVE
        for person in (role.holder, role.deputy)
        if person is not None
    }
