"""Health and safety: assessments of the places where people learn, and the incidents that happened there."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import Internal, Shared
from partnerkit.model.base import Part
from partnerkit.model.exposure import Control, Exposure
from partnerkit.model.references import ActivityRef, EvidenceRef, PersonRef, RiskRef
from partnerkit.model.values import Count, Date, Many, Maybe, Prose, Slug, Text

Regulation = Literal[
    "COSHH",
    "PUWER",
    "LOLER",
    "MHSWR",
    "DSEAR",
    "noise",
    "vibration",
    "manual-handling",
    "electricity",
    "work-at-height",
    "confined-spaces",
    "pressure-systems",
    "display-screens",
    "asbestos",
    "lead",
    "radiation",
]

IncidentType = Literal[
    "near-miss",
    "minor-injury",
    "over-three-days",
    "over-seven-days",
    "specified-injury",
    "disease",
    "dangerous-occurrence",
    "fatality",
    "safeguarding",
]


class Hazard(Part):
    """Something at the site that can do harm."""

    hazard: Shared[Text]
    """What it is, such as `Rotating spindle`."""
    harmed: Shared[Maybe[Text]] = None
    """Who might be harmed, and how."""
    regulations: Many[Regulation] = ()
    """The regulations that speak of it.

    `COSHH` hazardous substances, `PUWER` work equipment, `LOLER` lifting, `MHSWR` management of health and safety,
    `DSEAR` dangerous substances and explosive atmospheres.
    """
    inherent: Maybe[Exposure] = None
    """How it would stand with nothing done about it."""
    controls: Many[Control] = ()
    """What is done about it."""
    residual: Maybe[Exposure] = None
    """How it stands with the controls that are in place."""


class Substance(Part):
    """A hazardous substance that learners meet."""

    name: Shared[Text]
    """What it is called."""
    safety_data_sheet: Maybe[EvidenceRef] = None
    """Its safety data sheet."""
    review_on: Maybe[Date] = None
    """The day its assessment is to be looked at again."""
    surveillance: Maybe[bool] = None
    """Whether the people who use it need health surveillance."""


class Equipment(Part):
    """Work equipment that learners use."""

    name: Shared[Text]
    """What it is called."""
    training_on: Maybe[Date] = None
    """The day the learners were trained to use it."""
    first_used_on: Maybe[Date] = None
    """The day they first use it, where that is later than the first day of the activity."""
    inspection_due: Maybe[Date] = None
    """The day its next inspection is due."""
    restricted_to: Shared[Maybe[Text]] = None
    """Who alone may use it."""


class Insurance(Part):
    """The employer's liability insurance that covers the site."""

    insurer: Shared[Maybe[Text]] = None
    """The insurer."""
    policy: Internal[Maybe[Text]] = None
    """The number of the policy, in quotes."""
    expires: Maybe[Date] = None
    """The last day on which it is in force."""
    evidence: Many[EvidenceRef] = ()
    """The certificate."""


class HealthAndSafety(Part):
    """A health and safety assessment of a site and the activities there."""

    id: Slug
    """The assessment's id."""
    activities: Many[ActivityRef] = ()
    """The activities it covers."""
    site: Shared[Maybe[Text]] = None
    """The site it covers."""
    competent_person: Maybe[PersonRef] = None
    """The person who has the competence to assess it."""
    assessed_on: Maybe[Date] = None
    """The day of the assessment."""
    review_on: Maybe[Date] = None
    """The day it is to be looked at again."""
    site_check_on: Maybe[Date] = None
    """The day the site was visited and checked."""
    young_people: Maybe[bool] = None
    """Whether it takes people under 18 into account."""
    hazards: Many[Hazard] = ()
    """What can do harm there, and what is done about it."""
    substances: Many[Substance] = ()
    """The hazardous substances in use."""
    equipment: Many[Equipment] = ()
    """The work equipment in use."""
    insurance: Maybe[Insurance] = None
    """The employer's liability insurance."""
    evidence: Many[EvidenceRef] = ()
    """The assessment itself."""


class Incident(Part):
    """Something that went wrong, or nearly did. No names of those who were hurt."""

    id: Slug
    """The incident's id."""
    on: Date
    """The day it happened."""
    site: Shared[Maybe[Text]] = None
    """Where it happened."""
    type: Maybe[IncidentType] = None
    """How serious it was, in the terms of RIDDOR; `safeguarding` is a concern for somebody's welfare."""
    summary: Shared[Maybe[Prose]] = None
    """What happened."""
    days_off: Maybe[Count] = None
    """How many days somebody could not do their work; 0 for none."""
    reported_on: Maybe[Date] = None
    """The day it was reported to the authority."""
    reference: Internal[Maybe[Text]] = None
    """The authority's number for the report."""
    risk: Maybe[RiskRef] = None
    """The risk that came true."""
    lesson: Shared[Maybe[Prose]] = None
    """What was learned from it."""
    evidence: Many[EvidenceRef] = ()
    """The report."""
