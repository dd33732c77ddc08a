"""Where at work each thing that is learned is used, and what is learned without a place at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.titles import title_of

if TYPE_CHECKING:
    from partnerkit.model.partnership.plan import Activity, LineOfSight
    from partnerkit.views.thread.dossier import Dossier

Line = tuple["Activity", "LineOfSight"]


def lines(d: Dossier) -> tuple[Line, ...]:
    """Each line with its activity, those without task and job first."""
    found = [(activity, line) for activity in d.partnership.activities for line in activity.line_of_sight]
    return tuple(sorted(found, key=lambda pair: leads_to_work(pair[1])))


def leads_to_work(line: LineOfSight) -> bool:
    """Whether it names a task or a job."""
    return line.task is not None or line.role is not None


def line_of_sight(d: Dossier) -> b.Table | None:
    """What is learned, the task and the job that need it, and the activity in which it is learned."""
    held = lines(d)
    if not held:
        return None
    return c.table(
        "From what is learned to where it is used",
        ("What is learned", "Task at work", "Job, now or next", "Learned in"),
        (_row(activity, line) for activity, line in held),
    )


def _row(activity: Activity, line: LineOfSight) -> b.Row:
    return b.Row(
        (
            line.outcome or b.Missing(),
            line.task or b.Missing("no task named"),
            line.role or b.Missing("no job named"),
            b.Link(title_of(activity), b.anchor("activities", activity.id)),
        )
    )
