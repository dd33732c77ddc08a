"""Plain data to YAML as people write it: block style, one-line items in flow style, quotes only where they are due."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any

WIDTH = 100
_STEP = 2
_NOT_TEXT = re.compile(r"[-+]?[0-9][0-9_]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|(?i:true|false|null|yes|no|on|off|y|n)")
_PLAIN = re.compile(r"[^\W_](?:[^\n]*[^\s:])?")
_INDICATORS = re.compile(r": | #")
_FLOW_INDICATORS = re.compile(r"[,\[\]{}]")


class Line(dict[str, Any]):
    """A mapping that is written on one line, in flow style."""


class Quoted(str):
    """A text that is written in double quotes, whether it needs them or not."""

    __slots__ = ()


class Folded(str):
    """Prose that is written as a folded block, where blocks are possible."""

    __slots__ = ()


def mapping(fields: dict[str, Any], depth: int = 0) -> str:
    """The lines of a block mapping, indented by `depth` spaces."""
    return "".join(_field(key, value, depth) for key, value in fields.items())


def item(value: dict[str, Any], depth: int = 0) -> str:
    """The lines of one item of a block list, the dash indented by `depth` spaces."""
    pad = " " * depth
    if isinstance(value, Line):
        return f"{pad}- {_flow(value)}\n"
    return f"{pad}- {mapping(value, depth + _STEP)[depth + _STEP :]}"


def indented(lines: str) -> str:
    """The same lines one step further in, as a section moves into the file of its record."""
    return textwrap.indent(lines, " " * _STEP)


def _field(key: str, value: Any, depth: int) -> str:
    pad = " " * depth
    match value:
        case Folded():
            return f"{pad}{key}: >\n{_paragraph(value, depth + _STEP)}"
        case dict() if not isinstance(value, Line):
            return f"{pad}{key}:\n{mapping(value, depth + _STEP)}"
        case list() if any(isinstance(element, dict) for element in value):
            return f"{pad}{key}:\n{''.join(item(element, depth + _STEP) for element in value)}"
        case str():
            return f"{pad}{key}: {_text(value, flow=False)}\n"
        case _:
            return f"{pad}{key}: {_flow(value)}\n"


def _paragraph(prose: str, depth: int) -> str:
    pad = " " * depth
    lines = textwrap.wrap(prose, WIDTH, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False)
    return "\n".join(lines) + "\n"


def _flow(value: Any) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(element)}" for key, element in value.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(element) for element in value) + "]"
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value, flow=True)
        case _:
            return str(value)


def _text(value: str, *, flow: bool) -> str:
    plain = (
        not isinstance(value, Quoted)
        and _PLAIN.fullmatch(value)
        and not _NOT_TEXT.fullmatch(value)
        and not _INDICATORS.search(value)
        and not (flow and _FLOW_INDICATORS.search(value))
    )
    return value if plain else json.dumps(value, ensure_ascii=False)
