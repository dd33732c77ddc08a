"""The risk register."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import Shared
from partnerkit.model.base import Part
from partnerkit.model.exposure import Control, Exposure
from partnerkit.model.references import OrganisationRef, PersonRef
from partnerkit.model.values import Date, Many, Maybe, Prose, Slug

RiskCategory = Literal[
    "strategic",
    "people",
    "delivery",
    "financial",
    "health-and-safety",
    "safeguarding",
    "data",
    "reputation",
    "cultural",
    "dependency",
]

RiskResponse = Literal["avoid", "reduce", "transfer", "accept"]

RiskStatus = Literal["open", "occurred", "closed"]


class Risk(Part):
    """Something that might go wrong, and what is done about it."""

    id: Slug
    """The risk's id."""
    event: Shared[Prose]
    """What might happen."""
    cause: Shared[Maybe[Prose]] = None
    """Why it might."""
    effect: Shared[Maybe[Prose]] = None
    """What would follow."""
    category: Maybe[RiskCategory] = None
    """What sort of risk it is."""
    partner: Maybe[OrganisationRef] = None
    """The partner that bears it, where only one does."""
    raised_on: Maybe[Date] = None
    """The day it was first written down."""
    inherent: Maybe[Exposure] = None
    """How it would stand with nothing done about it."""
    controls: Many[Control] = ()
    """What is done about it."""
    residual: Maybe[Exposure] = None
    """How it stands with the controls that are in place."""
    target: Maybe[Exposure] = None
    """How it is to stand when all controls are in place."""
    response: Maybe[RiskResponse] = None
    """What the partners do: avoid it, reduce it, transfer it or accept it."""
    accepted_by: Maybe[PersonRef] = None
    """The person who accepted a risk above the appetite."""
    owner: Maybe[PersonRef] = None
    """The person who watches it."""
    review_on: Maybe[Date] = None
    """The day it is to be looked at again."""
    status: Maybe[RiskStatus] = None
    """Whether it is open, has happened, or is closed."""
