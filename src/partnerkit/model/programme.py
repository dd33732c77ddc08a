"""Programmes: funded portfolios of partnerships."""

from __future__ import annotations

from typing import Literal

from partnerkit.model.audiences import Priced, Public, Shared
from partnerkit.model.base import Part
from partnerkit.model.quantities import Money, Period
from partnerkit.model.references import OrganisationRef, PartnershipRef, PersonRef, PriorityRef
from partnerkit.model.suppression import Suppression
from partnerkit.model.values import Link, Many, Maybe, Prose, Slug, Text


class Programme(Part):
    """A fund or project under which several partnerships work."""

    kind: Literal["programme"]
    """Says what this record is."""
    id: Slug
    """The programme's id, unique in the workspace."""
    title: Public[Text]
    """The title, as in the funding letter."""
    summary: Public[Maybe[Prose]] = None
    """What it is for, in a few sentences."""
    funder: Maybe[OrganisationRef] = None
    """The organisation that pays."""
    client: Maybe[OrganisationRef] = None
    """The organisation on whose order it runs, where that is not the funder."""
    lead: Maybe[OrganisationRef] = None
    """The organisation that answers for it to the funder."""
    team: Many[PersonRef] = ()
    """The people who run it."""
    period: Maybe[Period] = None
    """The days for which it is funded."""
    grant: Priced[Maybe[Money]] = None
    """The sum awarded."""
    reference: Shared[Maybe[Text]] = None
    """The funder's number for it."""
    url: Public[Maybe[Link]] = None
    """Where it is published."""
    place: Public[Maybe[Text]] = None
    """The area it serves."""
    priorities: Many[PriorityRef] = ()
    """The priorities it serves, such as those of a local skills plan."""
    partnerships: Many[PartnershipRef] = ()
    """The partnerships it pays for."""
    related: Public[Many[Text]] = ()
    """Sister projects, plans and funds, by name."""
    suppress: Shared[Many[Suppression]] = ()
    """Findings of the rules on this record that are excused for a time."""
