"""What is asked of the review: verdicts, figures, voices, lessons, recommendations and the decision on the end."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkit.model.partnership.objectives import Indicator, Objective
from partnerkit.model.partnership.review import Recommendation
from partnerkit.rubric.api import (
    Answer,
    Look,
    Part,
    Stage,
    State,
    check,
    counted,
    date,
    listed,
    met,
    not_applicable,
    quiet,
    unknown,
    unmet,
)
from partnerkit.rubric.checks._partners import SIDES_LEAST
from partnerkit.rules.evidence._reviewing import last_renewal, reviews_held, verdicts

_NO_OBJECTIVE = "no objective is recorded"
_NO_REVIEW = "no review is recorded by now"
_RECORD_REVIEW = "Record the review, with a verdict on every objective under `verdicts`"


# ---------------------------------------------------------------------- objectives


@check(Stage.REVIEW, "reviews", "objectives")
def sealed_objectives_have_verdicts(look: Look) -> Answer:
    """Every objective that was sealed has a verdict in a review."""
    sealed = {one.id for one in look.part.objectives if one.locked is not None and one.locked.on <= look.as_of}
    if not reviews_held(look):
        return unmet(_NO_REVIEW, _RECORD_REVIEW, [(look.part, "reviews")], 3 + len(sealed))
    if not sealed:
        todo = "Seal the objectives as they were agreed, with `partnerkit lock`"
        return unmet("no objective is sealed", todo, [(look.part, "objectives")], len(look.part.objectives) or 1)
    given = {entry.objective.rpartition("/")[2]: entry for _, entry in verdicts(look) if entry.verdict is not None}
    found = [entry for objective, entry in given.items() if objective in sealed]
    if look.found("objective-unreviewed") or found:
        shown = f"{counted(len(found), 'verdict')} on {counted(len(sealed), 'sealed objective')}"
        return quiet(look, ["objective-unreviewed"], shown, found)
    return unmet("no verdict on a sealed objective is recorded", _RECORD_REVIEW, reviews_held(look), len(sealed))


@check(Stage.REVIEW, "objectives")
def objectives_have_final_figures(look: Look) -> Answer:
    """Every objective that was due has a figure that is final; what is told in words has a finding in words."""
    if not look.part.objectives:
        todo = "Record the objectives, with `indicators` and what was found under `actuals`"
        return unmet(_NO_OBJECTIVE, todo, [(look.part, "objectives")], 3)
    excused = {entry.objective.rpartition("/")[2] for _, entry in verdicts(look) if entry.verdict == "not-due"}
    due = [one for one in look.part.objectives if one.id not in excused]
    if not due:
        return Answer(State.NOT_DUE, "the review found no objective to be due yet")
    finals = {one.id: list(_finals(look, one)) for one in due}
    without = [one for one in due if not finals[one.id]]
    shown = f"{len(due) - len(without)} of {counted(len(due), 'objective')} with a final figure"
    if not without:
        return met(shown, [fact for one in due for fact in finals[one.id]])
    todo = "Add what was found in the end under `actuals`: `on`, `value` and `status: final`"
    return unmet(shown, todo, without, len(without))


def _finals(look: Look, objective: Objective) -> Iterator[Part]:
    words = all(indicator.measure == "qualitative" for indicator in objective.indicators)
    for indicator in objective.indicators:
        yield from _final(look, indicator, words=words)


def _final(look: Look, indicator: Indicator, *, words: bool) -> Iterator[Part]:
    """The final figure of an indicator, if there is one: what is provisional may still change."""
    for actual in indicator.actuals:
        told = actual.value is not None or (words and actual.narrative is not None)
        if told and actual.status in {None, "final"} and actual.on <= look.as_of:
            yield actual


@check(Stage.ACTIVATE, "objectives")
def baselines_sealed(look: Look) -> Answer:
    """Every objective is sealed, and stands as it was sealed or as a meeting approved it."""
    objectives = look.part.objectives
    if not objectives:
        todo = "Record the objectives with their baselines and targets, and seal them once all have agreed"
        return unmet(_NO_OBJECTIVE, todo, [(look.part, "objectives")], 4)
    loose = [one for one in objectives if one.locked is None or one.locked.on > look.as_of]
    if loose:
        return unmet(
            f"{len(loose)} of {counted(len(objectives), 'objective')} not sealed",
            "Seal the objectives as they were agreed, with `partnerkit lock`",
            loose,
            len(loose),
        )
    locks = [one.locked for one in objectives if one.locked is not None]
    shown = f"{counted(len(locks), 'seal')}, and no change without approval"
    return quiet(look, ["objective-changed-after-lock"], shown, locks)


@check(Stage.REVIEW, "reviews")
def unmet_objectives_explained(look: Look) -> Answer:
    """The review says why an objective was not met, or only partly."""
    if not reviews_held(look):
        return unknown(_NO_REVIEW, [(look.part, "reviews")])
    missed = [entry for _, entry in verdicts(look) if entry.verdict in {"not-met", "partly-met"}]
    given = any(entry.verdict is not None for _, entry in verdicts(look))
    if not missed:
        return not_applicable("no objective was missed") if given else unknown("no verdict is recorded")
    shown = f"{counted(len(missed), 'verdict')} that say why"
    return quiet(look, ["unmet-unexplained"], shown, [(entry, "why") for entry in missed])


# ---------------------------------------------------------------------- what was learned


@check(Stage.REVIEW)
def voices_of_two_partners(look: Look) -> Answer:
    """People from at least two partners are on record with what they saw or think of it, since the last renewal."""
    voices: dict[str, Part] = {}
    for person, part in _voices(look):
        organisation = look.organisation_of(person)
        if organisation in look.partners:
            voices.setdefault(organisation or "", part)
    if len(voices) >= SIDES_LEAST:
        return met(f"voices from {listed(map(look.name, voices))}", voices.values())
    heard = f"only from {look.name(next(iter(voices)))}" if voices else "from no partner"
    return unmet(
        f"testimonies and feedback come {heard}",
        "Record a testimony, with `signed_on`, or feedback, with `from` and `on`, from people of the other partners",
        list(voices.values()) or [(look.part, "testimonies")],
        3 * (SIDES_LEAST - len(voices)),
    )


def _voices(look: Look) -> Iterator[tuple[str | None, Part]]:
    """What people said in this round, with the person."""
    since = last_renewal(look) or date.min
    for testimony in look.part.testimonies:
        on = testimony.signed_on or testimony.observed_on
        if on is not None and since <= on <= look.as_of:
            yield testimony.witness, testimony
    for feedback in look.part.feedback:
        if feedback.on is not None and since <= feedback.on <= look.as_of:
            yield feedback.from_, feedback


@check(Stage.REVIEW, "reviews")
def lessons_explained(look: Look) -> Answer:
    """The review holds lessons, each with its cause and what to do differently."""
    lessons = [lesson for review in reviews_held(look) for lesson in review.lessons]
    if not lessons:
        todo = "Record a lesson in the review, with `what`, `cause` and `change`"
        return unmet("no lesson is recorded", todo, reviews_held(look) or [(look.part, "reviews")], 3)
    return quiet(look, ["lesson-incomplete"], f"{counted(len(lessons), 'lesson')} with cause and change", lessons)


@check(Stage.REVIEW, "reviews")
def recommendations_decided(look: Look) -> Answer:
    """The review holds recommendations, each with an owner, a day, and a decision once that day has come."""
    found = [one for review in reviews_held(look) for one in review.recommendations]
    if not found:
        todo = "Record a recommendation in the review, with `text`, `owner`, `due` and `decision`"
        return unmet("no recommendation is recorded", todo, reviews_held(look) or [(look.part, "reviews")], 4)
    if look.found("recommendation-incomplete"):
        return quiet(look, ["recommendation-incomplete"], "", ())
    open_ones = [one for one in found if not _is_decided(look, one)]
    if open_ones:
        return unmet(
            f"{len(open_ones)} of {counted(len(found), 'recommendation')} without a decision",
            "Write what was decided in `decision`: accepted, rejected or deferred",
            open_ones,
            len(open_ones),
        )
    return met(f"{counted(len(found), 'recommendation')} with owner, day and decision", found)


def _is_decided(look: Look, recommendation: Recommendation) -> bool:
    """Whether it is decided upon, or stated to be pending while its day has not come."""
    if recommendation.decision == "pending":
        return recommendation.due is not None and recommendation.due >= look.as_of
    return recommendation.decision is not None


# ---------------------------------------------------------------------- the end


@check(Stage.CLOSE, "exit")
def end_decided(look: Look) -> Answer:
    """It is decided whether to renew the partnership, to hand it over or to end it, with the day and the reason."""
    decision = look.part.exit.decision if look.part.exit is not None else None
    if decision is None:
        todo = "Record under `exit` the `decision`: its `outcome`, `by`, `on` and `reason`"
        return unmet("no decision on the end is recorded", todo, [look.part.exit or (look.part, "exit")], 4)
    if decision.on is not None and decision.on > look.as_of:
        todo = "Write the day on which it was decided in `on`"
        return unmet("the day of the decision is still to come", todo, [(decision, "on")])
    return quiet(look, ["exit-decision-missing"], f"the decision is to {decision.outcome}", [decision])
