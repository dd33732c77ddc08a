"""What would go on if somebody left: how much rests on each person, and who could stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from partnerkit.rules.agreement._roles import gave_up, no_stand_in, partner_of, roles_of_partners
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed, said

if TYPE_CHECKING:
    from partnerkit.model.partnership.agree import KeyRole
    from partnerkit.rules.subject import Subject
    from partnerkit.views.thread.dossier import Dossier


@dataclass(slots=True)
class Load:
    """What rests on one person.

    Attributes:
        person: A reference to them.
        roles: The key roles they hold today.
        alone: Those of them in which nobody can stand in.
        deputy: The key roles in which they stand in for somebody else.
        chairs: The bodies they chair.
        answers: The decisions and pieces of work they answer for.
    """

    person: str
    roles: list[KeyRole] = field(default_factory=list)
    alone: list[KeyRole] = field(default_factory=list)
    deputy: list[KeyRole] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """How many things rest on them, those in which they only stand in left out."""
        return len(self.roles) + len(self.chairs) + len(self.answers)


def current_roles(subject: Subject) -> list[KeyRole]:
    """The key roles that somebody holds today."""
    return [role for role in roles_of_partners(subject) if role.holder and gave_up(subject, role) is None]


def single_points(subject: Subject) -> list[KeyRole]:
    """Those of them in which nobody can stand in."""
    return [role for role in current_roles(subject) if role.holder and no_stand_in(subject, role, role.holder)]


def continuity(d: Dossier, subject: Subject) -> tuple[b.Block, ...]:
    """How many key roles have nobody to stand in, and what rests on whom."""
    roles = current_roles(subject)
    if not roles:
        return ()
    alone = single_points(subject)
    loads = sorted(_loads(subject), key=lambda load: (-len(load.alone), -load.weight, load.person))
    columns = ("Person", "Key roles", "If they left", "Stands in for", "Chairs", "Answers for")
    table = c.table("What rests on whom, the most exposed first", columns, (_row(d, subject, load) for load in loads))
    return (
        b.Paragraph(exposure(subject)),
        table if alone else b.Fold("What rests on whom, person by person", (table,)),
    )


def exposure(subject: Subject) -> str:
    """For how many key roles nobody could stand in, as a sentence; nothing where none is held."""
    whole, alone = len(current_roles(subject)), len(single_points(subject))
    if not whole:
        return ""
    if not alone:
        roles = f"Each of the {whole} key roles" if whole > 1 else "The one key role"
        return f"{roles} held today has somebody who can stand in."
    return f"Nobody is recorded who could stand in for {alone} of the {counted(whole, 'key role')} held today."


def _loads(subject: Subject) -> list[Load]:
    """What rests on each person who holds a key role today."""
    roles = current_roles(subject)
    alone = {id(role) for role in single_points(subject)}
    found: dict[int | str | None, Load] = {}
    for role in roles:
        load = found.setdefault(_key(subject, role.holder), Load(role.holder or ""))
        load.roles.append(role)
        load.alone.extend([role] if id(role) in alone else [])
    nobody = Load("")
    for role in roles:
        found.get(_key(subject, role.deputy), nobody).deputy.append(role)
    for body in subject.part.bodies:
        found.get(_key(subject, body.chair), nobody).chairs.append(title_of(body))
    for line in subject.part.raci:
        found.get(_key(subject, line.accountable), nobody).answers.append(title_of(line))
    return list(found.values())


def _key(subject: Subject, reference: str | None) -> int | str | None:
    """The same for every way to refer to one person."""
    person = subject.person(reference)
    return id(person) if person is not None else reference


def _row(d: Dossier, subject: Subject, load: Load) -> b.Row:
    exposed: b.Run = b.Badge("somebody stands in", "good")
    if load.alone:
        exposed = (b.Badge("nobody stands in", "alert"), f" as {listed([said(role.role) for role in load.alone])}")
    return b.Row(
        (
            d.names.person(load.person),
            b.Lines(tuple(_role(d, subject, role) for role in load.roles)),
            exposed,
            b.Lines(tuple(_stood_in(subject, role) for role in load.deputy)) if load.deputy else "nobody",
            listed(load.chairs) or "no body",
            b.Lines(tuple(load.answers)) if load.answers else "nothing",
        )
    )


def _role(d: Dossier, subject: Subject, role: KeyRole) -> b.Run:
    partner = partner_of(subject, role)
    own = role.holder is not None and partner == subject.organisation_of(role.holder)
    where = "" if own or partner is None else f" for {d.names.organisation(partner)}"
    return (capital(said(role.role)), b.Quiet(where))


def _stood_in(subject: Subject, role: KeyRole) -> b.Run:
    return (subject.person_name(role.holder or ""), b.Quiet(f", {said(role.role)}"))
