"""Which reviews of progress are held, and by when the next one is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.rules.people._learners import begins, has_begun, has_completed, review_due
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED, Duty, badge
from partnerkit.views.reading.judging import subject_of
from partnerkit.views.reading.words import counted, title
from partnerkit.views.thread.learners import hours_received, named

if TYPE_CHECKING:
    from datetime import date

    from partnerkit.model.partnership.learners import Learner, ProgressReview
    from partnerkit.views.thread.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Calendar:
    """The reviews of a learner up to the day of the page, and the next.

    Attributes:
        reviews: Those that were held, oldest first.
        agreed: The day of the next, as it was agreed at the last; None if none was, or none is awaited.
        latest: The day by which the rules want the next; None if nothing tells, or none is awaited.
    """

    learner: Learner
    reviews: tuple[ProgressReview, ...]
    agreed: date | None
    latest: date | None

    @property
    def next_on(self) -> date | None:
        """The earlier of the two days."""
        return min((on for on in (self.agreed, self.latest) if on is not None), default=None)

    def is_overdue(self, as_of: date) -> bool:
        """Whether a review should have been held by now."""
        return self.next_on is not None and self.next_on < as_of


def calendars(d: Dossier) -> tuple[Calendar, ...]:
    """The calendar of each learner: the next review that is due first, and at the end those that await none."""
    made = [_calendar(d, learner) for learner in d.partnership.learners]
    return tuple(sorted(made, key=lambda one: (one.next_on is None, one.next_on or d.as_of)))


def _calendar(d: Dossier, learner: Learner) -> Calendar:
    subject = subject_of(d)
    held = tuple(sorted((one for one in learner.reviews if one.on <= d.as_of), key=lambda one: one.on))
    if d.partnership.status in ENDED or has_completed(subject, learner) or not has_begun(subject, learner):
        return Calendar(learner, held, None, None)
    agreed = held[-1].next_on if held else min((one.on for one in learner.reviews), default=None)
    first = begins(subject, learner)
    last = max((*(one.on for one in held), *((first,) if first else ())), default=None)
    return Calendar(learner, held, agreed, review_due(subject, learner, last) if d.look and last else None)


def review_duties(all_: tuple[Calendar, ...]) -> tuple[Duty, ...]:
    """The reviews that are awaited, each with the manager of the learner."""
    return tuple(
        Duty(
            one.next_on, "learner review", f"Progress review: {title(one.learner.id)}",
            b.anchor("learners", one.learner.id), (one.learner.manager,) if one.learner.manager else (),
        )
        for one in all_
        if one.next_on
    )  # fmt: skip


def review_table(d: Dossier, all_: tuple[Calendar, ...]) -> tuple[b.Block, ...]:
    """When each learner was last reviewed, what was received by then of what was planned, and when the next is due."""
    return c.long_table(
        ("Reviews of progress, the next one due first", "more learners"),
        ("Learner", "Held", "Last review", "Hours received of planned", "Next one agreed for", "At the latest by"),
        (_row(d, one) for one in all_),
        digits=("Held",),
    )


def _row(d: Dossier, one: Calendar) -> b.Row:
    last = one.reviews[-1] if one.reviews else None
    waiting = _waiting(d, one)
    return b.Row(
        (
            named(one.learner),
            str(len(one.reviews)),
            b.Day(last.on) if last else b.Missing("none held"),
            hours_received(last) if last else b.Missing("not recorded"),
            _dated(d, one.agreed) if one.agreed else waiting or b.Missing("no date"),
            _dated(d, one.latest) if one.latest else waiting or b.Missing("cannot be told"),
        )
    )


def _waiting(d: Dossier, one: Calendar) -> b.Inline | None:
    """Why no review is awaited, where none is."""
    if d.partnership.status in ENDED:
        return b.Quiet(f"partnership {d.partnership.status}")
    subject = subject_of(d)
    if has_completed(subject, one.learner):
        return b.Quiet("completed")
    return None if has_begun(subject, one.learner) else b.Quiet("not begun")


def _dated(d: Dossier, on: date) -> b.Run:
    return (b.Day(on), " ", badge(on, d.as_of))


def in_words(d: Dossier, all_: tuple[Calendar, ...]) -> str:
    """How many reviews are overdue, as the end of a sentence."""
    late = sum(one.is_overdue(d.as_of) for one in all_)
    awaited = sum(one.next_on is not None for one in all_)
    if not awaited:
        return "no review of progress is awaited"
    if not late:
        return "no review of progress is overdue"
    return f"{late} of {counted(awaited, 'awaited review')} of progress {'is' if late == 1 else 'are'} overdue"
