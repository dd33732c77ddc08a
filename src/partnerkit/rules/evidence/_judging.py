"""Which judgements rest on which evidence, and who made them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from partnerkit.model.partnership.assessment import Evidence, Judgement
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rules.subject import Subject

K = TypeVar("K", bound=Hashable)


def by_evidence(subject: Subject) -> Mapping[str, tuple[Judgement, ...]]:
    """The judgements that rest on each piece of evidence, by its id; no entry where nobody has judged it."""
    return _grouped((judgement.evidence.rpartition("/")[2], judgement) for judgement in subject.part.judgements)


def last_judgements(part: Partnership, evidence: Evidence) -> tuple[Judgement, ...]:
    """The judgements of a piece of evidence that nobody has made again: for each criterion the last."""
    last: dict[str, Judgement] = {}
    for judgement in part.judgements:
        if judgement.evidence.rpartition("/")[2] == evidence.id:
            known = last.get(judgement.criterion)
            if known is None or (known.on or date.min) <= (judgement.on or date.min):
                last[judgement.criterion] = judgement
    return tuple(last.values())


def outdated(part: Partnership, evidence: Evidence) -> tuple[Judgement, ...]:
    """Those of them that were made of a file with another digest than is noted now."""
    return tuple(
        one
        for one in last_judgements(part, evidence)
        if evidence.sha256 is not None and one.sha256 not in (None, evidence.sha256)
    )


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
