"""Events of libyaml, the only thing the program takes from PyYAML.

`yaml.load` and `yaml.compose` recurse in C: 25 kB of brackets end the process. The events come one by one, however deep
the text is. Without libyaml the program stops: the parser in pure Python reads some texts differently, silently.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from yaml import YAMLError, events
from yaml.error import MarkedYAMLError

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from yaml import _yaml as libyaml
except ImportError:  # tried in a process with the module hidden
    libyaml = None  # type: ignore[assignment]

Event = Any
ScalarEvent = events.ScalarEvent
MappingStart, MappingEnd = events.MappingStartEvent, events.MappingEndEvent
SequenceStart, SequenceEnd = events.SequenceStartEvent, events.SequenceEndEvent
DocumentStart, DocumentEnd = events.DocumentStartEvent, events.DocumentEndEvent
StreamEnd, Alias = events.StreamEndEvent, events.AliasEvent

__all__ = [
    "Alias", "DocumentEnd", "DocumentStart", "Event", "LibyamlMissingError", "MappingEnd", "MappingStart",
    "MarkedYAMLError", "ScalarEvent", "SequenceEnd", "SequenceStart", "StreamEnd", "YAMLError", "event_source",
    "events_of", "require_libyaml",
]  # fmt: skip


class LibyamlMissingError(RuntimeError):
    """PyYAML was installed without libyaml."""

    def __init__(self) -> None:
        super().__init__(
            "PyYAML is installed here without libyaml, which partnerkit needs to read files safely. "
            "Install it again from a wheel: pip install --force-reinstall --only-binary :all: pyyaml"
        )


def require_libyaml() -> None:
    """Make sure that files can be read at all.

    Raises:
        LibyamlMissingError: PyYAML has no libyaml.
    """
    if libyaml is None:
        raise LibyamlMissingError


def event_source(text: str) -> Callable[[], Event]:
    """A function that gives the next event of a text each time it is called; the last one is a `StreamEnd`.

    The marks of an event count characters from 0, in `text` as it is given.
    """
    require_libyaml()
    get: Callable[[], Event] = libyaml.CParser(text).get_event
    get()  # the start of the stream says nothing
    return get


def events_of(text: str) -> Iterator[Event]:
    """The events of a text, without the start and the end of the stream; ends quietly where the YAML is broken."""
    get = event_source(text)
    try:
        while not isinstance(event := get(), StreamEnd):
            yield event
    except YAMLError:
        return
