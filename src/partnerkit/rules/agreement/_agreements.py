"""What the rules of this family ask of agreements: who has signed, what still stands, and how to call it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partnerkit.model.partnership.activate import Agreement
from partnerkit.rules.api import Subject, said

BASIC = frozenset({"mou", "partnership-agreement", "contract", "service-level-agreement"})
"""The types of agreement on which a partnership can rest."""

LASTING = BASIC | {"data-sharing-agreement", "non-disclosure-agreement"}
"""The types that hold for the partnership as a whole; the others belong to a placement or a learner, or announce."""


def called(agreement: Agreement) -> str:
    """The agreement as a sentence names it."""
    return f"“{agreement.title}”" if agreement.title else f"the {said(agreement.type)}"


def signatures(agreement: Agreement, as_of: date) -> dict[str, date]:
    """The partners that have signed, each with the day of its last signature."""
    given: dict[str, date] = {}
    for signatory in agreement.signatories:
        if signatory.on is not None and signatory.on <= as_of:
            given[signatory.partner] = max(signatory.on, given.get(signatory.partner, signatory.on))
    return given


def parties(subject: Subject, agreement: Agreement) -> tuple[str, ...]:
    """The partners between which an agreement is, without those that have left."""
    left = {
        partner.organisation for partner in subject.part.partners if partner.until and partner.until < subject.as_of
    }
    return tuple(party for party in agreement.partners or subject.partners if party not in left)


def complete_on(subject: Subject, agreement: Agreement) -> date | None:
    """The day of the last signature that an agreement needs, or None while one is wanting."""
    given = signatures(agreement, subject.as_of)
    needed = parties(subject, agreement)
    return max(given[party] for party in needed) if needed and all(party in given for party in needed) else None


def basic_signed(subject: Subject) -> tuple[Agreement, ...]:
    """The agreements on which the partnership can rest, as far as anybody has signed them."""
    return tuple(
        agreement
        for agreement in subject.part.agreements
        if agreement.type in BASIC and signatures(agreement, subject.as_of)
    )


def standing(subject: Subject) -> Iterator[Agreement]:
    """The agreements that no later one, signed by anybody, has taken the place of; drafts among them."""
    signed = [agreement for agreement in subject.part.agreements if signatures(agreement, subject.as_of)]
    replaced = {id(subject.find(Agreement, "agreements", agreement.supersedes)) for agreement in signed}
    newest: dict[tuple[str, frozenset[str]], date] = {}
    for agreement in signed:
        key = (agreement.type, frozenset(parties(subject, agreement)))
        newest[key] = max(_begins(agreement), newest.get(key, date.min))
    for agreement in subject.part.agreements:
        key = (agreement.type, frozenset(parties(subject, agreement)))
        outdated = agreement.type in LASTING and _begins(agreement) < newest.get(key, date.min)
        if id(agreement) not in replaced and not outdated:
            yield agreement


def lasting_signed(subject: Subject) -> Iterator[Agreement]:
    """The agreements that are to hold for the partnership as a whole, that are signed and that nothing has replaced."""
    for agreement in standing(subject):
        if agreement.type in LASTING and signatures(agreement, subject.as_of):
            yield agreement


def ends_on_purpose(subject: Subject) -> bool:
    """Whether the partners have decided that the partnership will not go on as it is."""
    decision = subject.part.exit.decision if subject.part.exit is not None else None
    return decision is not None and decision.outcome != "renew"


def _begins(agreement: Agreement) -> date:
    signed = [signatory.on for signatory in agreement.signatories if signatory.on is not None]
    return agreement.effective or max(signed, default=date.max)
