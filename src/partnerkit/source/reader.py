"""YAML text to plain data, in one pass over libyaml's events, with an explicit stack and within the limits.

Whatever is wrong is collected and the reading goes on, so that one run shows all of it; only broken YAML ends it early.
Positions are not kept here: the quick reading marks them, and `source/spans.py` finds them again for other files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Related, Span
from partnerkit.source import kinds, limits
from partnerkit.source.characters import HIDDEN_IN_VALUES, character_name
from partnerkit.source.comments import texts_cut_short
from partnerkit.source.events import (
    Alias,
    DocumentEnd,
    DocumentStart,
    Event,
    MappingEnd,
    MappingStart,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEnd,
    SequenceStart,
    StreamEnd,
    event_source,
)
from partnerkit.source.lines import Lines
from partnerkit.source.quick import Mark, quick_read
from partnerkit.source.scalars import SPECIAL_FIRST, UnusableNumberError, plain_value
from partnerkit.source.syntax import syntax_fault

_SHOWN = 60
"""So many characters of a name are shown in a message."""

_BRACES = "If the braces belong to a text, put the whole text in quotes."

Data = Any
"""Plain data: dict with text keys, list, str, int, float, bool or None."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text holds: its documents as plain data, in order, what is wrong with it, and what may be.

    A document that could not be read to its end is not among `documents`. Faults stop a record, warnings do not. `text`
    is what was read, None for what comes from elsewhere; `marks` tell `spans.Positions` where the values stand, if the
    quick reading has left any.
    """

    documents: tuple[Data, ...]
    faults: tuple[Diagnostic, ...]
    text: str | None = field(default=None, compare=False, repr=False)
    marks: tuple[Mark, ...] = field(default=(), compare=False, repr=False)
    warnings: tuple[Diagnostic, ...] = ()


def read(text: str, file: str) -> Reading:
    """Read a text (see `characters.decoded`) that may hold several documents."""
    marks: list[Mark] = []
    documents = quick_read(text, marks)
    if documents is None:
        return read_with_care(text, file)
    return Reading(tuple(documents), (), text, tuple(marks), texts_cut_short(text, file))


def read_with_care(text: str, file: str) -> Reading:
    """What `read` gives, without its short cut for plain files."""
    return _Reader(text, file).read()


class _OverLimitError(Exception):
    """The text exceeds a limit; reading it stops here."""


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    into: dict[str, Data] | list[Data]
    key: str | None = None
    key_events: dict[str, Event] = field(default_factory=dict)
    anchor: str | None = None
    is_key: bool = False
    # What an alias to it will cost: how many values and characters it holds, aliases written out, and how deep it is.
    nodes: int = 1
    characters: int = 0
    height: int = 1


@dataclass(frozen=True, slots=True)
class _Anchored:
    value: Data
    nodes: int
    characters: int
    height: int


class _Reader:
    """The state of one reading."""

    def __init__(self, text: str, file: str) -> None:
        self.lines = Lines(file, text)
        self.next_event = event_source(text)
        self.faults: list[Diagnostic] = []
        self.documents: list[Data] = []
        self.escapes = "\\" in text
        self.tags = "!" in text
        self.nodes = 0
        self.aliases = 0
        self._start_document()

    def _start_document(self) -> None:
        self.open: list[_Open] = []
        self.anchors: dict[str, _Anchored | None] = {}
        self.root: Data = None

    def read(self) -> Reading:
        try:
            self._read_all()
        except MarkedYAMLError as error:
            self.faults.append(syntax_fault(error, self.lines))
        except _OverLimitError:
            pass
        warnings = texts_cut_short(self.lines.text, self.lines.file)
        return Reading(tuple(self.documents), tuple(self.faults), self.lines.text, warnings=warnings)

    def _read_all(self) -> None:  # noqa: C901 - one branch for each kind of event
        next_event = self.next_event
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStart or kind is SequenceStart:
                self._start(event, {} if kind is MappingStart else [])
            elif kind is MappingEnd or kind is SequenceEnd:
                self._end()
            elif kind is Alias:
                self._alias(event)
            elif kind is DocumentStart:
                self._start_document()
            elif kind is DocumentEnd:
                self._end_document(event)
            elif kind is StreamEnd:
                return

    def _end_document(self, event: Event) -> None:
        self.documents.append(self.root)
        if len(self.documents) > limits.DOCUMENTS:
            self._refuse(event, f"this file holds more than {limits.DOCUMENTS:,} documents")

    # ------------------------------------------------------------------ values

    def _scalar(self, event: Event) -> None:
        self.nodes += 1
        if self.nodes > limits.NODES:
            self._refuse(event, f"this file holds more than {limits.NODES:,} values")
        word: str = event.value
        if len(word) > limits.KEY_CHARACTERS or self.tags or (self.escapes and event.style == '"'):
            self._check_scalar(event, word)
        top = self.open[-1] if self.open else None
        if top is not None and top.key is None and isinstance(top.into, dict):
            self._key(top, event, word)
            return
        value: Data = word
        if not event.style and (not word or word[0] in SPECIAL_FIRST) and event.implicit[0]:
            value = self._plain(event, word)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(value, 1, len(word), 0)
        self._place(value, 1, len(word), 0)

    def _place(self, value: Data, nodes: int, characters: int, height: int) -> None:
        """Put a finished value where it belongs, and count what it costs."""
        if not self.open:
            self.root = value
            return
        top = self.open[-1]
        top.nodes += nodes
        top.characters += characters
        top.height = max(top.height, height + 1)
        if isinstance(top.into, dict):
            if top.key is not None:
                # The first of two values stays; that there are two has been said when the key came.
                top.into.setdefault(top.key, value)
            top.key = None
        else:
            top.into.append(value)

    def _plain(self, event: Event, word: str) -> Data:
        try:
            return plain_value(word)
        except UnusableNumberError as error:
            self._fault(kinds.NUMBER, str(error), event)
            return word

    def _check_scalar(self, event: Event, word: str) -> None:
        if len(word) > limits.SCALAR_CHARACTERS:
            self._refuse(
                event, f"a text of {len(word):,} characters; the longest may have {limits.SCALAR_CHARACTERS:,}"
            )
        if event.tag not in {None, "tag:yaml.org,2002:str"}:
            self._tag(event, event.tag)
        elif event.tag is None and self.lines.text.startswith("!", event.start_mark.index):
            # libyaml drops an exclamation mark on its own, and the text after it would be all that is left.
            self._tag(event, "!")
        if event.style == '"' and (hidden := HIDDEN_IN_VALUES.search(word)):
            message = (
                f"an escape in this text stands for {character_name(hidden.group())}, which must not be in a record"
            )
            self._fault(kinds.HIDDEN_CHARACTER, message, event)

    def _tag(self, event: Event, tag: str) -> None:
        shown = tag.replace("tag:yaml.org,2002:", "!!")[:_SHOWN]
        self._fault(kinds.TAG, f"the tag {shown} has no place in a record", event)

    # ------------------------------------------------------------------ keys

    def _key(self, top: _Open, event: Event, word: str) -> None:
        if not event.style and (not word or word[0] in SPECIAL_FIRST or word == "<<"):
            self._check_plain_key(event, word)
        if len(word) > limits.KEY_CHARACTERS:
            self._refuse(event, f"a key of {len(word):,} characters; the longest may have {limits.KEY_CHARACTERS}")
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(word, 1, len(word), 0)
        if word in top.key_events:
            first = Related("it stands here already", self._span(top.key_events[word]))
            self._fault(kinds.DUPLICATE_KEY, f"the key `{word}` stands twice in the same mapping", event, first)
        top.key_events.setdefault(word, event)
        top.key = word

    def _check_plain_key(self, event: Event, word: str) -> None:
        if word == "<<":
            self._fault(kinds.MERGE_KEY, "the merge key `<<` has no place in a record", event)
            return
        try:
            value = plain_value(word)
        except UnusableNumberError:
            value = 0
        if not isinstance(value, str):
            what = "empty" if value is None else "true or false" if isinstance(value, bool) else "a number"
            shown = f"`{word}`" if word else "this key"
            self._fault(kinds.KEY_NOT_TEXT, f"{shown} is {what}, and keys are text", event)

    # ------------------------------------------------------------------ mappings and lists

    def _start(self, event: Event, into: dict[str, Data] | list[Data]) -> None:
        self.nodes += 1
        if self.nodes > limits.NODES:
            self._refuse(event, f"this file holds more than {limits.NODES:,} values")
        if len(self.open) >= limits.DEPTH:
            self._refuse(event, f"values are nested more than {limits.DEPTH} deep")
        if event.tag is not None:
            self._tag(event, event.tag)
        is_key = bool(self.open) and isinstance(self.open[-1].into, dict) and self.open[-1].key is None
        if is_key:
            message = "a list or mapping stands where a key must stand"
            self._fault(kinds.KEY_NOT_TEXT, message, event, help_=_BRACES if event.flow_style else "")
            self.open[-1].key = ""
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        self.open.append(_Open(into, anchor=event.anchor, is_key=is_key))

    def _end(self) -> None:
        done = self.open.pop()
        if done.anchor is not None:
            self.anchors[done.anchor] = _Anchored(done.into, done.nodes, done.characters, done.height)
        if not done.is_key:
            # A list or mapping as a key has been refused where it began; its value is still to come.
            self._place(done.into, done.nodes, done.characters, done.height)

    # ------------------------------------------------------------------ aliases

    def _alias(self, event: Event) -> None:
        self.aliases += 1
        if self.aliases > limits.ALIASES:
            self._refuse(event, f"this file repeats more than {limits.ALIASES} values with *")
        anchored = self.anchors.get(event.anchor)
        if anchored is None:
            inside = event.anchor in self.anchors
            name = event.anchor[:_SHOWN]
            message = (
                f"*{name} stands inside the very value it repeats"
                if inside
                else f"*{name} repeats a value that nothing before it marks with &{name}"
            )
            self._fault(kinds.ALIAS, message, event)
            anchored = _Anchored(None, 1, 0, 0)
        if self.open and isinstance(self.open[-1].into, dict) and self.open[-1].key is None:
            self._alias_as_key(event, anchored)
            return
        self._place(anchored.value, anchored.nodes, anchored.characters, anchored.height)
        self._check_expansion(event)

    def _alias_as_key(self, event: Event, anchored: _Anchored) -> None:
        if isinstance(anchored.value, str):
            self._key(self.open[-1], event_of_key(event), anchored.value)
            return
        self._fault(kinds.KEY_NOT_TEXT, "a repeated value that is not text stands where a key must stand", event)
        self.open[-1].key = ""

    def _check_expansion(self, event: Event) -> None:
        if not self.open:
            return
        depth = 0
        nodes = characters = 0
        for at, level in enumerate(self.open):
            nodes += level.nodes
            characters += level.characters
            depth = max(depth, at + level.height)
        if nodes > limits.EXPANDED_NODES or characters > limits.EXPANDED_CHARACTERS or depth > limits.DEPTH:
            self._refuse(event, "with its repeated values (*) written out, this file is too large or too deep")

    # ------------------------------------------------------------------ faults

    def _span(self, event: Event) -> Span:
        start = event.start_mark.index
        return self.lines.span(start, max(event.end_mark.index, start + 1))

    def _fault(self, kind: Kind, message: str, event: Event, *related: Related, help_: str = "") -> None:
        self.faults.append(Diagnostic(kind, message, self._span(event), help_ or kind.remedy, related))
        if len(self.faults) >= limits.SOURCE_FAULTS:
            raise _OverLimitError

    def _refuse(self, event: Event, message: str) -> None:
        start = event.start_mark.index
        self.faults.append(
            Diagnostic(kinds.TOO_LARGE, message, self.lines.span(start, start + 1), kinds.TOO_LARGE.remedy)
        )
        raise _OverLimitError


def event_of_key(alias: Event) -> ScalarEvent:
    """An alias that stands for a key, as the scalar it stands for."""
    return ScalarEvent(None, None, (True, False), "", alias.start_mark, alias.end_mark, style="'")
