"""The register of an identifier is none that org-id.guide lists.

## What it does

It compares the `scheme` of each identifier with the codes of org-id.guide. It knows the codes for the United Kingdom
(`GB-`), Ireland (`IE-`) and those for the whole world (`XI-`). Codes of other countries are accepted if they look like
one: two capitals, a hyphen, and capitals or digits.

## Why it matters

Numbers mean nothing without the register they come from. With a code of your own making, nobody else's data will
match.

Source: org-id.guide, whose list of codes is open under the Open Database Licence (ODbL).

## Fires on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
identifiers:
  - {scheme: GB-COMPANY, value: "09876543"}
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

Look the register up on org-id.guide and write its code, such as `GB-COH` for Companies House.
"""

import re

from partnerkit.rules.api import Finding, Fix, Iterator, OrganisationSubject, Replacement, Severity, Stage
from partnerkit.rules.identity._registers import COVERED, REGISTERS

CODE = "PKA06"
SEVERITY = Severity.WARNING
STAGE = Stage.IDENTIFY


def check_organisation(subject: OrganisationSubject) -> Iterator[Finding]:
    """Registers that are not known."""
    for identifier in subject.part.identifiers:
        scheme = identifier.scheme
        if _is_known(scheme):
            continue
        meant = scheme.strip().upper().replace("_", "-").replace(" ", "-")
        yield Finding(
            identifier,
            f"`{scheme}` is no code of a register in the list of org-id.guide",
            "scheme",
            fix=Fix(f"Write `{meant}`.", (Replacement(identifier, "scheme", meant),), safe=True)
            if meant in REGISTERS
            else None,
        )


def _is_known(scheme: str) -> bool:
    country, _, _ = scheme.partition("-")
    if country in COVERED:
        return scheme in REGISTERS
    return re.fullmatch(r"[A-Z]{2}-[A-Z0-9_]+(-[A-Z0-9_]+)*", scheme) is not None
