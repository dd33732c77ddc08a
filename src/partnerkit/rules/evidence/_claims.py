"""What witnesses confirm, and what else in the record shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from partnerkit.model.base import Part
from partnerkit.model.partnership.assessment import Evidence, Testimony
from partnerkit.model.partnership.objectives import Actual, Objective
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.partnership.review import Benefit, ObjectiveVerdict
from partnerkit.rules.evidence._standing import named
from partnerkit.rules.evidence._words import quoted
from partnerkit.rules.subject import Subject

TESTIMONY = "witness-testimony"


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a witness confirms, or that evidence of the type testimony is mapped to.

    Attributes:
        target: The objective, benefit or criterion.
        words: What it says.
        part: The part of the record that says so.
        field: The key in the part.
        at: The place in the list that the key holds, if it holds one.
        testimony: The testimony, where one says so.
        shown_by: The evidence that shows it, apart from testimony.
        counted: Whether figures have been reported for it.
    """

    target: Part
    words: str
    part: Part
    field: str
    at: int | None
    testimony: Testimony | None
    shown_by: tuple[Evidence, ...]
    counted: bool = False


def claims(subject: Subject) -> Iterator[Claim]:
    """What witnesses confirm, each with what else shows it."""
    sources = _Sources(subject)
    for testimony in subject.part.testimonies:
        for at, reference in enumerate(testimony.claims):
            yield from sources.of_claim(reference, testimony, at)
        for at, reference in enumerate(testimony.criteria):
            yield from sources.of_criterion(reference, testimony, "criteria", at, testimony)
    for evidence in subject.part.evidence:
        if evidence.type == TESTIMONY:
            for entry in evidence.maps:
                yield from sources.of_criterion(entry.criterion, entry, "criterion", None, None)


def confirmed_by_witnesses(partnership: Partnership) -> frozenset[str]:
    """The ids of the objectives and benefits that some testimony confirms."""
    return frozenset(claim.rpartition("/")[2] for one in partnership.testimonies for claim in one.claims)


def is_claimed_only(benefit: Benefit, confirmed: Collection[str]) -> bool:
    """Whether a benefit is said to have come, and no evidence, no other partner and no witness stands for it."""
    shown = benefit.evidence or benefit.corroborated_by or benefit.id in confirmed
    return benefit.realised is not None and not shown


class _Sources:
    """The evidence of a partnership by what it shows, without that which only repeats what witnesses say."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._signed = {reference.rpartition("/")[2] for one in subject.part.testimonies for reference in one.evidence}
        self._verdicts: defaultdict[str, list[ObjectiveVerdict]] = defaultdict(list)
        for review in subject.part.reviews:
            for verdict in review.verdicts:
                self._verdicts[verdict.objective.rpartition("/")[2]].append(verdict)
        self._by_criterion: defaultdict[int, list[Evidence]] = defaultdict(list)
        for evidence in subject.part.evidence:
            if not self._is_testimony(evidence):
                shown = {id(above): 0 for entry in evidence.maps for above in subject.lineage(entry.criterion)}
                for criterion in shown:
                    self._by_criterion[criterion].append(evidence)

    def _is_testimony(self, evidence: Evidence) -> bool:
        return evidence.type == TESTIMONY or evidence.id in self._signed

    def of_claim(self, reference: str, testimony: Testimony, at: int) -> Iterator[Claim]:
        """What a testimony confirms of an objective or a benefit."""
        objective = self._subject.find(Objective, "objectives", reference)
        benefit = self._subject.find(Benefit, "benefits", reference)
        if objective is not None:
            words, actuals = quoted(objective.statement), _reported(objective)
            shown_by = self._beside((*actuals, *self._verdicts[objective.id]))
            yield Claim(objective, words, testimony, "claims", at, testimony, shown_by, bool(actuals))
        elif benefit is not None:
            words = quoted(benefit.realised or benefit.expected or benefit.id)
            yield Claim(benefit, words, testimony, "claims", at, testimony, self._beside((benefit,)))

    def of_criterion(
        self, reference: str, part: Part, field: str, at: int | None, testimony: Testimony | None
    ) -> Iterator[Claim]:
        """What is said of a criterion; nothing if the reference cannot be settled."""
        for criterion in self._subject.lineage(reference)[:1]:
            shown_by = tuple(self._by_criterion[id(criterion)])
            yield Claim(criterion, named(criterion), part, field, at, testimony, shown_by)

    def _beside(self, holders: Iterable[Actual | ObjectiveVerdict | Benefit]) -> tuple[Evidence, ...]:
        """The evidence that some parts refer to, each once, without testimony."""
        references = dict.fromkeys(reference for holder in holders for reference in holder.evidence)
        found = (self._subject.evidence(reference) for reference in references)
        return tuple(evidence for evidence in found if evidence is not None and not self._is_testimony(evidence))


def _reported(objective: Objective) -> tuple[Actual, ...]:
    return tuple(
        actual
        for indicator in objective.indicators
        for actual in indicator.actuals
        if actual.status != "not-yet-reported" and (actual.value is not None or actual.narrative is not None)
    )
