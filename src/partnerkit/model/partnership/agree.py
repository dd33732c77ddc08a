"""The stage *agree*: aims, key roles, bodies, responsibilities and the exit arrangements."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import Public, Shared
from partnerkit.model.base import Part
from partnerkit.model.references import (
    ActivityRef,
    BodyRef,
    EvidenceRef,
    OrganisationRef,
    PersonRef,
    PriorityRef,
)
from partnerkit.model.values import Count, Date, Days, Many, Maybe, Prose, Slug, Text

KeyRoleName = Literal[
    "senior-executive-responsible",
    "relationship-lead",
    "delivery-lead",
    "designated-safeguarding-lead",
    "health-and-safety-competent-person",
    "data-protection-lead",
    "internal-quality-assurer",
]

BodyLevel = Literal["strategic", "operational", "working-group"]

ExitOutcome = Literal["renew", "transfer", "exit"]


class Aim(Part):
    """A strategic aim the partners share. Objectives make it measurable."""

    id: Slug
    """The aim's id."""
    statement: Public[Prose]
    """The aim in a sentence."""
    priorities: Many[PriorityRef] = ()
    """The priorities of the partners that it serves."""


class KeyRole(Part):
    """A role that one person at one partner holds, and who stands in."""

    id: Slug
    """The key role's id."""
    role: KeyRoleName
    """The role. Every partner needs a senior executive who is responsible and a relationship lead."""
    partner: Maybe[OrganisationRef] = None
    """The partner for which the role is held."""
    holder: Maybe[PersonRef] = None
    """The person who holds it."""
    deputy: Maybe[PersonRef] = None
    """The person who stands in."""
    since: Maybe[Date] = None
    """The day the holder took it on."""
    until: Maybe[Date] = None
    """The day the holder gave it up, or will."""
    handover_note: Maybe[EvidenceRef] = None
    """What the holder before left in writing."""


class Quorum(Part):
    """When a body may decide."""

    members: Maybe[Count] = None
    """How many members must be present."""
    each_partner: Maybe[bool] = None
    """Whether somebody from every partner must be present."""


class Terms(Part):
    """The terms of reference of a body."""

    approved_on: Maybe[Date] = None
    """The day they were approved."""
    review_on: Maybe[Date] = None
    """The day they are to be looked at again."""
    evidence: Many[EvidenceRef] = ()
    """The terms themselves."""


class Body(Part):
    """A group that meets and decides: a steering group, a delivery group."""

    id: Slug
    """The body's id."""
    title: Public[Maybe[Text]] = None
    """Its name, where the id does not say it well."""
    level: Maybe[BodyLevel] = None
    """Whether it steers, runs, or works on a part."""
    purpose: Public[Maybe[Prose]] = None
    """What it is for."""
    chair: Maybe[PersonRef] = None
    """The person who chairs it."""
    members: Many[PersonRef] = ()
    """Its members, the chair among them; some from every partner."""
    quorum: Maybe[Quorum] = None
    """When it may decide."""
    decides: Public[Maybe[Prose]] = None
    """What it may decide: its decision rights."""
    cadence_days: Maybe[Days] = None
    """How many days may lie between two meetings, such as `90`."""
    terms: Maybe[Terms] = None
    """Its terms of reference."""
    escalates_to: Maybe[BodyRef] = None
    """The body to which it hands what it cannot settle."""


class Raci(Part):
    """Who does what in one decision or activity: responsible, accountable, consulted, informed."""

    id: Slug
    """The row's id."""
    decision: Public[Maybe[Text]] = None
    """The decision or piece of work it is about."""
    activity: Maybe[ActivityRef] = None
    """The activity it is about, where it is one of the plan."""
    responsible: Many[PersonRef] = ()
    """The people who do it."""
    accountable: Maybe[PersonRef] = None
    """The one person who answers for it."""
    consulted: Many[PersonRef] = ()
    """The people who are asked before."""
    informed: Many[PersonRef] = ()
    """The people who are told after."""


class ExitDecision(Part):
    """What was decided about the partnership's end."""

    outcome: ExitOutcome
    """Whether to renew it, transfer it to others, or exit."""
    by: Maybe[PersonRef] = None
    """The person who decided."""
    on: Maybe[Date] = None
    """The day of the decision."""
    reason: Shared[Maybe[Prose]] = None
    """Why."""
    evidence: Many[EvidenceRef] = ()
    """Where the decision is written down."""


class Exit(Part):
    """How the partnership would end without harm to anybody. Agreed at the start, carried out at the close."""

    triggers: Shared[Many[Text]] = ()
    """What would bring the end about, such as `Loss of either sponsor`."""
    notice_days: Maybe[Days] = None
    """How many days before the end a partner must say so."""
    learner_protection: Shared[Maybe[Prose]] = None
    """Who sees the learners through who have already begun."""
    knowledge: Shared[Maybe[Prose]] = None
    """What becomes of knowledge and intellectual property."""
    data_return: Shared[Maybe[Prose]] = None
    """What becomes of data and records."""
    asset_return: Shared[Maybe[Prose]] = None
    """What becomes of equipment and other assets."""
    communications: Shared[Maybe[Prose]] = None
    """Who is told, by whom and when."""
    continuity: Shared[Maybe[Prose]] = None
    """How the service to others goes on."""
    final_evaluation: Shared[Maybe[Prose]] = None
    """How the whole will be evaluated."""
    future_opportunities: Shared[Maybe[Prose]] = None
    """What the partners may do together afterwards."""
    owners: Many[PersonRef] = ()
    """The people who see to the exit, one for every partner."""
    reviewed_on: Maybe[Date] = None
    """The day these arrangements were last looked at."""
    decision: Maybe[ExitDecision] = None
    """What was decided, when the time came."""
    completed_on: Maybe[Date] = None
    """The day everything above was done."""
    evidence: Many[EvidenceRef] = ()
    """The plan, or what shows that it was carried out."""
