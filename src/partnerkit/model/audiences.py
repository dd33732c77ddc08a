"""Who may see what: each field that holds something written by people says so in its annotation, once.

`Public[Text]` is for anybody; `Shared[Prose]` for the partners; `Internal[Maybe[Prose]]` only for the organisation that
keeps the records. The other names say besides what is withheld, so that pages can count it in words. A text without a
name is closed: it counts as internal. What is no text (days, numbers, words of a list, references) is open unless its
annotation says otherwise, and so is whatever stands in a part that is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypeVar

from partnerkit.model.configuration import Audience
from partnerkit.model.fields import is_text

if TYPE_CHECKING:
    from partnerkit.model.base import Part

T = TypeVar("T")

WIDEST_FIRST: tuple[Audience, ...] = ("public", "partners", "internal")


@dataclass(frozen=True, slots=True)
class Seen:
    """Says who may see a value.

    Attributes:
        by: The widest audience that may see it.
        what: What it is called where it is withheld, in the plural.
    """

    by: Audience
    what: str


ANYBODY = Seen("public", "")
CLOSED = Seen("internal", "internal notes")
PEOPLE = "names and details of people"
LEARNERS = "learners and what is said of them"
MONEY = "sums of money"

Public = Annotated[T, ANYBODY]
"""For anybody."""

Shared = Annotated[T, Seen("partners", "working notes of the partners")]
"""For the partners: what they keep among themselves."""

Internal = Annotated[T, CLOSED]
"""For the organisation that keeps the records, and for nobody else."""

Personal = Annotated[T, Seen("partners", PEOPLE)]
"""For the partners: who somebody is."""

Reachable = Annotated[T, Seen("internal", "contact details")]
"""Internal: how somebody can be reached."""

OfLearners = Annotated[T, Seen("partners", LEARNERS)]
"""For the partners: learners, under their pseudonyms."""

AboutLearner = Annotated[T, Seen("internal", LEARNERS)]
"""Internal: what is said of a learner."""

Priced = Annotated[T, Seen("partners", MONEY)]
"""For the partners: what something costs or brings."""

NAMES = ("Public", "Shared", "Internal", "Personal", "Reachable", "OfLearners", "AboutLearner", "Priced")
"""The names above, as they stand in annotations."""


def seen(model: type[Part], name: str) -> Seen:
    """Who may see a field of a model."""
    declared = declared_seen(model, name)
    if declared is not None:
        return declared
    return CLOSED if is_text(model, name) else ANYBODY


def declared_seen(model: type[Part], name: str) -> Seen | None:
    """What the annotation of a field says of it, if it says anything."""
    return next((note for note in model.model_fields[name].metadata if isinstance(note, Seen)), None)


def may_see(audience: Audience, by: Audience) -> bool:
    """Whether an audience may see what is meant for `by`."""
    return WIDEST_FIRST.index(by) <= WIDEST_FIRST.index(audience)
