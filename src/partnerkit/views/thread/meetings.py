"""The meetings of a partnership, and what they decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c

if TYPE_CHECKING:
    from partnerkit.model.partnership.activate import Meeting
    from partnerkit.views.thread.dossier import Dossier


def meetings(d: Dossier, most: int | None = None) -> tuple[b.Block, ...]:
    """The meetings, newest first; only so many, if there is a `most`."""
    newest = sorted(d.partnership.meetings, key=lambda meeting: (meeting.on, meeting.id), reverse=True)[:most]
    return c.long_table(
        ("Meetings, newest first", "earlier meetings"),
        ("Meeting", "Day", "Present", "Apologies", "Minutes"),
        (_meeting(d, meeting) for meeting in newest),
    )


def _meeting(d: Dossier, meeting: Meeting) -> b.Row:
    body = d.names.link("bodies", meeting.body) if meeting.body else b.Missing("no body named")
    quorate = {True: "quorate", False: "not quorate", None: ""}[meeting.quorate]
    return b.Row(
        (
            b.Lines(((body, b.Quiet(f" ({quorate})" if quorate else "")), *map(b.Quiet, meeting.agenda))),
            b.Day(meeting.on),
            c.people_in_line(d.names, meeting.present, "not recorded"),
            c.people_in_line(d.names, meeting.apologies, "none recorded"),
            c.evidence(d.names, (meeting.minutes,) if meeting.minutes else (), "no minutes"),
        ),
        b.anchor("meetings", meeting.id),
    )


def decisions(d: Dossier, most: int | None = None) -> tuple[b.Block, ...]:
    """The decisions, newest first; only so many, if there is a `most`."""
    decided = [
        (meeting, decision)
        for meeting in sorted(d.partnership.meetings, key=lambda meeting: (meeting.on, meeting.id), reverse=True)
        for decision in meeting.decisions
    ]
    rows = (
        b.Row(
            (
                b.Words(decision.text),
                b.Link("Meeting", b.anchor("meetings", meeting.id)),
                b.Day(meeting.on),
                d.names.organisations(decision.by) or b.Missing("not recorded"),
            ),
            b.anchor("decisions", decision.id),
        )
        for meeting, decision in decided[:most]
    )
    captions = ("Decisions, newest first", "earlier decisions")
    return c.long_table(captions, ("Decision", "Where", "Day", "Decided by"), rows)
