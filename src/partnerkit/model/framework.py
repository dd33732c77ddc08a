"""Frameworks: trees of outcomes and criteria that evidence is mapped to."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import Public, Shared
from partnerkit.model.base import Part
from partnerkit.model.references import CriterionRef
from partnerkit.model.suppression import Suppression
from partnerkit.model.values import Amount, Code, Count, Date, Link, Many, Maybe, Prose, Slug, Text

FrameworkScheme = Literal["nos", "ksb", "unit", "case", "local"]

FrameworkStatus = Literal["draft", "private-draft", "adopted", "deprecated"]

CriterionType = Literal[
    "unit",
    "learning-outcome",
    "assessment-criterion",
    "performance-criterion",
    "knowledge",
    "skill",
    "behaviour",
    "range",
]

CriterionLinkType = Literal[
    "exact-match", "peer", "part", "related", "precedes", "replaced-by", "exemplar", "skill-level", "translation"
]


class CriterionLink(Part):
    """How a criterion relates to another one, in this framework or elsewhere."""

    type: CriterionLinkType
    """The sort of relation, as in the CASE standard: the same, a peer, a part, related, and so on."""
    criterion: Maybe[CriterionRef] = None
    """The other criterion, where its framework is in this workspace."""
    uri: Public[Maybe[Text]] = None
    """The other criterion's published address, where it is not."""


class Criterion(Part):
    """One outcome or criterion, with the more detailed ones below it."""

    id: Code
    """The code as printed, unique in the framework, such as `P1`. Put what looks like a number in quotes: `"1.2"`."""
    statement: Public[Prose]
    """What has to be shown, in the framework's words."""
    type: Maybe[CriterionType] = None
    """What sort of criterion it is; `range` lists the situations that must be covered."""
    short: Public[Maybe[Text]] = None
    """A shorter wording for tables."""
    level: Public[Maybe[Text]] = None
    """The level of the qualification or standard, in quotes: `"4"`."""
    weight: Maybe[Amount] = None
    """How much it counts beside its sisters, 0 or more. Without it, all count the same."""
    min_evidence: Maybe[Count] = None
    """How many pieces of evidence it needs."""
    valid_from: Maybe[Date] = None
    """The first day on which the criterion is in force."""
    valid_until: Maybe[Date] = None
    """The last day on which it is in force."""
    uri: Public[Maybe[Text]] = None
    """The address under which it is published."""
    links: Many[CriterionLink] = ()
    """How it relates to other criteria."""
    criteria: Many[Criterion] = ()
    """The criteria below this one."""


class Framework(Part):
    """A set of criteria: a unit of a qualification, an occupational standard, or a list of your own."""

    kind: Literal["framework"]
    """Says what this record is."""
    id: Slug
    """The framework's id, unique in the workspace."""
    title: Public[Text]
    """The title as published."""
    scheme: Maybe[FrameworkScheme] = None
    """Where it comes from.

    `nos` a national occupational standard, `ksb` an apprenticeship standard (knowledge, skills, behaviours), `unit` a
    unit of a qualification, `case` a framework in the CASE format, `local` your own.
    """
    issuer: Public[Maybe[Text]] = None
    """The body that publishes it."""
    version: Public[Maybe[Text]] = None
    """The version as published, in quotes: `"1"`."""
    status: Maybe[FrameworkStatus] = None
    """How far its adoption has come."""
    language: Public[Maybe[Text]] = None
    """The language it is written in, by its code, such as `en-GB`."""
    uri: Public[Maybe[Text]] = None
    """The address or number that identifies it everywhere."""
    url: Public[Maybe[Link]] = None
    """Where it can be read."""
    licence: Public[Maybe[Text]] = None
    """On which terms its wording may be used."""
    valid_from: Maybe[Date] = None
    """The first day on which it is in force."""
    valid_until: Maybe[Date] = None
    """The last day on which it is in force."""
    summary: Public[Maybe[Prose]] = None
    """What it is for, in a few sentences."""
    criteria: Many[Criterion] = ()
    """The outcomes and criteria, each with those below it."""
    suppress: Shared[Many[Suppression]] = ()
    """Findings of the rules on this record that are excused for a time."""
