"""A partner's signature is not recorded, or the partner is a party to no agreement.

## What it does

From the stage *activate* on, it looks at each agreement that somebody has signed, or that is in force by its own
dates, and fires for each party whose signature is wanting. If an agreement lists no parties, all partners are taken
for its parties. It also fires for a partner that none of the signed agreements names. Funders and associates need not
sign, and organisations that have left are not asked for.

## Why it matters

An agreement binds those who signed it. The partner whose signature is wanting can say, in good faith, that it never
agreed.

Source: seed document 000, "Examiner marking points", fourth point (formal agreements).

## Fires on

```yaml
agreements:
  - id: mou
    type: mou
    partners: [northgate-castings, eastfield-college]
    signatories:
      - {partner: northgate-castings, person: ben-hale, on: 2026-01-12}
      - {partner: eastfield-college, person: eve-shaw}
```

## Is quiet on

```yaml
agreements:
  - id: mou
    type: mou
    partners: [northgate-castings, eastfield-college]
    signatories:
      - {partner: northgate-castings, person: ben-hale, on: 2026-01-12}
      - {partner: eastfield-college, person: eve-shaw, on: 2026-01-20}
```

## How to mend it

Obtain the signature and write down its day, or amend the agreement so that it names those it is between.
"""

from partnerkit.rules.agreement._agreements import BASIC, basic_signed, called, parties, signatures
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD03"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("agreements",)


def check(subject: Subject) -> Iterator[Finding]:
    """Signatures that are wanting, and partners that are parties to nothing."""
    basic = basic_signed(subject)
    for agreement in subject.part.agreements:
        given = signatures(agreement, subject.as_of)
        in_force = agreement.effective is not None and agreement.effective <= subject.as_of
        if not given and (not in_force or (agreement.type in BASIC and not basic)):
            continue
        awaited = {signatory.partner: signatory for signatory in agreement.signatories}
        for party in parties(subject, agreement):
            if party not in given:
                part = awaited.get(party, agreement)
                field = "" if party in awaited else "signatories"
                yield Finding(part, f"no signature of {subject.name(party)} is recorded on {called(agreement)}", field)
    if basic:
        named = {party for agreement in basic for party in parties(subject, agreement)}
        yield from _unnamed(subject, named)


def _unnamed(subject: Subject, named: set[str]) -> Iterator[Finding]:
    for partner in subject.part.partners:
        if partner.organisation in subject.partners and partner.organisation not in named:
            yield Finding(
                partner, f"{subject.name(partner.organisation)} is a party to no signed agreement", "organisation"
            )
