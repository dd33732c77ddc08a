"""The partners and their priorities, and the opportunities that are pursued."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from partnerkit.model.organisation import Organisation
from partnerkit.model.partnership.identify import Opportunity, OpportunityDecision
from partnerkit.model.partnership.who import Partner
from partnerkit.rules.subject import Subject


@dataclass(frozen=True, slots=True)
class Party:
    """A partner that is bound by what is agreed.

    Attributes:
        partner: Its entry in the record.
        organisations: The ids of the organisations it speaks for: its own, and the one on whose behalf it acts.
        priorities: How many priorities they have in their records; None where one of those records cannot be read.
    """

    partner: Partner
    organisations: frozenset[str]
    priorities: int | None


def parties(subject: Subject) -> Iterator[Party]:
    """The partners that are bound by what is agreed, in the order of the record."""
    for partner in subject.part.partners:
        if partner.organisation in subject.partners:
            ids = frozenset(one for one in (partner.organisation, partner.on_behalf_of) if one is not None)
            yield Party(partner, ids, _priorities([subject.organisation(one) for one in ids]))


def _priorities(organisations: list[Organisation | None]) -> int | None:
    found = [one for one in organisations if one is not None]
    return sum(len(one.priorities) for one in found) if len(found) == len(organisations) else None


def pursued(subject: Subject) -> Iterator[tuple[Opportunity, OpportunityDecision]]:
    """The opportunities that somebody decided to pursue, each with the decision."""
    for opportunity in subject.part.opportunities:
        if opportunity.decision is not None and opportunity.decision.outcome == "pursue":
            yield opportunity, opportunity.decision
