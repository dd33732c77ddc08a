"""How the criteria stand that a partnership refers to: what is claimed for each, and what assessors decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from partnerkit.model.base import Part
from partnerkit.model.framework import Criterion
from partnerkit.model.partnership.plan import Activity
from partnerkit.rules.evidence._words import short
from partnerkit.rules.subject import Subject

Line = tuple[Criterion, ...]
Mention = tuple[str, Part, str, int | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a criterion stands.

    Attributes:
        line: The criterion and those above it, nearest first.
        part: The part of the record that brings it into play.
        field: The key in the part.
        at: The place in the list that the key holds, if it holds one.
        needed: How many pieces of evidence it needs.
        claimed: The evidence mapped to it or to a criterion below it, by id.
        judged: The evidence that an assessor has decided on, by id.
        met: The evidence on which an assessor found it met, by id.
    """

    line: Line
    part: Part
    field: str
    at: int | None
    needed: int
    claimed: frozenset[str]
    judged: frozenset[str]
    met: frozenset[str]

    @property
    def criterion(self) -> Criterion:
        """The criterion."""
        return self.line[0]


def standings(subject: Subject) -> tuple[Standing, ...]:
    """How each criterion in play stands, in the order in which the record brings them in."""
    in_play: dict[int, tuple[Line, Mention]] = {}
    for mention in _mentions(subject):
        line = subject.lineage(mention[0])
        if line:
            in_play.setdefault(id(line[0]), (line, mention))
    claimed = _pieces(subject, ((map_.criterion, found.id) for found in subject.part.evidence for map_ in found.maps))
    judged = _pieces(subject, _decided(subject, ("met", "not-yet")))
    met = _pieces(subject, _decided(subject, ("met",)))
    return tuple(
        Standing(line, part, field, at, _needed(line), *(frozenset(of[key]) for of in (claimed, judged, met)))
        for key, (line, (_, part, field, at)) in in_play.items()
    )


def _mentions(subject: Subject) -> Iterator[Mention]:
    """What brings criteria into play: activities that are over, the needs they meet, evidence and judgements."""
    for activity in subject.part.activities:
        if not _goes_on(activity, subject):
            yield from ((criterion, activity, "criteria", at) for at, criterion in enumerate(activity.criteria))
            yield from _of_needs(activity, subject)
    for evidence in subject.part.evidence:
        yield from ((map_.criterion, map_, "criterion", None) for map_ in evidence.maps)
    yield from ((judgement.criterion, judgement, "criterion", None) for judgement in subject.part.judgements)


def _goes_on(activity: Activity, subject: Subject) -> bool:
    last = activity.end or activity.start
    return last is not None and last > subject.as_of


def _of_needs(activity: Activity, subject: Subject) -> Iterator[Mention]:
    met = {reference.rpartition("/")[2] for reference in activity.needs}
    for need in subject.part.needs:
        if need.id in met and need.required is not None and need.required.criterion is not None:
            yield need.required.criterion, need.required, "criterion", None


def _decided(subject: Subject, decisions: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for judgement in subject.part.judgements:
        if judgement.decision in decisions:
            yield judgement.criterion, judgement.evidence.rpartition("/")[2]


def _pieces(subject: Subject, pairs: Iterator[tuple[str, str]]) -> defaultdict[int, set[str]]:
    """The evidence for each criterion; what speaks for a criterion speaks for those above it too."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for criterion, evidence in pairs:
        for above in subject.lineage(criterion):
            found[id(above)].add(evidence)
    return found


def _needed(line: Line) -> int:
    return next((criterion.min_evidence for criterion in line if criterion.min_evidence is not None), 1)


def innermost(found: Iterable[Standing]) -> Iterator[Standing]:
    """Of some criteria, those with none of the others below them: what mends those mends the ones above."""
    chosen = tuple(found)
    above = {id(criterion) for one in chosen for criterion in one.line[1:]}
    return (one for one in chosen if id(one.criterion) not in above)


def named(criterion: Criterion) -> str:
    """A criterion in words: its code and what it says."""
    return f"{criterion.id} ({criterion.short or short(criterion.statement)})"
