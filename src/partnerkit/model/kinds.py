"""Which model reads which kind of record, and which sections a partnership has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from partnerkit.model.fields import Shape, fields
from partnerkit.model.framework import Framework
from partnerkit.model.organisation import Organisation
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.programme import Programme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkit.model.base import Part

KINDS: Mapping[str, type[Part]] = MappingProxyType(
    {
        "organisation": Organisation,
        "framework": Framework,
        "programme": Programme,
        "partnership": Partnership,
    }
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a partnership that can have a file, or a folder of files, of its own."""

    name: str
    """The key in the record, and the name of the file or the folder."""
    model: type[Part]
    """The model of the section, or of each of its items."""
    many: bool
    """Whether it is a list of items with ids, rather than one mapping."""


@cache
def sections() -> Mapping[str, Section]:
    """The sections of a partnership by name, in the order of the record.

    The head of the record (partners, stage history, suppressions) is no section: it stays in the partnership's file.
    """
    found: dict[str, Section] = {}
    for field in fields(Partnership):
        if field.declares or (field.shape is Shape.ONE and field.parts):
            found[field.key] = Section(field.key, field.parts[0], field.declares)
    return MappingProxyType(found)
