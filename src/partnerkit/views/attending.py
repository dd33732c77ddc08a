"""Who came to which meeting, partner by partner, and whether it could decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.rules.meetings._meetings import body_of, expected, held, inquorate
from partnerkit.rules.subject import SUPPORTING_ROLES
from partnerkit.views import blocks as b
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.model.partnership.activate import Meeting
    from partnerkit.rules.subject import Subject
    from partnerkit.views.thread.dossier import Dossier

FIRST_MEETINGS = 12
SPARE = 3
NOTE = (
    "A number is how many people came for the partner. Nobody: the partner was to be there, and nobody from it is "
    "recorded as present. An empty cell is a partner that was not to be there."
)


def attendance(d: Dossier, subject: Subject, most: int) -> tuple[b.Block, ...]:
    """The newest meetings by partners, at most so many; the older ones folded. Nothing where none was held."""
    newest = tuple(reversed(held(subject)))[:most]
    if not newest:
        return ()
    partners = _partners(subject)
    if len(newest) <= FIRST_MEETINGS + SPARE:
        return (_grid(d, subject, partners, newest, "Attendance by partner, newest first"),)
    first, rest = newest[:FIRST_MEETINGS], newest[FIRST_MEETINGS:]
    older = _grid(d, subject, partners, rest, "Attendance at earlier meetings")
    return (
        _grid(d, subject, partners, first, "Attendance by partner, newest first"),
        b.Fold(f"Attendance at {counted(len(rest), 'earlier meeting')}", (older,)),
    )


def _partners(subject: Subject) -> tuple[str, ...]:
    """The ids of the partners, those that have left among them: not funders, not associates."""
    bound = (partner.organisation for partner in subject.part.partners if partner.role not in SUPPORTING_ROLES)
    return tuple(found.id if (found := subject.organisation(one)) else one for one in bound)


def _grid(d: Dossier, subject: Subject, partners: Sequence[str], meetings: Sequence[Meeting], label: str) -> b.Grid:
    columns = [_column(subject, partner, meetings) for partner in partners]
    columns += [b.GridColumn("Quorum", "Quorum"), b.GridColumn("Minutes", "Minutes")]
    rows = tuple(_row(d, subject, partners, meeting) for meeting in meetings)
    return b.Grid(label, "Meeting", tuple(columns), rows, "Present", NOTE)


def _column(subject: Subject, partner: str, meetings: Sequence[Meeting]) -> b.GridColumn:
    due = [meeting for meeting in meetings if meeting.present and partner in expected(subject, meeting)]
    came = sum(partner in subject.organisations_present(meeting.present) for meeting in due)
    name = subject.name(partner)
    return b.GridColumn(name, name, f"{came} of {counted(len(due), 'meeting')}" if due else "")


def _row(d: Dossier, subject: Subject, partners: Sequence[str], meeting: Meeting) -> b.GridRow:
    body = body_of(subject, meeting)
    label = (b.Link(title_of(body) if body else "Meeting", b.anchor("meetings", meeting.id)), " on ", b.Day(meeting.on))
    cells = (
        *(_cell(subject, partner, meeting) for partner in partners),
        _quorum(subject, meeting),
        _minutes(d, meeting),
    )
    came = counted(len(meeting.present), "person", "people") if meeting.present else ""
    return b.GridRow(label, cells, total=came)


def _cell(subject: Subject, partner: str, meeting: Meeting) -> b.GridCell | None:
    came = sum(subject.organisation_of(person) == partner for person in meeting.present)
    if came:
        return b.GridCell(str(came), "good")
    if partner not in expected(subject, meeting):
        return None
    if not meeting.present:
        return b.GridCell("not recorded", "caution")
    sorry = any(subject.organisation_of(person) == partner for person in meeting.apologies)
    return b.GridCell("nobody, with apologies" if sorry else "nobody", "alert")


def _quorum(subject: Subject, meeting: Meeting) -> b.GridCell:
    """What the minutes say, and else what the numbers say; that they agree is for the rules to see."""
    body = body_of(subject, meeting)
    if inquorate(subject, meeting):
        return b.GridCell("no", "alert")
    if meeting.quorate:
        return b.GridCell("yes", "good")
    if body is not None and body.quorum is not None and meeting.present:
        return b.GridCell("yes, by numbers", "good")
    return b.GridCell("not recorded", "caution" if meeting.decisions else "plain")


def _minutes(d: Dossier, meeting: Meeting) -> b.GridCell:
    if meeting.minutes is None:
        return b.GridCell("none", "caution")
    item = d.names.item("evidence", meeting.minutes)
    return b.GridCell("minutes", "plain", b.Link("minutes", b.anchor("evidence", item.id)) if item else None)
