"""For minutes, an issue or a message: what is to be judged or approved again, as lists, as Markdown.

What the records say stays text: it opens no link, no tag and no code, and notifies nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit.prose import escaped, fitting, prose
from partnerkit.emit.renewals.api import Renewal, Renewals, by_people, said_change, said_counts, said_head, said_when

FOR_PROGRAMS = False


def emit(made: Renewals) -> Iterable[Piece]:
    """How much there is, then as many as fit."""
    head = "" if made.quiet else f"## {_plain(said_head(made))}\n\n{_plain(said_counts(made))}\n"
    return fitting(head, list(_entries(made)), "renewal")


def _plain(text: str) -> str:
    return escaped(one_line(text))


def _entries(made: Renewals) -> Iterator[str]:
    """One each, with the heading it begins."""
    for people, renewals in by_people(made):
        above = f"\n### {_plain(people)}\n\n"
        for one in renewals:
            yield above + "".join(_lines(one))
            above = ""


def _lines(one: Renewal) -> Iterator[str]:
    yield f"- **{_plain(one.words)}** · {_plain(one.title)} · {_plain(said_when(one))}\n"
    yield from (f"  - {_plain(said_change(each))}\n" for each in one.changed)
    yield f"  - {prose(one_line(one.remedy))}\n"
