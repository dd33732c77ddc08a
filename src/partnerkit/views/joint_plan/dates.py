"""Activities and milestones on one line of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted, listed
from partnerkit.views.thread.plan import milestone_state, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.views.thread.dossier import Dossier

MOST_NAMED = 5


def timeline(d: Dossier) -> b.Timeline | None:
    """What has a day on a line of time; what has none is named beneath. Nothing where nothing has a day."""
    rows: tuple[b.Bar | b.Milestone, ...] = (*_bars(d), *_points(d))
    if not rows:
        return None
    p = d.partnership
    undated = [title_of(one) for one in p.activities if one.start is None and one.end is None]
    undated += [title_of(one) for one in p.milestones if one.due is None and one.met_on is None]
    named = [f"“{title}”" for title in undated[:MOST_NAMED]]
    more = len(undated) - MOST_NAMED
    names = listed([*named, counted(more, "other")] if more > 0 else named)
    note = b.Missing(f"Without a day in the record, and so not drawn: {names}.") if undated else ()
    return b.Timeline("Activities and milestones on a line of time", rows, d.as_of, note)


def _bars(d: Dossier) -> Iterator[b.Bar]:
    for activity in d.partnership.activities:
        if activity.start is not None or activity.end is not None:
            label = b.Link(title_of(activity), b.anchor("activities", activity.id))
            state = next(iter(standing(d, activity)), None)
            yield b.Bar(label, activity.start, activity.end, state, "Activities")


def _points(d: Dossier) -> Iterator[b.Milestone]:
    for milestone in d.partnership.milestones:
        on = milestone.met_on or milestone.due
        if on is not None:
            label = b.Link(title_of(milestone), b.anchor("milestones", milestone.id))
            yield b.Milestone(label, on, milestone_state(d, milestone), "Milestones")
