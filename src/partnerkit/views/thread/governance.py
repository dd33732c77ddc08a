"""Governance: who holds which role and who stands in, which bodies decide, who answers for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import gap
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted, said, title

if TYPE_CHECKING:
    from datetime import date

    from partnerkit.model.partnership.agree import Body, KeyRole, Quorum, Raci, Terms
    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.views.thread.dossier import Dossier


def key_roles(d: Dossier) -> b.Table | None:
    """The key roles."""
    if not d.partnership.key_roles:
        return None
    return c.table(
        "Who holds which role, and who stands in",
        ("Role", "For", "Held by", "Deputy", "Since", "Handover note"),
        (_key_role(d, role) for role in d.partnership.key_roles),
    )


def _key_role(d: Dossier, role: KeyRole) -> b.Row:
    return b.Row(
        (
            title(role.role),
            c.organisation(d.names, role.partner),
            c.person(d.names, role.holder),
            c.person(d.names, role.deputy, "no deputy"),
            c.tenure(role.since, role.until),
            c.evidence(d.names, (role.handover_note,) if role.handover_note else (), "none"),
        ),
        b.anchor("key_roles", role.id),
    )


def bodies(d: Dossier) -> tuple[b.Item, ...]:
    """The bodies."""
    return tuple(_body(d, body) for body in d.partnership.bodies)


def _body(d: Dossier, body: Body) -> b.Item:
    names = d.names
    held = [m.on for m in d.partnership.meetings if m.body and m.body.rpartition("/")[2] == body.id]
    facts = c.facts(
        ("Purpose", c.words(body.purpose)),
        ("Decides", c.words(body.decides)),
        ("Chair", c.person(names, body.chair)),
        ("Members", c.people(names, body.members)),
        ("May decide when", _quorum(body.quorum)),
        ("Meets", f"at least every {counted(body.cadence_days, 'day')}" if body.cadence_days else b.Missing()),
        ("Has met", _met(d.partnership, held)),
        ("Terms of reference", _terms(d, body.terms)),
        ("Hands on to", names.link("bodies", body.escalates_to) if body.escalates_to else None),
    )
    kind = f"Body, {said(body.level)}" if body.level else "Body"
    return b.Item(b.anchor("bodies", body.id), title_of(body), (facts,), kind=kind)


def _quorum(quorum: Quorum | None) -> b.Inline:
    if quorum is None:
        return b.Missing()
    parts = [
        f"{counted(quorum.members, 'member')} present" if quorum.members is not None else None,
        "every partner is there" if quorum.each_partner else None,
    ]
    return ", and ".join(part for part in parts if part) or b.Missing()


def _met(partnership: Partnership, held: list[date]) -> b.Run:
    if not held:
        return gap(partnership, "meetings", "no meeting recorded")
    return (counted(len(held), "time"), b.Quiet(", last on "), b.Day(max(held)))


def _terms(d: Dossier, terms: Terms | None) -> b.Run:
    if terms is None:
        return b.Missing()
    return (
        "approved on ",
        c.day(terms.approved_on),
        "; to be reviewed on ",
        c.day(terms.review_on),
        *(part for reference in terms.evidence for part in ("; ", d.names.link("evidence", reference))),
    )


def raci(d: Dossier) -> b.Table | None:
    """Responsibilities, decision by decision."""
    if not d.partnership.raci:
        return None
    return c.table(
        "Decisions and work, and who is in them",
        ("Decision or work", "Does it", "Answers for it", "Asked before", "Told after"),
        (_line(d, line) for line in d.partnership.raci),
    )


def _line(d: Dossier, line: Raci) -> b.Row:
    activity = (d.names.link("activities", line.activity),) if line.activity else ()
    name = (line.decision,) if line.decision else () if activity else (title(line.id),)
    return b.Row(
        (
            b.Lines((*name, *activity)),
            c.people(d.names, line.responsible),
            c.person(d.names, line.accountable),
            c.people(d.names, line.consulted),
            c.people(d.names, line.informed),
        ),
        b.anchor("raci", line.id),
    )
