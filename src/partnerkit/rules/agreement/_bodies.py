"""What the rules of this family ask of bodies: how to call them, what their terms lack, and which is above which."""

from __future__ import annotations

from partnerkit.model.partnership.agree import Body
from partnerkit.rules.api import Subject, said


def body_title(body: Body) -> str:
    """Its title, or else its id in words."""
    return f"“{body.title or said(body.id).capitalize()}”"


def missing_terms(body: Body) -> list[str]:
    """What its terms of reference leave out, in words."""
    quorum = body.quorum
    given = {
        "purpose": body.purpose,
        "chair": body.chair,
        "members": body.members,
        "quorum": quorum is not None and (quorum.members or quorum.each_partner is not None),
        "decision rights": body.decides,
        "interval of meetings": body.cadence_days,
    }
    return [name for name, value in given.items() if not value]


def bodies_above(subject: Subject) -> dict[str, Body | None]:
    """For each body by its id, the one to which it hands what it cannot settle."""
    return {body.id: subject.find(Body, "bodies", body.escalates_to) for body in subject.part.bodies}
