"""The measurable heart of the stage *agree*: objectives and their indicators, with baseline, target and actuals."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from partnerkit.model.audiences import Public, Shared
from partnerkit.model.base import Part
from partnerkit.model.quantities import Period
from partnerkit.model.references import AimRef, EvidenceRef, MeetingRef, OrganisationRef, PersonRef, PriorityRef
from partnerkit.model.values import (
    Amount,
    Count,
    Date,
    Days,
    Many,
    Maybe,
    Number,
    Position,
    Prose,
    Seal,
    Slug,
    Text,
)

Beneficiary = Literal["learner", "teacher", "employer", "provider", "community", "system"]

IndicatorType = Literal["input", "output", "outcome", "impact"]

Measure = Literal["count", "percentage", "currency", "ratio", "hours", "score", "ordinal", "qualitative"]

Direction = Literal["increase", "decrease", "maintain"]

ActualStatus = Literal["final", "provisional", "not-yet-reported"]


class Baseline(Part):
    """Where things stood before the partnership began."""

    value: Maybe[Number] = None
    """The figure, in the indicator's unit."""
    narrative: Public[Maybe[Prose]] = None
    """How things stood, in words, for what is not counted."""
    on: Maybe[Date] = None
    """The day it was taken."""
    source: Public[Maybe[Text]] = None
    """Where it comes from, if not from the indicator's own source."""


class Target(Part):
    """Where things are to stand on a day."""

    value: Maybe[Number] = None
    """The figure, in the indicator's unit."""
    narrative: Public[Maybe[Prose]] = None
    """How things are to stand, in words, for what is not counted."""
    on: Maybe[Date] = None
    """The day by which it is to be reached."""
    tolerance: Maybe[Amount] = None
    """How far off still counts as reached, in the indicator's unit."""


class Actual(Part):
    """What was found on a day."""

    on: Date
    """The day the figure speaks of."""
    period: Maybe[Period] = None
    """The days it covers, where it is no figure of a single day."""
    value: Maybe[Number] = None
    """The figure, in the indicator's unit. Leave it out while nothing is reported: 0 means none."""
    narrative: Public[Maybe[Prose]] = None
    """What was found, in words, for what is not counted."""
    status: Maybe[ActualStatus] = None
    """Whether the figure is final, may still change, or has not been reported yet."""
    responses: Maybe[Count] = None
    """How many people or cases the figure rests on."""
    population: Maybe[Count] = None
    """How many there are in all."""
    source: Public[Maybe[Text]] = None
    """Where it comes from, if not from the indicator's own source."""
    evidence: Many[EvidenceRef] = ()
    """What shows it."""


class Dimension(Part):
    """A group to which an indicator is limited."""

    name: Public[Text]
    """What the group is told apart by, such as `age`."""
    value: Public[Text]
    """Which group it is, such as `under 19`."""


class Indicator(Part):
    """Something that is measured to see whether an objective is reached."""

    id: Slug
    """The indicator's id."""
    title: Public[Maybe[Text]] = None
    """What is measured, where the unit does not say it well."""
    type: Maybe[IndicatorType] = None
    """Whether it measures what goes in, what is done, what comes of it, or the wider effect."""
    measure: Maybe[Measure] = None
    """What sort of figure it is; `qualitative` is told in words and has no figure."""
    unit: Public[Maybe[Text]] = None
    """What is counted, such as `people`."""
    direction: Maybe[Direction] = None
    """Whether the figure is to rise, to fall or to stay."""
    baseline: Maybe[Baseline] = None
    """Where things stood before."""
    target: Maybe[Target] = None
    """Where they are to stand in the end."""
    interim_targets: Many[Target] = ()
    """Where they are to stand on the way, oldest first."""
    source: Public[Maybe[Text]] = None
    """Where the figures come from, such as `Supervisor check`."""
    method: Public[Maybe[Prose]] = None
    """How they are taken, so that somebody else would get the same."""
    frequency_days: Maybe[Days] = None
    """How many days may lie between two figures, such as `90`."""
    owner: Maybe[PersonRef] = None
    """The person who reports it."""
    min_responses: Maybe[Count] = None
    """How many responses a figure needs before it says anything."""
    allow_over_100: Maybe[bool] = None
    """Whether a percentage may go above 100."""
    dimensions: Many[Dimension] = ()
    """The groups to which it is limited, if it does not speak of everybody."""
    actuals: Many[Actual] = ()
    """What was found, oldest first."""


class AgreedIndicator(Part):
    """An indicator as it was sealed."""

    measure: Maybe[Measure] = None
    """What sort of figure it was."""
    unit: Public[Maybe[Text]] = None
    """What was counted."""
    direction: Maybe[Direction] = None
    """Whether the figure was to rise, to fall or to stay."""
    baseline: Maybe[Baseline] = None
    """Where things stood before."""
    target: Maybe[Target] = None
    """Where they were to stand in the end."""
    interim_targets: Many[Target] = ()
    """Where they were to stand on the way, oldest first."""


class Agreed(Part):
    """What was sealed, word for word, so that it can be compared with later. The tool writes it; leave it alone."""

    statement: Public[Prose]
    """The objective in a sentence."""
    due: Maybe[Date] = None
    """The day by which it was to be reached."""
    indicators: dict[Slug, AgreedIndicator] = Field(default_factory=dict)
    """Its indicators by their ids."""


class Lock(Part):
    """The seal on what was agreed, so that later changes show. `partnerkit lock` writes it."""

    on: Date
    """The day it was sealed."""
    digest: Shared[Seal]
    """The fingerprint of what was sealed, as the tool wrote it."""
    version: Maybe[Position] = None
    """Which wording it is: 1 for the first."""
    by: Maybe[PersonRef] = None
    """The person who sealed it."""
    agreed: Maybe[Agreed] = None
    """What was sealed."""


class Change(Part):
    """A change to an objective after it was sealed."""

    on: Date
    """The day of the change."""
    by: Maybe[PersonRef] = None
    """The person who made it."""
    what: Shared[Maybe[Prose]] = None
    """What was changed, from what to what."""
    why: Shared[Maybe[Prose]] = None
    """Why."""
    approved_in: Maybe[MeetingRef] = None
    """The meeting that approved it."""
    before: Maybe[Agreed] = None
    """What had been sealed before, as `partnerkit lock` keeps it when it seals the new wording."""


class Objective(Part):
    """Something the partners agreed to reach by a day, in a sentence that can be checked."""

    id: Slug
    """The objective's id."""
    statement: Public[Prose]
    """The objective in a sentence: who will do what, how much, by when."""
    aim: Maybe[AimRef] = None
    """The aim it serves."""
    priorities: Many[PriorityRef] = ()
    """The priorities of the partners that it serves, beyond those of its aim."""
    owners: dict[OrganisationRef, PersonRef] = Field(default_factory=dict)
    """Who answers for it at each partner: `{halden-precision: priya-nair}`."""
    beneficiaries: Many[Beneficiary] = ()
    """Who gains from it."""
    agreed_on: Maybe[Date] = None
    """The day it was agreed."""
    agreed_by: Many[OrganisationRef] = ()
    """The partners that agreed to it."""
    due: Maybe[Date] = None
    """The day by which it is to be reached."""
    indicators: Many[Indicator] = ()
    """How one will see whether it is reached."""
    locked: Shared[Maybe[Lock]] = None
    """The seal on what was agreed."""
    changed: Shared[Many[Change]] = ()
    """What was changed after that, oldest first."""
