"""Activation: the meetings, what they decided, what was to be done, and the working relationship."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.actions import actions, settled
from partnerkit.views.reading.duties import badge
from partnerkit.views.reading.words import counted, listed, said
from partnerkit.views.thread.learners import learners
from partnerkit.views.thread.relationship import contacts, exchanges, feedback, incidents, journal, stakeholders
from partnerkit.views.thread.teaching import cpd, curriculum, events, practices

if TYPE_CHECKING:
    from partnerkit.model.partnership.activate import Action, Meeting
    from partnerkit.views.thread.dossier import Dossier

ACTION_COLUMNS = ("Action", "State", "Due", "Owner", "From", "Evidence")
OPTIONAL = {
    "exchanges": "exchange visits",
    "stakeholders": "stakeholders",
    "feedback": "feedback",
    "curriculum": "changes to what is taught",
    "cpd": "teachers' time in industry",
    "events": "events",
    "practices": "practices",
    "incidents": "incidents",
}


def activation(d: Dossier) -> b.Section:
    """The part of the thread."""
    p = d.partnership
    summary = listed(
        [
            counted(len(p.meetings), "meeting"),
            counted(sum(1 for _ in actions(p)), "action"),
            counted(len(p.contacts), "contact"),
            counted(len(p.learners), "learner"),
        ]
    )
    parts: tuple[b.Block, ...] = (
        d.part("activation-meetings", "Meetings and decisions", ("meetings",), *_meetings(d), *_decisions(d)),
        d.part("activation-actions", "Actions", ("actions",), *_actions(d)),
        d.part("activation-contacts", "Stakeholders and contacts", ("contacts",), stakeholders(d), *contacts(d)),
        d.part("activation-learners", "Learners", ("learners",), *learners(d)),
        *(part for part in _others(d) if part.blocks),
        d.part("activation-journal", "Journal", ("journal",), *journal(d)),
        *blanks.optional(p, OPTIONAL),
    )
    return d.thread(5, "activation", "Activation", summary, parts)


def _others(d: Dossier) -> tuple[b.Section, ...]:
    return (
        d.part("activation-exchanges", "Exchange visits", (), *exchanges(d)),
        d.part("activation-feedback", "Feedback, and what was done about it", (), feedback(d)),
        d.part("activation-curriculum", "Changes to what is taught", (), curriculum(d)),
        d.part("activation-cpd", "Teachers' time in industry", (), cpd(d)),
        d.part("activation-events", "Events", (), events(d)),
        d.part("activation-practices", "Ways of working together", (), practices(d)),
        d.part("activation-incidents", "Incidents", (), incidents(d)),
    )


def _meetings(d: Dossier) -> tuple[b.Block, ...]:
    newest = sorted(d.partnership.meetings, key=lambda meeting: (meeting.on, meeting.id), reverse=True)
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


def _decisions(d: Dossier) -> tuple[b.Block, ...]:
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
        for meeting, decision in decided
    )
    captions = ("Decisions, newest first", "earlier decisions")
    return c.long_table(captions, ("Decision", "Where", "Day", "Decided by"), rows)


def _actions(d: Dossier) -> tuple[b.Block, ...]:
    """The open actions, overdue first; the settled ones folded."""
    ordered = sorted(actions(d.partnership), key=lambda pair: _order(d, pair[1]))
    open_ = tuple(_action(d, meeting, action) for meeting, action in ordered if not settled(action))
    closed = tuple(_action(d, meeting, action) for meeting, action in ordered if settled(action))
    blocks: list[b.Block] = []
    if open_:
        blocks.append(c.table("Open actions, overdue first", ACTION_COLUMNS, open_))
    elif closed:
        blocks.append(b.Paragraph("No action is open."))
    if closed:
        table = c.table("Actions done or dropped, newest first", ACTION_COLUMNS, closed)
        blocks.append(b.Fold(f"{counted(len(closed), 'action')} done or dropped", (table,)))
    return tuple(blocks)


def _order(d: Dossier, action: Action) -> tuple[bool, int, str]:
    """Open before settled; open ones by their day, those without one after; settled ones newest first."""
    if settled(action):
        return True, -(action.done_on or action.due or d.as_of).toordinal(), action.id
    return False, action.due.toordinal() if action.due else d.as_of.max.toordinal(), action.id


def _action(d: Dossier, meeting: Meeting | None, action: Action) -> b.Row:
    if settled(action):
        word = said(action.status or "done")
        state: b.Run = (
            b.Badge(word, "good" if word == "done" else "plain"),
            " ",
            c.day(action.done_on, "day not recorded"),
        )
    elif action.due:
        state = badge(action.due, d.as_of)
    else:
        state = b.Badge("open", "caution")
    origin: list[b.Run] = []
    if meeting:
        origin.append((b.Link("Meeting", b.anchor("meetings", meeting.id)), b.Quiet(" on "), b.Day(meeting.on)))
    if action.from_:
        origin.append(d.names.link("*", action.from_))
    return b.Row(
        (
            b.Words(action.text),
            state,
            c.day(action.due),
            c.person(d.names, action.owner),
            b.Lines(tuple(origin)) if origin else b.Missing("not recorded"),
            c.evidence(d.names, action.evidence, "none"),
        ),
        b.anchor("actions", action.id),
    )
