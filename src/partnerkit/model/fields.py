"""What the annotations of a model say: which fields hold parts, which hold references, which lists hold items.

Read once for each model. Whatever follows references (validation, cross-reference sheets, renaming) goes by this.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin

from partnerkit.model.base import Part
from partnerkit.model.references import Reference
from partnerkit.model.values import Prose, Text

_LINES = (*get_args(Text)[1:], *get_args(Prose)[1:])
Step = str | int
Path = tuple[Step, ...]


class Shape(Enum):
    """How many values a field holds."""

    ONE = "one"
    LIST = "list"
    MAPPING = "mapping"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that holds parts or references.

    Attributes:
        name: The attribute of the model.
        key: The key in the record; it differs from the name where that is a word of Python's.
        shape: One value, a list or a mapping.
        parts: The models its values can be; empty if they are none.
        reference: What its values refer to, if they do.
        key_reference: What the keys of a mapping refer to, if they do.
        declares: Whether its items have ids, so that `key` names a collection.
    """

    name: str
    key: str
    shape: Shape
    parts: tuple[type[Part], ...]
    reference: Reference | None
    key_reference: Reference | None
    declares: bool


class Mention(NamedTuple):
    """A reference as it stands in a record: what it may point to, what is written, and where."""

    reference: Reference
    text: str
    path: Path
    is_key: bool = False


class Declared(NamedTuple):
    """An item with an id, in a collection of its record."""

    collection: str
    id: str
    path: Path
    part: Part


@cache
def fields(model: type[Part]) -> tuple[Field, ...]:
    """The fields of a model that hold parts or references, in the order they are declared."""
    found = []
    for name, info in model.model_fields.items():
        field = _field(name, info.alias or name, info.annotation, tuple(info.metadata))
        if field is not None:
            found.append(field)
    return tuple(found)


def _field(name: str, key: str, annotation: Any, metadata: tuple[Any, ...]) -> Field | None:
    shape, value, value_metadata, key_metadata = _taken_apart(annotation, metadata)
    parts = tuple(_parts(value))
    reference = _reference(value_metadata)
    key_reference = _reference(key_metadata)
    if not parts and reference is None and key_reference is None:
        return None
    declares = shape is Shape.LIST and any("id" in part.model_fields for part in parts)
    return Field(name, key, shape, parts, reference, key_reference, declares)


def _taken_apart(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Shape, Any, tuple[Any, ...], tuple[Any, ...]]:
    """Shape, type of the values, and what is noted with the values and with the keys."""
    annotation, metadata = _bare(annotation, metadata)
    origin = get_origin(annotation)
    if origin is tuple:
        value, noted = _bare(get_args(annotation)[0], ())
        return Shape.LIST, value, noted, ()
    if origin in (dict, Mapping):
        key, value = get_args(annotation)
        value, noted = _bare(value, ())
        return Shape.MAPPING, value, noted, _bare(key, ())[1]
    return Shape.ONE, annotation, metadata, ()


