"""Which activities were designed together, and who delivers how many hours of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, said

if TYPE_CHECKING:
    from partnerkit.model.partnership.plan import Activity
    from partnerkit.views.thread.dossier import Dossier

SEVERAL = 2


def designed_together(activity: Activity) -> bool:
    """Whether two partners or more designed it."""
    return len(set(activity.designed_by)) >= SEVERAL


def delivered_together(activity: Activity) -> bool:
    """Whether two partners or more deliver hours of it."""
    return sum(hours > 0 for hours in activity.delivered_by.values()) >= SEVERAL


def register(d: Dossier) -> b.Table | None:
    """The activities, with who designed them, who delivers them, and what proposals changed in them."""
    if not d.partnership.activities:
        return None
    return c.table(
        "Who designed and who delivers each activity",
        ("Activity", "Designed by", "Delivered by", "Changed by proposals"),
        (_row(d, activity) for activity in d.partnership.activities),
    )


def _row(d: Dossier, activity: Activity) -> b.Row:
    sort = [said(activity.type) if activity.type else "", f"version {activity.version}" if activity.version else ""]
    about = b.Quiet(capital(", ".join(filter(None, sort))))
    name = b.Link(title_of(activity), b.anchor("activities", activity.id), partnership_page(d.record.id, "plan"))
    designers = tuple(d.names.organisation(partner) for partner in dict.fromkeys(activity.designed_by))
    state = (b.Badge("together", "good"),) if designed_together(activity) else ()
    return b.Row(
        (
            b.Lines((name, about) if about.text else (name,)),
            b.Lines((*designers, *state)) if designers else b.Missing(),
            _delivery(d, activity),
            _changes(d, activity),
        ),
        b.anchor("activities", activity.id),
    )


def _delivery(d: Dossier, activity: Activity) -> b.Cell:
    whole = sum(activity.delivered_by.values())
    hours = tuple(
        (b.Share(time, whole, "hours"), b.Quiet(" by "), d.names.organisation(partner))
        for partner, time in activity.delivered_by.items()
    )
    return b.Lines(hours) if hours else b.Missing()


def _changes(d: Dossier, activity: Activity) -> b.Cell:
    found = tuple(
        b.Link(title_of(change), b.anchor("curriculum", change.id))
        for change in d.partnership.curriculum
        if change.adopted and change.activity and change.activity.rpartition("/")[2] == activity.id
    )
    return b.Lines(found) if found else b.Quiet("none")


def by_partner(d: Dossier) -> b.Table | None:
    """What each partner designs and delivers of all activities, those that have not begun among them."""
    activities = d.partnership.activities
    whole = sum(sum(activity.delivered_by.values()) for activity in activities)
    if not whole:
        return None
    partners = dict.fromkeys(
        (
            *(partner.organisation for partner in d.partnership.partners),
            *(partner for activity in activities for partner in (*activity.designed_by, *activity.delivered_by)),
        )
    )
    rows = (
        b.Row(
            (
                d.names.organisation(partner),
                str(sum(partner in activity.designed_by for activity in activities)),
                b.Share(sum(activity.delivered_by.get(partner, 0) for activity in activities), whole, "hours"),
            )
        )
        for partner in partners
    )
    return c.table(
        "What each partner designs and delivers of all activities, begun or not",
        ("Partner", "Activities designed", "Hours delivered"),
        rows,
        digits=("Activities designed",),
    )
