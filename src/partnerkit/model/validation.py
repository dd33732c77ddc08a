"""Plain data to a record, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from partnerkit.model.base import Part
from partnerkit.model.fields import Path, keys_at
from partnerkit.model.wording import Subject, Words, worded

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
    _root: str
    _keys: Mapping[str, Any]

    def words(self, written: str, around: str) -> Words:
        """The fault in words, given the value, and the mapping or list around it, as they are written in the file."""
        return worded(Subject(self._error, self.path, self.on_key, self._root, self._keys, written, around))


def validated(model: type[Model], data: Any) -> Model | tuple[Fault, ...]:
    """The record that the data make, or all that keeps them from being one, in the order pydantic meets it."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return tuple(_faults(model, data, error))


def _faults(model: type[Part], data: Any, error: ValidationError) -> Iterator[Fault]:
    seen = set()
    for details in error.errors(include_url=False):
        missing = details["loc"][-1] if details["type"] == "missing" else None
        on_key = details["loc"][-1:] == ("[key]",) or details["type"] == "unknown-key"
        path = _place(details["loc"], data, is_missing=missing is not None)
        if (path, on_key, missing) in seen or _is_long_enough(details):
            continue
        seen.add((path, on_key, missing))
        keys = keys_at(model, path[:-1] if details["type"] == "unknown-key" else path)
        yield Fault(path, on_key, details, model.__name__.lower(), keys)


def _is_long_enough(details: ErrorDetails) -> bool:
    """Whether a list is called too short only because some of its items are no good; each of those has its error."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _place(loc: tuple[str | int, ...], data: Any, *, is_missing: bool) -> Path:
    """Where an error is: pydantic's own way there also names union members and `[key]`, which are not in the data."""
    way = loc[:-1] if is_missing or loc[-1:] == ("[key]",) else loc
    while (path := _along(way, data)) is None:
        way = way[:-1]
    return path


def _along(way: tuple[str | int, ...], data: Any) -> Path | None:
    """The steps of a way that lead through the data to its last step, or None if none do.

    A union's member may have the name of a key, so that a step which could be taken must sometimes be left out.
    """
    if not way:
        return ()
    step, rest = way[0], way[1:]
    if _leads_on(data, step) and (path := _along(rest, data[step])) is not None:
        return (step, *path)
    return _along(rest, data) if rest else None


def _leads_on(data: Any, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, (list, tuple)) and isinstance(step, int) and step < len(data)
