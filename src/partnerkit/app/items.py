"""Words of a command line as the data of a record: each value in the form that its key takes, or a sentence why not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from partnerkit.app.outcome import CannotRunError
from partnerkit.diagnostics.text import one_line
from partnerkit.model.base import Part
from partnerkit.model.suggestions import id_like
from partnerkit.model.validation import Fault, validated
from partnerkit.model.values import DATE_PATTERN, ID_LENGTH, SLUG_PATTERN
from partnerkit.rules.additions import plain_data
from partnerkit.rules.identity._past import happened
from partnerkit.rules.words import day
from partnerkit.source.characters import HIDDEN_IN_VALUES, character_name
from partnerkit.source.reader import read


def pairs(words: Iterator[str] | tuple[str, ...]) -> dict[str, str]:
    """Words like `key=value` as keys with values.

    Raises:
        CannotRunError: A word is no such pair, or a key is given twice.
    """
    found: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise CannotRunError(f"Write it as --set KEY=VALUE, not {word!r}.")
        if key in found:
            raise CannotRunError(f"`{key}` is given twice.")
        found[key] = value
    return found


def item_data(model: type[Part], given: Mapping[str, str]) -> dict[str, Any]:
    """Values for keys of a model, in the order in which its keys are declared; days as days.

    A text stays as it is, unless the key takes something else: a number, a list, a mapping, as YAML has them. For a
    list of words, `one, two` will do.

    Raises:
        CannotRunError: There is no such key, or it cannot hold the value.
    """
    data = {key: _value(model, key, text) for key, text in given.items()}
    return ordered(model, data)


def ordered(model: type[Part], data: Mapping[str, Any]) -> dict[str, Any]:
    """Data in the order in which a model declares its keys; those of the user's own come last."""
    known = [info.alias or name for name, info in model.model_fields.items()]
    return {key: _dated(data[key]) for key in [*known, *(key for key in data if key not in known)] if key in data}


def refuse_ahead(model: type[Part], data: Mapping[str, Any], today: date) -> None:
    """Refuse an item that says of something that it has happened on a day still to come.

    Raises:
        CannotRunError: It does.
    """
    part = validated(model, plain_data(data))
    for _, key, on in happened(part) if isinstance(part, Part) else ():
        if on > today:
            raise CannotRunError(
                f"`{key}` is the day on which something happened, and {day(on)} is still to come: today is "
                f"{day(today)}. Give the day on which it happened, or wait until it has."
            )


def checked_id(id_: str) -> str:
    """An id that was given, if it is one.

    Raises:
        CannotRunError: It is none.
    """
    if re.fullmatch(SLUG_PATTERN, id_) is None or len(id_) > ID_LENGTH:
        like = id_like(id_)
        hint = f" `{like}` would be one." if like else ""
        form = f"small letters and digits, in words joined by - or . ({ID_LENGTH} at most)"
        raise CannotRunError(f"{one_line(id_)} is no id: {form}.{hint}")
    return id_


def required_keys(model: type[Part]) -> tuple[str, ...]:
    """The keys that an item must have, besides those that say what it is and which."""
    found = (info.alias or name for name, info in model.model_fields.items() if info.is_required())
    return tuple(key for key in found if key not in {"kind", "id"})


def _value(model: type[Part], key: str, text: str) -> Any:
    hidden = HIDDEN_IN_VALUES.search(text)
    if hidden is not None:
        raise CannotRunError(f"The value of `{key}` holds {character_name(hidden.group())}, which editors do not show.")
    faults: list[tuple[Fault, ...]] = []
    for candidate in _candidates(text):
        found = _faults(model, key, candidate)
        if not found:
            return candidate
        faults.append(found)
    # What is written like a list or a mapping is meant as one.
    worst = faults[1 if text[:1] in "[{" and len(faults) > 1 else 0]
    words = worst[0].words(text, "")
    raise CannotRunError(f"{words.message[:1].upper()}{words.message[1:]}. {words.help}".rstrip())


def _candidates(text: str) -> Iterator[Any]:
    yield text
    reading = read(text, "") if text.strip() else None
    if reading is not None and not reading.faults and len(reading.documents) == 1:
        yield reading.documents[0]
    yield [piece.strip() for piece in text.split(",")]


def _faults(model: type[Part], key: str, value: Any) -> tuple[Fault, ...]:
    outcome = validated(model, {key: value})
    if isinstance(outcome, Part):
        return ()
    return tuple(fault for fault in outcome if fault.path[:1] == (key,))


def _dated(value: Any) -> Any:
    """Data in which what reads as a day is one, so that it is written as people write it."""
    match value:
        case dict():
            return {key: _dated(one) for key, one in value.items()}
        case list() | tuple():
            return [_dated(one) for one in value]
        case str() if re.fullmatch(DATE_PATTERN, value):
            with suppress(ValueError):
                return date.fromisoformat(value)
    return value
