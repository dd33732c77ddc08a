"""What is asked of the arrangements for the end, early, and of the end itself, once it comes."""

from __future__ import annotations

from partnerkit.model.partnership.review import Evaluation, Review
from partnerkit.rubric.api import (
    Answer,
    Fact,
    Look,
    Stage,
    State,
    check,
    counted,
    date,
    day,
    days_after,
    listed,
    met,
    not_applicable,
    quiet,
    said,
    unknown,
    unmet,
)
from partnerkit.rubric.checks._partners import NOBODY_LEFT
from partnerkit.rubric.checks.life_cycle import settled_in
from partnerkit.rules.evidence._reviewing import last_renewal, reviews_held
from partnerkit.rules.meetings._meetings import is_settled

_RETURNS = ("knowledge", "data_return", "asset_return")

# ---------------------------------------------------------------------- the arrangements


@check(Stage.AGREE, "exit")
def exit_arrangements_agreed(look: Look) -> Answer:
    """It is agreed what would bring the end about, how long the notice is, and who sees the learners through."""
    arrangements = look.part.exit
    if arrangements is None:
        return _no_arrangements(look, "triggers", "notice_days", "learner_protection")
    if look.ended:
        return not_applicable("the partnership has ended: how, is asked of its end")
    return quiet(look, ["exit-arrangements-missing"], "triggers, notice and learners", [arrangements])


@check(Stage.AGREE, "exit")
def exit_owned_by_each_partner(look: Look) -> Answer:
    """Somebody at each partner answers for the exit."""
    arrangements = look.part.exit
    if arrangements is None:
        return _no_arrangements(look, "owners")
    if not look.partners:
        return unknown(NOBODY_LEFT, [(look.part, "partners")])
    sides = look.organisations_present(arrangements.owners)
    missing = [partner for partner in look.partners if partner not in sides]
    if not missing:
        return met(f"{counted(len(arrangements.owners), 'owner')}, from every partner", [(arrangements, "owners")])
    return unmet(
        f"no owner of the exit from {listed(map(look.name, missing), 'or')}",
        "Name under `exit`, as `owners`, one person for each partner",
        [(arrangements, "owners")],
        len(missing),
    )


@check(Stage.AGREE, "exit")
def exit_returns_settled(look: Look) -> Answer:
    """What becomes of knowledge, data and assets is settled, in a document or in a clause of an agreement."""
    arrangements = look.part.exit
    if arrangements is None:
        return _no_arrangements(look, *_RETURNS)
    missing = [name for name in _RETURNS if getattr(arrangements, name) is None]
    if missing:
        return unmet(
            f"the exit arrangements do not settle {listed(map(said, missing), 'or')}",
            f"Agree on it, and write it under `exit`: {listed(f'`{name}`' for name in missing)}",
            [arrangements],
            len(missing),
        )
    agreements, _ = settled_in(look, "exit")
    shown = [Fact(one, "clauses") for one in agreements]
    if arrangements.evidence:
        shown.insert(0, Fact(arrangements, "evidence"))
    if shown:
        return met("knowledge, data and assets, with the document that settles it", [arrangements, *shown])
    todo = "Name the document under the `evidence` of `exit`, or mark the clause `exit` of the agreement"
    return unmet("no document and no clause of an agreement is named for it", todo, [arrangements])


@check(Stage.RUN, "exit")
def exit_arrangements_kept_up(look: Look) -> Answer:
    """The exit arrangements were agreed, or looked at again, within a year."""
    arrangements = look.part.exit
    if look.ended:
        return not_applicable("the partnership has ended: how, is asked of its end")
    if arrangements is None:
        return _no_arrangements(look, "reviewed_on")
    looked = arrangements.reviewed_on
    since = days_after(look.as_of, -look.limit("exit-review-days").whole)
    if looked is not None and since <= looked <= look.as_of:
        return met(f"looked at on {day(looked)}", [(arrangements, "reviewed_on")])
    entered = look.entered(Stage.AGREE)
    if looked is None and entered is not None and since <= entered <= look.as_of:
        return Answer(State.NOT_DUE, f"due a year after the partners began to agree, on {day(entered)}")
    shown = "no day on which they were looked at again is recorded" if looked is None else f"last on {day(looked)}"
    todo = "Look at the exit arrangements together, and write the day as `reviewed_on`"
    return unmet(shown, todo, [(arrangements, "reviewed_on")])


