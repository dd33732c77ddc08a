"""The stage *plan*: activities, milestones, resources and communications."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from partnerkit.model.audiences import Public, Shared
from partnerkit.model.base import Part
from partnerkit.model.quantities import Quantity
from partnerkit.model.references import (
    ActivityRef,
    BodyRef,
    CriterionRef,
    EvidenceRef,
    NeedRef,
    ObjectiveRef,
    OrganisationRef,
    PersonRef,
    StakeholderRef,
)
from partnerkit.model.values import Count, Date, Days, Hours, Many, Maybe, Prose, Slug, Text

ActivityType = Literal[
    "co-design",
    "co-delivery",
    "placement",
    "apprenticeship",
    "cpd",
    "exchange-visit",
    "masterclass",
    "mentoring",
    "project",
    "assessment",
    "event",
]

RouteType = Literal["initial-entry", "reskilling"]

AssessmentMethod = Literal[
    "observation",
    "questioning",
    "professional-discussion",
    "portfolio",
    "product",
    "witness-testimony",
    "reflective-account",
    "assignment",
    "project",
    "presentation",
    "simulation",
    "skills-test",
    "knowledge-test",
    "recognition-of-prior-learning",
]

MilestoneStatus = Literal["scheduled", "met", "partially-met", "not-met"]

ResourceType = Literal["people", "money", "equipment", "premises", "time", "data", "expertise"]

Expertise = Literal["occupational", "business-process", "curriculum", "pedagogic"]


class ModeHours(Part):
    """The hours a learner spends in each way of learning: the blend."""

    face_to_face: Maybe[Hours] = None
    """Hours in a room with a teacher."""
    online: Maybe[Hours] = None
    """Hours online, alone or with others."""
    simulation: Maybe[Hours] = None
    """Hours of practice away from the job, such as on a training machine."""
    on_job: Maybe[Hours] = None
    """Hours of learning on the job."""


class Route(Part):
    """The learners an activity is for."""

    type: Maybe[RouteType] = None
    """Whether they are new to the occupation (`initial-entry`) or already work in it (`reskilling`)."""
    learners: Maybe[Count] = None
    """How many there are."""
    under_18: Maybe[Count] = None
    """How many of them are under 18."""


class LineOfSight(Part):
    """Where something that is learned is used at work."""

    outcome: Public[Maybe[Text]] = None
    """What is learned."""
    task: Public[Maybe[Text]] = None
    """The task at work that needs it."""
    role: Public[Maybe[Text]] = None
    """The job in which it is needed, now or next."""


class Activity(Part):
    """Something the partners do together for their objectives."""

    id: Slug
    """The activity's id."""
    title: Public[Text]
    """Its name."""
    type: Maybe[ActivityType] = None
    """What sort of activity it is."""
    summary: Public[Maybe[Prose]] = None
    """What happens in it."""
    version: Public[Maybe[Text]] = None
    """The version of what is delivered, in quotes: `"2"`."""
    start: Maybe[Date] = None
    """The first day."""
    end: Maybe[Date] = None
    """The last day."""
    site: Public[Maybe[Text]] = None
    """Where it takes place."""
    places: Maybe[Count] = None
    """How many learners it has room for."""
    owner: Maybe[PersonRef] = None
    """The person who runs it."""
    objectives: Many[ObjectiveRef] = ()
    """The objectives it serves."""
    needs: Many[NeedRef] = ()
    """The needs it meets."""
    designed_by: Many[OrganisationRef] = ()
    """The partners that designed it."""
    delivered_by: dict[OrganisationRef, Hours] = Field(default_factory=dict)
    """The hours each partner delivers."""
    mode_hours: Maybe[ModeHours] = None
    """The hours a learner spends in each way of learning."""
    route: Maybe[Route] = None
    """The learners it is for."""
    assessment: Many[AssessmentMethod] = ()
    """How what is learned is assessed."""
    criteria: Many[CriterionRef] = ()
    """The criteria that are taught or assessed in it."""
    line_of_sight: Many[LineOfSight] = ()
    """Where what is learned is used at work."""


class Milestone(Part):
    """A point on the way, with its day."""

    id: Slug
    """The milestone's id."""
    title: Public[Text]
    """What will have been reached."""
    due: Maybe[Date] = None
    """The day it is due."""
    met_on: Maybe[Date] = None
    """The day it was met."""
    status: Maybe[MilestoneStatus] = None
    """How it stands."""
    owner: Maybe[PersonRef] = None
    """The person who sees to it."""
    activity: Maybe[ActivityRef] = None
    """The activity it belongs to."""
    evidence: Many[EvidenceRef] = ()
    """What shows that it was met."""


class Resource(Part):
    """Something a partner puts in: what it promised and what it has given."""

    id: Slug
    """The resource's id."""
    title: Public[Maybe[Text]] = None
    """What it is, where the type does not say it well."""
    type: Maybe[ResourceType] = None
    """What sort of resource it is."""
    expertise: Maybe[Expertise] = None
    """The expertise that comes with it.

    `occupational` doing the job, `business-process` running the business, `curriculum` building courses, `pedagogic`
    teaching.
    """
    partner: Maybe[OrganisationRef] = None
    """The partner that gives it."""
    committed: Maybe[Quantity] = None
    """What was promised."""
    delivered: Maybe[Quantity] = None
    """What has been given so far."""
    activity: Maybe[ActivityRef] = None
    """The activity it is for, where it is for one only."""
    evidence: Many[EvidenceRef] = ()
    """What shows it."""


class Communication(Part):
    """A line of the communication plan: who is told what, how and how often."""

    id: Slug
    """The line's id."""
    audience: Shared[Text]
    """Who is told."""
    purpose: Shared[Maybe[Prose]] = None
    """What they are told, and why."""
    channel: Shared[Maybe[Text]] = None
    """How, such as `e-mail` or `team meeting`."""
    frequency_days: Maybe[Days] = None
    """How many days may lie between two messages, such as `7`."""
    owner: Maybe[PersonRef] = None
    """The person who sees to it."""
    sensitive: Maybe[bool] = None
    """Whether what is told must not go further."""
    bodies: Many[BodyRef] = ()
    """The bodies it goes to."""
    stakeholders: Many[StakeholderRef] = ()
    """The stakeholders it goes to."""
