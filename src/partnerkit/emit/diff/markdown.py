"""For a pull request: how much has changed in a line, what is for the worse, and all the rest folded, as Markdown.

What the records say stays text: it opens no link, no tag and no code, and notifies nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.diff.changes import Change, Trend
from partnerkit.emit.diff.api import Compared, counted
from partnerkit.emit.prose import code, escaped, fitting, prose


def emit(compared: Compared) -> Iterable[Piece]:
    """The count, then each record, as many as fit."""
    words = counted(compared.changes)
    head = f"**partnerkit: {escaped(words)}**\n\n"
    head += f"From {escaped(one_line(compared.before.words))} to {escaped(one_line(compared.after.words))}.\n"
    blocks = ["".join(_record(compared, record, changes)) for record, changes in compared.by_record()]
    return fitting(head, blocks, "record")


def _record(compared: Compared, record: str, changes: Sequence[Change]) -> Iterator[str]:
    worse = [one for one in changes if one.kind.trend is Trend.WORSE]
    yield f"\n### {escaped(one_line(compared.title(record)))}\n\n"
    yield from map(_item, worse)
    others = [one for one in changes if one.kind.trend is not Trend.WORSE]
    if others:
        yield "\n" if worse else ""
        yield f"<details><summary>{escaped(counted(others))}</summary>\n\n"
        yield from map(_item, others)
        yield "\n</details>\n"


def _item(one: Change) -> str:
    about = f" ({code(one.subject)})" if one.subject else ""
    return f"- {prose(one_line(one.words))}{about}\n"
