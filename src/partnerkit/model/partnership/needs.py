"""The stage *identify*: the training needs analysis."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import Priced, Shared
from partnerkit.model.base import Part
from partnerkit.model.quantities import Money
from partnerkit.model.references import CriterionRef, EvidenceRef, OrganisationRef, PersonRef, PriorityRef
from partnerkit.model.values import Count, Date, Level5, Many, Maybe, Prose, Slug, Text

NeedLevel = Literal["organisation", "department", "team", "individual", "occupation"]

NeedMethod = Literal["observation", "kpi", "appraisal", "skills-test", "survey", "audit", "interview"]

NeedCause = Literal["knowledge", "skill", "attitude", "process", "equipment", "environment", "motivation"]

OptionType = Literal[
    "shadowing",
    "coaching",
    "mentoring",
    "placement",
    "role-change",
    "secondment",
    "in-house",
    "external-accredited",
    "external-unaccredited",
    "e-learning",
    "not-training",
]

Transfer = Literal["low", "medium", "high"]

OptionDecision = Literal["selected", "rejected", "open"]

SourcingRoute = Literal["individual", "corporate"]


class RequiredPerformance(Part):
    """What people must be able to do."""

    level: Shared[Maybe[Text]] = None
    """The performance that is needed, such as `Independent five-axis set-up`."""
    criterion: Maybe[CriterionRef] = None
    """The criterion that describes it, where a framework has one."""
    standard: Shared[Maybe[Text]] = None
    """The standard or procedure that asks for it."""


class CurrentPerformance(Part):
    """What people can do today, and how that is known."""

    level: Shared[Maybe[Text]] = None
    """The performance that was found, such as `Three-axis only`."""
    method: Maybe[NeedMethod] = None
    """How it was found out; `kpi` is a figure the business keeps anyway."""
    on: Maybe[Date] = None
    """The day it was found out."""
    evidence: Many[EvidenceRef] = ()
    """The results."""


class NeedPriority(Part):
    """How much the need presses."""

    legal: Maybe[bool] = None
    """Whether the law asks for it."""
    safety: Maybe[bool] = None
    """Whether somebody's safety depends on it."""
    impact: Maybe[Level5] = None
    """How much closing the gap would bring, from 1 (little) to 5 (very much)."""
    feasibility: Maybe[Level5] = None
    """How well it can be done, from 1 (hardly) to 5 (easily)."""


class NeedOption(Part):
    """One way to meet the need. Keep the rejected ones: they show that there was a choice."""

    type: OptionType
    """The sort of solution; `not-training` is a job aid, better equipment or a changed process."""
    title: Shared[Maybe[Text]] = None
    """A name for it, where several of a sort are compared."""
    provider: Maybe[OrganisationRef] = None
    """The organisation that would provide it."""
    cost: Priced[Maybe[Money]] = None
    """What it would cost in all."""
    transfer: Maybe[Transfer] = None
    """How well what is learned would carry over to the job."""
    why: Shared[Maybe[Prose]] = None
    """The reason for that judgement."""
    decision: Maybe[OptionDecision] = None
    """What became of it."""


class Sourcing(Part):
    """How the chosen solution was bought or arranged."""

    route: Maybe[SourcingRoute] = None
    """Whether it was arranged for one person or for the organisation."""
    preferred_supplier: Maybe[bool] = None
    """Whether it came from the list of preferred suppliers."""
    hr_consulted_on: Maybe[Date] = None
    """The day human resources gave advice."""
    managers_consulted: Many[PersonRef] = ()
    """The line managers who were asked."""


class Need(Part):
    """A gap between what people must be able to do and what they can do: one line of a training needs analysis."""

    id: Slug
    """The need's id."""
    statement: Shared[Maybe[Prose]] = None
    """The need in a sentence, where the levels do not say enough."""
    partner: Maybe[OrganisationRef] = None
    """The organisation whose need it is."""
    level: Maybe[NeedLevel] = None
    """Whether a whole organisation, a department, a team, an individual or an occupation needs it."""
    group: Shared[Maybe[Text]] = None
    """The people it concerns, such as `Toolroom`. No names."""
    driver: Maybe[PriorityRef] = None
    """The priority behind it."""
    required: Maybe[RequiredPerformance] = None
    """What people must be able to do."""
    current: Maybe[CurrentPerformance] = None
    """What they can do today."""
    cause: Maybe[NeedCause] = None
    """Why there is a gap. Training helps where knowledge, skill or attitude is lacking."""
    trainable: Maybe[bool] = None
    """Whether training can close the gap."""
    population: Maybe[Count] = None
    """How many people have it."""
    priority: Maybe[NeedPriority] = None
    """How much it presses."""
    options: Many[NeedOption] = ()
    """The ways to meet it that were compared."""
    sourcing: Maybe[Sourcing] = None
    """How the chosen solution was arranged."""
    evidence: Many[EvidenceRef] = ()
    """What shows the need."""
