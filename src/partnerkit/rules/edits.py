"""A rule's fix as edits of text: only what is to change is touched, so that comments, order and quotes stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from partnerkit.diagnostics.diagnostic import Mending, TextEdit
from partnerkit.model.base import Part
from partnerkit.model.fields import Path
from partnerkit.rules.findings import Fix, Replacement
from partnerkit.workspace.records import Place, Record, Sources, Spot

MARKS = ("&", "*", "!")
"""What begins an anchor, an alias and a tag: what stands there is more than its text, or is shared with others."""


def mending(fix: Fix, path_of: Callable[[Part], Path], record: Record, sources: Sources) -> Mending | None:
    """The edits of a fix; None if one of them cannot be made without touching more than it should."""
    edits = []
    for replacement in fix.edits:
        edit = _edit(replacement, path_of(replacement.part), record, sources)
        if edit is None:
            return None
        edits.append(edit)
    return Mending(fix.message, tuple(edits), fix.safe)


def _edit(replacement: Replacement, path: Path, record: Record, sources: Sources) -> TextEdit | None:
    value = sources.spot(Place(record.origin, (*path, replacement.field)))
    around = sources.spot(Place(record.origin, path))
    if value is None or around is None or around.place is None:
        return None
    if around.text.startswith(MARKS, around.place.start):
        return None
    if value.place is None:
        text = replacement.text
        return None if text is None else insertion(around, replacement.field, text, replacement.block)
    if value.text.startswith(MARKS, value.place.start) or value.place.start == value.place.end:
        return None
    if replacement.text is None:
        return _removal(value, around)
    return _exchange(value, around, replacement)


def _exchange(value: Spot, around: Spot, replacement: Replacement) -> TextEdit:
    """A value in the place of another: over several lines, where it is one of a block's and nothing stands between."""
    assert value.place is not None  # noqa: S101 - the caller has looked
    assert around.place is not None  # noqa: S101
    text, start, end = value.text, value.place.start, value.place.end
    key_end = value.place.key_end
    colon = None if key_end is None else text.find(":", key_end, start)
    if replacement.block and colon not in {None, -1} and text[around.place.start] != "{":
        assert colon is not None  # noqa: S101 - it is neither
        if not text[colon + 1 : start].strip():
            return TextEdit(value.file, colon + 1, end, _under(around, replacement.block))
    return TextEdit(value.file, start, end, replacement.text or "")


def _under(around: Spot, block: Iterable[str]) -> str:
    """Lines as the value of a key of a block, two columns further in, with the ends of lines that the text has."""
    assert around.place is not None  # noqa: S101 - the caller has looked
    newline = "\r\n" if "\r\n" in around.text else "\n"
    return "".join(f"{newline}{_indent(around)}  {line}" for line in block)


def _indent(around: Spot) -> str:
    assert around.place is not None  # noqa: S101 - the caller has looked
    start = around.place.start
    return " " * (start - (around.text.rfind("\n", 0, start) + 1))


def insertion(around: Spot, field: str, text: str, block: Sequence[str] = ()) -> TextEdit | None:
    """The edit that puts a key into a mapping that stands in a text, behind its last; None if it would do harm.

    Args:
        around: The mapping; its `place` may end behind comments that belong to it.
        field: The key.
        text: Its value on one line.
        block: The same over several lines, for where there is room for them.
    """
    assert around.place is not None  # noqa: S101 - the caller has looked
    start, end = around.place.start, around.place.end
    if around.text[start] == "{":
        at = len(around.text[: end - 1].rstrip())
        if may_be_comment(around.text[start:at], around.text[at : end - 1]):
            return None
        comma = "" if around.text[at - 1] in "{," else ","
        return TextEdit(around.file, at, at, f"{comma} {field}: {text}")
    line_end = around.text.find("\n", end)
    at = len(around.text) if line_end < 0 else line_end
    # The last line may have no end of its own.
    newline = "\r\n" if "\r\n" in around.text else "\n"
    if around.text[at - 1 : at] == "\r":
        at -= 1
    value = _under(around, block) if block else f" {text}"
    return TextEdit(around.file, at, at, f"{newline}{_indent(around)}{field}:{value}")


def _removal(value: Spot, around: Spot) -> TextEdit | None:
    assert value.place is not None  # noqa: S101 - the caller has looked
    assert around.place is not None  # noqa: S101
    start, end, text = value.place.key_start, value.place.end, value.text
    if start is None:
        return None
    if text[around.place.start] == "{":
        return _flow_removal(value, around.place.start, start)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    is_only_key = start == around.place.start and end == around.place.end
    # The first key of a list's item shares its line with the hyphen, and a comment behind the value would be lost.
    if is_only_key or text[line_start:start].strip() or text[end:line_end].strip():
        return None
    return TextEdit(value.file, line_start, line_end, "")


def _flow_removal(value: Spot, opened: int, start: int) -> TextEdit | None:
    assert value.place is not None  # noqa: S101 - the caller has looked
    text, end = value.text, value.place.end
    behind = text[end:].lstrip()
    if behind.startswith(","):
        follows = behind[1:].lstrip(" ")
        # A comment needs the space in front of it.
        end = len(text) - len(behind) + 1 if follows.startswith("#") else len(text) - len(follows)
        return TextEdit(value.file, start, end, "")
    before = text[opened:start].rstrip()
    if may_be_comment(before, text[opened + len(before) : start]):
        return None
    if before.endswith(","):
        start = opened + len(before.removesuffix(",").rstrip())
    return TextEdit(value.file, start, end, "")


def may_be_comment(before: str, blank: str) -> bool:
    """Whether what is put behind a text, or taken away up to it, may get into a comment at the text's end."""
    return "\n" in blank and "#" in before.rpartition("\n")[2]


def applied(text: str, edits: Iterable[TextEdit]) -> str:
    """A text with some edits made, which must not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def changed_keys(before: Any, after: Any) -> int:
    """How many keys and items of some data are another's, at the deepest place where they differ."""
    match before, after:
        case dict(), dict():
            both = before.keys() & after.keys()
            return len(before.keys() ^ after.keys()) + sum(changed_keys(before[key], after[key]) for key in both)
        case (list(), list()) | (tuple(), tuple()) if len(before) == len(after):
            return sum(map(changed_keys, before, after))
        case _:
            return int(before != after or type(before) is not type(after))
