"""What a portfolio holds for each criterion in play: the evidence claimed, the judgements made, and the samples."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from partnerkit.model.framework import Criterion
from partnerkit.model.partnership.assessment import Evidence, EvidenceMap, Judgement, Testimony
from partnerkit.rubric.scores import Fact
from partnerkit.rubric.subject import Look
from partnerkit.rules.evidence._standing import Standing, standings
from partnerkit.rules.findings import Finding

V = TypeVar("V")

WHOLE = "whole"
"""The code of the point that is about no criterion."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a portfolio holds for a criterion.

    Attributes:
        code: The criterion's code, with the framework where two have the same.
        criterion: The criterion.
        fact: The place of the record that brings it into play.
        needed: How many pieces of evidence it needs.
        claimed: The evidence mapped to it or to a criterion below it, each piece once.
        maps: The entries that say so.
        judgements: What named assessors decided by today.
        faults: What lint reports of those entries and pieces: no place, or no file.
        testimony_only: Where only testimony is claimed for it; None if there is more, or nothing.
    """

    code: str
    criterion: Criterion
    fact: Fact
    needed: int
    claimed: tuple[Evidence, ...]
    maps: tuple[EvidenceMap, ...]
    judgements: tuple[Judgement, ...]
    faults: tuple[Finding, ...]
    testimony_only: Finding | None

    @property
    def judged(self) -> tuple[Judgement, ...]:
        """One judgement for each piece that was decided on."""
        return _by_piece(self.judgements)

    @property
    def met(self) -> tuple[Judgement, ...]:
        """One judgement for each piece on which the criterion was found met."""
        return _by_piece(one for one in self.judgements if one.decision == "met")


def _by_piece(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple({one.evidence.rpartition("/")[2]: one for one in judgements}.values())


def holdings(look: Look) -> tuple[Holding, ...]:
    """What the portfolio of a partnership holds for each criterion in play, in the order of the record."""
    found = standings(look)
    references = [_reference(one) for one in found]
    often = Counter([WHOLE, *(one.criterion.id for one in found)])
    shelves = _Shelves(look)
    return tuple(
        shelves.holding(one, one.criterion.id if often[one.criterion.id] == 1 else _qualified(look, one, reference))
        for one, reference in zip(found, references, strict=True)
    )


def _reference(standing: Standing) -> str:
    value = getattr(standing.part, standing.field)
    return str(value if standing.at is None else value[standing.at])


def _qualified(look: Look, standing: Standing, reference: str) -> str:
    item = look.item("criteria", reference)
    return standing.criterion.id if item is None else f"{item.record.id}/{standing.criterion.id}"


def is_counted(look: Look, judgement: Judgement) -> bool:
    """Whether it is a decision of a named assessor, taken by today, on evidence that is there."""
    return (
        judgement.by is not None
        and judgement.decision is not None
        and (judgement.on is None or judgement.on <= look.as_of)
        and look.evidence(judgement.evidence) is not None
    )


def sampled(look: Look) -> frozenset[str]:
    """The ids of the judgements in samples that were taken by today."""
    return frozenset(
        reference.rpartition("/")[2]
        for sample in look.part.samples
        if sample.on is not None and sample.on <= look.as_of
        for reference in sample.judgements
    )


class _Shelves:
    """All that a portfolio holds, by criterion; what speaks for a criterion speaks for those above it too."""

    def __init__(self, look: Look) -> None:
        evidence = [one for one in look.part.evidence if one.on is None or one.on <= look.as_of]
        maps = [(entry.criterion, (one, entry)) for one in evidence for entry in one.maps]
        self._claims = _shelved(look, maps)
        counted = (one for one in look.part.judgements if is_counted(look, one))
        self._judgements = _shelved(look, ((one.criterion, one) for one in counted))
        self._unlocated = {id(one.part): one for one in look.found("unlocated-evidence")}
        self._missing = {id(one.part): one for one in look.found("evidence-file-missing")}
        self._testimony = _testimony_only(look)

    def holding(self, standing: Standing, code: str) -> Holding:
        """What is held for one of them."""
        key = id(standing.criterion)
        claims = self._claims.get(key, ())
        claimed = tuple({one.id: one for one, _ in claims}.values())
        faults = [self._unlocated[id(entry)] for _, entry in claims if id(entry) in self._unlocated]
        faults += [self._missing[id(one)] for one in claimed if id(one) in self._missing]
        return Holding(
            code,
            standing.criterion,
            Fact(standing.part, standing.field, at=standing.at),
            standing.needed,
            claimed,
            tuple(entry for _, entry in claims),
            self._judgements.get(key, ()),
            tuple(faults),
            self._testimony.get(key),
        )


def _shelved(look: Look, entries: Iterable[tuple[str, V]]) -> Mapping[int, tuple[V, ...]]:
    found: defaultdict[int, list[V]] = defaultdict(list)
    for reference, entry in entries:
        for criterion in look.lineage(reference):
            found[id(criterion)].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def _testimony_only(look: Look) -> Mapping[int, Finding]:
    """What lint reports of criteria for which there is testimony only, by the criterion."""
    found: dict[int, Finding] = {}
    for finding in look.found("testimony-only"):
        part, reference = finding.part, None
        if isinstance(part, EvidenceMap):
            reference = part.criterion
        elif isinstance(part, Testimony) and finding.field == "criteria" and finding.at is not None:
            reference = part.criteria[finding.at]
        for criterion in look.lineage(reference)[:1] if reference is not None else ():
            found[id(criterion)] = finding
    return found
