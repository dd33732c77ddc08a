"""Which judgements rest on which evidence, and who made them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from partnerkit.model.partnership.assessment import Judgement
from partnerkit.rules.subject import Subject

K = TypeVar("K", bound=Hashable)


def by_evidence(subject: Subject) -> Mapping[str, tuple[Judgement, ...]]:
    """The judgements that rest on each piece of evidence, by its id; no entry where nobody has judged it."""
    return _grouped((judgement.evidence.rpartition("/")[2], judgement) for judgement in subject.part.judgements)


def by_assessor(subject: Subject) -> Mapping[tuple[str, str], tuple[Judgement, ...]]:
    """The judgements of each assessor, by organisation and person, in the order in which the record has them."""
    return _grouped(
        (who, judgement)
        for judgement in subject.part.judgements
        if (who := identity(subject, judgement.by)) is not None
    )


def identity(subject: Subject, person: str | None) -> tuple[str, str] | None:
    """Which person a reference means, however it is written: the organisation and the id; None if it cannot be told."""
    organisation = subject.organisation_of(person)
    return None if organisation is None or person is None else (organisation, person.rpartition("/")[2])


def _grouped(pairs: Iterable[tuple[K, Judgement]]) -> Mapping[K, tuple[Judgement, ...]]:
    found: defaultdict[K, list[Judgement]] = defaultdict(list)
    for key, judgement in pairs:
        found[key].append(judgement)
    return {key: tuple(judgements) for key, judgements in found.items()}
