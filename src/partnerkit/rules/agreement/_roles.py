"""What the rules of this family ask of key roles: for which partner, who has left, and who is wanting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partnerkit.model.partnership.agree import KeyRole
from partnerkit.model.partnership.who import Partner
from partnerkit.rules.api import Subject, day, said

SENIOR_EXECUTIVE = "senior-executive-responsible"
RELATIONSHIP_LEAD = "relationship-lead"

Key = tuple[str, str | None]
"""A role at a partner."""


def partner_of(subject: Subject, role: KeyRole) -> str | None:
    """The partner for which a role is held: the one it names, or that of its holder."""
    return role.partner or subject.organisation_of(role.holder)


def key_of(subject: Subject, role: KeyRole) -> Key:
    """The role, and the partner for which it is held."""
    return role.role, partner_of(subject, role)


def partners_without(subject: Subject, name: str) -> Iterator[Partner]:
    """The partners for which nobody was ever named to a role."""
    named = {partner_of(subject, role) for role in subject.part.key_roles if role.role == name and role.holder}
    bound = set(subject.partners)
    for partner in subject.part.partners:
        if partner.organisation in bound and partner.organisation not in named:
            yield partner


def has_left(subject: Subject, person: str | None) -> date | None:
    """The last day of a person in their post, if it has passed."""
    found = subject.person(person)
    return found.until if found is not None and found.until is not None and found.until < subject.as_of else None


def gave_up(subject: Subject, role: KeyRole) -> date | None:
    """The last day of the holder, if it has passed: in the role, or in the organisation."""
    in_role = role.until if role.until is not None and role.until < subject.as_of else None
    return min((on for on in (in_role, has_left(subject, role.holder)) if on is not None), default=None)


def roles_of_partners(subject: Subject) -> Iterator[KeyRole]:
    """The roles, but for those of organisations that have left."""
    left = {
        partner.organisation for partner in subject.part.partners if partner.until and partner.until < subject.as_of
    }
    for role in subject.part.key_roles:
        if partner_of(subject, role) not in left:
            yield role


def no_stand_in(subject: Subject, role: KeyRole, holder: str) -> str | None:
    """Why nobody can stand in for the holder of a role, if that is so."""
    if role.deputy is None:
        return f"no deputy is recorded for {subject.person_name(holder)} as {said(role.role)}"
    if subject.person(role.deputy) is subject.person(holder):
        return f"{subject.person_name(holder)} is named as the deputy too"
    left = has_left(subject, role.deputy)
    return f"{subject.person_name(role.deputy)}, the deputy, left on {day(left)}" if left is not None else None


def last_entries(subject: Subject) -> Iterator[tuple[KeyRole, date | None]]:
    """For each role at each partner the entry that lasts longest, with the last day of its holder, if it has passed."""
    last: dict[Key, tuple[KeyRole, date | None]] = {}
    for role in roles_of_partners(subject):
        if role.holder is None:
            continue
        key, on = key_of(subject, role), gave_up(subject, role)
        if key not in last or (last[key][1] or date.max) < (on or date.max):
            last[key] = (role, on)
    yield from last.values()
