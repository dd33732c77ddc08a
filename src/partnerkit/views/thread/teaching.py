"""What changed in teaching: proposals taken up, teachers' time in industry, events and ways of working."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import gap
from partnerkit.views.reading.words import said

if TYPE_CHECKING:
    from partnerkit.model.partnership.run import Cpd, CurriculumChange, Event
    from partnerkit.views.thread.dossier import Dossier


def curriculum(d: Dossier) -> b.Table | None:
    """What partners proposed for what is taught."""
    if not d.partnership.curriculum:
        return None
    return c.table(
        "What was proposed, and whether it was taken up",
        ("Proposal", "By", "Day", "Taken up", "Evidence"),
        (_change(d, change) for change in d.partnership.curriculum),
    )


def _change(d: Dossier, change: CurriculumChange) -> b.Row:
    sort = b.Quiet(f" ({said(change.type)})" if change.type else "")
    activity = (d.names.link("activities", change.activity),) if change.activity else ()
    if change.adopted is None:
        taken: b.Run = b.Missing("not decided")
    elif change.adopted:
        where = ", ".join(filter(None, (change.adopted_in, change.version and f"version {change.version}")))
        since = (b.Quiet(" from "), b.Day(change.adopted_on)) if change.adopted_on else ()
        taken = (b.Badge("taken up", "good"), f" {where}", *since)
    else:
        taken = b.Badge("not taken up")
    return b.Row(
        (
            b.Lines(((b.Words(change.proposal), sort), *activity)),
            c.organisation(d.names, change.partner),
            c.day(change.on),
            taken,
            c.evidence(d.names, change.evidence, "none"),
        ),
        b.anchor("curriculum", change.id),
    )


def cpd(d: Dossier) -> b.Table | None:
    """Teachers' and trainers' time in industry."""
    if not d.partnership.cpd:
        return None
    return c.table(
        "Time in industry, and what is taught differently since",
        ("Teacher", "Until", "Hours", "At", "Met", "Taught differently since", "Evidence"),
        (_cpd(d, entry) for entry in d.partnership.cpd),
        digits=("Hours",),
    )


def _cpd(d: Dossier, entry: Cpd) -> b.Row:
    return b.Row(
        (
            d.names.person(entry.person),
            c.day(entry.on),
            b.Number(entry.hours) if entry.hours is not None else b.Missing(),
            c.organisation(d.names, entry.host),
            entry.focus or b.Missing(),
            c.words(entry.change, "nothing recorded"),
            c.evidence(d.names, entry.evidence, "none"),
        ),
        b.anchor("cpd", entry.id),
    )


def events(d: Dossier) -> b.Table | None:
    """The occasions at which the partners shared what they know."""
    if not d.partnership.events:
        return None
    return c.table(
        "Events, and what came of them",
        ("Event", "Day", "Held by", "Came", "What came of it", "Passed on", "Evidence"),
        (_event(d, event) for event in d.partnership.events),
        digits=("Came",),
    )


def _event(d: Dossier, event: Event) -> b.Row:
    return b.Row(
        (
            event.title,
            c.day(event.on),
            c.organisation(d.names, event.host),
            b.Number(event.participants) if event.participants is not None else b.Missing("not counted"),
            c.words(event.outputs),
            c.words(event.dissemination),
            c.evidence(d.names, event.evidence, "none"),
        ),
        b.anchor("events", event.id),
    )


def practices(d: Dossier) -> b.Table | None:
    """The ways of working that are claimed."""
    if not d.partnership.practices:
        return None
    rows = (
        b.Row(
            (
                b.Words(practice.behaviour),
                d.names.link("*", practice.instance)
                if practice.instance
                else gap(practice, "instance", "claimed only"),
            ),
            b.anchor("practices", practice.id),
        )
        for practice in d.partnership.practices
    )
    return c.table("What both sides do, and what shows it", ("Way of working", "Shown by"), rows)
