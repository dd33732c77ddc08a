"""What references point to, in the words of a sentence."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from partnerkit.model.documentation import title
from partnerkit.model.fields import fields
from partnerkit.model.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkit.model.base import Part
    from partnerkit.model.references import Reference

ANY = "*"
# The scope that stands before the id of something that a record of this kind holds.
_SCOPES = MappingProxyType(
    {"organisation": "organisation/id", "framework": "framework/id", "partnership": "section/id"}
)


def pointed_to(reference: Reference) -> str:
    """What a reference points to: `a person`, `an objective or a benefit`."""
    if reference.collections == (ANY,):
        return "any item of the same partnership"
    names = [_with_article(_items()[collection][0]) for collection in reference.collections]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def reference_sentence(reference: Reference) -> str:
    """What a reference points to and how it is written, as a sentence."""
    scopes = {_items()[collection][1] if collection != ANY else "section/id" for collection in reference.collections}
    written = ", or as ".join(["by its id", *sorted(scopes - {""})])
    return f"Refers to {pointed_to(reference)}, {written}."


@cache
def _items() -> Mapping[str, tuple[str, str]]:
    """What an item of each collection is called, and how a reference is written that names its scope."""
    held = {
        name: (title(part).lower(), _SCOPES[kind])
        for kind, model in KINDS.items()
        for name, part in _declared(model, ())
    }
    return MappingProxyType(held | {f"{kind}s": (kind, "") for kind in KINDS})


def _declared(model: type[Part], above: tuple[type[Part], ...]) -> Iterator[tuple[str, type[Part]]]:
    for field in fields(model):
        for part in field.parts:
            if field.declares:
                yield field.key, part
            if part not in above:
                yield from _declared(part, (*above, part))


def _with_article(noun: str) -> str:
    if noun == "evidence":
        return "a piece of evidence"
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
