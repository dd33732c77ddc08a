"""Meetings with attendance by partner, what they decided, and every action with the overdue ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.rules.meetings._meetings import by_body, held, inquorate, is_settled
from partnerkit.rules.words import days_after
from partnerkit.views import blocks as b
from partnerkit.views.attending import attendance
from partnerkit.views.making import Told, each
from partnerkit.views.opening import missing, open_dates, upcoming
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.actions import actions
from partnerkit.views.reading.duties import ENDED, Duty
from partnerkit.views.reading.judging import found, subject_of, told
from partnerkit.views.reading.lengths import beyond
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed
from partnerkit.views.thread.actions import action_log
from partnerkit.views.thread.meetings import decisions, meetings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from partnerkit.model.partnership.activate import Action
    from partnerkit.views.api import Context
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Meetings and actions"
PLACE = 40

EXPECTED = ("bodies", "meetings", "actions")
RULES = (
    "immortal-action", "action-incomplete", "not-quorate-decision", "one-sided-decision", "minutes-missing",
    "meeting-overdue", "joint-meeting-missing",
)  # fmt: skip
MOST = 120
"""So many meetings, decisions and actions are shown, the newest first: ten years of meetings, a month apart."""
SOURCES: Mapping[str, str] = {
    "risks": "A risk",
    "reviews": "A review",
    "lessons": "A lesson of a review",
    "recommendations": "A recommendation of a review",
    "feedback": "Feedback",
    "incidents": "An incident",
    "exchanges": "An exchange visit",
    "contacts": "A contact with a stakeholder",
    "evaluations": "An evaluation",
    "journal": "A journal entry",
}


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "log", TITLE, _tell)


def _tell(d: Dossier) -> Told:
    return Told(_verdict(d), tuple(_opening(d)), tuple(_sections(d)))


def _hidden(d: Dossier) -> bool:
    return is_withheld(d.partnership, "meetings")


# ---------------------------------------------------------------------- the first screen


def _verdict(d: Dossier) -> b.Run:
    if _hidden(d):
        return b.Strong("The meetings and what they agreed are withheld from the readers of this page.")
    if not d.partnership.meetings and not any(True for _ in actions(d.partnership)):
        none = blanks.blank(d.partnership, "meetings")
        return (
            b.Strong("No meeting and no action is on record"),
            f". {none.note.replace('It is', 'They are')}" if none and none.note else ".",
        )
    return (*_met(d), " ", _decided(d), " ", closure(d))


def _met(d: Dossier) -> tuple[b.Inline, ...]:
    """How often the partners met, since when and when last."""
    past = held(subject_of(d))
    if not past:
        return (b.Strong("No meeting is on record"), ".")
    if len(past) == 1:
        return (b.Strong("1 meeting"), " on ", b.Day(past[0].on), ".")
    return (b.Strong(f"{len(past)} meetings"), " since ", b.Day(past[0].on), ", the last on ", b.Day(past[-1].on), ".")


def _decided(d: Dossier) -> str:
    subject = subject_of(d)
    deciding = [meeting for meeting in held(subject) if meeting.decisions]
    made = sum(len(meeting.decisions) for meeting in deciding)
    doubted = sum(len(meeting.decisions) for meeting in deciding if inquorate(subject, meeting))
    if not made:
        return "No decision is on record."
    without = f", {doubted} of them without a quorum" if doubted else ""
    return f"{capital(counted(made, 'decision'))}{without}."


def closure(d: Dossier) -> str:
    """How many actions are settled, how many of those done by their day, and how many are open and overdue."""
    all_ = [action for _, action in actions(d.partnership)]
    if not all_:
        return "No action is on record."
    done = [action for action in all_ if is_settled(action) and action.status != "dropped"]
    dropped = sum(action.status == "dropped" for action in all_)
    open_ = len(all_) - len(done) - dropped
    timely = sum(bool(action.due and action.done_on and action.done_on <= action.due) for action in done)
    dated = sum(bool(action.due and action.done_on) for action in done)
    parts = [f"{len(done) or 'none'} done" + (f" ({timely} of {dated} by their day)" if dated else "")]
    parts += [f"{dropped} dropped"] if dropped else []
    late = f", {len(_overdue(d)) or 'none'} of them overdue" if open_ and d.partnership.status not in ENDED else ""
    parts.append(f"{open_ or 'none'} open{late}")
    return f"{capital(counted(len(all_), 'action'))}: {listed(parts)}."


def _overdue(d: Dossier) -> list[Action]:
    """The open actions whose day has passed; nothing is overdue where the partnership is over."""
    if d.partnership.status in ENDED:
        return []
    return [
        action for _, action in actions(d.partnership) if action.due and action.due < d.as_of and not is_settled(action)
    ]


def _opening(d: Dossier) -> Iterator[b.Block]:
    if not _hidden(d) and (d.partnership.meetings or d.partnership.actions):
        yield _figures(d)
    dates = sorted((*open_dates(d, {"action"}), *_meetings_due(d)), key=lambda duty: (duty.on, duty.kind, duty.what))
    nothing = "No action with a day is open, and no next meeting can be worked out from how often the bodies meet."
    if _hidden(d):
        nothing = "What is open is withheld from the readers of this page."
    yield upcoming(d, tuple(dates), nothing)
    yield missing(d, EXPECTED, _found(d))


def _figures(d: Dossier) -> b.Figures:
    all_ = [action for _, action in actions(d.partnership)]
    open_ = sum(not is_settled(action) for action in all_)
    late = len(_overdue(d))
    outlived = found(d.look, "immortal-action")
    past = held(subject_of(d))
    figures: tuple[b.Figure, ...] = (
        b.Figure(str(len(past)), "meetings held", "", "activation-meetings"),
        b.Figure(
            f"{sum(meeting.minutes is not None for meeting in past)} of {len(past)}", "meetings with minutes", "",
            "activation-meetings",
        ),
        b.Figure(str(sum(len(meeting.decisions) for meeting in past)), "decisions", "", "decisions"),
        b.Figure(str(open_), "open actions", f"of {len(all_)} in all", "activation-actions"),
        b.Figure(str(late), "overdue", "", "next", "alert" if late else "good"),
    )  # fmt: skip
    if outlived:
        figures += (b.Figure(str(len(outlived)), "actions that outlived their meetings", "", "missing", "caution"),)
    return b.Figures(figures)


def _meetings_due(d: Dossier) -> Iterator[Duty]:
    """The day by which each body is to meet again, by its own terms."""
    if d.partnership.status in ENDED or d.partnership.status == "paused" or _hidden(d):
        return
    past = by_body(subject_of(d))
    for body in d.partnership.bodies:
        if body.cadence_days and body.id in past:
            last = past[body.id][-1].on
            what = f"Next meeting: {title_of(body)} (at least every {counted(body.cadence_days, 'day')})"
            chair = (body.chair,) if body.chair else ()
            yield Duty(days_after(last, body.cadence_days), "meeting", what, b.anchor("bodies", body.id), chair)


def _found(d: Dossier) -> tuple[b.Run, ...]:
    """What the rules find, but for what the blanks say already."""
    rules = RULES if d.partnership.meetings else tuple(rule for rule in RULES if rule != "joint-meeting-missing")
    return told(d.record, found(d.look, *rules))


# ---------------------------------------------------------------------- the rest


def _sections(d: Dossier) -> Iterator[b.Section]:
    subject = subject_of(d)
    d.names.start()
    yield d.part("activation-actions", "Actions", ("actions",), *_actions(d))
    d.names.start()
    all_ = d.partnership.meetings
    yield d.part(
        "activation-meetings", "Meetings", ("meetings",), *attendance(d, subject, MOST), *meetings(d, MOST),
        beyond(d.record.id, len(all_), MOST, "meetings"),
    )  # fmt: skip
    d.names.start()
    recorded = decisions(d, MOST)
    if recorded:
        more = beyond(d.record.id, sum(len(meeting.decisions) for meeting in all_), MOST, "decisions")
        yield c.section("decisions", "Decisions", *recorded, more)


def _actions(d: Dossier) -> tuple[b.Block | None, ...]:
    log = action_log(d, MOST)
    if not log:
        return ()
    settled = sum(is_settled(action) for _, action in actions(d.partnership))
    open_ = sum(not is_settled(action) for _, action in actions(d.partnership))
    more = (
        beyond(d.record.id, open_, MOST, "open actions, the most overdue first"),
        beyond(d.record.id, settled, MOST, "actions done or dropped, the newest first"),
    )
    return (b.Paragraph(closure(d)), *log, *more, sources(d))


def sources(d: Dossier) -> b.Table:
    """What the actions came of, with how many of each are open and overdue."""
    counts: dict[str, list[Action]] = {}
    for meeting, action in actions(d.partnership):
        counts.setdefault(_source(d, action, agreed=meeting is not None), []).append(action)
    late = {id(action) for action in _overdue(d)}
    rows = (
        b.Row(
            (
                source,
                str(len(held_)),
                str(sum(not is_settled(action) for action in held_)),
                str(sum(id(action) in late for action in held_)),
            )
        )
        for source, held_ in sorted(counts.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )
    columns = ("What gave rise to it", "Actions", "Open", "Overdue")
    return c.table("Where the actions come from", columns, rows, digits=columns[1:])


def _source(d: Dossier, action: Action, *, agreed: bool) -> str:
    item = d.names.item("*", action.from_) if action.from_ else None
    if item is not None:
        return SOURCES.get(item.collection, capital(item.collection.replace("_", " ")))
    return "A meeting, with no other cause named" if agreed else "Between meetings, with no cause named"
