"""The stage *run*: exchanges, stakeholders and contacts, feedback, the journal and what changes in teaching."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from partnerkit.model.audiences import Internal, Public, Shared
from partnerkit.model.base import Part
from partnerkit.model.references import (
    ActionRef,
    ActivityRef,
    CriterionRef,
    EvaluationRef,
    EvidenceRef,
    InstanceRef,
    ItemRef,
    OrganisationRef,
    PersonRef,
    StakeholderRef,
)
from partnerkit.model.values import Count, Date, Days, Hours, Level5, Many, Maybe, Prose, Slug, Text

ExchangeLevel = Literal["leader", "manager", "teacher"]

Stance = Literal["champion", "supporter", "neutral", "sceptic", "blocker"]

ContactMode = Literal["visit", "call", "video", "email", "meeting"]

Sentiment = Literal["positive", "neutral", "mixed", "negative"]

CurriculumType = Literal["topic", "learning-outcome", "assignment", "assessment", "resource", "qualification"]


class PracticeChange(Part):
    """Something an organisation does differently since."""

    practice: Public[Text]
    """What it is about, such as `How jobs are handed over`."""
    before: Public[Maybe[Prose]] = None
    """How it was done before."""
    after: Public[Maybe[Prose]] = None
    """How it is done now."""


class Exchange(Part):
    """A visit of leaders, managers or teachers to the other side."""

    id: Slug
    """The exchange's id."""
    on: Date
    """The day of the visit."""
    host: Maybe[OrganisationRef] = None
    """The organisation that was visited."""
    visitors: Many[PersonRef] = ()
    """The people who came."""
    level: Maybe[ExchangeLevel] = None
    """Who visited: leaders, managers or teachers."""
    focus: Public[Maybe[Text]] = None
    """What they came to see."""
    learned: Public[dict[OrganisationRef, Prose]] = Field(default_factory=dict)
    """What each side learned from it."""
    changed: Many[PracticeChange] = ()
    """What is done differently since."""
    actions: Many[ActionRef] = ()
    """The actions that followed."""
    evidence: Many[EvidenceRef] = ()
    """The programme or notes of the visit."""


class Stakeholder(Part):
    """Somebody whose support the partnership needs, and how often to see them."""

    id: Slug
    """The stakeholder's id."""
    person: Maybe[PersonRef] = None
    """The person."""
    group: Shared[Maybe[Text]] = None
    """The group, where it is not one person, such as `Night shift`."""
    power: Internal[Maybe[Level5]] = None
    """How much they can help or hinder, from 1 (little) to 5 (very much)."""
    interest: Internal[Maybe[Level5]] = None
    """How much they care, from 1 (little) to 5 (very much)."""
    stance: Internal[Maybe[Stance]] = None
    """Where they stand. Internal: reports for others leave it out."""
    interval_days: Maybe[Days] = None
    """How many days may pass between two contacts, such as `60`."""
    owner: Maybe[PersonRef] = None
    """The person who keeps in touch."""


class Contact(Part):
    """A visit, a call or a message to a stakeholder."""

    id: Slug
    """The contact's id."""
    on: Date
    """The day."""
    stakeholder: Maybe[StakeholderRef] = None
    """The stakeholder."""
    by: Maybe[PersonRef] = None
    """The person who made the contact."""
    mode: Maybe[ContactMode] = None
    """How they met or spoke."""
    place: Shared[Maybe[Text]] = None
    """Where, such as `Shop floor`."""
    summary: Internal[Maybe[Prose]] = None
    """What was said that matters."""
    evaluation: Maybe[EvaluationRef] = None
    """The evaluation whose question was asked."""
    next_on: Maybe[Date] = None
    """The day of the next contact, if one was agreed."""


class Feedback(Part):
    """What somebody said about the partnership, and what was done about it."""

    id: Slug
    """The feedback's id."""
    text: Shared[Prose]
    """What was said, as nearly as possible in their words."""
    from_: Internal[Maybe[PersonRef]] = Field(default=None, alias="from")
    """The person who said it."""
    on: Maybe[Date] = None
    """The day."""
    sentiment: Maybe[Sentiment] = None
    """Whether it was praise or criticism."""
    activity: Maybe[ActivityRef] = None
    """The activity it was about."""
    response: Shared[Maybe[Prose]] = None
    """What was done about it."""
    actions: Many[ActionRef] = ()
    """The actions that followed."""
    closed_on: Maybe[Date] = None
    """The day the person was told."""


class JournalEntry(Part):
    """A reflection: what happened, what it means, what follows."""

    id: Slug
    """The entry's id."""
    on: Date
    """The day."""
    author: Maybe[PersonRef] = None
    """The person who wrote it."""
    what: Internal[Prose]
    """What happened."""
    so_what: Internal[Maybe[Prose]] = None
    """What it means."""
    now_what: Internal[Maybe[Prose]] = None
    """What follows from it."""
    links: Many[ItemRef] = ()
    """The items of this record it is about."""
    led_to: Many[ItemRef] = ()
    """The items that were changed or added because of it."""
    criteria: Many[CriterionRef] = ()
    """The criteria it gives evidence for."""


class CurriculumChange(Part):
    """Something a partner proposed for what is taught, and whether it was taken up."""

    id: Slug
    """The proposal's id."""
    proposal: Public[Prose]
    """What was proposed."""
    partner: Maybe[OrganisationRef] = None
    """The partner that proposed it."""
    on: Maybe[Date] = None
    """The day it was proposed."""
    type: Maybe[CurriculumType] = None
    """What it changes."""
    activity: Maybe[ActivityRef] = None
    """The activity it belongs to."""
    adopted: Maybe[bool] = None
    """Whether it was taken up."""
    adopted_in: Public[Maybe[Text]] = None
    """Where, such as `Unit 12`."""
    adopted_on: Maybe[Date] = None
    """The day from which it has been taught."""
    version: Public[Maybe[Text]] = None
    """The version of the course that has it, in quotes: `"3"`."""
    evidence: Many[EvidenceRef] = ()
    """What shows it."""


class Cpd(Part):
    """A teacher's or trainer's time in industry (continuing professional development)."""

    id: Slug
    """The entry's id."""
    person: PersonRef
    """The teacher or trainer."""
    on: Maybe[Date] = None
    """The day it ended."""
    hours: Maybe[Hours] = None
    """How many hours it took."""
    host: Maybe[OrganisationRef] = None
    """The organisation that had them."""
    focus: Public[Maybe[Text]] = None
    """The process or technology they met."""
    change: Public[Maybe[Prose]] = None
    """What they teach differently since."""
    evidence: Many[EvidenceRef] = ()
    """What shows it."""


class Event(Part):
    """An open evening, a seminar or another occasion at which the partners shared what they know."""

    id: Slug
    """The event's id."""
    title: Public[Text]
    """Its name."""
    on: Maybe[Date] = None
    """The day."""
    host: Maybe[OrganisationRef] = None
    """The partner that held it."""
    participants: Maybe[Count] = None
    """How many came."""
    outputs: Public[Maybe[Prose]] = None
    """What came of it."""
    dissemination: Public[Maybe[Prose]] = None
    """How what came of it was passed on."""
    evidence: Many[EvidenceRef] = ()
    """What shows it."""


class Practice(Part):
    """A way of working together that the partners claim, with an instance that shows it."""

    id: Slug
    """The practice's id."""
    behaviour: Public[Prose]
    """What both sides do."""
    instance: Maybe[InstanceRef] = None
    """A recorded case of it: an activity, a meeting, an exchange, an evaluation and so on."""
