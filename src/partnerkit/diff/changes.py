"""What a change is: its kind, what it is about, and the sentence that tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple


class Trend(Enum):
    """Whether a change is for the worse, for the better, or neither by itself."""

    WORSE = "worse"
    BETTER = "better"
    OTHER = "other"


class Kind(NamedTuple):
    """A kind of change.

    Attributes:
        name: What it is called.
        inverse: The kind of the same change looked at the other way round.
        trend: Whether it is for the worse.
        rank: Its turn among all kinds: what matters most has 0.
    """

    name: str
    inverse: str
    trend: Trend
    rank: int


_PAIRS: tuple[tuple[str, str], ...] = (
    ("partnership-dropped", "partnership-added"),
    ("unreadable", "readable"),
    ("stage-returned", "stage-advanced"),
    ("target-weakened", "target-strengthened"),
    ("objective-dropped", "objective-added"),
    ("indicator-dropped", "indicator-added"),
    ("target-dropped", "target-added"),
    ("criterion-unevidenced", "criterion-evidenced"),
    ("agreement-dropped", "agreement-added"),
    ("signature-dropped", "signature-added"),
    ("role-vacated", "role-filled"),
    ("risk-up", "risk-down"),
    ("score-lowered", "score-raised"),
    ("finding-new", "finding-gone"),
    ("judgement-lowered", "judgement-raised"),
    ("date-postponed", "date-brought-forward"),
    ("date-removed", "date-set"),
    ("milestone-unmet", "milestone-met"),
    ("evidence-dropped", "evidence-added"),
    ("file-missing", "file-found"),
    ("action-reopened", "action-settled"),
)
"""Kinds for the worse, each with what is the same for the better, most important first."""

_NEUTRAL: tuple[tuple[str, str], ...] = (
    ("renamed", "renamed"),
    ("target-altered", "target-altered"),
    ("objective-reworded", "objective-reworded"),
    ("measure-altered", "measure-altered"),
    ("role-replaced", "role-replaced"),
    ("date-later", "date-earlier"),
    ("score-altered", "score-altered"),
    ("record-dropped", "record-added"),
    ("item-dropped", "item-added"),
    ("edited", "edited"),
)
"""Kinds that are for neither by themselves, each with its inverse."""


def _kinds() -> Mapping[str, Kind]:
    found: dict[str, Kind] = {}
    for rank, (worse, better) in enumerate(_PAIRS):
        found[worse] = Kind(worse, better, Trend.WORSE, rank)
        found[better] = Kind(better, worse, Trend.BETTER, rank)
    for rank, (one, other) in enumerate(_NEUTRAL, len(_PAIRS)):
        found[one] = Kind(one, other, Trend.OTHER, rank)
        found[other] = Kind(other, one, Trend.OTHER, rank)
    return MappingProxyType(found)


KINDS = _kinds()
"""All kinds, by their names."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that has changed in meaning.

    Attributes:
        kind: What kind of change it is.
        record: Kind and id of the record, such as `partnership toolroom-skills`.
        subject: The item, as its collection and id, such as `indicators/unaided`; "" for the record as a whole.
        words: The change in a sentence, without a full stop.
        before: What stood there, as plain text; "" if nothing did.
        after: What stands there now.
        keys: The keys of the item that this speaks for.
        weight: Which of two changes of a kind comes first: the one with the greater weight.
    """

    kind: Kind
    record: str
    subject: str
    words: str
    before: str = ""
    after: str = ""
    keys: tuple[str, ...] = ()
    weight: int = 0

    @property
    def order(self) -> tuple[object, ...]:
        """What changes of a record are sorted by: what is for the worse first, then by importance."""
        return (_TRENDS.index(self.kind.trend), self.kind.rank, -self.weight, self.subject, self.words)

    @property
    def is_partnership(self) -> bool:
        """Whether it is about a partnership."""
        return self.record.startswith("partnership ")

    @property
    def record_id(self) -> str:
        """The id of the record."""
        return self.record.rpartition(" ")[2]


_TRENDS = (Trend.WORSE, Trend.BETTER, Trend.OTHER)


def change(kind: str, *about: str, **more: object) -> Change:
    """A change of a kind, by the kind's name."""
    return Change(KINDS[kind], *about, **more)  # type: ignore[arg-type]
