"""Engagement: who matters, who was seen and who was not, what people said, and what was done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.engaging.appointments import (
    Appointment,
    appointment_table,
    appointments,
    contact_duties,
    mapped,
    year,
)
from partnerkit.views.engaging.reach import rungs, spread, told, unnamed, unreached
from partnerkit.views.making import Told, each, kept_back
from partnerkit.views.opening import missing, upcoming
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED
from partnerkit.views.reading.judging import found, to_mend
from partnerkit.views.reading.lengths import MOST_ITEMS, MOST_ROWS, beyond, points
from partnerkit.views.reading.stages import position
from partnerkit.views.reading.words import capital, counted
from partnerkit.views.thread.relationship import contacts, feedback, stakeholders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from partnerkit.model.partnership.who import Stage
    from partnerkit.rules.findings import Finding
    from partnerkit.views.api import Context
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Engagement"
PLACE = 45
PARTS = ("stakeholders", "contacts", "feedback")
DUE: dict[str, tuple[Stage, str]] = {
    "stakeholders": ("activate", "No stakeholder: nobody is named whose support is needed"),
    "feedback": ("run", "No feedback: nothing is recorded of what people say"),
}
"""What is missing where there is none, and from which stage; the rubric of relationship practice asks it then."""
RULES: dict[str, tuple[str, ...]] = {
    "map": ("key-player-unmapped",),
    "appointments": ("contact-overdue", "stakeholder-never-contacted"),
    "feedback": ("feedback-unanswered",),
}
NAMES = {"map": "the map of stakeholders", "appointments": "the contacts", "feedback": "the answers to feedback"}

Judged = dict[str, tuple["Finding", ...]]
"""What the rules find in each part."""


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "engagement", TITLE, _tell)


def _tell(d: Dossier) -> Told:
    p = d.partnership
    if any(is_withheld(p, part) for part in PARTS):
        return kept_back("Stakeholders, contacts and feedback")
    all_ = appointments(d)
    dates = contact_duties(d, all_)
    judged = {part: found(d.look, *rules) for part, rules in RULES.items()}
    opening = (
        *((_figures(d, all_),) if any(getattr(p, part) for part in PARTS) else ()),
        upcoming(d, dates[:MOST_ROWS], "The record agrees on no next contact: nothing is due, and nothing is overdue."),
        *_unseen(d, all_),
        missing(d, ("contacts",), tuple(_wanting(d, judged))),
    )
    return Told(_verdict(d, all_), opening, tuple(_sections(d, all_, judged)))


# ---------------------------------------------------------------------- the first screen


def _verdict(d: Dossier, all_: tuple[Appointment, ...]) -> b.Run:
    p = d.partnership
    if not any(getattr(p, part) for part in PARTS):
        return b.Strong("The record holds no stakeholder, no contact and no feedback.")
    return (b.Strong(f"{capital(counted(len(p.stakeholders), 'stakeholder'))}{_seen(d, all_)}."), f" {_answered(d)}")


def _seen(d: Dossier, all_: tuple[Appointment, ...]) -> str:
    """Who is overdue and who was never seen, as the end of a sentence."""
    if not all_:
        return ""
    late = sum(one.state == "overdue" for one in all_)
    never = sum(one.state == "never seen" for one in all_)
    if d.partnership.status in ENDED:
        return f", {never or 'none'} of them never seen"
    return f": {late or 'none'} overdue to be seen, {never or 'none'} never seen"


def _answered(d: Dossier) -> str:
    given = d.partnership.feedback
    if not given:
        return "No feedback is recorded."
    closed = sum(_is_closed(d, one.closed_on) for one in given)
    return f"{closed or 'None'} of {counted(len(given), 'piece')} of feedback closed with the person who gave it."


def _is_closed(d: Dossier, on: date | None) -> bool:
    return on is not None and on <= d.as_of


def _figures(d: Dossier, all_: tuple[Appointment, ...]) -> b.Figures:
    p = d.partnership
    late = sum(one.state == "overdue" for one in all_)
    never = sum(one.state == "never seen" for one in all_)
    on_time, due = sum(len(one.kept.on_time) for one in all_), sum(one.kept.due for one in all_)
    closed = sum(_is_closed(d, one.closed_on) for one in p.feedback)
    of = f"of {counted(len(p.stakeholders), 'stakeholder')}"
    return b.Figures(
        (
            *(
                (
                    b.Figure(str(late), "overdue to be seen", of, "next", "alert" if late else "plain"),
                    b.Figure(str(never), "never seen", of, "appointments", "caution" if never else "plain"),
                )
                if all_
                else ()
            ),
            b.Figure(str(len(p.contacts)), "contacts", "", "activation-contacts"),
            *((b.Figure(f"{on_time} of {due}", "contacts on time", "of those due", "appointments"),) if due else ()),
            b.Figure(f"{closed} of {len(p.feedback)}", "pieces of feedback closed", "", "feedback"),
        )
    )


def _unseen(d: Dossier, all_: tuple[Appointment, ...]) -> Iterator[b.Callout]:
    """Who is on the map and was never seen: there is no day by which to see them, so they would be forgotten."""
    never = [one for one in all_ if one.state == "never seen"]
    if never and d.partnership.status not in ENDED:
        runs = tuple((_named(one), b.Quiet(_owner(d, one))) for one in never)
        yield b.Callout("caution", f"{capital(counted(len(never), 'stakeholder'))} never seen", points(runs))


def _named(one: Appointment) -> b.Link:
    return b.Link(one.name, b.anchor("stakeholders", one.stakeholder.id))


def _owner(d: Dossier, one: Appointment) -> str:
    owner = one.stakeholder.owner
    return f", to be seen by {d.names.name('people', owner)}" if owner else ", and nobody is named to see them"


def _wanting(d: Dossier, judged: Judged) -> Iterator[b.Run]:
    for part, (stage, words) in DUE.items():
        reached = position(d.partnership.stage) >= position(stage)
        if reached and not getattr(d.partnership, part) and part not in d.partnership.not_applicable:
            yield b.joined(words, b.Quiet(f", due from stage {position(stage)}, {stage}"))
    for said in unreached(d):
        yield b.Link(said, "reach")
    for part, findings in judged.items():
        if findings:
            yield b.Link(f"{capital(counted(len(findings), 'thing'))} to mend in {NAMES[part]}", part)


# ---------------------------------------------------------------------- the parts


def _sections(d: Dossier, all_: tuple[Appointment, ...], judged: Judged) -> Iterator[b.Section]:
    """Each part of which the record holds anything, or that is due."""
    for part in (_mapped, _appointed, _reached, _said, _answers, _climbed):
        d.names.start()
        section = part(d, all_, judged)
        if section.blocks:
            yield section


def _mapped(d: Dossier, all_: tuple[Appointment, ...], judged: Judged) -> b.Section:
    return c.section("map", "Who matters, and how much", *_map(d, all_, judged))


def _appointed(d: Dossier, all_: tuple[Appointment, ...], judged: Judged) -> b.Section:
    blocks = (
        *appointment_table(d, all_[:MOST_ROWS]),
        beyond(d.record.id, len(all_), MOST_ROWS, "stakeholders"),
        year(d, all_[:MOST_ITEMS]),
        told(d, "appointments") if all_ else None,
        unnamed(d) if any(one.state == "never seen" for one in all_) else None,
        _mend(d, judged, "appointments"),
    )
    return c.section("appointments", "Who is to be seen, and when", *blocks)


def _reached(d: Dossier, _: tuple[Appointment, ...], __: Judged) -> b.Section:
    blocks = (*spread(d), told(d, "reach"), unnamed(d)) if _is_begun(d) else ()
    return c.section("reach", "Who has been reached", *blocks)


def _said(d: Dossier, _: tuple[Appointment, ...], __: Judged) -> b.Section:
    return d.part("activation-contacts", "What was said, contact by contact", ("contacts",), *contacts(d))


def _answers(d: Dossier, _: tuple[Appointment, ...], judged: Judged) -> b.Section:
    blocks: tuple[b.Block | None, ...] = blanks.optional(d.partnership, {"feedback": "feedback, and what was done"})
    if d.partnership.feedback:
        blocks = (feedback(d), told(d, "feedback"), _mend(d, judged, "feedback"))
    return c.section("feedback", "You said, we did", *blocks)


def _climbed(d: Dossier, _: tuple[Appointment, ...], __: Judged) -> b.Section:
    return c.section("ladder", "How far each employer has come", *(rungs(d) if _is_begun(d) else ()))


def _is_begun(d: Dossier) -> bool:
    """Whether the record holds anything that people did together."""
    p = d.partnership
    return bool(p.contacts or p.meetings or p.exchanges or p.feedback)


def _map(d: Dossier, all_: tuple[Appointment, ...], judged: Judged) -> Iterator[b.Block | None]:
    kept_from = sum(is_withheld(one, "power") or is_withheld(one, "interest") for one in d.partnership.stakeholders)
    if d.look is None or not d.partnership.stakeholders:
        yield stakeholders(d)
        yield from blanks.optional(d.partnership, {"stakeholders": "stakeholders, and how much they matter"})
        return
    high = d.look.limit("key-player-level-least").whole
    picture = mapped(d, all_[:MOST_ROWS], high)
    if picture:
        yield picture
    elif kept_from:
        yield b.Blank("Power and interest: what the record holds here is not for the readers of this page.", "withheld")
    else:
        yield b.Blank("Power and interest of the stakeholders.", "optional")
    yield None if kept_from else _mend(d, judged, "map")


def _mend(d: Dossier, judged: Judged, part: str) -> b.Callout | None:
    return to_mend(d.record, judged[part][:MOST_ROWS])
