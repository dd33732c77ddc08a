"""What several rules ask about a stakeholder: who it is, and when the two sides last spoke."""

from __future__ import annotations

from partnerkit.model.partnership.run import Contact, Stakeholder
from partnerkit.rules.subject import Subject
from partnerkit.rules.words import said

__all__ = ["Contact", "Stakeholder", "contacts_by_stakeholder", "has_left", "name_of"]


def name_of(subject: Subject, stakeholder: Stakeholder) -> str:
    """Who a stakeholder is, in words."""
    if stakeholder.person is not None:
        return subject.person_name(stakeholder.person)
    return f"“{stakeholder.group or said(stakeholder.id)}”"


def has_left(subject: Subject, reference: str | None) -> bool:
    """Whether a person is no longer in the post they had."""
    person = subject.person(reference)
    return person is not None and person.until is not None and person.until < subject.as_of


def contacts_by_stakeholder(subject: Subject) -> dict[str, list[Contact]]:
    """The contacts up to today, oldest first, by the stakeholder's id."""
    found: dict[str, list[Contact]] = {}
    for contact in sorted(subject.part.contacts, key=lambda contact: (contact.on, contact.id)):
        stakeholder = subject.find(Stakeholder, "stakeholders", contact.stakeholder)
        if stakeholder is not None and contact.on <= subject.as_of:
            found.setdefault(stakeholder.id, []).append(contact)
    return found
