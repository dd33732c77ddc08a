"""Learners, by pseudonym: plans and contracts, reviews, the managers' commitments, and the effect at work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.rules.people._learners import activity_of, begins, has_begun, has_completed
from partnerkit.views import blocks as b
from partnerkit.views.learning.calendar import Calendar, calendars, in_words, review_duties, review_table
from partnerkit.views.learning.impact import Window, hit_rate, impact_duties, impact_table, windows
from partnerkit.views.learning.support import (
    agreed,
    checklist,
    contracts,
    hours_in_words,
    kept,
    managers,
    owed,
    placements,
)
from partnerkit.views.making import Told, each, kept_back
from partnerkit.views.opening import missing, upcoming
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.judging import found, subject_of, to_mend
from partnerkit.views.reading.lengths import MOST_ITEMS, MOST_ROWS, beyond
from partnerkit.views.reading.words import capital, counted, listed
from partnerkit.views.thread.learners import learner_item, named, overview

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkit.model.partnership.learners import Learner
    from partnerkit.rules.findings import Finding
    from partnerkit.views.api import Context
    from partnerkit.views.reading.duties import Duty
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Learners"
PLACE = 55
RULES: dict[str, tuple[str, ...]] = {
    "agreed": ("learner-without-discussion", "learner-contract-unsigned", "time-allowance-missing"),
    "reviews": ("progress-review-overdue", "review-not-tripartite"),
    "commitments": ("manager-commitments-open",),
    "placements": ("placement-hours-short", "too-many-placement-employers"),
    "impact": ("impact-review-missed", "impact-review-out-of-window"),
}
NAMES = {
    "agreed": "what was agreed with learners",
    "reviews": "the reviews of progress",
    "commitments": "what managers committed to",
    "placements": "the placements",
    "impact": "the looks at the effect",
}

Judged = dict[str, tuple["Finding", ...]]
"""What the rules find in each part."""
Part = tuple[str, str, str, tuple["b.Block | None", ...]]
"""An anchor, a title, a summary that may be empty, and the blocks there are."""


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "learners", TITLE, _tell)


def _tell(d: Dossier) -> Told:
    p = d.partnership
    if is_withheld(p, "learners"):
        return kept_back("Learner data")
    reviews, effects = calendars(d), windows(d)
    dates = tuple(sorted((*review_duties(reviews), *impact_duties(d, effects)), key=lambda duty: (duty.on, duty.what)))
    judged = {part: found(d.look, *rules) for part, rules in RULES.items()}
    opening = (
        *((_figures(d, dates, effects),) if p.learners else ()),
        upcoming(d, dates[:MOST_ROWS], "No review of a learner is awaited: nothing is due, and nothing is overdue."),
        missing(d, ("learners",), tuple(_wanting(judged))),
    )
    return Told(_verdict(d, reviews, effects), opening, tuple(_sections(d, reviews, effects, judged)))


# ---------------------------------------------------------------------- the first screen


def _verdict(d: Dossier, reviews: tuple[Calendar, ...], effects: tuple[Window, ...]) -> b.Run:
    held = d.partnership.learners
    if not held:
        return b.Strong("The record holds no learner's plan.")
    signed, due = contracts(d)
    are = "is" if signed < 2 else "are"  # noqa: PLR2004 - none and one are singular
    promised = f" {signed or 'None'} of {counted(due, 'contract')} {are} signed by all three." if due else ""
    return (
        b.Strong(f"{counted(len(held), 'learner')}: {_states(d)}."),
        f" {capital(in_words(d, reviews))}.{promised}",
        f" {effect}" if (effect := hit_rate(d.look, effects)) else "",
    )


def _states(d: Dossier) -> str:
    subject, held = subject_of(d), d.partnership.learners
    completed = sum(has_completed(subject, learner) for learner in held)
    begun = sum(has_begun(subject, learner) and not has_completed(subject, learner) for learner in held)
    counts = ((begun, "under way"), (completed, "completed"), (len(held) - begun - completed, "not begun"))
    return listed([f"{count} {words}" for count, words in counts if count])


def _figures(d: Dossier, dates: tuple[Duty, ...], effects: tuple[Window, ...]) -> b.Figures:
    held = d.partnership.learners
    late = sum(duty.overdue(d.as_of) for duty in dates)
    signed, due = contracts(d)
    done, owing = (sum(len(counted_(d, learner)) for learner in held) for counted_ in (kept, owed))
    looked = sum(one.held is not None for one in effects)
    return b.Figures(
        (
            b.Figure(str(len(held)), "learners", _states(d), "overview"),
            b.Figure(str(late), "dates overdue", f"of {len(dates)} open", "next", "alert" if late else "plain"),
            *((_part(signed, due, "contracts signed by all three", "agreed"),) if due else ()),
            *((_part(done, owing, "commitments kept by managers", "commitments"),) if owing else ()),
            *((_part(looked, len(effects), "effects at work looked at", "impact"),) if effects else ()),
        )
    )


def _part(part: int, whole: int, label: str, anchor: str) -> b.Figure:
    return b.Figure(f"{part} of {whole}", label, "", anchor, "good" if part == whole else "caution")


def _wanting(judged: Judged) -> Iterator[b.Run]:
    for part, findings in judged.items():
        if findings:
            yield b.Link(f"{capital(counted(len(findings), 'thing'))} to mend in {NAMES[part]}", part)


# ---------------------------------------------------------------------- the parts


def _sections(
    d: Dossier, reviews: tuple[Calendar, ...], effects: tuple[Window, ...], judged: Judged
) -> Iterator[b.Section]:
    """Each part with what is to be mended in it."""
    held = d.partnership.learners
    if not held:
        yield d.part("activation-learners", "Learners' plans", ("learners",))
        return
    for anchor, title, summary, blocks in _parts(d, reviews, effects):
        findings = to_mend(d.record, judged.get(anchor, ())[:MOST_ROWS])
        if any(blocks):
            yield c.section(anchor, title, *blocks, findings, summary=summary or ())
        d.names.start()


def _parts(d: Dossier, reviews: tuple[Calendar, ...], effects: tuple[Window, ...]) -> Iterator[Part]:
    held = d.partnership.learners
    shown, few = held[:MOST_ROWS], held[:MOST_ITEMS]
    more, others = (beyond(d.record.id, len(held), most, "learners") for most in (MOST_ROWS, MOST_ITEMS))
    d.names.start()
    yield "overview", "The learners", _states(d), (_times(d), overview(d, shown), more)
    yield "agreed", "What was agreed with each learner", "", (*agreed(d, shown), more)
    yield (
        "reviews", "Reviews of progress", capital(in_words(d, reviews)), (*review_table(d, reviews[:MOST_ROWS]), more)
    )  # fmt: skip
    yield "commitments", "What the managers committed to", "", (managers(d), checklist(d, few), others)
    yield "placements", "Placements", hours_in_words(d), placements(d, MOST_ROWS)
    yield "impact", "The effect at work", "", _effects(d, effects)
    yield "activation-learners", "Each learner's plan", "", (*(learner_item(d, learner) for learner in few), others)


def _effects(d: Dossier, effects: tuple[Window, ...]) -> tuple[b.Block | None, ...]:
    if not effects:
        return (b.Paragraph("Nobody has completed yet, so no look at the effect is due."),) if d.look else ()
    said = hit_rate(d.look, effects)
    return (b.Paragraph(said) if said else None, *impact_table(d, effects[:MOST_ROWS]))


def _times(d: Dossier) -> b.Timeline | None:
    """From when to when learners learn: one bar for all whose days and state are the same; nothing without days."""
    alike: dict[b.Bar, list[Learner]] = {}
    for learner in d.partnership.learners:
        if bar := _time(d, learner):
            alike.setdefault(bar, []).append(learner)
    rows = tuple(
        replace(bar, label=named(held[0]) if len(held) == 1 else counted(len(held), "learner"))
        for bar, held in alike.items()
    )
    return b.Timeline("From when to when the learners learn", rows[:MOST_ROWS], d.as_of) if rows else None


def _time(d: Dossier, learner: Learner) -> b.Bar | None:
    """The time of a learner as a bar without a label."""
    subject = subject_of(d)
    start = begins(subject, learner)
    if start is None:
        return None
    if has_completed(subject, learner):
        end, state = learner.completed_on, b.Badge("completed", "good")
    else:
        activity = activity_of(subject, learner)
        end = activity.end if activity else None
        state = b.Badge("not begun") if not has_begun(subject, learner) else b.Badge("under way", "note")
        if end is not None and end < d.as_of:
            state = b.Badge("under way, past the planned end", "caution")
    return b.Bar("", start, end, state, f"Cohort: {learner.cohort}" if learner.cohort else "")
