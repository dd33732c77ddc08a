"""What was to be done, by whom and by when, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.actions import actions, settled
from partnerkit.views.reading.duties import ENDED, badge
from partnerkit.views.reading.words import counted, said

if TYPE_CHECKING:
    from partnerkit.model.partnership.activate import Action, Meeting
    from partnerkit.views.thread.dossier import Dossier

ACTION_COLUMNS = ("Action", "State", "Due", "Owner", "From", "Evidence")


def action_log(d: Dossier, most: int | None = None) -> tuple[b.Block, ...]:
    """The open actions, overdue first; the settled ones folded. Of either only so many, if there is a `most`."""
    ordered = sorted(actions(d.partnership), key=lambda pair: _order(d, pair[1]))
    unsettled = [pair for pair in ordered if not settled(pair[1])][:most]
    open_ = tuple(_action(d, meeting, action) for meeting, action in unsettled)
    done = [pair for pair in ordered if settled(pair[1])][:most]
    closed = tuple(_action(d, meeting, action) for meeting, action in done)
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
    elif action.due and d.partnership.status not in ENDED:
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
