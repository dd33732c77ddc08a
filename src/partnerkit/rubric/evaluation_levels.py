"""Whether an evaluation counts towards its level: what it lacks, and what would mend that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from partnerkit.model.partnership.objectives import Indicator
from partnerkit.model.partnership.plan import Activity
from partnerkit.model.partnership.review import Evaluation
from partnerkit.rubric.subject import Look, rules_by_name
from partnerkit.rules.engine import first_sentence
from partnerkit.rules.evidence._evaluating import BEHAVIOUR, LEARNING, REACTION, RESULTS, RETURN
from partnerkit.rules.findings import Finding
from partnerkit.rules.objectives._indicators import says_something
from partnerkit.rules.words import day, days_after

RULES = (
    "evaluation-planned-late",
    "evaluation-out-of-window",
    "wrong-respondent",
    "response-rate-unknown",
    "roi-without-isolation",
)
"""The rules that find what keeps an evaluation from counting."""

_ASSESSED = frozenset({"assessor", "system"})
_SEES_THE_WORK = frozenset({"manager", "assessor", "system"})


@dataclass(frozen=True, slots=True)
class Taught:
    """An activity in which somebody is taught, and what was asked about it.

    Attributes:
        look: The partnership.
        activity: The activity.
        evaluations: Its evaluations, and those that name no activity.
        days: The days on which it ended for somebody, the earliest first.
        found: What rules find, by the rule and the identity of the part.
        promises: Whether it serves an objective with an indicator of outcome or impact.
        compares_learning: Whether learning was evaluated before it began, and again since.
    """

    look: Look
    activity: Activity
    evaluations: tuple[Evaluation, ...]
    days: tuple[date, ...]
    found: Mapping[str, Mapping[int, tuple[Finding, ...]]]
    promises: bool
    compares_learning: bool

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.activity.end is not None and self.activity.end < self.look.as_of

    def of_level(self, level: int) -> tuple[Evaluation, ...]:
        """Its evaluations of a level."""
        return tuple(one for one in self.evaluations if one.level == level)

    def due_until(self, level: int) -> date:
        """The last day on which a level can still be collected without being late; only once it is over."""
        limit = "impact-review-last-days" if level >= BEHAVIOUR else "reaction-within-days"
        return days_after(self.days[-1], self.look.limit(limit).whole)


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps an evaluation from counting: said in a clause, and what would mend it."""

    said: str
    todo: str


def faults(taught: Taught, evaluation: Evaluation) -> tuple[Fault, ...]:
    """All that keeps an evaluation from counting towards its level; () if it counts."""
    fits = _FITS.get(evaluation.level or 0)
    own = (
        *plan_faults(taught, evaluation),
        *_collection_faults(taught, evaluation),
        *(fits(taught, evaluation) if fits is not None else ()),
    )
    # What a rule finds and this does not know of counts all the same: lint and score must not disagree.
    return own or tuple(_found_by_rules(taught, evaluation))


def plan_faults(taught: Taught, evaluation: Evaluation) -> Iterator[Fault]:
    """What its plan lacks."""
    planned, start = evaluation.planned_on, taught.activity.start
    if planned is None or planned > taught.look.as_of:
        yield Fault("the day it was planned is not recorded", "Write `planned_on`, the day it was planned")
    elif start is None:
        yield Fault("the first day of the activity is not recorded", "Write the `start` of the activity")
    elif planned > start:
        yield Fault(
            f"it was planned on {day(planned)}, and the activity had begun on {day(start)}",
            "Plan the next evaluation before the start; this day is a fact and stays",
        )
    if evaluation.instrument is None:
        yield Fault("its instrument is not named", "Name the `instrument`, such as an observed task")


def _collection_faults(taught: Taught, evaluation: Evaluation) -> Iterator[Fault]:
    collected = evaluation.collected_on
    if collected is None or collected > taught.look.as_of:
        yield Fault("the day it was collected is not recorded", "Write `collected_on`, the day of the answers")
    if evaluation.respondent == "system":
        return
    if evaluation.responses is None or evaluation.population is None:
        yield Fault(
            "the record does not say how many answered, and how many there are in all",
            "Write `responses` and `population`",
        )
    elif evaluation.responses == 0:
        yield Fault("nobody answered", "Ask again, and write `responses`")


