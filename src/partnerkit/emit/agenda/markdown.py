"""For minutes, an issue or a message: the agenda as lists, as Markdown.

What the records say stays text: it opens no link, no tag and no code, and notifies nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit.agenda.api import heading, named_all, said_counts, said_day, said_what, said_where, said_whose
from partnerkit.emit.prose import escaped, fitting
from partnerkit.views.agenda import Agenda, Entry, Week
from partnerkit.views.engaging.unmet import Unmet
from partnerkit.views.reading.titles import title_of

FOR_PROGRAMS = False


def emit(agenda: Agenda) -> Iterable[Piece]:
    """How much there is, then as many entries as fit, and whom a person has not met."""
    head = f"## {_plain(said_whose(agenda))}\n\n{_plain(said_counts(agenda))}.\n"
    met = "".join(_unmet(agenda.unmet)) if agenda.unmet is not None else ""
    return fitting(head, list(_entries(agenda)), "entry", "entries", met)


def _plain(text: str) -> str:
    return escaped(one_line(text))


def _entries(agenda: Agenda) -> Iterator[str]:
    """An entry each, with the headings it begins."""
    for week in agenda.weeks:
        above = f"\n### {_plain(heading(week))}\n"
        for people, entries in week.groups:
            above += f"\n#### {_plain(named_all(people))}\n\n"
            for entry in entries:
                yield above + _entry(entry, week)
                above = ""


def _entry(entry: Entry, week: Week) -> str:
    return f"- **{said_day(entry, week)}** {_plain(said_what(entry))} · {_plain(said_where(entry))}\n"


def _unmet(all_: tuple[Unmet, ...]) -> Iterator[str]:
    if not all_:
        yield "\n### Not met, or not lately: nobody\n"
        return
    yield "\n### Not met, or not lately\n\n"
    for one in all_:
        yield f"- {_plain(one.name)} · {_plain(title_of(one.dossier.partnership))} · {one.words}\n"
