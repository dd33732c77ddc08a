"""How a learner's hours are spread over the ways of learning, activity by activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.rules.plan._blend import stated
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.judging import subject_of
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted

if TYPE_CHECKING:
    from partnerkit.model.partnership.plan import Activity, ModeHours
    from partnerkit.views.thread.dossier import Dossier

MODES = {"face_to_face": "Face to face", "online": "Online", "simulation": "Simulation", "on_job": "On the job"}
PRACTICE = ("simulation", "on_job")


def blend(d: Dossier) -> b.Table | None:
    """The hours of each activity in which somebody is taught, with the share in which something is done."""
    teaching = {id(one) for one in subject_of(d).learning_activities}
    shown = [one for one in d.partnership.activities if stated(one) or id(one) in teaching]
    if not shown:
        return None
    left_out = len(d.partnership.activities) - len(shown)
    note = "Practice is simulation and learning on the job together."
    if left_out:
        what = counted(left_out, "activity in which nobody is taught is", "activities in which nobody is taught are")
        note += f" {capital(what)} left out."
    return c.table(
        "Hours of one learner, by way of learning",
        ("Activity", *MODES.values(), "Together", "Practice"),
        (_row(activity, activity.mode_hours) for activity in shown),
        digits=(*MODES.values(), "Together"),
        note=note,
    )


def _row(activity: Activity, hours: ModeHours | None) -> b.Row:
    name = b.Link(title_of(activity), b.anchor("activities", activity.id))
    if hours is None or not stated(activity):
        return b.Row((name, *(b.Missing() for _ in MODES), b.Missing(), b.Missing("hours not recorded")))
    given = {mode: getattr(hours, mode) for mode in MODES}
    whole = sum(time for time in given.values() if time is not None)
    practice = sum(given[mode] or 0 for mode in PRACTICE)
    cells = (b.Number(time) if time is not None else b.Missing() for time in given.values())
    return b.Row((name, *cells, b.Number(whole), b.Share(practice, whole, "hours")))
