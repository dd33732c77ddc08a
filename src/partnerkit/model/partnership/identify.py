"""The stage *identify*: scans, opportunities with their candidates, and cultural fit."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from partnerkit.model.audiences import Shared
from partnerkit.model.base import Part
from partnerkit.model.references import (
    ActionRef,
    EvidenceRef,
    NeedRef,
    OrganisationRef,
    PersonRef,
    PriorityRef,
    ScanRef,
)
from partnerkit.model.values import Amount, Date, Level5, Link, Many, Maybe, Prose, Slug, Text

ScanSource = Literal[
    "labour-market",
    "lsip",
    "business-plan",
    "training-needs-analysis",
    "employer-request",
    "provider-offer",
    "policy",
    "technology",
    "research",
    "shop-floor",
]

ScanMethod = Literal["pestle", "swot", "survey", "interview", "data"]

OpportunityOutcome = Literal["pursue", "hold", "reject"]

CultureDimension = Literal[
    "decision-pace",
    "risk-appetite",
    "communication",
    "planning-horizon",
    "learning-ethos",
    "hierarchy",
    "ways-of-working",
]


class Scan(Part):
    """A look at the world outside: what somebody looked at, when, and what it showed."""

    id: Slug
    """The scan's id."""
    on: Date
    """The day of the scan."""
    source: Maybe[ScanSource] = None
    """What was looked at; `lsip` is the local skills improvement plan."""
    method: Maybe[ScanMethod] = None
    """How it was looked at."""
    finding: Shared[Maybe[Prose]] = None
    """What it showed, in a sentence or two."""
    by: Maybe[PersonRef] = None
    """The person who made the scan."""
    url: Shared[Maybe[Link]] = None
    """Where the source can be read."""
    evidence: Many[EvidenceRef] = ()
    """The notes or the report of the scan."""


class CandidateCriterion(Part):
    """One mark given to a candidate."""

    name: Shared[Text]
    """What is marked, in the same words for every candidate."""
    weight: Maybe[Amount] = None
    """How much it counts, 0 or more."""
    score: Maybe[Amount] = None
    """The mark, 0 or more, on the same scale for every candidate."""
    evidence: Many[EvidenceRef] = ()
    """What the mark rests on."""


class Candidate(Part):
    """An organisation that was considered as a partner."""

    organisation: OrganisationRef
    """The organisation."""
    selected: Maybe[bool] = None
    """Whether it was chosen."""
    reason: Shared[Maybe[Prose]] = None
    """Why it was, or was not."""
    criteria: Many[CandidateCriterion] = ()
    """The marks it was given."""
    capability: Shared[Maybe[Prose]] = None
    """What it can do and has."""
    risk: Shared[Maybe[Prose]] = None
    """What might go wrong with it."""
    culture: Shared[Maybe[Prose]] = None
    """How its ways of working would fit."""


class OpportunityDecision(Part):
    """What was decided about an opportunity."""

    outcome: OpportunityOutcome
    """Whether to pursue it, hold it for later or reject it."""
    by: Maybe[PersonRef] = None
    """The person who decided."""
    on: Maybe[Date] = None
    """The day of the decision."""
    reason: Shared[Maybe[Prose]] = None
    """Why."""
    evidence: Many[EvidenceRef] = ()
    """Where the decision is written down."""


class Opportunity(Part):
    """Something the partners could do together, from the first idea to the decision."""

    id: Slug
    """The opportunity's id."""
    finding: Shared[Prose]
    """What could be done, in a sentence."""
    scan: Maybe[ScanRef] = None
    """The scan it came from."""
    priorities: Many[PriorityRef] = ()
    """The priorities it would serve; at best, some of every partner."""
    needs: Many[NeedRef] = ()
    """The needs it would meet."""
    fit: dict[OrganisationRef, Level5] = Field(default_factory=dict)
    """How well it serves each partner, from 1 (hardly) to 5 (fully)."""
    candidates: Many[Candidate] = ()
    """The organisations considered as partners."""
    single_source_reason: Shared[Maybe[Prose]] = None
    """Why only one organisation was considered, where that is so."""
    decision: Maybe[OpportunityDecision] = None
    """What was decided."""


class CultureRating(Part):
    """How each partner stands on one dimension of its ways of working."""

    dimension: CultureDimension
    """The dimension."""
    ratings: dict[OrganisationRef, Level5] = Field(default_factory=dict)
    """Where each partner stands, from 1 to 5. A gap of two or more asks for an action."""
    mitigation: Maybe[ActionRef] = None
    """The action that bridges the gap."""
    note: Shared[Maybe[Prose]] = None
    """What the ratings rest on."""
    evidence: Many[EvidenceRef] = ()
    """What shows it."""


class CultureFit(Part):
    """How well the partners' ways of working fit together."""

    assessed_on: Maybe[Date] = None
    """The day of the assessment."""
    assessed_by: Many[PersonRef] = ()
    """The people who made it; at best, some from every partner."""
    dimensions: Many[CultureRating] = ()
    """The dimensions, each with the ratings of the partners."""
