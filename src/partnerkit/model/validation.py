"""Plain data to a record, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from partnerkit.model.base import Part
from partnerkit.model.faults import Subject, Words, worded
from partnerkit.model.fields import Path, known_keys

Model = TypeVar("Model", bound=Part)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of the data.

    Attributes:
        path: The way to the value; to the mapping around it if it is missing.
        on_key: Whether the key is wrong, and not its value.
    """

    path: Path
    on_key: bool
    _error: ErrorDetails
    _name: str
    _known: tuple[str, ...]

    def words(self, written: str) -> Words:
        """The fault in words, given the value as it is written in the file."""
        return worded(Subject(self._error, self._name, written, self._known))


def validated(model: type[Model], data: Any) -> Model | tuple[Fault, ...]:
    """The record that the data make, or all that keeps them from being one, in the order pydantic meets it."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return tuple(_faults(model, data, error))


def _faults(model: type[Part], data: Any, error: ValidationError) -> Iterator[Fault]:
    seen = set()
    for details in error.errors(include_url=False):
        path, on_key = _place(details["loc"], data)
        missing = details["type"] == "missing"
        name = str(details["loc"][-1]) if missing else _name(path)
        if (path, on_key, name if missing else "") in seen:
            continue
        seen.add((path, on_key, name if missing else ""))
        known = known_keys(model, path[:-1]) if details["type"] == "unknown-key" else ()
        yield Fault(path, on_key or details["type"] == "unknown-key", details, name, known)


def _place(loc: tuple[str | int, ...], data: Any) -> tuple[Path, bool]:
    """Where an error is: pydantic's own way there also names union members and `[key]`, which are not in the data."""
    path: list[str | int] = []
    for step in loc:
        if _leads_on(data, step):
            data = data[step]
            path.append(step)
    return tuple(path), loc[-1:] == ("[key]",)


def _leads_on(data: Any, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, (list, tuple)) and isinstance(step, int) and step < len(data)


def _name(path: Path) -> str:
    """What people call the value: its key, or `item 2 of risks`."""
    if not path:
        return "the record"
    if isinstance(path[-1], int):
        return f"item {path[-1] + 1} of {_name(path[:-1])}"
    return path[-1]
