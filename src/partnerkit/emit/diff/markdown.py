"""For a pull request: how much has changed in a line, what is for the worse, and all the rest folded, as Markdown.

What the records say stays text: it opens no link, no tag and no code, and notifies nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.diff.changes import Change, Trend
from partnerkit.emit.api import number
from partnerkit.emit.diff.api import Compared, counted
from partnerkit.emit.prose import code, escaped, prose

LONGEST = 60_000
"""A comment on GitHub holds 65,536 characters; some are left to whoever posts it."""
_RESERVED = 300  # for the line that counts what was left out


def emit(compared: Compared) -> Iterable[Piece]:
    """The count, then each record, as many as fit."""
    words = counted(compared.changes)
    head = f"**partnerkit: {escaped(words)}**\n\n"
    head += f"From {escaped(one_line(compared.before.words))} to {escaped(one_line(compared.after.words))}.\n"
    yield head, "plain"
    left = LONGEST - _RESERVED - len(head)
    blocks = ["".join(_record(compared, record, changes)) for record, changes in compared.by_record()]
    shown = 0
    for block in blocks:
        if len(block) > left:
            break
        left -= len(block)
        shown += 1
        yield block, "plain"
    if shown < len(blocks):
        yield f"\n… and {number(len(blocks) - shown, 'record')} more, left out for want of room.\n", "plain"


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
