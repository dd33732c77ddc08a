"""Something else stands where an identifier belongs.

## What it does

It looks for numbers of organisations that are none: `n/a`, `none`, `tbc`, `unknown`, nothing but zeros or the letter
x; and for numbers that end in `.0`, as a spreadsheet leaves them.

## Why it matters

A placeholder is a number like any other to whoever compares records: every organisation with `n/a` becomes one and the
same. Placeholders and numbers ending in `.0` both occur in published data.

Source: org-id.guide; three placeholders among 586 company numbers in published grant data.

## Fires on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
identifiers:
  - {scheme: GB-COH, value: n/a}
```

## Is quiet on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
no_identifier_reason: A partnership of two people, which no register keeps
```

## How to mend it

Copy the number from the register; if there is none, take the identifier away and give the reason in
`no_identifier_reason`.
"""

from partnerkit.rules.api import Finding, Fix, Iterator, OrganisationSubject, Replacement, Severity, Stage
from partnerkit.rules.identity._identifiers import Identifier, has_cut_zeros, is_placeholder

CODE = "PKA02"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY


def check_organisation(subject: OrganisationSubject) -> Iterator[Finding]:
    """Numbers of the organisation that are none."""
    for identifier in subject.part.identifiers:
        if has_cut_zeros(identifier.value):
            yield _ending(identifier)
        elif is_placeholder(identifier.value):
            yield Finding(identifier, f"`{identifier.value}` is no number in any register", "value")


def _ending(identifier: Identifier) -> Finding:
    value = identifier.value.strip().removesuffix(".0")
    return Finding(
        identifier,
        f"`{identifier.value}` ends in .0, which a spreadsheet adds and no register does",
        "value",
        help="Write the number without the ending, as the register has it.",
        fix=None
        if is_placeholder(value)
        else Fix(f"Write `{value}`, without the ending.", (Replacement(identifier, "value", f'"{value}"'),), safe=True),
    )
