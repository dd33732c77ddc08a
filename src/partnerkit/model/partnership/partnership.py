"""The root of a partnership's record: its head, and every section by name."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from partnerkit.model.audiences import Internal, OfLearners, Public, Shared
from partnerkit.model.base import Part
from partnerkit.model.configuration import Audience
from partnerkit.model.partnership.activate import Action, Agreement, Meeting
from partnerkit.model.partnership.agree import Aim, Body, Exit, KeyRole, Raci
from partnerkit.model.partnership.assessment import Evidence, Judgement, Sample, Testimony
from partnerkit.model.partnership.identify import CultureFit, Opportunity, Scan
from partnerkit.model.partnership.learners import Learner
from partnerkit.model.partnership.needs import Need
from partnerkit.model.partnership.objectives import Objective
from partnerkit.model.partnership.plan import Activity, Communication, Milestone, Resource
from partnerkit.model.partnership.review import Benefit, Evaluation, Review, Survey, Value
from partnerkit.model.partnership.risks import Risk
from partnerkit.model.partnership.run import (
    Contact,
    Cpd,
    CurriculumChange,
    Event,
    Exchange,
    Feedback,
    JournalEntry,
    Practice,
    Stakeholder,
)
from partnerkit.model.partnership.safety import HealthAndSafety, Incident
from partnerkit.model.partnership.who import Partner, Stage, StageEntry
from partnerkit.model.references import ProgrammeRef
from partnerkit.model.suppression import Suppression
from partnerkit.model.values import Many, Maybe, Name, Prose, Slug, Text

PartnershipStatus = Literal["draft", "active", "paused", "closed", "cancelled"]


class Partnership(Part):
    """A partnership of two or more organisations, from the first look around to the close."""

    kind: Literal["partnership"]
    """Says what this record is."""
    id: Slug
    """The partnership's id, unique in the workspace."""
    title: Public[Text]
    """Its name."""
    stage: Stage
    """The stage it is in now. The rules ask for no more than is due at this stage."""
    partners: Annotated[Many[Partner], Field(min_length=2)]
    """The organisations that take part: two or more."""
    summary: Public[Maybe[Prose]] = None
    """What it is about, in a few sentences."""
    status: Maybe[PartnershipStatus] = None
    """Whether it is being drafted, at work, paused, closed or called off."""
    place: Public[Maybe[Text]] = None
    """The area it works in."""
    confidentiality: Maybe[Audience] = None
    """Who may read the record: anybody, the partners, or only the organisation that keeps it."""
    programme: Maybe[ProgrammeRef] = None
    """The programme that pays for it."""
    stage_history: Many[StageEntry] = ()
    """The stages it has entered, oldest first."""
    not_applicable: Shared[dict[Name, Prose]] = Field(default_factory=dict)
    """What does not apply here, by section or check, each with the reason: `{learners: Adult staff only}`."""
    suppress: Shared[Many[Suppression]] = ()
    """Findings of the rules on this record that are excused for a time."""

    scans: Shared[Many[Scan]] = ()
    """What was looked at outside, and what it showed."""
    needs: Shared[Many[Need]] = ()
    """The training needs analysis."""
    opportunities: Shared[Many[Opportunity]] = ()
    """What the partners could do together, and what was decided."""
    culture_fit: Shared[Maybe[CultureFit]] = None
    """How well the partners' ways of working fit together."""

    aims: Many[Aim] = ()
    """The strategic aims the partners share."""
    objectives: Many[Objective] = ()
    """What they agreed to reach, with indicators."""
    key_roles: Many[KeyRole] = ()
    """Who holds which role at which partner, and who stands in."""
    bodies: Many[Body] = ()
    """The groups that meet and decide."""
    raci: Many[Raci] = ()
    """Who is responsible, accountable, consulted and informed."""
    exit: Shared[Maybe[Exit]] = None
    """How the partnership would end without harm."""

    activities: Many[Activity] = ()
    """What the partners do together."""
    milestones: Many[Milestone] = ()
    """Points on the way, each with its day."""
    resources: Many[Resource] = ()
    """What each partner puts in."""
    risks: Shared[Many[Risk]] = ()
    """The risk register."""
    health_and_safety: Shared[Many[HealthAndSafety]] = ()
    """The health and safety assessments."""
    communications: Shared[Many[Communication]] = ()
    """The communication plan."""

    agreements: Many[Agreement] = ()
    """The documents the partners have signed."""
    meetings: Shared[Many[Meeting]] = ()
    """The meetings, with their decisions and actions."""
    actions: Shared[Many[Action]] = ()
    """Actions that were agreed outside a meeting, such as those that answer a piece of feedback or mend a gap."""

    exchanges: Many[Exchange] = ()
    """Visits to the other side."""
    stakeholders: Shared[Many[Stakeholder]] = ()
    """The people whose support is needed."""
    contacts: Shared[Many[Contact]] = ()
    """The contacts with them."""
    feedback: Shared[Many[Feedback]] = ()
    """What people said, and what was done about it."""
    learners: OfLearners[Many[Learner]] = ()
    """The learners' plans and progress, under pseudonyms."""
    journal: Internal[Many[JournalEntry]] = ()
    """Reflections on the way."""
    curriculum: Many[CurriculumChange] = ()
    """What the employer changed in what is taught."""
    cpd: Many[Cpd] = ()
    """Teachers' and trainers' time in industry."""
    events: Many[Event] = ()
    """Occasions at which the partners shared what they know."""
    practices: Many[Practice] = ()
    """Ways of working together, each with an instance."""
    incidents: Shared[Many[Incident]] = ()
    """What went wrong, or nearly did."""

    value: Shared[Many[Value]] = ()
    """Where the activities add value, unit by unit."""
    surveys: Shared[Many[Survey]] = ()
    """What people answered about the partnership itself."""
    evaluations: Many[Evaluation] = ()
    """What was asked about the activities, level by level."""
    benefits: Many[Benefit] = ()
    """Who gains what."""
    reviews: Many[Review] = ()
    """Looks back at the whole."""

    evidence: Many[Evidence] = ()
    """The evidence, and which criteria it supports."""
    testimonies: Many[Testimony] = ()
    """What witnesses have seen."""
    judgements: Shared[Many[Judgement]] = ()
    """What assessors judged."""
    samples: Shared[Many[Sample]] = ()
    """What internal quality assurers looked at."""