def _reaction(taught: Taught, evaluation: Evaluation) -> Iterator[Fault]:
    collected, limit = evaluation.collected_on, taught.look.limit("reaction-within-days").whole
    if collected is None:
        return
    gap = min((abs((collected - end).days) for end in taught.days), default=0)
    if gap > limit:
        yield Fault(f"it was collected {gap} days from the end", f"Ask within {limit} days of the end next time")


def _learning(taught: Taught, evaluation: Evaluation) -> Iterator[Fault]:
    compared = taught.compares_learning or _has_baseline(taught.look, evaluation)
    if evaluation.respondent not in _ASSESSED and not compared:
        yield Fault(
            "learning is neither assessed nor compared with what was known before",
            "Write `respondent: assessor`, or add the evaluation from before the start",
        )


def compares_learning(activity: Activity, evaluations: Iterable[Evaluation]) -> bool:
    """Whether learning was evaluated before an activity began, and again since."""
    start = activity.start
    if start is None:
        return False
    learning = (one.collected_on for one in evaluations if one.level == LEARNING)
    return {True, False} <= {collected <= start for collected in learning if collected is not None}


def _behaviour(taught: Taught, evaluation: Evaluation) -> Iterator[Fault]:
    if evaluation.respondent not in _SEES_THE_WORK:
        yield Fault(
            "nobody who sees the work is recorded as asked",
            "Ask a manager or an assessor, and write `respondent`",
        )
    collected = evaluation.collected_on
    if collected is None or not taught.days:
        return
    least, most = (taught.look.limit(name).whole for name in ("behaviour-after-days", "impact-review-last-days"))
    if collected < days_after(taught.days[0], least):
        yield Fault(f"it was collected before {least} days had passed since the end", "Ask again once they have passed")
    elif collected > days_after(taught.days[-1], most):
        yield Fault(f"it was collected more than {most} days after the end", f"Ask within {most} days next time")


def _results(taught: Taught, evaluation: Evaluation) -> Iterator[Fault]:
    if not _has_baseline(taught.look, evaluation):
        yield Fault(
            "it names no indicator with a baseline",
            "Name the `indicator` whose result it is, and give that indicator a baseline",
        )


def _return(_: Taught, evaluation: Evaluation) -> Iterator[Fault]:
    if evaluation.isolation in (None, "none"):
        yield Fault("nothing tells its effect from other causes", "Say in `isolation` how the effect was told apart")
    lines = (*evaluation.costs, *evaluation.benefits)
    if not evaluation.costs or not evaluation.benefits or any(line.money is None for line in lines):
        yield Fault("not all costs and benefits are listed with their sums", "List all `costs` and `benefits` in money")
    elif len({line.money.currency for line in lines if line.money is not None}) > 1:
        yield Fault("costs and benefits are in several currencies", "Give all sums in one currency")


_FITS: Mapping[int, Callable[[Taught, Evaluation], Iterator[Fault]]] = MappingProxyType(
    {REACTION: _reaction, LEARNING: _learning, BEHAVIOUR: _behaviour, RESULTS: _results, RETURN: _return}
)


def _has_baseline(look: Look, evaluation: Evaluation) -> bool:
    indicator = look.find(Indicator, "indicators", evaluation.indicator)
    return indicator is not None and says_something(indicator.baseline)


def _found_by_rules(taught: Taught, evaluation: Evaluation) -> Iterator[Fault]:
    for rule in RULES:
        for finding in taught.found[rule].get(id(evaluation), ()):
            yield Fault(finding.message, todo_of(rule, finding))


def todo_of(rule: str, finding: Finding) -> str:
    """What would mend a finding, without a full stop."""
    return (finding.help or first_sentence(rules_by_name()[rule].page.fix)).rstrip(".")


def answered(evaluation: Evaluation) -> str:
    """How many answered, in words."""
    if evaluation.responses is None or evaluation.population is None:
        return "a figure kept anyway" if evaluation.respondent == "system" else "number of answers not recorded"
    kept = ", a figure kept anyway" if evaluation.respondent == "system" else ""
    return f"{evaluation.responses} of {evaluation.population}{kept or ' answered'}"
