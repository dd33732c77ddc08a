"""When the effect at work is to be looked at, and whether it was looked at in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from partnerkit.rules.people._learners import has_completed, impact_reviewed
from partnerkit.rules.words import days_after
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED, Duty, badge
from partnerkit.views.reading.words import counted, title
from partnerkit.views.thread.learners import named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from partnerkit.model.partnership.learners import Learner
    from partnerkit.rubric.subject import Look
    from partnerkit.views.thread.dossier import Dossier

State = Literal["in time", "too early", "too late", "missed", "open now", "opens later"]
TONES: Mapping[State, b.Tone] = {
    "in time": "good",
    "too early": "caution",
    "too late": "caution",
    "missed": "alert",
    "open now": "note",
    "opens later": "plain",
}
URGENCY: tuple[State, ...] = ("missed", "open now", "opens later", "too early", "too late", "in time")
AWAITED = frozenset({"missed", "open now", "opens later"})


@dataclass(frozen=True, slots=True)
class Window:
    """The days within which the effect of a learner's programme is to be looked at.

    Attributes:
        completed: The learner's last day.
        opens: The first day of the window.
        closes: The last day of the window.
        held: The day on which the effect was looked at; None if it has not been up to the day of the page.
    """

    learner: Learner
    completed: date
    opens: date
    closes: date
    held: date | None
    state: State


def windows(d: Dossier) -> tuple[Window, ...]:
    """The windows of the learners who have completed, what is most urgent first; none where nothing is judged."""
    look = d.look
    if look is None:
        return ()
    made = (_window(look, learner) for learner in d.partnership.learners if has_completed(look, learner))
    return tuple(sorted((one for one in made if one), key=lambda one: (URGENCY.index(one.state), one.closes)))


def _window(look: Look, learner: Learner) -> Window | None:
    completed = learner.completed_on
    if completed is None:
        return None
    opens = days_after(completed, look.limit("impact-review-first-days").whole)
    closes = days_after(completed, look.limit("impact-review-last-days").whole)
    reviewed = impact_reviewed(learner)
    held = reviewed[2] if reviewed and reviewed[2] <= look.as_of else None
    return Window(learner, completed, opens, closes, held, _state(look.as_of, opens, closes, held))


def _state(as_of: date, opens: date, closes: date, held: date | None) -> State:
    if held is not None:
        return "too early" if held < opens else "too late" if held > closes else "in time"
    if as_of > closes:
        return "missed"
    return "open now" if as_of >= opens else "opens later"


def impact_duties(d: Dossier, all_: tuple[Window, ...]) -> tuple[Duty, ...]:
    """The looks at the effect that are still awaited, each by the last day of its window."""
    if d.partnership.status in ENDED:
        return ()
    return tuple(
        Duty(
            one.closes, "impact review", f"Effect at work to be looked at: {title(one.learner.id)}",
            b.anchor("learners", one.learner.id), (one.learner.manager,) if one.learner.manager else (),
        )
        for one in all_
        if one.state in AWAITED
    )  # fmt: skip


def hit_rate(look: Look | None, all_: tuple[Window, ...]) -> str:
    """How many effects were looked at within the window, in a sentence; "" where none was due yet."""
    settled = [one for one in all_ if one.state not in {"open now", "opens later"}]
    if look is None or not settled:
        return ""
    hits = sum(one.state == "in time" for one in settled)
    first, last = look.limit("impact-review-first-days").whole, look.limit("impact-review-last-days").whole
    window = f"between {first} and {last} days after the end"
    if len(settled) == 1:
        return f"The one look at the effect that was due {'came' if hits else 'did not come'} {window}."
    return f"{hits or 'None'} of the {len(settled)} looks at the effect that were due came {window}."


def impact_table(d: Dossier, all_: tuple[Window, ...]) -> tuple[b.Block, ...]:
    """The due list: when each window opens and closes, and what was found."""
    return c.long_table(
        ("When the effect at work is to be looked at, the most urgent first", "more learners"),
        ("Learner", "Completed", "To be looked at", "Looked at", "State", "What had changed"),
        (_row(d, one) for one in all_),
    )


def _row(d: Dossier, one: Window) -> b.Row:
    review = one.learner.impact_review
    return b.Row(
        (
            named(one.learner),
            b.Day(one.completed),
            (b.Day(one.opens), " to ", b.Day(one.closes)),
            c.day(one.held, "not yet"),
            b.Badge(one.state, TONES[one.state]) if one.held else _open(d, one),
            c.words(review.result if review else None),
        )
    )


def _open(d: Dossier, one: Window) -> b.Badge:
    if d.partnership.status in ENDED:
        return b.Badge("not looked at")
    if one.state == "opens later":
        days = (one.opens - d.as_of).days
        return b.Badge(f"opens in {counted(days, 'day')}")
    return badge(one.closes, d.as_of)
