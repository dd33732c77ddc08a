"""Starters: the YAML that a new record or item begins with, from `templates/starters/`.

A starter is a small record of its kind. A line `key: example` is what is asked for; a line `# key: example` is what may
follow later, and stays a comment until there is a value for it. Behind each stands what it means. A comment that ends
with `(from agree on)` is left out before that stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from partnerkit.io.resources import starter_text
from partnerkit.model.partnership.who import Stage
from partnerkit.source.writing import block, flow

WIDTH = 120

_LINE = re.compile(r"(?P<off># )?(?P<key>[a-z_0-9]+): (?P<example>.*?)(?:  # (?P<comment>.*))?")
_FROM = re.compile(r" \(from (?P<stage>[a-z]+) on\)$")
_STAGES: tuple[str, ...] = get_args(Stage)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a starter.

    Attributes:
        key: The key; "" for a comment.
        example: What could be its value, as YAML.
        comment: What it means; the comment itself where there is no key.
        is_asked: Whether it is asked for.
        stage: The first stage at which it is of use.
    """

    key: str
    example: str
    comment: str
    is_asked: bool
    stage: str

    @property
    def text(self) -> str:
        """The line as a comment, to be filled in by hand."""
        if not self.key:
            return self.comment
        return f"# {self.key}: {self.example}" + (f"  # {self.comment}" if self.comment else "")


def starter(name: str) -> tuple[Line, ...]:
    """The lines of a starter, by the kind of record or the name of the list its items stand in."""
    return tuple(map(_line, starter_text(name).splitlines()))


def prefix(lines: Sequence[Line]) -> str:
    """What the ids of items begin with that are made from a starter: the first word of its own."""
    return next((line.example.partition("-")[0] for line in lines if line.key == "id"), "")


def filled(lines: Sequence[Line], data: Mapping[str, Any], stage: str) -> tuple[str, ...]:
    """The YAML of a record or item with some data, a line each; what there is no value for stays a comment."""
    return tuple(_filled(lines, data, stage))


def _filled(lines: Sequence[Line], data: Mapping[str, Any], stage: str) -> Iterator[str]:
    for line in lines:
        if line.key and line.key in data:
            yield from _entry(line, data[line.key])
        elif line.key not in {"id", "kind"} and _STAGES.index(line.stage) <= _STAGES.index(stage):
            yield line.text
    known = {line.key for line in lines}
    for key in data:
        if key not in known:
            yield from _entry(Line(key, "", "", is_asked=True, stage=stage), data[key])


def _entry(line: Line, value: Any) -> Iterator[str]:
    entry = block({line.key: value})
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        entry = [f"{line.key}:", *(f"  - {flow(item)}" if len(flow(item)) < WIDTH else "" for item in value)]
        entry = entry if all(entry) else block({line.key: value})
    if line.comment and len(entry) == 1 and len(entry[0]) + len(line.comment) + len("  # ") <= WIDTH:
        entry = [f"{entry[0]}  # {line.comment}"]
    yield from entry


def _line(text: str) -> Line:
    found = _LINE.fullmatch(text)
    comment = text if found is None else found["comment"] or ""
    stage = _FROM.search(comment)
    comment = comment if stage is None else comment[: stage.start()]
    first = _STAGES[0] if stage is None else stage["stage"]
    if found is None:
        return Line("", "", comment, is_asked=False, stage=first)
    return Line(found["key"], found["example"], comment, is_asked=found["off"] is None, stage=first)
