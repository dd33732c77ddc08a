"""Everything in a partnership that has a day: what is to be done, what takes place, what the intervals ask for next.

One list for calendars and lists of dates. What a page says of a date, this list says too: it is put together from the
same functions. An entry's key stays the same while its day, its wording and the order of the record change.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from partnerkit.rubric.progress import latest
from partnerkit.rules.meetings._meetings import body_of
from partnerkit.rules.words import days_after
from partnerkit.views import blocks as b
from partnerkit.views.engaging.appointments import appointments, contact_duties
from partnerkit.views.learning.calendar import calendars, review_duties
from partnerkit.views.learning.impact import windows
from partnerkit.views.reading.duties import ENDED, Duty, Who, all_duties
from partnerkit.views.reading.judging import subject_of
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkit.model.partnership.agree import Body
    from partnerkit.model.partnership.objectives import Indicator, Objective
    from partnerkit.views.thread.dossier import Dossier

COUNTED_OTHERWISE = frozenset({"learner review", "contact"})
"""Kinds that the intervals tell better than what was agreed the last time."""
LONGEST_NAME = 40
"""So much of what an entry is about is enough to tell it from its like."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One day, or some days together.

    Attributes:
        first: The first day.
        last: The last day.
        kind: What sort of date it is, such as `action`.
        what: What it is, in one line.
        anchor: The item it comes from, as pages name it.
        who: References to the people who see to it.
        state: What became of it, in a word; empty while it is open.
        is_off: Whether it no longer takes place or matters.
        is_occasion: Whether it is something that takes place, and asks nobody for anything.
        key: What tells it from all other entries of the partnership.
    """

    first: date
    last: date
    kind: str
    what: str
    anchor: str
    who: Who = ()
    state: str = ""
    is_off: bool = False
    is_occasion: bool = False
    key: str = ""


OFF = frozenset({"dropped", "replaced", "rejected"})


def dated(d: Dossier) -> tuple[Dated, ...]:
    """The entries of a partnership, earliest first."""
    duties = (duty for duty in all_duties(d.partnership) if duty.kind not in COUNTED_OTHERWISE)
    expected = chain(
        review_duties(calendars(d)),
        contact_duties(d, appointments(d)),
        _next_meetings(d),
        _next_figures(d),
        _excuses(d),
    )
    found = (*_told(d, chain(duties, expected)), *_impact(d), *_occasions(d))
    return tuple(sorted(_apart(found), key=lambda one: (one.first, one.last, one.key)))


def _told(d: Dossier, duties: Iterable[Duty]) -> Iterator[tuple[Dated, str]]:
    ended = f"partnership {d.partnership.status}" if d.partnership.status in ENDED else ""
    for duty in duties:
        state = duty.state or ended
        is_off = state in OFF or (bool(ended) and state == ended)
        yield Dated(duty.on, duty.on, duty.kind, duty.what, duty.anchor, duty.who, state, is_off), duty.of


def _apart(found: Iterable[tuple[Dated, str]]) -> Iterator[Dated]:
    """The entries with their keys: item and kind, then what of the item it is, then a number for those still alike."""
    seen: Counter[str] = Counter()
    for one, of in found:
        key = b.anchor(one.anchor, one.kind, *([of[:LONGEST_NAME]] if of else ()))
        seen[key] += 1
        yield replace(one, key=key if seen[key] == 1 else f"{key}-{seen[key]}")


def _next_meetings(d: Dossier) -> Iterator[Duty]:
    """By when each body is to meet again, where no later meeting is recorded."""
    subject = subject_of(d)
    for body in d.partnership.bodies:
        days = [meeting.on for meeting in subject.meetings if body_of(subject, meeting) is body]
        if body.cadence_days is not None and days and days[-1] <= d.as_of:
            yield _next_meeting(body, days_after(days[-1], body.cadence_days))


def _next_meeting(body: Body, on: date) -> Duty:
    chair = (body.chair,) if body.chair else ()
    return Duty(on, "next meeting", f"Next meeting by this day: {title_of(body)}", b.anchor("bodies", body.id), chair)


def _next_figures(d: Dossier) -> Iterator[Duty]:
    """By when each indicator is to have its next figure; none once the figure for the day of the target is there."""
    for objective in d.partnership.objectives:
        for indicator in objective.indicators:
            on = _next_figure(objective, indicator, d.as_of)
            if on is not None:
                what = f"Next figure: {title_of(indicator)} ({title_of(objective)})"
                owner = (indicator.owner,) if indicator.owner else ()
                yield Duty(on, "indicator figure", what, b.anchor("indicators", indicator.id), owner)


def _next_figure(objective: Objective, indicator: Indicator, as_of: date) -> date | None:
    newest = latest(indicator, as_of)
    since = newest.on if newest else objective.locked.on if objective.locked else objective.agreed_on
    end = (indicator.target.on if indicator.target else None) or objective.due or date.max
    if since is None or indicator.frequency_days is None or since >= end:
        return None
    return min(days_after(since, indicator.frequency_days), end)


def _excuses(d: Dossier) -> Iterator[Duty]:
    """The last day of each finding that is excused for a time."""
    for one in d.partnership.suppress:
        what = f"Last day of an excuse: {title(one.rule)}"
        anchor = b.anchor("suppress", one.rule, one.at or "")
        yield Duty(one.until, "excuse", what, anchor, (one.by,))


def _impact(d: Dossier) -> Iterator[tuple[Dated, str]]:
    """The days within which the effect of each learner's programme is to be looked at."""
    ended = f"partnership {d.partnership.status}" if d.partnership.status in ENDED else ""
    for one in windows(d):
        what = f"Effect at work to be looked at: {title(one.learner.id)}"
        manager = (one.learner.manager,) if one.learner.manager else ()
        state = "done" if one.held else ended
        yield (
            Dated(
                one.opens, one.closes, "impact review", what, b.anchor("learners", one.learner.id), manager, state,
                is_off=state == ended != "",
            ),
            "",
        )  # fmt: skip


def _occasions(d: Dossier) -> Iterator[tuple[Dated, str]]:
    """What takes place on a day, or over some days, in the past as well."""
    record = d.partnership
    for meeting in record.meetings:
        yield _on(meeting.on, "meeting", title_of(meeting), b.anchor("meetings", meeting.id))
    for visit in record.exchanges:
        yield _on(visit.on, "exchange", f"Exchange visit: {title_of(visit)}", b.anchor("exchanges", visit.id))
    for event in record.events:
        if event.on:
            yield _on(event.on, "event", title_of(event), b.anchor("events", event.id))
    for review in record.reviews:
        yield _on(review.on, "review", "Review of the partnership", b.anchor("reviews", review.id))
    for activity in record.activities:
        first, last = activity.start or activity.end, activity.end or activity.start
        if first and last:
            owner = (activity.owner,) if activity.owner else ()
            anchor = b.anchor("activities", activity.id)
            yield Dated(first, max(first, last), "activity", title_of(activity), anchor, owner, is_occasion=True), ""


def _on(day: date, kind: str, what: str, anchor: str) -> tuple[Dated, str]:
    return Dated(day, day, kind, what, anchor, is_occasion=True), ""