def _no_arrangements(look: Look, *keys: str) -> Answer:
    todo = f"Agree how the partnership would end, and record it under `exit`: {listed(f'`{key}`' for key in keys)}"
    return unmet("no exit arrangements are recorded", todo, [(look.part, "exit")], len(keys))


# ---------------------------------------------------------------------- the end itself


def _goes_on(look: Look) -> bool:
    """Whether it was decided that the partnership is renewed, so that nothing comes to an end."""
    decision = look.part.exit.decision if look.part.exit is not None else None
    return decision is not None and decision.outcome == "renew" and (decision.on is None or decision.on <= look.as_of)


@check(Stage.CLOSE, "exit")
def exit_carried_out(look: Look) -> Answer:
    """What was arranged for the end has been done."""
    if _goes_on(look):
        return not_applicable("the partnership is renewed")
    arrangements = look.part.exit
    done = arrangements.completed_on if arrangements is not None else None
    if arrangements is not None and done is not None and done <= look.as_of:
        return met(f"done on {day(done)}", [(arrangements, "completed_on")])
    todo = "Carry out what was arranged, and write the day on which it was done as `completed_on` of `exit`"
    return unmet("no day on which everything was done is recorded", todo, [arrangements or (look.part, "exit")])


@check(Stage.CLOSE, "learners")
def learners_seen_through(look: Look) -> Answer:
    """Every learner has completed."""
    learners = look.part.learners
    if _goes_on(look):
        return not_applicable("the partnership is renewed")
    if not learners:
        return unknown("no learner is recorded", [(look.part, "learners")])
    left = [one for one in learners if one.completed_on is None or one.completed_on > look.as_of]
    if not left:
        return met(f"{counted(len(learners), 'learner')} completed", [(one, "completed_on") for one in learners])
    return unmet(
        f"{len(left)} of {counted(len(learners), 'learner')} without a day of completion",
        "Record the day each learner completed, or see to it that they can",
        [(one, "completed_on") for one in left],
        len(left),
    )


@check(Stage.CLOSE, "actions", "meetings")
def no_action_left_open(look: Look) -> Answer:
    """No action is left open."""
    actions = look.agreed_actions
    left = [action for action in actions if not is_settled(action) or (action.done_on or date.min) > look.as_of]
    if not actions:
        todo = "Record the actions and what became of them"
        return unmet("no action is recorded, done or open", todo, [(look.part, "actions")], 2)
    if not left:
        return met(f"{counted(len(actions), 'action')} done or dropped", [(action, "status") for action in actions])
    return unmet(
        f"{len(left)} of {counted(len(actions), 'action')} open",
        "Settle the open actions, or hand each over and mark it `dropped`",
        left,
        len(left),
    )


@check(Stage.CLOSE, "reviews")
def final_evaluation_held(look: Look) -> Answer:
    """A review was held, or results were collected, after the last activity ended."""
    ends = [one.end for one in look.part.activities if one.end is not None and one.end <= look.as_of]
    since = max((*ends, last_renewal(look) or date.min))
    reviews: list[Review] = [one for one in reviews_held(look) if one.on >= since]
    results: list[Evaluation] = [
        one
        for one in look.part.evaluations
        if one.level in {3, 4} and one.collected_on is not None and since <= one.collected_on <= look.as_of
    ]
    if reviews or results:
        words = f"{counted(len(reviews), 'review')} and {counted(len(results), 'evaluation')} of behaviour or results"
        return met(words, [*reviews, *results])
    after = f" after {day(since)}" if ends else ""
    return unmet(
        f"no review and no evaluation of behaviour or results is recorded{after}",
        "Look back at the whole once more, and record the review",
        [(look.part, "reviews")],
        3,
    )
