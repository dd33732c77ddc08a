"""For people at a terminal of 80 columns: what is to be judged or approved again, under who did it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkit.diagnostics.text import Piece, Style
from partnerkit.emit.lines import wrapped
from partnerkit.emit.renewals.api import Renewal, Renewals, by_people, said_change, said_counts, said_head, said_when

FOR_PROGRAMS = False
COLUMNS = 80


def emit(made: Renewals) -> Iterable[Piece]:
    """How much there is, then each with what has changed and what to do."""
    if not made.quiet:
        yield from _paragraph(said_head(made), "strong")
        yield from _paragraph(said_counts(made), "warning" if made.found else "plain")
    first = made.quiet
    for people, renewals in by_people(made):
        yield "" if first else "\n", "plain"
        first = False
        yield from _paragraph(people, "info")
        for one in renewals:
            yield from _renewal(one)


def _renewal(one: Renewal) -> Iterator[Piece]:
    yield from _paragraph(one.words, "strong", "  ")
    yield from _paragraph(f"{one.title} ({one.partnership}); {said_when(one)}", "plain", "    ")
    for each in one.changed:
        yield from _paragraph(said_change(each), "warning", "    - ", "      ")
    yield from _paragraph(one.remedy, "help", "    ")


def _paragraph(text: str, style: Style, indent: str = "", further: str | None = None) -> Iterator[Piece]:
    for at, line in enumerate(wrapped(text, COLUMNS - len(indent))):
        yield f"{further if at and further is not None else indent}{line}\n", style
