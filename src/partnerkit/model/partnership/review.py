"""The stage *review*: value, surveys, evaluations, benefits and reviews."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from partnerkit.model.audiences import Priced, Public, Shared
from partnerkit.model.base import Part
from partnerkit.model.partnership.objectives import Beneficiary
from partnerkit.model.quantities import Money, Period
from partnerkit.model.references import (
    ActivityRef,
    EvidenceRef,
    IndicatorRef,
    MeetingRef,
    ObjectiveRef,
    OrganisationRef,
    PersonRef,
)
from partnerkit.model.values import Count, Date, Level5, Many, Maybe, Number, Prose, Slug, Text

ValueVerdict = Literal["adds", "no-evidence", "does-not-add"]

Respondent = Literal["learner", "manager", "assessor", "system"]

Isolation = Literal["control-group", "trend", "estimate", "none"]

BenefitScale = Literal["individual", "organisation", "local", "regional", "national"]

Verdict = Literal["met", "partly-met", "not-met", "not-due"]

RecommendationDecision = Literal["pending", "accepted", "rejected", "deferred"]


class Value(Part):
    """Whether an activity adds value for one unit of the business."""

    id: Slug
    """The entry's id."""
    activity: Maybe[ActivityRef] = None
    """The activity."""
    unit: Shared[Maybe[Text]] = None
    """The unit of the business, such as `Toolroom`."""
    verdict: Maybe[ValueVerdict] = None
    """Whether it adds value, does not, or nothing shows either."""
    why: Shared[Maybe[Prose]] = None
    """The reason."""
    evidence: Many[EvidenceRef] = ()
    """What shows it."""


class Survey(Part):
    """What people answered about the partnership itself. Kept apart from every score of the record."""

    id: Slug
    """The survey's id."""
    on: Date
    """The day it closed."""
    instrument: Shared[Maybe[Slug]] = None
    """The questionnaire, such as `partnership-assessment-tool`. Its wording stays out of the record."""
    partner: Maybe[OrganisationRef] = None
    """The partner whose people answered."""
    responses: Maybe[Count] = None
    """How many answered."""
    population: Maybe[Count] = None
    """How many were asked."""
    factors: dict[Slug, Number] = Field(default_factory=dict)
    """The mean for each factor: `{clarity: 4, trust: 3.5}`."""
    total: Maybe[Number] = None
    """The sum, for questionnaires that are read by their sum."""
    evidence: Many[EvidenceRef] = ()
    """The answers, without names."""


class MoneyLine(Part):
    """A cost or a benefit in money."""

    text: Public[Text]
    """What it is."""
    money: Priced[Maybe[Money]] = None
    """How much."""


class Evaluation(Part):
    """One question asked about an activity, at one of five levels: from how people liked it to what it returned."""

    id: Slug
    """The evaluation's id."""
    activity: Maybe[ActivityRef] = None
    """The activity."""
    level: Maybe[Level5] = None
    """The level: 1 reaction, 2 learning, 3 behaviour at work, 4 results, 5 return on investment."""
    question: Public[Maybe[Prose]] = None
    """What one wants to know."""
    instrument: Public[Maybe[Text]] = None
    """How it is found out, such as `Reaction form`."""
    indicator: Maybe[IndicatorRef] = None
    """The indicator it feeds."""
    planned_on: Maybe[Date] = None
    """The day it was planned. Plan it before the activity begins."""
    collected_on: Maybe[Date] = None
    """The day the answers were collected."""
    respondent: Maybe[Respondent] = None
    """Who answers; `system` is a figure that is kept anyway."""
    responses: Maybe[Count] = None
    """How many answered."""
    population: Maybe[Count] = None
    """How many there are in all."""
    result: Public[Maybe[Prose]] = None
    """What was found, with its numbers: `12 of 14 competent`."""
    drivers: Public[Many[Text]] = ()
    """What makes people use at work what they learned, such as coaching or a checklist."""
    leading_indicators: Many[IndicatorRef] = ()
    """The indicators that show early whether results will come."""
    isolation: Maybe[Isolation] = None
    """How the effect of the activity was told apart from other causes."""
    costs: Many[MoneyLine] = ()
    """All that it cost, for level 5."""
    benefits: Many[MoneyLine] = ()
    """What it brought in money, for level 5."""
    evidence: Many[EvidenceRef] = ()
    """The answers."""


class Benefit(Part):
    """What somebody gains from the partnership: expected, and seen."""

    id: Slug
    """The benefit's id."""
    beneficiary: Maybe[Beneficiary] = None
    """Who gains."""
    scale: Maybe[BenefitScale] = None
    """How far it reaches."""
    expected: Public[Maybe[Prose]] = None
    """What was expected."""
    realised: Public[Maybe[Prose]] = None
    """What was seen."""
    corroborated_by: Many[OrganisationRef] = ()
    """The other partners that confirm it."""
    evidence: Many[EvidenceRef] = ()
    """What shows it."""


class ObjectiveVerdict(Part):
    """What a review found about one objective."""

    objective: ObjectiveRef
    """The objective."""
    verdict: Maybe[Verdict] = None
    """Whether it was met."""
    quantitative: Public[Maybe[Prose]] = None
    """What the figures say."""
    qualitative: Public[Maybe[Prose]] = None
    """What people say."""
    why: Public[Maybe[Prose]] = None
    """Why it was not met, or only partly."""
    evidence: Many[EvidenceRef] = ()
    """What shows it; at best, from more than one partner."""


class Lesson(Part):
    """Something to do differently next time."""

    id: Slug
    """The lesson's id, unique among the lessons of the partnership."""
    what: Public[Prose]
    """What happened."""
    cause: Public[Maybe[Prose]] = None
    """Why."""
    change: Public[Maybe[Prose]] = None
    """What to do differently."""


class Recommendation(Part):
    """Something a review recommends."""

    id: Slug
    """The recommendation's id, unique among the recommendations of the partnership."""
    text: Shared[Prose]
    """What is recommended."""
    owner: Maybe[PersonRef] = None
    """The person who sees to it."""
    due: Maybe[Date] = None
    """The day by which it is to be settled."""
    decision: Maybe[RecommendationDecision] = None
    """What was decided about it."""


class Review(Part):
    """A look back at the partnership against its original objectives."""

    id: Slug
    """The review's id."""
    on: Date
    """The day of the review."""
    period: Maybe[Period] = None
    """The days it looks back on."""
    scope: Public[Maybe[Prose]] = None
    """What it looks at and what it leaves out."""
    authors: Many[PersonRef] = ()
    """The people who wrote it; some from every partner."""
    approved_in: Maybe[MeetingRef] = None
    """The meeting that approved it."""
    verdicts: Many[ObjectiveVerdict] = ()
    """What it found about each objective."""
    relationship: Shared[Maybe[Prose]] = None
    """How the partners get on."""
    unexpected: Public[Maybe[Prose]] = None
    """What nobody had planned, good or bad."""
    lessons: Many[Lesson] = ()
    """What to do differently next time."""
    recommendations: Shared[Many[Recommendation]] = ()
    """What it recommends."""
    evidence: Many[EvidenceRef] = ()
    """The report."""
