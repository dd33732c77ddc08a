"""A rule's fix as edits of text: only what is to change is touched, so that comments, order and quotes stay."""

from __future__ import annotations

from collections.abc import Callable

from partnerkit.diagnostics.diagnostic import Mending, TextEdit
from partnerkit.model.base import Part
from partnerkit.model.fields import Path
from partnerkit.rules.findings import Fix, Replacement
from partnerkit.workspace.records import Place, Record, Sources, Spot


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
    if value.place is None:
        return None if replacement.text is None else _insertion(around, replacement.field, replacement.text)
    if replacement.text is not None:
        return TextEdit(value.file, value.place.start, value.place.end, replacement.text)
    return _removal(value, around)


def _insertion(around: Spot, field: str, text: str) -> TextEdit | None:
    assert around.place is not None  # noqa: S101 - the caller has looked
    start, end = around.place.start, around.place.end
    if around.text[start] == "{":
        at = len(around.text[: end - 1].rstrip())
        comma = "" if around.text[at - 1] in "{," else ","
        return TextEdit(around.file, at, at, f"{comma} {field}: {text}")
    line_end = around.text.find("\n", end)
    at = len(around.text) if line_end < 0 else line_end
    newline = "\n"
    if around.text[at - 1 : at] == "\r":
        at, newline = at - 1, "\r\n"
    indent = " " * (start - (around.text.rfind("\n", 0, start) + 1))
    return TextEdit(around.file, at, at, f"{newline}{indent}{field}: {text}")


def _removal(value: Spot, around: Spot) -> TextEdit | None:
    assert value.place is not None  # noqa: S101 - the caller has looked
    assert around.place is not None  # noqa: S101
    key_start = value.place.key_start
    if key_start is None:
        return None
    text, start, end = value.text, key_start, value.place.end
    if text[around.place.start] == "{":
        after = len(text) - len(text[end:].lstrip())
        if text[after : after + 1] == ",":
            end = len(text) - len(text[after + 1 :].lstrip(" "))
        else:
            start = (
                len(text[:start].rstrip().removesuffix(",").rstrip())
                if "," in text[around.place.start : start]
                else start
            )
        return TextEdit(value.file, start, end, "")
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    # The first key of a list's item shares its line with the hyphen, and a comment behind the value would be lost.
    if text[line_start:start].strip() or text[end:line_end].strip():
        return None
    return TextEdit(value.file, line_start, line_end, "")
