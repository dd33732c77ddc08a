"""Assessment: evidence and where it lies, testimonies, judgements against criteria, and quality assurance samples."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import Internal, Public, Reachable, Shared
from partnerkit.model.base import Part
from partnerkit.model.quantities import Period
from partnerkit.model.references import (
    ClaimRef,
    CriterionRef,
    EvidenceRef,
    JudgementRef,
    OrganisationRef,
    PersonRef,
)
from partnerkit.model.values import Date, File, Link, Many, Maybe, Position, Prose, Sha256, Slug, Text, Timecode

EvidenceType = Literal[
    "agreement",
    "minutes",
    "action-log",
    "plan",
    "report",
    "data",
    "observation",
    "witness-testimony",
    "professional-discussion",
    "questioning",
    "product",
    "reflective-account",
    "photo",
    "video",
    "recording",
    "certificate",
    "email",
    "recognition-of-prior-learning",
]

Authentication = Literal["signature", "login", "declaration", "recording", "witness", "metadata"]

ConsentScope = Literal["internal", "partners", "public"]

Mark = Literal["met", "not-met", "not-judged"]

JudgementDecision = Literal["met", "not-yet"]

SampleStage = Literal["interim", "summative"]

SampleOutcome = Literal["agree", "action"]

SampleAxis = Literal["candidates", "assessors", "methods", "elements", "records", "assessment-sites"]


class Authenticity(Part):
    """How one knows that the evidence is what it claims to be."""

    by: Maybe[PersonRef] = None
    """The person who vouches for it."""
    on: Maybe[Date] = None
    """The day they did."""
    how: Maybe[Authentication] = None
    """How."""


class Consent(Part):
    """The consent of the people who can be seen, heard or recognised."""

    on: Maybe[Date] = None
    """The day it was given."""
    scope: Maybe[ConsentScope] = None
    """Who may see it."""
    evidence: Maybe[EvidenceRef] = None
    """The signed consent."""


class EvidenceMap(Part):
    """A criterion that the evidence supports, and the exact place where."""

    criterion: CriterionRef
    """The criterion."""
    page: Maybe[Position] = None
    """The page, counted from 1."""
    paragraph: Public[Maybe[Text]] = None
    """The paragraph or section, in quotes: `"3"` or `"4.2"`."""
    timecode: Public[Maybe[Timecode]] = None
    """The moment in a recording, such as `12:30` or `1:02:03`."""
    note: Shared[Maybe[Prose]] = None
    """What is to be seen there."""


class Evidence(Part):
    """A document, a recording or another thing that shows something."""

    id: Slug
    """The evidence's id."""
    title: Public[Text]
    """What it is called."""
    type: EvidenceType
    """What sort of evidence it is."""
    on: Maybe[Date] = None
    """The day it was made."""
    period: Maybe[Period] = None
    """The days it speaks of, where it is more than one."""
    author: Maybe[PersonRef] = None
    """The person who made it."""
    partner: Maybe[OrganisationRef] = None
    """The partner it comes from."""
    file: Shared[Maybe[File]] = None
    """Where the file lies, as a path from the record, such as `files/minutes-1.pdf`."""
    url: Shared[Maybe[Link]] = None
    """Where it can be found on the web or in a document system, if it is no file here."""
    sha256: Shared[Maybe[Sha256]] = None
    """The SHA-256 digest of the file, so that later changes show."""
    note: Shared[Maybe[Prose]] = None
    """What is to be seen or heard in it, and who. A picture does not say so itself."""
    direct: Maybe[bool] = None
    """Whether it shows the work itself (`true`) or tells of it (`false`)."""
    authenticity: Maybe[Authenticity] = None
    """How one knows that it is genuine."""
    consent: Maybe[Consent] = None
    """The consent of the people in it."""
    licence: Public[Maybe[Text]] = None
    """On which terms others may use it."""
    maps: Many[EvidenceMap] = ()
    """The criteria it supports, each with the place."""


class Testimony(Part):
    """What a witness has seen, in their own words."""

    id: Slug
    """The testimony's id."""
    witness: PersonRef
    """The witness."""
    relationship: Public[Maybe[Text]] = None
    """How the witness stands to those they speak of, such as `Supervisor of the learners`."""
    competent: Maybe[bool] = None
    """Whether the witness does, or has done, the job they speak of."""
    contact: Reachable[Maybe[Text]] = None
    """How an assessor can reach the witness, where the organisation's record does not say."""
    observed_on: Maybe[Date] = None
    """The day they saw it."""
    own_words: Shared[Maybe[Prose]] = None
    """What they say, word for word."""
    signed_on: Maybe[Date] = None
    """The day they signed it."""
    conflict_of_interest: Shared[Maybe[Prose]] = None
    """What they stand to gain, if anything."""
    claims: Many[ClaimRef] = ()
    """The objectives and benefits they confirm."""
    criteria: Many[CriterionRef] = ()
    """The criteria they speak to."""
    evidence: Many[EvidenceRef] = ()
    """The signed testimony."""


class Judgement(Part):
    """An assessor's judgement of one piece of evidence against one criterion."""

    id: Slug
    """The judgement's id."""
    evidence: EvidenceRef
    """The evidence."""
    criterion: CriterionRef
    """The criterion."""
    by: Maybe[PersonRef] = None
    """The assessor."""
    role: Shared[Maybe[Text]] = None
    """In what capacity they judged, such as `Assessor` or `Expert witness`."""
    on: Maybe[Date] = None
    """The day."""
    sha256: Internal[Maybe[Sha256]] = None
    """The SHA-256 digest of the file that was judged, where the file has changed since and its digest with it."""
    valid: Maybe[Mark] = None
    """Whether it shows what the criterion asks for."""
    authentic: Maybe[Mark] = None
    """Whether it is the candidate's own work."""
    current: Maybe[Mark] = None
    """Whether it shows what they can do today."""
    sufficient: Maybe[Mark] = None
    """Whether it is enough."""
    reliable: Maybe[Mark] = None
    """Whether another assessor would come to the same view."""
    decision: Maybe[JudgementDecision] = None
    """Whether the criterion is met."""
    reason: Shared[Maybe[Prose]] = None
    """Why."""
    feedback: Internal[Maybe[Prose]] = None
    """What the candidate was told."""


class Sample(Part):
    """A sample of judgements that an internal quality assurer looked at."""

    id: Slug
    """The sample's id."""
    planned_on: Maybe[Date] = None
    """The day it was planned."""
    by: Maybe[PersonRef] = None
    """The internal quality assurer; not the assessor whose judgements they are."""
    on: Maybe[Date] = None
    """The day it was taken."""
    stage: Maybe[SampleStage] = None
    """Whether assessment was still going on (`interim`) or finished (`summative`)."""
    axes: Many[SampleAxis] = ()
    """What the sample was chosen to cover."""
    judgements: Many[JudgementRef] = ()
    """The judgements."""
    outcome: Maybe[SampleOutcome] = None
    """Whether the quality assurer agrees or asks for action."""
    action: Shared[Maybe[Prose]] = None
    """What has to be done."""
    closed_on: Maybe[Date] = None
    """The day it was done."""
