"""How deep the evaluation of each activity goes in which somebody is taught: from how it was liked to what it returned.

The levels are Kirkpatrick's: 1 reaction, 2 learning, 3 behaviour at work, 4 results; and 5, the return on what was
spent. A level counts when one evaluation of it

- was planned by the first day of the activity (`planned_on`), with its instrument named;
- was collected by now, and in time: reactions within `reaction-within-days` of the rule pack from the end of the
  activity; behaviour at work from `behaviour-after-days` to `impact-review-last-days` after it. The end is the last
  day of the activity, or the day on which a learner completed;
- says how many answered and how many there are in all, unless it is a figure that is kept anyway;
- fits what is asked. Learning (2) is assessed, or compared with an evaluation from before the start or with the
  baseline of its indicator. Behaviour at work (3) is seen by a manager, an assessor or a figure that is kept anyway,
  not by the learner alone. Results (4) are those of an indicator with a baseline. The return (5) has its effect told
  apart from other causes, all its costs and benefits with their sums, in one currency.

The depth is the highest level that counts with all levels below it. A level that counts without those below it is
named in a remark. What makes people use what they learned (`drivers`), and indicators that show early whether results
will come (`leading_indicators`), are looked for as information; they raise no depth and weigh nothing.

An activity that is not over has no depth yet: nothing of it is due but its plan, from the stage *plan* on. Levels 1
and 2 are due once `reaction-within-days` have passed since the end, the others once `impact-review-last-days` have;
what counts before that counts. Level 4 does not apply to an activity that serves no objective with an indicator of
outcome or impact, and level 5 only where a return is stated.

The whole is at the lowest depth of the activities that are over and due. While there is none, it says how many of the
evaluations are planned.

Source: Kirkpatrick's levels and their New World form, Phillips's return on investment; seed documents 000, 002 and 004.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType

from partnerkit.model.partnership.review import Evaluation, MoneyLine
from partnerkit.rubric.api import (
    Answer,
    Check,
    Checked,
    Fact,
    Figures,
    Iterator,
    Look,
    Point,
    Sequence,
    Stage,
    State,
    Whole,
    asked,
    counted,
    day,
    facts,
    listed,
    met,
    not_applicable,
    said,
    said_count,
    unknown,
    unmet,
)
from partnerkit.rubric.by_part import found_by_part
from partnerkit.rubric.evaluation_levels import RULES, Taught, answered, compares_learning, faults, plan_faults, todo_of
from partnerkit.rubric.grading import lowest
from partnerkit.rubric.scores import DASH
from partnerkit.rules.evidence._evaluating import (
    BEHAVIOUR,
    LEARNING,
    REACTION,
    RESULTS,
    RETURN,
    by_activity,
    ends,
    promising_results,
)
from partnerkit.rules.evidence._words import quoted
from partnerkit.rules.numbers import exact, shown

TITLE = "Evaluation depth"
LEVELS = ("no level", "reaction", "learning", "behaviour at work", "results", "return on investment")

_PLANNED = "evaluation-planned"
_PLANNED_ASKS = "The evaluation of the activity is planned by its first day, at each level that applies to it."
_UNPLANNED = ("evaluation-unplanned", "reaction-only")
_LEVELS: Mapping[int, tuple[str, str]] = MappingProxyType(
    {
        REACTION: ("reaction-evaluated", "How the activity was liked was asked as planned, and in time."),
        LEARNING: ("learning-evaluated", "What was learned was assessed or compared, as planned."),
        BEHAVIOUR: ("behaviour-evaluated", "What is done differently at work was asked as planned, and in time."),
        RESULTS: ("results-evaluated", "What it brought is shown as planned, by an indicator with a baseline."),
        RETURN: ("return-evaluated", "The return is told apart from other causes, and set against all costs."),
    }
)
_MOST_SHOWN = 20


def points(look: Look) -> Iterator[Point]:
    """A point for each activity in which somebody is taught."""
    if not look.learning_activities:
        one = asked(look, Check(_PLANNED, _PLANNED_ASKS, Stage.PLAN, ("activities", "evaluations"), _nothing_taught))
        level = grade([one])
        yield Point("activities", "Activities", (one,), level, said_count([one]) if level is None else LEVELS[0])
        return
    for taught in _all_taught(look):
        checks = tuple(_checks(look, taught))
        level = grade(checks)
        activity = taught.activity
        yield Point(
            activity.id,
            activity.title,
            checks,
            level,
            _word(taught, checks) if level is None else LEVELS[level],
            tuple(_remarks(taught, checks, level)),
            Fact(activity),
        )


def grade(checks: Sequence[Checked]) -> int | None:
    """The highest level that counts with all below it; None while the lowest is not due."""
    states = _states(checks)
    if not states:
        return 0 if any(one.state.is_due for one in checks) else None
    if not states[REACTION].is_due or State.UNKNOWN in states.values():
        return None
    depth = 0
    while states.get(depth + 1) is State.MET:
        depth += 1
    return depth


def whole(points: Sequence[Point]) -> Whole:
    """The lowest depth of the activities that are over and due; without any, how many evaluations are planned."""
    level = lowest(points)
    if level is not None:
        return level, LEVELS[level]
    plans = [one for point in points for one in point.checks if one.name == _PLANNED]
    due = [one for one in plans if one.state.is_due]
    if not due:
        return None, said_count(plans)
    planned = sum(one.state is State.MET for one in due)
    return None, f"no activity is over and due; {planned} of {counted(len(due), 'evaluation')} planned"


def figures(look: Look) -> Iterator[Figures]:
    """What counts at each level of each activity, and the returns that can be worked out."""
    rows = tuple(_row(taught, tuple(_checks(look, taught))) for taught in _all_taught(look))
    if rows:
        yield Figures(
            "Evaluation of each activity by level",
            ("Activity", "Last day", *(f"{level} {LEVELS[level]}" for level in _LEVELS), "Depth"),
            rows,
            "A level counts if it was planned before, collected in time, and asked of those who can tell.",
        )
    returns = tuple(row for one in look.part.evaluations if (row := _return(look, one)) is not None)
    if returns:
        yield Figures(
            "Return on investment",
            ("Activity", "Told apart by", "Benefits", "Costs", "Return on investment", "Benefit-cost ratio"),
            returns,
            "The return is benefits less costs, of the costs. Whether all costs are listed, the record cannot tell.",
        )


def _nothing_taught(look: Look) -> Answer:
    if look.part.activities:
        return not_applicable("nobody is taught in any activity")
    todo = "Record the activities, and plan under `evaluations` how each will be evaluated"
    return unmet("no activity is recorded", todo, [(look.part, "activities")], 4)


def _all_taught(look: Look) -> Iterator[Taught]:
    teaching = {activity.id for activity in look.learning_activities}
    days, promising = ends(look), promising_results(look)
    found = {rule: found_by_part(look, rule, related=True) for rule in (*RULES, *_UNPLANNED)}
    for activity, evaluations in by_activity(look):
        if activity.id in teaching:
            compares = compares_learning(activity, evaluations)
            yield Taught(look, activity, evaluations, days[activity.id], found, activity.id in promising, compares)


# ---------------------------------------------------------------------- checks


def _checks(look: Look, taught: Taught) -> Iterator[Checked]:
    yield _asked(look, (_PLANNED, _PLANNED_ASKS), _planned(taught), 0)
    for level, name in _LEVELS.items():
        yield _asked(look, name, _of_level(taught, level), level)
    for name, question in _INFORMATION:
        yield _asked(look, name, question(taught), 0, 0)


def _asked(look: Look, name: tuple[str, str], answer: Answer, level: int, weight: float = 1) -> Checked:
    return asked(look, Check(*name, Stage.PLAN, ("evaluations",), lambda _: answer), level, weight)


def _planned(taught: Taught) -> Answer:
    activity = taught.activity
    for rule in _UNPLANNED:
        for finding in taught.found[rule].get(id(activity), ()):
            return unmet(finding.message, todo_of(rule, finding), [activity], 3)
    levels = {one.level for one in taught.evaluations}
    missing = [level for level in (REACTION, LEARNING, BEHAVIOUR) if level not in levels]
    if missing:
        # The rules are quiet on what has ended, and on what a record excuses: that plans nothing.
        shows = f"no evaluation of level {listed(map(str, missing), 'or')} is recorded"
        return unmet(shows, "Add an entry to `evaluations` for each level", [activity], len(missing))
    wanting = [(one, found) for one in taught.evaluations if (found := list(plan_faults(taught, one)))]
    if not wanting:
        shows = f"{counted(len(taught.evaluations), 'evaluation')} planned by the first day"
        return met(shows, taught.evaluations[:_MOST_SHOWN])
    fault = wanting[0][1][0]
    shows = f"{len(wanting)} of {counted(len(taught.evaluations), 'evaluation')}: {fault.said}"
    return unmet(shows, fault.todo, [one for one, _ in wanting[:_MOST_SHOWN]], len(wanting))


def _of_level(taught: Taught, level: int) -> Answer:
    evaluations = taught.of_level(level)
    if (outside := _outside(taught, level)) is not None:
        return outside
    judged = [(faults(taught, one), one) for one in evaluations]
    counting = [one for found, one in judged if not found]
    if counting:
        first = counting[0]
        on = day(first.collected_on) if first.collected_on is not None else DASH
        return met(f"{quoted(first.instrument or '')} on {on}, {answered(first)}", counting)
    until = taught.due_until(level)
    if taught.look.as_of <= until:
        return Answer(State.NOT_DUE, f"it can be collected until {day(until)}", facts(evaluations))
    if not judged:
        todo = f"Add an evaluation of level {level} with its result, or plan one for the next round before it begins"
        return unmet(f"no evaluation of level {level} is recorded", todo, [taught.activity], 4)
    found, nearest = min(judged, key=lambda one: len(one[0]))
    shows = f"{quoted(nearest.instrument or nearest.question or nearest.id)}: {listed(one.said for one in found)}"
    return unmet(shows, found[0].todo, [nearest], len(found))


def _outside(taught: Taught, level: int) -> Answer | None:
    """The answer where a level does not apply, or the activity is not over; None where it is to be looked at."""
    evaluations, end = taught.of_level(level), taught.activity.end
    if level == RESULTS and not evaluations and not taught.promises:
        return not_applicable("it serves no objective with an indicator of outcome or impact")
    if level == RETURN and not evaluations:
        return not_applicable("no return is stated")
    if taught.is_over:
        return None
    if end is not None:
        return Answer(State.NOT_DUE, f"due once the activity is over; its last day is {day(end)}", facts(evaluations))
    if taught.look.ended:
        return unknown(
            "the partnership has ended, and the last day of the activity is not recorded", [(taught.activity, "end")]
        )
    return Answer(State.NOT_DUE, "due once the activity is over; its last day is not recorded", facts(evaluations))


def _drivers(taught: Taught) -> Answer:
    return _information(
        taught,
        [(one, "drivers") for one in taught.evaluations if one.drivers],
        "what makes people use what they learned is named",
        "Name under `drivers` what makes people use at work what they learned, such as coaching",
    )


def _leading(taught: Taught) -> Answer:
    return _information(
        taught,
        [(one, "leading_indicators") for one in taught.evaluations if one.leading_indicators],
        "indicators that show early whether results will come are named",
        "Name under `leading_indicators` what will show early whether results come",
    )


def _information(taught: Taught, places: Sequence[tuple[Evaluation, str]], shows: str, todo: str) -> Answer:
    if places:
        return met(shows, places[:_MOST_SHOWN])
    asked_at_work = [one for one in taught.evaluations if one.level in (BEHAVIOUR, RESULTS)]
    if not asked_at_work:
        return not_applicable("no evaluation of level 3 or 4 is recorded that could name it")
    return unmet("none of its evaluations names it; for information only", todo, asked_at_work[:_MOST_SHOWN])


_INFORMATION = (
    (("required-drivers", "What makes people use at work what they learned is named."), _drivers),
    (("leading-indicators", "Indicators are named that show early whether results will come."), _leading),
)


# ---------------------------------------------------------------------- depth


def _states(checks: Iterable[Checked]) -> dict[int, State]:
    names = {name: level for level, (name, _) in _LEVELS.items()}
    return {names[one.name]: one.state for one in checks if one.name in names}


def _word(taught: Taught, checks: Sequence[Checked]) -> str:
    plan = checks[0].state
    if not plan.is_due:
        return said_count(checks)
    if any(one.state is State.UNKNOWN for one in checks):
        return "not known whether it is over"
    over = "over, and not yet due" if taught.is_over else "not over"
    return f"{over}; evaluation {'planned' if plan is State.MET else 'not fully planned'}"


def _remarks(taught: Taught, checks: Sequence[Checked], depth: int | None) -> Iterator[str]:
    if depth is None:
        return
    states = _states(checks)
    alone = [level for level, state in states.items() if state is State.MET and level > depth + 1]
    if alone:
        which = f"Level {alone[0]} counts" if len(alone) == 1 else f"Levels {listed(map(str, alone))} count"
        yield f"{which}, but not level {depth + 1} below, so that it adds no depth"
    waiting = next((level for level, state in states.items() if state is State.NOT_DUE), None)
    if waiting is not None:
        yield f"Level {waiting} can be collected until {day(taught.due_until(waiting))}"


# ---------------------------------------------------------------------- figures


def _row(taught: Taught, checks: Sequence[Checked]) -> tuple[str, ...]:
    depth, end = grade(checks), taught.activity.end
    names = {name for name, _ in _LEVELS.values()}
    cells = [_cell(one) for one in checks if one.name in names]
    last = DASH if end is None else day(end)
    return (taught.activity.title, last, *cells, DASH if depth is None else f"{depth} {LEVELS[depth]}")


def _cell(one: Checked) -> str:
    if one.state is State.MET:
        first = one.answer.facts[0].part
        return f"counts: {answered(first)}" if isinstance(first, Evaluation) else "counts"
    return "does not count" if one.state is State.UNMET else one.word


def _return(look: Look, evaluation: Evaluation) -> tuple[str, ...] | None:
    """The row of a return, if it is told apart from other causes and all is given in one currency."""
    is_there = evaluation.collected_on is not None and evaluation.collected_on <= look.as_of
    benefits, costs = _sum(evaluation.benefits), _sum(evaluation.costs)
    if evaluation.level != RETURN or evaluation.isolation in (None, "none") or not is_there:
        return None
    if benefits is None or costs is None or benefits[1] != costs[1] or not costs[0]:
        return None
    reference = evaluation.activity
    titles = {activity.id: activity.title for activity in look.part.activities}
    return (
        "all activities" if reference is None else titles.get(reference.rpartition("/")[2], reference),
        said(evaluation.isolation or ""),
        f"{shown(benefits[0])} {benefits[1]}",
        f"{shown(costs[0])} {costs[1]}",
        f"{_rounded((benefits[0] - costs[0]) / costs[0] * 100, 1)} per cent",
        _rounded(benefits[0] / costs[0], 2),
    )


def _sum(lines: Sequence[MoneyLine]) -> tuple[Fraction, str] | None:
    """The sum of some lines with its currency; None without any, without a sum, or in several currencies."""
    money = [line.money for line in lines if line.money is not None]
    currencies = {one.currency for one in money}
    if len(money) < len(lines) or len(currencies) != 1:
        return None
    return sum((exact(one.amount) for one in money), Fraction(0)), currencies.pop()


def _rounded(value: Fraction, places: int) -> str:
    return shown(round(value, places))
