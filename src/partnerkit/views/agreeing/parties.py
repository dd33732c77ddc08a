"""The parties: what they are called in registers, and who speaks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.organisation import Organisation
from partnerkit.rules.agreement._roles import RELATIONSHIP_LEAD, SENIOR_EXECUTIVE, gave_up, partner_of
from partnerkit.rules.identity._identifiers import is_placeholder
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkit.model.organisation import Identifier
    from partnerkit.model.partnership.who import Partner
    from partnerkit.rules.subject import Subject
    from partnerkit.views.thread.dossier import Dossier

REGISTERS: Mapping[str, str] = {
    "GB-COH": "Companies House number",
    "GB-UKPRN": "UK provider reference number",
    "GB-CHC": "charity number, England and Wales,",
    "GB-SC": "charity number, Scotland,",
    "GB-NIC": "charity number, Northern Ireland,",
    "GB-EDU": "unique reference number",
}


def described(d: Dossier, reference: str) -> Organisation | None:
    """The organisation's own record."""
    found = d.names.item("organisations", reference)
    return found.part if found and isinstance(found.part, Organisation) else None


def registered(organisation: Organisation | None) -> b.Cell:
    """The registered name where it differs, and the numbers in public registers."""
    if organisation is None:
        return b.Missing("no record of this organisation")
    numbers: tuple[b.Run, ...] = tuple(map(number, sound(organisation)))
    name = (organisation.legal_name,) if organisation.legal_name else ()
    if not numbers:
        reason = organisation.no_identifier_reason
        withheld = is_withheld(organisation, "no_identifier_reason")
        numbers = (b.Words(reason) if reason and not withheld else b.Missing("no number recorded"),)
    return b.Lines((*name, *numbers))


def sound(organisation: Organisation) -> tuple[Identifier, ...]:
    """The numbers that are no fillers."""
    return tuple(found for found in organisation.identifiers if not is_placeholder(found.value))


def number(identifier: Identifier) -> str:
    """A number, and the register that gave it."""
    return f"{REGISTERS.get(identifier.scheme, identifier.scheme)} {identifier.value}"


def holders(subject: Subject, role: str) -> dict[str, str]:
    """The person who holds a role today, by the partner for which they hold it."""
    found: dict[str, str] = {}
    for entry in subject.part.key_roles:
        partner = partner_of(subject, entry)
        if entry.role == role and partner and entry.holder and gave_up(subject, entry) is None:
            found[partner] = entry.holder
    return found


def parties(d: Dossier, subject: Subject) -> b.Table:
    """Who takes part, under which registered name and number, and who speaks for each."""
    executives, leads = holders(subject, SENIOR_EXECUTIVE), holders(subject, RELATIONSHIP_LEAD)
    rows = (_row(d, partner, executives, leads) for partner in d.partnership.partners)
    columns = ("Party", "Registered as", "Role", "Since", "Senior executive responsible", "Relationship lead")
    return c.table("Who takes part, and who speaks for each", columns, rows)


def _row(d: Dossier, partner: Partner, executives: Mapping[str, str], leads: Mapping[str, str]) -> b.Row:
    organisation = described(d, partner.organisation)
    parts = [organisation.type and said(organisation.type), organisation.place] if organisation else []
    about = ", ".join(part for part in parts if part)
    behalf = f" on behalf of {d.names.organisation(partner.on_behalf_of)}" if partner.on_behalf_of else ""
    return b.Row(
        (
            (d.names.organisation(partner.organisation), b.Quiet(f" ({about})" if about else "")),
            registered(organisation),
            (c.term(partner.role), b.Quiet(behalf)),
            c.tenure(partner.since, partner.until),
            c.person(d.names, executives.get(partner.organisation)),
            c.person(d.names, leads.get(partner.organisation)),
        ),
        b.anchor("partners", partner.organisation),
    )
