"""The reading of a plain file, fast: for the text that nearly every record is, and for nothing else.

Anything out of the ordinary (an anchor, a tag, an escape, a key that may not be text, a limit that could be reached)
makes it give up, and `reader.read` goes through the text again with care. It never says what is wrong; where it
answers, the answer is the careful reader's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from partnerkit.source import limits
from partnerkit.source.events import (
    DocumentEnd,
    DocumentStart,
    MappingEnd,
    MappingStart,
    ScalarEvent,
    SequenceEnd,
    SequenceStart,
    StreamEnd,
    YAMLError,
    event_source,
)
from partnerkit.source.scalars import SPECIAL_FIRST, UnusableNumberError, plain_value

LONGEST = min(limits.NODES, limits.SCALAR_CHARACTERS) - 1
"""A text this long cannot exceed the limits on values and on the length of a text: each takes a character."""

_MARKED = re.compile(r"(?:^|[\s\[{,:?\-])[&*!]", re.MULTILINE)
_value_of = lru_cache(maxsize=8192)(plain_value)


@lru_cache(maxsize=4096)
def _is_plain_key(word: str) -> bool:
    if len(word) > limits.KEY_CHARACTERS or not word:
        return False
    try:
        return isinstance(plain_value(word), str)
    except UnusableNumberError:
        return False


def quick_read(text: str) -> list[Any] | None:
    """The documents of a text as plain data, or None if it needs the careful reader."""
    if len(text) > LONGEST or _is_unusual(text):
        return None
    try:
        return _read(text)
    except (YAMLError, UnusableNumberError):
        return None


def _is_unusual(text: str) -> bool:
    if "\\" in text or "<<" in text:
        return True
    # The single characters are looked for first: the pattern takes a third of the time of the whole reading.
    return ("&" in text or "*" in text or "!" in text) and _MARKED.search(text) is not None


def _read(text: str) -> list[Any] | None:  # noqa: C901, PLR0912 - one loop, kept flat: it runs for every value
    next_event = event_source(text)
    documents: list[Any] = []
    stack: list[Any] = []
    into: Any = None
    in_mapping = False
    key: str | None = None
    special_first, value_of, is_plain_key = SPECIAL_FIRST, _value_of, _is_plain_key
    while True:
        event = next_event()
        kind = event.__class__
        if kind is ScalarEvent:
            value = event.value
            if in_mapping:
                if key is None:
                    if value in into or not is_plain_key(value):
                        return None
                    key = value
                    continue
                if (not value or value[0] in special_first) and not event.style:
                    value = value_of(value)
                into[key] = value
                key = None
            else:
                if (not value or value[0] in special_first) and not event.style:
                    value = value_of(value)
                into.append(value)
        elif kind is MappingStart or kind is SequenceStart:
            new: Any = {} if kind is MappingStart else []
            if in_mapping:
                if key is None:
                    return None
                into[key] = new
                key = None
            else:
                into.append(new)
            stack.append((into, in_mapping))
            if len(stack) > limits.DEPTH:
                return None
            into = new
            in_mapping = kind is MappingStart
        elif kind is MappingEnd or kind is SequenceEnd:
            into, in_mapping = stack.pop()
        elif kind is DocumentStart:
            into, in_mapping = [], False
        elif kind is DocumentEnd:
            documents.append(into[0])
            if len(documents) > limits.DOCUMENTS:
                return None
        elif kind is StreamEnd:
            return documents
        else:
            return None
