"""A calendar of everything dated, for any calendar program: RFC 5545, an event of whole days for each date.

Events, not to-dos: half of the programs leave to-dos out when they import. An event keeps its identifier while its day
and its wording change, so that importing the file again moves it and adds nothing; a later export always wins over an
earlier one. What has been settled says so in its title, and what is off is cancelled. Nobody is invited, no address is
told, and no day is blocked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from partnerkit.diagnostics.text import visible
from partnerkit.views.api import Context
from partnerkit.views.dated import Dated, dated
from partnerkit.views.making import dossiers
from partnerkit.views.reading.pages import workspace_title
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, listed, shortened
from partnerkit.views.thread.dossier import Dossier
from partnerkit.workspace.workspace import Workspace

SUFFIX = ".ics"
LONGEST = 75
"""So many bytes fit on a line; a longer one goes on in the next, after a space."""
WITHIN = 0x80
"""The upper two bits of a byte within a character."""
FIRST_DAY = date(2000, 1, 1)
LONGEST_TITLE = 200


def export(workspace: Workspace, context: Context) -> bytes:
    """The calendar of the partnerships that are asked for."""
    entries = ((d, entry) for d in dossiers(workspace, context) for entry in dated(d))
    return calendar(workspace, workspace_title(workspace), entries)


def calendar(workspace: Workspace, name: str, entries: Iterable[tuple[Dossier, Dated]]) -> bytes:
    """A calendar of some dates, each of a partnership; `name` is what programs call it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//partnerkit//partnerkit export//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    home = workspace.configuration.owner or "workspace"
    for d, entry in entries:
        lines += _event(d, entry, home)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(d: Dossier, entry: Dated, home: str) -> Iterator[str]:
    stamp = f"{d.as_of:%Y%m%d}T000000Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{d.record.id}.{entry.key}@{home}.partnerkit"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    # Of two events with the same identifier the higher number wins, so it counts the days.
    yield f"SEQUENCE:{max(0, (d.as_of - FIRST_DAY).days)}"
    yield f"DTSTART;VALUE=DATE:{_day(entry.first)}"
    if entry.last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(entry.last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(_title(d, entry))}"
    yield f"DESCRIPTION:{_text(_description(d, entry))}"
    yield f"CATEGORIES:{_text(capital(entry.kind))}"
    yield f"STATUS:{'CANCELLED' if entry.is_off else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _title(d: Dossier, entry: Dated) -> str:
    state = f"{capital(entry.state)}: " if entry.state else ""
    return f"{state}{shortened(entry.what, LONGEST_TITLE)} ({title_of(d.partnership)})"


def _description(d: Dossier, entry: Dated) -> str:
    people = listed([d.names.name("people", reference) for reference in entry.who])
    lines = (
        capital(entry.kind),
        title_of(d.partnership),
        f"Seen to by {people}" if people else "",
        "" if entry.is_occasion else f"As of {d.as_of.isoformat()}: {entry.state or 'open'}",
    )
    return "\n".join(line for line in lines if line)


def _day(on: date) -> str:
    return on.isoformat().replace("-", "")


def _text(text: str) -> str:
    """A text as a value: what means something to the format is escaped, and what nobody can see is written out."""
    shown = visible(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return shown.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A line in the pieces that fit, none of which begins or ends within a character."""
    raw = line.encode("utf-8")
    pieces, start, room = [], 0, LONGEST
    while start < len(raw):
        end = start + room
        while end < len(raw) and raw[end] & 0xC0 == WITHIN:
            end -= 1
        pieces.append(raw[start:end])
        # The space takes a place in all lines but the first.
        start, room = end, LONGEST - 1
    return b"\r\n ".join(pieces) + b"\r\n"
