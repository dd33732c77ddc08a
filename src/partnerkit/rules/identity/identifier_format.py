"""An identifier does not have the form that its register gives to its numbers.

## What it does

It compares the numbers of organisations with the form their register uses, for five registers: Companies House
(`GB-COH`), UK Register of Learning Providers (`GB-UKPRN`), Charity Commission (`GB-CHC`), Research Organization
Registry (`XI-ROR`) and Legal Entity Identifiers (`XI-LEI`). For the last two it also works out the check digits.
Numbers of other registers are not judged, and none is looked up: a number can be well formed and still belong to
somebody else.

## Why it matters

The number is what tells an organisation apart from a namesake, and what joins its records with those of others. One
digit lost, most often a leading zero in a spreadsheet, and it joins nothing.

Source: org-id.guide and the registers it lists; the form of company numbers was tried on 583 of them in published
grant data, and all fit.

## Fires on

```yaml
kind: organisation
id: westhill-forge
name: Westhill Forge Ltd
identifiers:
  - {scheme: GB-COH, value: "9876543"}
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

Copy the number from the register itself, with its leading zeros, and put it in quotes.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from partnerkit.rules.api import Finding, Fix, Iterator, OrganisationSubject, Replacement, Severity, Stage
from partnerkit.rules.identity._identifiers import Identifier, has_cut_zeros, is_placeholder

CODE = "PKA01"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY

_COMPANY_NUMBER = 8
"""So many characters has a company number."""

_FORMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "GB-COH": (
            r"[0-9]{8}|[A-Z]{2}[0-9]{6}|[A-Z]{2}[0-9]{5}[A-Z]|[A-Z][0-9]{7}",
            "a company number has eight characters, which are digits with at most two letters before them",
        ),
        "GB-UKPRN": (r"1[0-9]{7}", "a UK provider reference number has eight digits and begins with 1"),
        "GB-CHC": (r"[0-9]{6,7}(-[0-9]+)?", "a charity number has six or seven digits"),
        "XI-ROR": (
            r"(https://ror\.org/)?0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}",
            "a ROR id has nine characters: a 0, six letters or digits, and two check digits",
        ),
        "XI-LEI": (r"[A-Z0-9]{18}[0-9]{2}", "a legal entity identifier has 20 characters, and the last two are digits"),
    }
)
_BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"


def check_organisation(subject: OrganisationSubject) -> Iterator[Finding]:
    """Numbers of the organisation that cannot be."""
    for identifier in subject.part.identifiers:
        value = identifier.value.strip()
        if identifier.scheme not in _FORMS or is_placeholder(value) or has_cut_zeros(value):
            continue
        form, words = _FORMS[identifier.scheme]
        if re.fullmatch(form, value) is None:
            yield _misshapen(identifier, value, words)
        elif identifier.scheme in _CHECKED and not _CHECKED[identifier.scheme](value):
            yield Finding(identifier, f"the check digits of `{value}` do not fit, so a character is mistyped", "value")


def _misshapen(identifier: Identifier, value: str, words: str) -> Finding:
    if identifier.scheme == "GB-COH" and re.fullmatch(r"[0-9]{5,7}", value):
        whole = value.zfill(_COMPANY_NUMBER)
        fix = Fix(
            f"Write `{whole}`, with the zeros in front.", (Replacement(identifier, "value", f'"{whole}"'),), safe=False
        )
        message = f"`{value}` has {len(value)} digits and a company number eight: zeros in front were probably lost"
        return Finding(identifier, message, "value", fix=fix)
    return Finding(identifier, f"`{value}` cannot be right: {words}", "value")


def _ror_is_whole(value: str) -> bool:
    number = 0
    for letter in value[-8:-2]:
        number = number * 32 + _BASE_32.index(letter)
    return _adds_up(number * 100 + int(value[-2:]))


def _lei_is_whole(value: str) -> bool:
    return _adds_up(int("".join(str(int(letter, 36)) for letter in value)))


def _adds_up(number: int) -> bool:
    """Whether the last two digits check the others, as in ISO/IEC 7064, MOD 97-10."""
    return number % 97 == 1


_CHECKED: Mapping[str, Callable[[str], bool]] = MappingProxyType({"XI-ROR": _ror_is_whole, "XI-LEI": _lei_is_whole})
