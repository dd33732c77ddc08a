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
    Event,
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

Mark = Any
"""What tells where a value stands: a sequence of the event with which it begins and the event of its key, or None.

A mapping or list has two more: the marks of what it holds, by key or in order, and the event with which it ends.
"""

BEGIN, KEY, HELD, END = range(4)

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


def quick_read(text: str, marks: list[Mark] | None = None) -> list[Any] | None:
    """The documents of a text as plain data, or None if it needs the careful reader.

    To `marks`, if given, the marks of each document are added.
    """
    if len(text) > LONGEST or _is_unusual(text):
        return None
    try:
        return _read(text, [] if marks is None else marks)
    except (YAMLError, UnusableNumberError):
        return None


def _is_unusual(text: str) -> bool:
    if "\\" in text or "<<" in text:
        return True
    # The single characters are looked for first: the pattern takes a third of the time of the whole reading.
    return ("&" in text or "*" in text or "!" in text) and _MARKED.search(text) is not None


# One loop, kept flat: it runs for every value.
def _read(text: str, marks: list[Mark]) -> list[Any] | None:  # noqa: C901, PLR0912, PLR0915
    next_event = event_source(text)
    documents: list[Any] = []
    stack: list[Any] = []
    into: Any = None
    mark: Any = None
    held: Any = None
    in_mapping = False
    key: str | None = None
    key_event: Event = None
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
                    key, key_event = value, event
                    continue
                if (not value or value[0] in special_first) and not event.style:
                    value = value_of(value)
                into[key] = value
                held[key] = (event, key_event)
                key = None
            else:
                if (not value or value[0] in special_first) and not event.style:
                    value = value_of(value)
                into.append(value)
                held.append((event, None))
        elif kind is MappingStart or kind is SequenceStart:
            new: Any = {} if kind is MappingStart else []
            held_by_new: Any = {} if kind is MappingStart else []
            stack.append((into, mark, held, in_mapping))
            if len(stack) > limits.DEPTH:
                return None
            if in_mapping:
                if key is None:
                    return None
                into[key] = new
                mark = held[key] = [event, key_event, held_by_new, None]
                key = None
            else:
                into.append(new)
                mark = [event, None, held_by_new, None]
                held.append(mark)
            into, held = new, held_by_new
            in_mapping = kind is MappingStart
        elif kind is MappingEnd or kind is SequenceEnd:
            mark[END] = event
            into, mark, held, in_mapping = stack.pop()
        elif kind is DocumentStart:
            into, held, in_mapping = [], [], False
        elif kind is DocumentEnd:
            documents.append(into[0])
            marks.append(held[0])
            if len(documents) > limits.DOCUMENTS:
                return None
        elif kind is StreamEnd:
            return documents
        else:
            return None
