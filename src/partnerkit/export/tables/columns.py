"""What a listing is made of: columns that know their head, what they mean and what stands in them.

Most columns show one field of the record: its meaning is the field's own documentation, and what stands in it is the
value as a person would write it. References are the titles of what they name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerkit.diagnostics.text import one_line
from partnerkit.export.api import Cell
from partnerkit.model.base import Part
from partnerkit.model.documentation import documentation
from partnerkit.model.fields import Field, fields, is_text
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import said, title
from partnerkit.views.thread.dossier import Dossier

SEPARATOR = "; "
"""Between several values in a cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is about.

    Attributes:
        d: The partnership it stands in.
        parts: The item, then the items around it, the innermost first.
        word: How it stands, where that takes a look at the whole record.
        days: What that look tells besides.
    """

    d: Dossier
    parts: tuple[Part, ...]
    word: str | None = None
    days: tuple[Cell, ...] = ()

    def part(self, at: int = 0) -> Any:
        """The item, or one around it."""
        return self.parts[at]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, what it means in a sentence, and what stands in it."""

    head: str
    meaning: str
    cell: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of all partnerships that are asked for.

    Attributes:
        name: What it is called on the command line, with hyphens.
        title: What it is called.
        meaning: What a row is, in a sentence.
        section: The key of the partnership's record from which it comes; empty for the head of the record.
        rows: The rows of a partnership.
        columns: Its columns, after those that name the partnership.
        is_internal: Whether it is for the organisation that keeps the records, and for nobody else.
    """

    name: str
    title: str
    meaning: str
    section: str
    rows: Callable[[Dossier], Iterable[Row]]
    columns: tuple[Column, ...]
    is_internal: bool = False


def each(section: str, inner: str = "") -> Callable[[Dossier], Iterable[Row]]:
    """A row for each item of a section; or, by a key of these, for each item within them."""

    def rows(d: Dossier) -> Iterable[Row]:
        for item in getattr(d.partnership, section):
            yield from (Row(d, (one, item)) for one in getattr(item, inner)) if inner else (Row(d, (item,)),)

    return rows


def shown(model: type[Part], heads: Mapping[str, str], at: int = 0) -> tuple[Column, ...]:
    """Columns of the fields of an item, or of one around it.

    Args:
        model: The model of the item.
        heads: The heads, each with the key of a field; `target.value` is a field of a part of it.
        at: Which item: 0 is the item itself, 1 the one around it.
    """
    return tuple(_column(model, head, tuple(key.split(".")), at) for head, key in heads.items())


def written(model: type[Part], heads: Mapping[str, str], at: int = 0) -> tuple[Column, ...]:
    """The same for references, as the ids that stand in the record, to join tables by."""

    def ids(key: str) -> Callable[[Row], Cell]:
        return lambda row: _listed(_ids(getattr(row.part(at), key)))

    return tuple(Column(head, f"{_meaning(model, key).rstrip('.')}, by id.", ids(key)) for head, key in heads.items())


def _ids(value: Any) -> Iterable[str]:
    references = (value,) if isinstance(value, str) else value or ()
    return (reference.rpartition("/")[2] for reference in references)


def named(head: str, meaning: str) -> Column:
    """What the item itself is called, in one line."""
    return Column(head, meaning, lambda row: title_of(row.part()))


def yes(value: bool | None) -> Cell:
    """Yes or no, or nothing."""
    return None if value is None else "yes" if value else "no"


def person(d: Dossier, reference: str | None) -> Cell:
    """A person's name, or nothing."""
    return d.names.name("people", reference) if reference else None


def _column(model: type[Part], head: str, keys: tuple[str, ...], at: int) -> Column:
    *way, last = keys
    for key in way:
        (model,) = _field(model, key).parts

    def cell(row: Row) -> Cell:
        part = row.part(at)
        for key in way:
            part = getattr(part, key) if part is not None else None
        return None if part is None else value_of(row.d, part, last)

    return Column(head, _meaning(model, last), cell)


def _field(model: type[Part], key: str) -> Field:
    return next(field for field in fields(model) if field.name == key)


def _meaning(model: type[Part], key: str) -> str:
    return documentation(model).attributes[key]


def value_of(d: Dossier, part: Part, key: str) -> Cell:
    """The value of a field as a person would write it; nothing where there is none."""
    value = getattr(part, key)
    field = next((one for one in fields(type(part)) if one.name == key), None)
    word = _word(d, type(part), key, field)
    match value:
        case tuple():
            return _listed(word(item) for item in value)
        case dict():
            of = d.names.organisation if field is not None and field.key_reference is not None else title
            return _listed(f"{of(name)}: {word(item)}" for name, item in value.items())
        case str():
            return word(value).strip()
        case bool():
            return yes(value)
        case int() | float() | date() | None:
            return value
        case _:
            return title_of(value)


def _listed(values: Iterable[str]) -> str | None:
    return SEPARATOR.join(values) or None


def _word(d: Dossier, model: type[Part], key: str, field: Field | None) -> Callable[[Any], str]:
    """How one value of a field is written: a reference by its title, a word of the format in plain English."""
    if field is not None and field.reference is not None:
        collections = field.reference.collections
        return lambda value: _title(d, collections, value)
    if key == "id" or is_text(model, key):
        return str
    return _told


def _told(value: Any) -> str:
    match value:
        case Part():
            return title_of(value)
        case str():
            return said(value)
        case _:
            return str(value)


def _title(d: Dossier, collections: tuple[str, ...], reference: str) -> str:
    known = next((name for name in collections if d.names.item(name, reference) is not None), collections[0])
    return one_line(d.names.name(known, reference))
