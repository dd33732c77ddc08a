"""Which judgements internal quality assurance is to look at: as many sorts of everything as fit into a sample.

The judgements are taken one after the other: each time the one that shows most of what the sample does not show yet,
along the axes; among equals, one that no sample has had; among those, by lot. The lot depends on the seed and the
judgement's id alone, so that the same seed gives the same sample, and nobody can choose by hand.

Source: the axes of the sampling guidance known as CAMERA (candidates, assessors, methods, elements, records, assessment
sites).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from math import ceil
from types import MappingProxyType

from partnerkit.model.partnership.assessment import Judgement
from partnerkit.rules.subject import Subject

Person = tuple[str, str]
"""A person by organisation and id, however a reference to them is written."""

AXES = ("candidates", "assessors", "methods", "elements", "records", "assessment-sites")

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "candidates": "candidate",
        "assessors": "assessor",
        "methods": "method",
        "elements": "criterion",
        "records": "piece of evidence",
        "assessment-sites": "partner it comes from",
    }
)
"""What a value along an axis is."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a sample is: a number, or else a share of what can be picked, rounded up."""

    count: int | None = None
    share: Fraction = Fraction(1, 4)

    def of(self, number: int) -> int:
        """How many that is of so many."""
        return min(number, ceil(number * self.share) if self.count is None else self.count)


@dataclass(frozen=True, slots=True)
class Picked:
    """A judgement that is to be looked at, and what it is the first in the sample to show: axes with values."""

    judgement: Judgement
    shows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sampling:
    """A sampling plan.

    Attributes:
        picked: The judgements, in the order in which they were picked.
        eligible: How many there were to pick from.
        own: Judgements left out because the quality assurer made them, or the evidence for them.
        unknown: Judgements left out because the record does not say who made them.
        left: What no judgement in the sample shows, though one that could be picked does: axes with values.
    """

    picked: tuple[Picked, ...]
    eligible: int
    own: tuple[Judgement, ...]
    unknown: tuple[Judgement, ...]
    left: tuple[tuple[str, str], ...]


def sampling(subject: Subject, assurer: Person, axes: Sequence[str], size: Size, seed: str) -> Sampling:
    """A sampling plan for the judgements of a partnership.

    Args:
        subject: The partnership.
        assurer: Who is to look at them; none of their own judgements is picked.
        axes: Some of `AXES`.
        size: How many to pick.
        seed: What the lot depends on.
    """
    own: list[Judgement] = []
    unknown: list[Judgement] = []
    eligible: list[Judgement] = []
    for judgement in subject.part.judgements:
        assessor = identity(subject, judgement.by)
        evidence = subject.evidence(judgement.evidence)
        author = None if evidence is None else identity(subject, evidence.author)
        if assurer in (assessor, author):
            own.append(judgement)
        else:
            (unknown if assessor is None else eligible).append(judgement)
    shown = {judgement.id: frozenset(_values(subject, judgement, axes)) for judgement in eligible}
    picked = tuple(_picked(subject, eligible, shown, size.of(len(eligible)), seed))
    covered = {value for one in picked for value in shown[one.judgement.id]}
    left = dict.fromkeys(value for one in eligible for value in sorted(shown[one.id] - covered))
    return Sampling(picked, len(eligible), tuple(own), tuple(unknown), tuple(left))


def identity(subject: Subject, person: str | None) -> Person | None:
    """Which person a reference means; None if it cannot be told."""
    organisation = subject.organisation_of(person)
    return None if organisation is None or person is None else (organisation, person.rpartition("/")[2])


def _picked(
    subject: Subject,
    eligible: Sequence[Judgement],
    shown: Mapping[str, frozenset[tuple[str, str]]],
    wanted: int,
    seed: str,
) -> Iterator[Picked]:
    seen = {reference.rpartition("/")[2] for sample in subject.part.samples for reference in sample.judgements}
    left = sorted(eligible, key=lambda judgement: (judgement.id in seen, _lot(seed, judgement.id)))
    covered: set[tuple[str, str]] = set()
    for _ in range(wanted):
        best = max(left, key=lambda judgement: len(shown[judgement.id] - covered))
        left.remove(best)
        yield Picked(best, tuple(sorted(shown[best.id] - covered, key=lambda value: AXES.index(value[0]))))
        covered |= shown[best.id]


def _lot(seed: str, id_: str) -> str:
    return sha256(f"{seed}\0{id_}".encode()).hexdigest()


def _values(subject: Subject, judgement: Judgement, axes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a judgement shows along the axes, as far as the record tells."""
    evidence = subject.evidence(judgement.evidence)
    author = None if evidence is None else evidence.author
    values = {
        "candidates": _named(subject, author),
        "assessors": _named(subject, judgement.by),
        "methods": None if evidence is None else evidence.type,
        "elements": judgement.criterion,
        "records": judgement.evidence.rpartition("/")[2],
        "assessment-sites": None if evidence is None else evidence.partner or subject.organisation_of(author),
    }
    for axis in axes:
        value = values[axis]
        if value is not None:
            yield axis, value


def _named(subject: Subject, person: str | None) -> str | None:
    """A person as they are referred to from anywhere: the same, however a reference is written."""
    found = identity(subject, person)
    return None if found is None else "/".join(found)
