"""How names of organisations are compared."""

from __future__ import annotations

import re
import unicodedata

from partnerkit.model.organisation import Organisation

_LEGAL_FORMS = frozenset({"the", "ltd", "limited", "plc", "llp", "lp", "cic", "cio", "inc"})
"""Words that names carry or leave out at will."""


def plain(name: str) -> str:
    """A name without what people leave out or write otherwise: capitals, accents, punctuation, `The`, `Ltd`."""
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['.]", "", bare).replace("&", " and "))
    return " ".join(word for word in words if word not in _LEGAL_FORMS) or " ".join(words)


def names(organisation: Organisation, *, former: bool = False) -> tuple[str, ...]:
    """The names of an organisation in plain form, each once; on demand also those it had before."""
    written = (organisation.name, organisation.legal_name, *(organisation.former_names if former else ()))
    return tuple(dict.fromkeys(plain(name) for name in written if name))


def look_alike(one: Organisation, other: Organisation) -> bool:
    """Whether two organisations have a name in common, now or before, or one's name is the other's and more."""
    return any(
        set(first.split()) <= set(second.split()) or set(second.split()) <= set(first.split())
        for first in names(one, former=True)
        for second in names(other, former=True)
    )
