"""An organisation has no number in any public register, and no reason for that.

## What it does

It looks for organisations without `identifiers` and without `no_identifier_reason`. It asks this of every organisation
in the workspace, partner or not: funders, awarding organisations and candidates are confused with namesakes just as
easily, and today's candidate is next year's partner.

## Why it matters

Names change and are shared. One number from a register is enough to know, years later and in other people's data,
which organisation was meant.

Source: org-id.guide.

## Fires on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
```

## Is quiet on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
identifiers:
  - {scheme: GB-COH, value: "09876543"}
```

## How to mend it

Add one number under `identifiers`, such as the company number (`GB-COH`) or the UK provider reference number
(`GB-UKPRN`); or say under `no_identifier_reason` why there is none.
"""

from partnerkit.rules.api import Finding, Iterator, OrganisationSubject, Severity, Stage

CODE = "PKA03"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY


def check_organisation(subject: OrganisationSubject) -> Iterator[Finding]:
    """Nothing identifies the organisation."""
    organisation = subject.part
    if not organisation.identifiers and organisation.no_identifier_reason is None:
        yield Finding(organisation, f"no identifier of {organisation.name} is recorded, and no reason for that", "name")
