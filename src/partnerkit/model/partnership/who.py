"""Who takes part, and the stages the partnership has been through."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import Shared
from partnerkit.model.base import Part
from partnerkit.model.references import EvidenceRef, OrganisationRef, PersonRef
from partnerkit.model.values import Date, Many, Maybe, Prose

Stage = Literal["identify", "agree", "plan", "activate", "run", "review", "close"]

StageMove = Literal["advance", "renew", "reopen"]

PartnerRole = Literal["lead", "partner", "intermediary", "funder", "associate"]


class StageEntry(Part):
    """The day the partnership entered a stage."""

    stage: Stage
    """The stage it entered."""
    on: Date
    """The day it did."""
    type: Maybe[StageMove] = None
    """How: `advance` to a later stage, `renew` for another round, or `reopen` an earlier one. Without it: advance."""
    by: Maybe[PersonRef] = None
    """The person who decided it."""
    evidence: Many[EvidenceRef] = ()
    """What shows that the stage before was complete."""
    note: Shared[Maybe[Prose]] = None
    """Anything a reader should know about the step."""


class Partner(Part):
    """An organisation's part in this partnership."""

    organisation: OrganisationRef
    """The organisation."""
    role: Maybe[PartnerRole] = None
    """Its role: one partner leads; an intermediary or a funder supports the others."""
    on_behalf_of: Maybe[OrganisationRef] = None
    """The organisation it acts for, where it does not act for itself."""
    since: Maybe[Date] = None
    """The day it joined."""
    until: Maybe[Date] = None
    """The day it left."""
    motives: Shared[Maybe[Prose]] = None
    """What it wants from the partnership for itself."""
    depends_on: Shared[Maybe[Prose]] = None
    """What it needs from the other partners and cannot do alone."""
