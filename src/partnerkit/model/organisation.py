"""Organisations: employers, colleges, providers and funders, with their people and their priorities."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import Internal, Personal, Public, Reachable, Shared
from partnerkit.model.base import Part
from partnerkit.model.quantities import Period
from partnerkit.model.references import PersonRef
from partnerkit.model.suppression import Suppression
from partnerkit.model.values import Country, Date, Email, Link, Many, Maybe, Prose, Slug, Text

OrganisationType = Literal[
    "employer",
    "fe-college",
    "independent-training-provider",
    "university",
    "school",
    "awarding-organisation",
    "professional-body",
    "trade-body",
    "employer-representative-body",
    "local-authority",
    "strategic-authority",
    "intermediary",
    "union",
    "funder",
]

OrganisationSize = Literal["micro", "small", "medium", "large"]

PriorityType = Literal["business", "learning-and-development", "skills-plan", "policy"]

LawfulBasis = Literal[
    "consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"
]


class Identifier(Part):
    """A number under which a public register knows the organisation."""

    scheme: Public[Text]
    """The register, by its org-id.guide code, such as `GB-COH` (Companies House) or `GB-UKPRN` (UK providers)."""
    value: Public[Text]
    """The number as the register writes it, in quotes: leading zeros are part of it."""


class Person(Part):
    """Somebody who acts for the organisation. Declared here once; the records refer to the id."""

    id: Slug
    """The person's id, unique in the organisation, such as `priya-nair`."""
    name: Personal[Maybe[Text]] = None
    """The name as it should be printed."""
    pseudonym: Personal[Maybe[Text]] = None
    """A made-up name to print, where the real one must stay out of the records."""
    title: Public[Maybe[Text]] = None
    """The job title, such as `Operations Director`."""
    function: Personal[Maybe[Text]] = None
    """The part of the business the person works in, such as `Toolroom` or `Quality`."""
    site: Personal[Maybe[Text]] = None
    """The place where the person works, if the organisation has several."""
    since: Personal[Maybe[Date]] = None
    """The first day in this post."""
    until: Personal[Maybe[Date]] = None
    """The last day in this post. Keep people who have left: old entries refer to them."""
    email: Reachable[Maybe[Email]] = None
    """A work e-mail address. Reports leave it out unless they are internal."""
    phone: Reachable[Maybe[Text]] = None
    """A work telephone number, in quotes: `"+44 1632 960000"`."""
    lawful_basis: Internal[Maybe[LawfulBasis]] = None
    """The lawful basis, under data protection law, for keeping these details."""


class Priority(Part):
    """Something the organisation has set itself, which a partnership can serve."""

    id: Slug
    """The priority's id, unique in the organisation, such as `toolroom-succession`."""
    statement: Shared[Prose]
    """What is to be reached, in one sentence."""
    type: Maybe[PriorityType] = None
    """Whose agenda it is: the business itself, its learning and development, a local skills plan or public policy."""
    source: Shared[Maybe[Text]] = None
    """The document it comes from and the place in it, such as `Business plan 2026-2029, section 4`."""
    url: Shared[Maybe[Link]] = None
    """Where that document can be read."""
    period: Maybe[Period] = None
    """The days for which the priority holds."""
    owner: Maybe[PersonRef] = None
    """The person who answers for it."""


class Organisation(Part):
    """An employer, a college, a provider, a funder or another body that takes part in partnerships."""

    kind: Literal["organisation"]
    """Says what this record is."""
    id: Slug
    """The organisation's id, unique in the workspace, such as `halden-precision`."""
    name: Public[Text]
    """The name people use."""
    legal_name: Public[Maybe[Text]] = None
    """The registered name, where it differs."""
    former_names: Public[Many[Text]] = ()
    """Names it had before, so that older documents can be matched."""
    type: Maybe[OrganisationType] = None
    """What sort of organisation it is."""
    size: Maybe[OrganisationSize] = None
    """Its size by headcount: micro (under 10), small (under 50), medium (under 250) or large."""
    sector: Public[Maybe[Text]] = None
    """The industry, as a five-digit UK SIC 2007 code in quotes: `"25620"`."""
    place: Public[Maybe[Text]] = None
    """The town or area where it works."""
    local_authority: Public[Maybe[Text]] = None
    """The local authority district, by name or by code (`"E08000033"`)."""
    region: Public[Maybe[Text]] = None
    """The region or nation."""
    country: Public[Maybe[Country]] = None
    """The country, by its ISO 3166 code, such as `GB`."""
    website: Public[Maybe[Link]] = None
    """The organisation's own site."""
    identifiers: Many[Identifier] = ()
    """Its numbers in public registers. One is enough to tell it apart from a namesake."""
    no_identifier_reason: Shared[Maybe[Prose]] = None
    """Why it has no number in any register, where that is so."""
    people: Many[Person] = ()
    """The people who act for it in partnerships."""
    priorities: Many[Priority] = ()
    """What it has set itself and wants partnerships to serve."""
    suppress: Shared[Many[Suppression]] = ()
    """Findings of the rules on this record that are excused for a time."""
