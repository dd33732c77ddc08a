"""Learners: the plan and the progress of each, under a pseudonym."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import AboutLearner, OfLearners
from partnerkit.model.base import Part
from partnerkit.model.organisation import LawfulBasis
from partnerkit.model.references import ActivityRef, AgreementRef, EvidenceRef, NeedRef, OrganisationRef, PersonRef
from partnerkit.model.values import Date, Days, Hours, Many, Maybe, Prose, Slug, Text

ReviewParty = Literal["learner", "employer", "provider"]

PlacementType = Literal[
    "t-level", "t-level-early-years-educator", "apprenticeship", "work-experience", "supported-internship"
]


class Signatures(Part):
    """The three signatures, each with its day."""

    learner: Maybe[Date] = None
    """The day the learner signed."""
    employer: Maybe[Date] = None
    """The day the employer signed."""
    provider: Maybe[Date] = None
    """The day the provider signed."""


class LearnerContract(Part):
    """What learner, employer and provider have promised one another."""

    hours_per_week: Maybe[Hours] = None
    """The working hours a week the learner has for learning."""
    research_permission: Maybe[bool] = None
    """Whether the learner may use the workplace for projects and research."""
    review_days: Maybe[Days] = None
    """How many days may lie between two reviews of progress, where the three agreed on something of their own.

    It counts where `evidence` names the document that says so.
    """
    signed: Maybe[Signatures] = None
    """Who has signed, and when."""
    evidence: Many[EvidenceRef] = ()
    """The contract itself."""


class ManagerSupport(Part):
    """What the learner's manager committed to. Each is dated when it has been kept."""

    time: Maybe[Date] = None
    """The time for learning was given."""
    consistency: Maybe[Date] = None
    """All learners of the team were treated alike."""
    curriculum_input: Maybe[Date] = None
    """The manager had a say in what is taught."""
    assignment_topics: Maybe[Date] = None
    """Topics for assignments came from the job."""
    consultation: Maybe[Date] = None
    """The manager was there for the learner's questions."""
    mentoring: Maybe[Date] = None
    """A mentor was found and given time."""
    challenge: Maybe[Date] = None
    """The learner was given work that stretches."""
    attendance: Maybe[Date] = None
    """The learner could attend, also when work was busy."""
    impact_review: Maybe[Date] = None
    """The effect on the job was looked at together."""


class ProgressReview(Part):
    """A review of a learner's progress."""

    on: Date
    """The day."""
    present: Many[ReviewParty] = ()
    """Who took part."""
    planned_hours: Maybe[Hours] = None
    """The hours of training planned up to this day."""
    actual_hours: Maybe[Hours] = None
    """The hours of training received up to this day."""
    slippage: AboutLearner[Maybe[Prose]] = None
    """Why the learner is behind, and what is done about it."""
    agreed: AboutLearner[Many[Text]] = ()
    """What was agreed, point by point."""
    signed: Maybe[Signatures] = None
    """Who has signed the review, and when."""
    next_on: Maybe[Date] = None
    """The day of the next review."""
    evidence: Many[EvidenceRef] = ()
    """The record of the review."""


class Placement(Part):
    """A learner's placement at work."""

    type: Maybe[PlacementType] = None
    """The scheme it belongs to; the scheme sets how many hours it must have."""
    planned_hours: Maybe[Hours] = None
    """The hours it is to have in all."""
    actual_hours: Maybe[Hours] = None
    """The hours it has had so far."""
    taster_hours: Maybe[Hours] = None
    """How many of them were tasters."""
    project_hours: Maybe[Hours] = None
    """How many of them were projects away from the workplace."""
    employers: Many[OrganisationRef] = ()
    """The employers, where there is more than one."""
    supervisor: Maybe[PersonRef] = None
    """The person who supervises the learner at work."""
    agreement: Maybe[AgreementRef] = None
    """The agreement that covers it."""
    learning_goals: OfLearners[Many[Text]] = ()
    """What the learner is to learn there."""


class ImpactReview(Part):
    """A look, some weeks after the end, at what the learning changed at work."""

    on: Maybe[Date] = None
    """The day. Best between 30 and 90 days after the end."""
    result: AboutLearner[Maybe[Prose]] = None
    """What had changed."""
    evidence: Many[EvidenceRef] = ()
    """What shows it."""


class Learner(Part):
    """A learner's plan and progress. Names stay out of the records."""

    id: Slug
    """A pseudonym, such as `learner-01`. Keep the list of names elsewhere."""
    cohort: OfLearners[Maybe[Text]] = None
    """The group the learner started with."""
    partner: Maybe[OrganisationRef] = None
    """The learner's employer."""
    provider: Maybe[OrganisationRef] = None
    """The college or provider that teaches."""
    manager: Maybe[PersonRef] = None
    """The learner's line manager."""
    activity: Maybe[ActivityRef] = None
    """The activity in which the learner learns."""
    need: Maybe[NeedRef] = None
    """The need it meets."""
    under_18: Maybe[bool] = None
    """Whether the learner is under 18 at the start."""
    lawful_basis: AboutLearner[Maybe[LawfulBasis]] = None
    """The lawful basis, under data protection law, for keeping this entry."""
    discussed_on: Maybe[Date] = None
    """The day manager and learner talked it through."""
    outcomes: OfLearners[Many[Text]] = ()
    """What the learner is to be able to do."""
    performance: AboutLearner[Maybe[Prose]] = None
    """What will be better at work."""
    career: AboutLearner[Maybe[Prose]] = None
    """What it means for the learner's career."""
    contract: Maybe[LearnerContract] = None
    """What learner, employer and provider have promised one another."""
    support: Maybe[ManagerSupport] = None
    """What the manager committed to, and has kept."""
    reviews: Many[ProgressReview] = ()
    """The reviews of progress, oldest first."""
    placement: Maybe[Placement] = None
    """The placement, where there is one."""
    started_on: Maybe[Date] = None
    """The first day."""
    completed_on: Maybe[Date] = None
    """The day it was completed."""
    impact_review: Maybe[ImpactReview] = None
    """What it changed at work, looked at afterwards."""
