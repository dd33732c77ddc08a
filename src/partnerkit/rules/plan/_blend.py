"""What the rules of this family ask of the blend of an activity."""

from __future__ import annotations

from partnerkit.model.framework import Criterion
from partnerkit.model.partnership.plan import Activity
from partnerkit.rules.api import Subject


def stated(activity: Activity) -> bool:
    """Whether it has hours in any way of learning."""
    hours = activity.mode_hours
    return hours is not None and any((hours.face_to_face, hours.online, hours.simulation, hours.on_job))


def practised(activity: Activity) -> bool:
    """Whether it has hours in which something is done: in simulation or on the job."""
    hours = activity.mode_hours
    return hours is not None and bool(hours.simulation or hours.on_job)


def skills(subject: Subject, activity: Activity) -> list[str]:
    """The skills among its criteria, by their codes."""
    criteria = (subject.find(Criterion, "criteria", named) for named in activity.criteria)
    return [criterion.id for criterion in criteria if criterion is not None and criterion.type == "skill"]
