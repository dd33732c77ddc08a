"""Which keys of a part hold text that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args

from partnerkit.model.base import Part
from partnerkit.model.values import Prose, Text

_MARKS = tuple(mark for kind in (Text, Prose) for mark in kind.__metadata__)  # type: ignore[attr-defined]


def texts(parts: Iterable[Part]) -> Iterator[tuple[Part, str, int | None, str]]:
    """The texts of some parts, not of the parts in them: the part, the key, the place in a list, and the text."""
    for part in parts:
        for name, key in _keys(type(part)):
            value = getattr(part, name)
            if isinstance(value, str):
                yield part, key, None, value
            elif isinstance(value, tuple):
                for at, text in enumerate(value):
                    yield part, key, at, text
            elif isinstance(value, dict):
                for text in value.values():
                    yield part, key, None, text


@cache
def _keys(model: type[Part]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if _is_text(info.annotation, tuple(info.metadata))
    )


def _is_text(annotation: Any, metadata: tuple[Any, ...]) -> bool:
    noted = (*metadata, *getattr(annotation, "__metadata__", ()))
    return any(mark is note for mark in _MARKS for note in noted) or any(
        _is_text(inner, ()) for inner in get_args(annotation)
    )