def _bare(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """A type without its notes and without `| None`, and the notes."""
    while True:
        if hasattr(annotation, "__metadata__"):
            metadata = (*metadata, *annotation.__metadata__)
            annotation = get_args(annotation)[0]
            continue
        if _is_union(annotation):
            others = [choice for choice in get_args(annotation) if choice is not type(None)]
            if len(others) == 1:
                annotation = others[0]
                continue
        return annotation, metadata


def _is_union(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, types.UnionType)


def _parts(annotation: Any) -> Iterator[type[Part]]:
    annotation, _ = _bare(annotation, ())
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    elif _is_union(annotation):
        for choice in get_args(annotation):
            yield from _parts(choice)


def _reference(metadata: Sequence[Any]) -> Reference | None:
    return next((note for note in metadata if isinstance(note, Reference)), None)


@cache
def is_text(model: type[Part], name: str) -> bool:
    """Whether a field holds texts that people write: no reference, no id, no word of a list."""
    info = model.model_fields[name]
    _, value, noted, _ = _taken_apart(info.annotation, tuple(info.metadata))
    return value is str and name != "id" and _reference(noted) is None


@cache
def is_line(model: type[Part], name: str) -> bool:
    """Whether a field holds texts in which any words may stand: no address, no path, no number of a register."""
    info = model.model_fields[name]
    noted = _taken_apart(info.annotation, tuple(info.metadata))[2]
    return is_text(model, name) and any(note in _LINES for note in noted)


@cache
def collections(model: type[Part]) -> frozenset[str]:
    """The names of all collections that a record of this model holds, however deep."""
    found: set[str] = set()
    seen: set[type[Part]] = set()
    todo = [model]
    while todo:
        current = todo.pop()
        if current in seen:
            continue
        seen.add(current)
        for field in fields(current):
            if field.declares:
                found.add(field.key)
            todo.extend(field.parts)
    return frozenset(found)


def keys_at(model: type[Part], path: Path) -> Mapping[str, Any]:
    """The keys that the mapping at a path of a record may have, each with its type; none if no mapping may be there."""
    current: tuple[type[Part], ...] = (model,)
    for step in path:
        if isinstance(step, str):
            current = tuple(
                part for owner in current for field in fields(owner) if field.key == step for part in field.parts
            )
    return {info.alias or name: info.annotation for part in current for name, info in part.model_fields.items()}


class Contents(NamedTuple):
    """What a part holds, however deep, each in the order it stands there.

    Attributes:
        declared: The items with ids.
        mentions: The references.
        parts: The part itself and all parts in it, each with its path.
    """

    declared: list[Declared]
    mentions: list[Mention]
    parts: list[tuple[Part, Path]]


def walked(part: Part, path: Path = ()) -> Contents:
    """What a part holds, found by going through it once; `path` leads to the part itself."""
    found = Contents([], [], [])
    _walk(part, path, found)
    return found


def parts(part: Part, path: Path) -> list[tuple[Part, Path]]:
    """A part and all parts in it, however deep, each with its path, in the order they stand in it."""
    return walked(part, path).parts


def contents(part: Part) -> tuple[list[Declared], list[Mention]]:
    """The items that a record declares and the references it holds, in the order they stand in it."""
    found = walked(part)
    return found.declared, found.mentions


def _walk(part: Part, path: Path, found: Contents) -> None:
    found.parts.append((part, path))
    values = part.__dict__
    for field in fields(type(part)):
        value = values.get(field.name)
        if not value:
            continue
        here = (*path, field.key)
        if field.shape is Shape.ONE:
            _take(field, value, here, found)
        elif field.shape is Shape.MAPPING:
            found.mentions.extend(_on_keys(field, value, here))
            for key, item in value.items():
                _take(field, item, (*here, key), found)
        elif field.reference is not None:
            # The commonest by far, so it is written out.
            found.mentions.extend([Mention(field.reference, text, (*here, at)) for at, text in enumerate(value)])
        else:
            for at, item in enumerate(value):
                _take(field, item, (*here, at), found)


def _on_keys(field: Field, value: Mapping[str, Any], path: Path) -> Iterator[Mention]:
    if field.key_reference is not None:
        for key in value:
            yield Mention(field.key_reference, key, (*path, key), is_key=True)


def _take(field: Field, value: Any, path: Path, found: Contents) -> None:
    if field.reference is not None:
        found.mentions.append(Mention(field.reference, value, path))
    elif field.parts and isinstance(value, Part):
        if field.declares:
            found.declared.append(Declared(field.key, value.id, path, value))  # type: ignore[attr-defined]
        _walk(value, path, found)


def contents_of_data(model: type[Part], data: Any) -> tuple[list[Declared], list[Mention]]:
    """The same for data that are not a record yet, as far as they have the shape of one.

    What is declared has no part of its own: `part` is an empty one.
    """
    declared: list[Declared] = []
    mentions: list[Mention] = []
    _collect_data(model, data, (), declared, mentions)
    return declared, mentions


def _collect_data(model: type[Part], data: Any, path: Path, declared: list[Declared], mentions: list[Mention]) -> None:
    for field in fields(model) if isinstance(data, dict) else ():
        value = data.get(field.key)
        here = (*path, field.key)
        if field.shape is Shape.LIST:
            held = [((*here, at), item) for at, item in enumerate(value)] if isinstance(value, list) else []
        elif field.shape is Shape.MAPPING:
            held = [((*here, key), item) for key, item in value.items()] if isinstance(value, dict) else []
            if field.key_reference is not None:
                mentions.extend(Mention(field.key_reference, str(way[-1]), way, is_key=True) for way, _ in held)
        else:
            held = [(here, value)]
        for way, item in held:
            _take_data(field, item, way, declared, mentions)


def _take_data(field: Field, value: Any, path: Path, declared: list[Declared], mentions: list[Mention]) -> None:
    if field.reference is not None:
        if isinstance(value, str):
            mentions.append(Mention(field.reference, value, path))
        return
    if field.declares and isinstance(value, dict) and isinstance(value.get("id"), str):
        declared.append(Declared(field.key, value["id"], path, Part.model_construct()))
    for part in field.parts:
        _collect_data(part, value, path, declared, mentions)
