"""An item put behind the last of a list as an edit of text: whatever stands in the file already stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from partnerkit.diagnostics.diagnostic import TextEdit
from partnerkit.rules.edits import MARKS, insertion, may_be_comment
from partnerkit.source.writing import block, flow
from partnerkit.workspace.records import Place, Sources, Spot

WIDTH = 120
"""An item that would make a longer line is written over several, even if its neighbours stand on one each."""

_COMMENT = re.compile(r"(?:[ \t]*\r?\n)*( +)#[^\n]*")


@dataclass(frozen=True, slots=True)
class Item:
    """An item to be added.

    Attributes:
        data: Its data.
        lines: The same as block YAML without an indent, if it is to have comments; else it is written from the data.
    """

    data: Mapping[str, Any]
    lines: tuple[str, ...] = ()

    @property
    def over_lines(self) -> tuple[str, ...]:
        """The item over several lines."""
        return self.lines or tuple(block(self.data))

    @property
    def block(self) -> tuple[str, ...]:
        """The item over several lines, behind a hyphen; comments at its beginning stand before that."""
        lines = self.over_lines
        first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
        return (*lines[:first], f"- {lines[first]}", *(f"  {line}" for line in lines[first + 1 :]))


def addition(item: Item, place: Place, sources: Sources) -> TextEdit | None:
    """The edit that adds an item to the list at a place of a record; None if it would touch more than it should.

    Where there is no list yet, the key is put into the mapping around it; a section's file that holds nothing but
    comments gets the item at its end.
    """
    found = sources.spot(place)
    if found is None:
        return None
    if found.place is not None:
        return _behind_the_last(item, found, place, sources)
    if len(place.path) == 1 and place.path[0] in place.origin.sections:
        return _at_the_end(item, found)
    return _under_key(f"[{flow(item.data)}]", item.block, place, sources)


def section_addition(item: Item, place: Place, sources: Sources) -> TextEdit | None:
    """The edit that puts a mapping under a key that a record does not have yet; None if it would touch more."""
    return _under_key(flow(item.data), item.over_lines, place, sources)


def _under_key(text: str, lines: Sequence[str], place: Place, sources: Sources) -> TextEdit | None:
    around = sources.spot(replace(place, path=place.path[:-1]))
    if around is None or around.place is None or around.text.startswith(MARKS, around.place.start):
        return None
    end = around.place.end
    if around.text[around.place.start] != "{":
        column = _column(around.text, around.place.start)
        end = _with_comments_below(around.text, _with_comments(around.text, end, column), column)
    whole = replace(around, place=around.place._replace(end=end))
    return insertion(whole, str(place.path[-1]), text, lines)


def _behind_the_last(item: Item, found: Spot, place: Place, sources: Sources) -> TextEdit | None:
    assert found.place is not None  # noqa: S101 - the caller has looked
    text, start, end = found.text, found.place.start, found.place.end
    if text.startswith("[", start):
        return _into_brackets(item, found)
    if not text.startswith("-", start) or start == end:
        return None
    column = _column(text, start)
    last = _last(place, sources)
    if last is None:
        return None
    indent = " " * column
    lines = (f"- {flow(item.data)}",) if text.startswith("{", last) else item.block
    if len(indent + lines[0]) > WIDTH:
        lines = item.block
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = newline if _is_apart(text, last) else ""
    at = _line_end(text, _with_comments(text, end, column))
    return TextEdit(found.file, at, at, gap + "".join(newline + indent + line for line in lines))


def _into_brackets(item: Item, found: Spot) -> TextEdit | None:
    assert found.place is not None  # noqa: S101 - the caller has looked
    text, closed = found.text, found.place.end - 1
    at = len(text[:closed].rstrip())
    if may_be_comment(text[:at], text[at:closed]):
        return None
    comma = "" if text[at - 1] == "[" else " " if text[at - 1] == "," else ", "
    return TextEdit(found.file, at, at, comma + flow(item.data))


def _at_the_end(item: Item, found: Spot) -> TextEdit:
    """The edit of a section's file that has no list yet."""
    newline = "\r\n" if "\r\n" in found.text else "\n"
    start = newline if found.text and not found.text.endswith("\n") else ""
    at = len(found.text)
    return TextEdit(found.file, at, at, start + "".join(line + newline for line in item.block))


def _last(place: Place, sources: Sources) -> int | None:
    """Where the last item of a list begins."""
    at, start = 0, None
    while (found := sources.spot(replace(place, path=(*place.path, at)))) is not None and found.place is not None:
        at, start = at + 1, found.place.start
    return start


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


def _line_end(text: str, at: int) -> int:
    """The end of the line in which something stands, before its line break."""
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end


def _with_comments(text: str, end: int, column: int) -> int:
    """The end of something, with the comment lines behind it that are indented further: they belong to it."""
    end = _line_end(text, end)
    while True:
        newline = re.compile(r"\r?\n").match(text, end)
        comment = None if newline is None else _COMMENT.match(text, newline.end())
        if comment is None or len(comment[1]) <= column:
            return end
        end = _line_end(text, comment.end())


def _with_comments_below(text: str, end: int, column: int) -> int:
    """The end of a mapping, with the comments right below it that are level with its keys: keys to come, mostly."""
    below = re.compile(rf"(?:\r?\n {{{column}}}#[^\n]*)*").match(text, end)
    assert below is not None  # noqa: S101 - it matches nothing, too
    return end if below.end() == end else _line_end(text, below.end())


def _is_apart(text: str, last: int) -> bool:
    """Whether the last item of a list has an empty line before it."""
    lines = text[:last].split("\n")[:-1]
    while lines and lines[-1].lstrip().startswith("#"):
        lines.pop()
    return bool(lines) and not lines[-1].strip()


def plain_data(value: Any) -> Any:
    """Data as they are read from a file: a day is a text there."""
    match value:
        case Mapping():
            return {key: plain_data(one) for key, one in value.items()}
        case list() | tuple():
            return [plain_data(one) for one in value]
        case str() | bool() | int() | float() | None:
            return value
        case _:
            return value.isoformat()


def with_item(
    documents: Sequence[Any], document: int, path: Sequence[str | int], item: Any, *, many: bool = True
) -> list[Any]:
    """What the documents of a file are to hold when an item has been added to the list at a path of one of them.

    Where there cannot be many, it is put there itself.
    """
    documents = list(documents) or [None]
    documents[document] = _put(documents[document], path, lambda data: [*(data or ()), item] if many else item)
    return documents


def _put(data: Any, path: Sequence[str | int], last: Callable[[Any], Any]) -> Any:
    if not path:
        return last(data)
    step, *rest = path
    if isinstance(step, int):
        return [_put(one, rest, last) if at == step else one for at, one in enumerate(data)]
    return {**data, step: _put(data.get(step), rest, last)}
