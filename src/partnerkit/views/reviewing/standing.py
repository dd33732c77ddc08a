"""How each objective stands, as the rubric of outcome achievement says: page and score go by the same figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.sealing import approval, holds, is_copy_true
from partnerkit.rubric.as_sealed import Agreed, as_sealed
from partnerkit.rubric.outcome_achievement import UNSEALED, points
from partnerkit.rubric.scores import State
from partnerkit.rules.evidence._reviewing import reviews_held
from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkit.model.partnership.objectives import Indicator, Objective
    from partnerkit.model.partnership.review import ObjectiveVerdict, Review, Verdict
    from partnerkit.rubric.scores import Checked, Point
    from partnerkit.views.thread.dossier import Dossier

STATE_TONES: Mapping[State, b.Tone] = {
    State.MET: "good",
    State.UNMET: "caution",
    State.UNKNOWN: "caution",
    State.NOT_DUE: "note",
    State.NOT_APPLICABLE: "plain",
}
REGRESSED = "regressed"


@dataclass(frozen=True, slots=True)
class Stand:
    """An objective, with what it is compared with and what came of it.

    Attributes:
        objective: The objective as it stands in the record.
        agreed: What counts of it: what was sealed, unless a change was approved or no copy was kept.
        answers: How each indicator stands, in their order; one for an objective that has none; () where nobody judges.
        remarks: What a reader must know about that, each a sentence without a full stop.
        verdicts: What reviews of this round found, newest first.
    """

    objective: Objective
    agreed: Agreed
    answers: tuple[Checked, ...]
    remarks: tuple[str, ...]
    verdicts: tuple[tuple[Review, ObjectiveVerdict], ...]

    @property
    def newest(self) -> Verdict | None:
        """The newest verdict on it, if a review of this round has one."""
        return next((verdict.verdict for _, verdict in self.verdicts if verdict.verdict), None)

    @property
    def judged(self) -> tuple[tuple[Indicator, Checked | None], ...]:
        """Each indicator with the figures that count, and how it stands."""
        answers: tuple[Checked | None, ...] = self.answers or (None,) * len(self.objective.indicators)
        return tuple(
            (self.agreed.indicators[indicator.id], answer)
            for indicator, answer in zip(self.objective.indicators, answers, strict=False)
        )


def held(d: Dossier) -> tuple[Review, ...]:
    """The reviews held since the partnership was last renewed, newest first."""
    if d.look is not None:
        return reviews_held(d.look)
    until_now = (review for review in d.partnership.reviews if review.on <= d.as_of)
    return tuple(sorted(until_now, key=lambda review: (review.on, review.id), reverse=True))


def stands(d: Dossier) -> tuple[Stand, ...]:
    """How each objective stands."""
    judged = {id(point.fact.part): point for point in points(d.look) if point.fact} if d.look is not None else {}
    found: dict[str, list[tuple[Review, ObjectiveVerdict]]] = {}
    for review in held(d):
        for verdict in review.verdicts:
            found.setdefault(verdict.objective.rpartition("/")[2], []).append((review, verdict))
    return tuple(
        _stand(objective, judged.get(id(objective)), found.get(objective.id, ()))
        for objective in d.partnership.objectives
    )


def _stand(objective: Objective, point: Point | None, verdicts: Iterable[tuple[Review, ObjectiveVerdict]]) -> Stand:
    remarks = point.remarks if point is not None else ()
    if is_withheld(objective, "locked"):
        remarks = tuple(remark for remark in remarks if remark != UNSEALED)
    answers = point.checks if point is not None else ()
    return Stand(objective, as_sealed(objective, ()), answers, remarks, tuple(verdicts))


def state(answer: Checked | None) -> b.Badge | b.Missing:
    """How an indicator stands, in the word of the rubric."""
    if answer is None:
        return b.Missing("not judged")
    return b.Badge(answer.word, "alert" if answer.word == REGRESSED else STATE_TONES[answer.state])


def words(stands: Iterable[Stand]) -> Mapping[str, int]:
    """How many indicators stand how, by the rubric's words, the most frequent first."""
    found = Counter(answer.word for stand in stands for answer in stand.answers)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def is_unapproved(objective: Objective) -> bool:
    """Whether an objective is not what was sealed, and no change is recorded in full and approved."""
    return objective.locked is not None and not holds(objective) and approval(objective) is None


def seal(objective: Objective) -> b.Badge:
    """How an objective stands to its seal."""
    if objective.locked is None:
        return b.Badge("seal withheld" if is_withheld(objective, "locked") else "not sealed")
    if is_unapproved(objective):
        return b.Badge("changed, not approved", "alert")
    if not is_copy_true(objective):
        return b.Badge("copy of what was sealed was changed", "alert")
    return b.Badge("as sealed", "good") if holds(objective) else b.Badge("changed with approval", "note")
