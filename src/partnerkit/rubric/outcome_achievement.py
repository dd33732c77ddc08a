"""How far each objective has come, indicator by indicator, by the figures that were reported.

How an indicator stands is said in a word, never as a mark:

- **exceeded**, **met**: the newest figure has come the whole way from the baseline to the target, or 1.1 times that
  way (`outcome-exceeded-times-least` of the rule pack). Within the `tolerance` of the target counts as met.
- **on track**: the target's day lies ahead, and the figure has come at least the share of the way that the time is of
  the time between the day of the baseline and the day of the target. What counts is the day of the figure. Without a
  day of the baseline, time counts from the day the objective was agreed or sealed. Interim targets set the pace where
  there are any. A figure that is to stay is on track while it is within the tolerance, and met once the day has come.
- **behind**: it has come less, or the day has come.
- **regressed**: it has moved away from the target, below the baseline.
- **not yet reported**: there is no figure. That is not nought. It is not due while the target's day lies ahead,
  unless `actual-overdue` says that a figure was to come by now.
- **cannot be computed**: a baseline or a target is missing, or they contradict one another; the reason is given.

The way is always (newest figure less baseline) of (target less baseline), and never the figure as a share of the
target: that would praise figures that got worse. Where an objective is told in words, only the verdict of a review and
the evidence it names count. An objective that was changed without approval since it was sealed is compared with what
was sealed, if a copy was kept.

Exceeded and met count as met; behind and regressed as not met; what cannot be computed, and what is not reported
though it is due, as unknown. What is on track is not due. The states are counted, and no mean is made of them.

Source: IATI's indicators with baseline, target and actual; the words and their limits are our own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partnerkit.model.partnership.objectives import Actual, Baseline, Indicator, Objective, Target
from partnerkit.model.partnership.review import ObjectiveVerdict, Review
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
    date,
    day,
    facts,
    met,
    said,
    unknown,
    unmet,
)
from partnerkit.rubric.as_sealed import Agreed, as_sealed
from partnerkit.rubric.by_part import found_by_part
from partnerkit.rubric.progress import Course, Standing, latest, said_way, standing, way
from partnerkit.rubric.scores import DASH
from partnerkit.rules.evidence._reviewing import reviews_held
from partnerkit.rules.findings import Finding
from partnerkit.rules.numbers import exact, shown
from partnerkit.rules.objectives._indicators import called

TITLE = "Outcome achievement"
CAVEAT = "How far figures have come is no judgement of anybody, and no mean is made of them."

UNSEALED = "It is not sealed, so it is compared with what stands there today"
"""The remark on an objective without a seal."""

_NAME = "indicator-achieved"
_ASKS = "An indicator of the objective has reached its target."
_TODO = "Find out together what holds it up, and agree an action for it with an owner and a day"
_STEPS = 3
_STATES = {
    Standing.EXCEEDED: State.MET,
    Standing.MET: State.MET,
    Standing.ON_TRACK: State.NOT_DUE,
    Standing.BEHIND: State.UNMET,
    Standing.REGRESSED: State.UNMET,
}
_ORDER = {one.value: at for at, one in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class _Followed:
    """An objective, with what its indicators are judged by."""

    look: Look
    objective: Objective
    agreed: Agreed
    verdict: tuple[Review, ObjectiveVerdict] | None
    found: Mapping[int, tuple[Finding, ...]]

    def course(self, indicator: Indicator | None) -> Course:
        """The days by which the pace of an indicator is judged."""
        locked = self.objective.locked
        baseline = indicator.baseline if indicator is not None else None
        target = indicator.target if indicator is not None else None
        taken = baseline.on if baseline is not None else None
        start = taken or self.objective.agreed_on or (locked.on if locked is not None else None)
        end = target.on if target is not None else None
        return Course(start, end or self.agreed.due, self.look.as_of)


def points(look: Look) -> Iterator[Point]:
    """A point for each objective."""
    if not look.part.objectives or "objectives" in look.part.not_applicable:
        one = asked(look, Check(_NAME, _ASKS, Stage.AGREE, ("objectives",), _nothing_agreed))
        yield Point("objectives", "Objectives", (one,), None, one.word)
        return
    for followed in _followed(look):
        objective = followed.objective
        checks = tuple(Checked(_NAME, _ASKS, answer) for answer in _answers(followed))
        title = " ".join(objective.statement.split()).rstrip(".")
        yield Point(objective.id, title, checks, None, _words(checks), tuple(_remarks(followed)), Fact(objective))


def whole(points: Sequence[Point]) -> Whole:
    """How many indicators stand how."""
    return None, _words([one for point in points for one in point.checks])


def figures(look: Look) -> Iterator[Figures]:
    """Every indicator with its figures, and how it stands."""
    rows = tuple(
        _row(look, followed.agreed.indicators[indicator.id], answer)
        for followed in _followed(look)
        for indicator, answer in zip(followed.objective.indicators, _answers(followed), strict=False)
    )
    if rows:
        yield Figures(
            "Indicators from baseline to target",
            ("Indicator", "Baseline", "Target", "Newest figure", "Way from baseline to target", "Standing"),
            rows,
            "The way is the newest figure less the baseline, of the target less the baseline. "
            "A figure that is not reported is not nought.",
        )


def _nothing_agreed(look: Look) -> Answer:
    return unknown("no objective is recorded", [(look.part, "objectives")], "no objective recorded")


def _words(checks: Iterable[Checked]) -> str:
    """How many stand how; the word alone if there is but one."""
    found = Counter(one.word for one in checks)
    if found.total() == 1:
        return next(iter(found))
    ordered = sorted(found.items(), key=lambda item: (_ORDER.get(item[0], len(_ORDER)), item[0]))
    return ", ".join(f"{number} {word}" for word, number in ordered)


def _followed(look: Look) -> Iterator[_Followed]:
    rules = ["too-few-responses"]
    rules += ["actual-overdue"] if look.stage >= Stage.RUN else []
    found = found_by_part(look, *rules)
    rule = "objective-changed-after-lock"
    # Wherever it shows, it names the seal.
    changed = found_by_part(look, rule, related=True) if look.stage >= Stage.ACTIVATE else {}
    verdicts: dict[str, tuple[Review, ObjectiveVerdict]] = {}
    for review in reviews_held(look):
        for verdict in review.verdicts:
            verdicts.setdefault(verdict.objective.rpartition("/")[2], (review, verdict))
    for objective in look.part.objectives:
        own = changed.get(id(objective.locked), ())
        yield _Followed(look, objective, as_sealed(objective, own), verdicts.get(objective.id), found)


def _remarks(followed: _Followed) -> Iterator[str]:
    if followed.objective.locked is None and followed.look.stage >= Stage.ACTIVATE:
        yield UNSEALED
    yield from followed.agreed.remarks
    for indicator in followed.objective.indicators:
        actual = latest(indicator, followed.look.as_of)
        if actual is None:
            continue
        if actual.status == "provisional":
            yield f"The newest figure of {called(indicator)} is provisional"
        for finding in (*followed.found.get(id(actual), ()), *followed.found.get(id(indicator), ())):
            yield f"Lint reports that {finding.message}"


# ---------------------------------------------------------------------- indicators


def _answers(followed: _Followed) -> Iterator[Answer]:
    for indicator in followed.objective.indicators:
        yield _answer(followed, indicator, followed.agreed.indicators[indicator.id])
    if not followed.objective.indicators:
        yield _by_verdict(followed, None, None)


def _answer(followed: _Followed, indicator: Indicator, counting: Indicator) -> Answer:
    look = followed.look
    actual = latest(counting, look.as_of)
    if _is_told_in_words(counting):
        return _by_verdict(followed, indicator, actual)
    if actual is None:
        return _not_reported(followed, indicator, called(indicator))
    course = followed.course(counting)
    exceeded = exact(look.limit("outcome-exceeded-times-least").value)
    stands = standing(counting, actual, course, exceeded)
    if isinstance(stands, str):
        return unknown(f"{called(indicator)} cannot be computed: {stands}", [indicator], Standing.UNTOLD.value)
    shows = f"{called(indicator)}: {_figure_said(counting, actual)}, {_way_said(counting, actual)}"
    if course.end is not None:
        shows += f"; its day {'is' if course.is_ahead else 'was'} {day(course.end)}"
    state = _STATES[stands]
    if state is State.UNMET:
        return unmet(shows, _TODO, [actual], _STEPS, stands.value)
    return Answer(state, shows, facts([actual]), word=stands.value)


def _is_told_in_words(indicator: Indicator) -> bool:
    target = indicator.target
    in_words = target is not None and target.value is None and target.narrative is not None
    return indicator.measure == "qualitative" or in_words


def _not_reported(followed: _Followed, indicator: Indicator | None, name: str) -> Answer:
    """The answer where there is no figure and no verdict: whether one is due, and what else stands in its way."""
    counting = None if indicator is None else followed.agreed.indicators[indicator.id]
    course = followed.course(counting)
    places = facts([(followed.objective, "indicators") if indicator is None else (indicator, "actuals")])
    word = Standing.NOT_REPORTED.value
    late = _overdue(followed, indicator, course)
    if late:
        return unknown(f"{name} is not yet reported{late}{_obstacle(counting)}", places, word)
    when = "" if course.end is None else f"; its day is {day(course.end)}"
    return Answer(State.NOT_DUE, f"{name} is not yet reported{_obstacle(counting)}{when}", places, word=word)


def _overdue(followed: _Followed, indicator: Indicator | None, course: Course) -> str:
    """By what a figure was due by now, as it continues a sentence; "" if none was."""
    if course.end is not None and course.end < course.as_of:
        return f", {counted((course.as_of - course.end).days, 'day')} after its day, {day(course.end)}"
    for finding in followed.found.get(id(indicator), ()):
        return f": {finding.message}"
    if course.end is None and followed.look.stage >= Stage.REVIEW:
        return ", and no day is recorded by which it is to be"
    return ""


def _obstacle(counting: Indicator | None) -> str:
    """Why nothing could be computed from a figure either, as it continues a sentence; "" if it could."""
    if counting is None or _is_told_in_words(counting):
        return ""
    why = way(counting, 0)
    return f", and could not be computed: {why}" if isinstance(why, str) else ""


def _by_verdict(followed: _Followed, indicator: Indicator | None, actual: Actual | None) -> Answer:
    """The answer for what is told in words: what a review found, if it names evidence."""
    name = "the objective" if indicator is None else called(indicator)
    if followed.verdict is None or followed.verdict[1].verdict in (None, "not-due"):
        if indicator is not None or followed.look.stage < Stage.RUN:
            return _not_reported(followed, indicator, name)
        shows = "the objective cannot be computed: it has no indicator, and no review has a verdict on it"
        return unknown(shows, [(followed.objective, "indicators")], Standing.UNTOLD.value)
    review, verdict = followed.verdict
    word = said(verdict.verdict or "")
    named = (*verdict.evidence, *(actual.evidence if actual is not None else ()))
    evidence = [one for one in map(followed.look.evidence, dict.fromkeys(named)) if one is not None]
    shows = f"{name} is told in words; the review of {day(review.on)} found it {word}"
    if not evidence:
        return unknown(f"{shows} and names no evidence", [verdict], Standing.UNTOLD.value)
    shows += f" and names {counted(len(evidence), 'piece')} of evidence"
    if verdict.verdict == "met":
        return met(shows, [verdict], word)
    return unmet(shows, _TODO, [verdict], _STEPS, word)


# ---------------------------------------------------------------------- words


def _row(look: Look, indicator: Indicator, answer: Answer) -> tuple[str, ...]:
    actual = latest(indicator, look.as_of)
    return (
        indicator.title or said(indicator.id),
        _stand(indicator.baseline, indicator.unit, "on"),
        _stand(indicator.target, indicator.unit, "by"),
        DASH if actual is None else _figure_said(indicator, actual),
        DASH if actual is None else _way_said(indicator, actual),
        answer.word or answer.state.words,
    )


def _stand(stand: Baseline | Target | None, unit: str | None, joint: str) -> str:
    if stand is None:
        return DASH
    figure = " ".join((stand.narrative or "").split()) or DASH if stand.value is None else _with_unit(stand.value, unit)
    give = f", give or take {shown(exact(stand.tolerance))}" if isinstance(stand, Target) and stand.tolerance else ""
    return figure + give + _on(stand.on, joint)


def _on(on: date | None, joint: str) -> str:
    return f" {joint} {day(on)}" if on is not None else ""


def _with_unit(value: float, unit: str | None) -> str:
    return f"{shown(exact(value))} {unit or ''}".rstrip()


def _figure_said(indicator: Indicator, actual: Actual) -> str:
    """The figure with its day, what it rests on, and whether it may still change."""
    figure = "told in words" if actual.value is None else _with_unit(actual.value, indicator.unit)
    status = "provisional" if actual.status == "provisional" else ""
    more = [part for part in (status, _rests_on(actual)) if part]
    return f"{figure} on {day(actual.on)}" + (f" ({', '.join(more)})" if more else "")


def _rests_on(actual: Actual) -> str:
    if actual.responses is None:
        return ""
    of = f" of {actual.population}" if actual.population is not None else ""
    return f"rests on {actual.responses}{of}"


def _way_said(indicator: Indicator, actual: Actual) -> str:
    if actual.value is None:
        return "told in words"
    found = way(indicator, actual.value)
    if isinstance(found, str):
        return f"cannot be computed: {found}"
    return said_way(found, "points" if indicator.measure == "percentage" else indicator.unit or "")
