"""What several rules ask about meetings: which were held, by which body, with whom, and whether it could decide."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from partnerkit.model.partnership.activate import Action, Decision, Meeting
from partnerkit.model.partnership.agree import Body
from partnerkit.rules.subject import SUPPORTING_ROLES, Subject
from partnerkit.rules.words import counted, listed, said

__all__ = [
    "Action", "Body", "Decision", "Meeting", "body_name", "body_of", "by_body", "deciding", "expected", "held",
    "immortal", "inquorate", "is_settled", "partners_on",
]  # fmt: skip


def held(subject: Subject) -> tuple[Meeting, ...]:
    """The meetings up to today, oldest first."""
    return tuple(meeting for meeting in subject.meetings if meeting.on <= subject.as_of)


def body_of(subject: Subject, meeting: Meeting) -> Body | None:
    """The body that met; where the meeting names none, the only one there is."""
    if meeting.body is not None:
        return subject.find(Body, "bodies", meeting.body)
    bodies = subject.part.bodies
    return bodies[0] if len(bodies) == 1 else None


def body_name(body: Body) -> str:
    """What a body is called within a sentence: its title, or else its id in words."""
    return f"“{body.title or said(body.id).capitalize()}”"


def by_body(subject: Subject) -> dict[str, list[Meeting]]:
    """The meetings up to today, oldest first, by the id of the body that met."""
    found: dict[str, list[Meeting]] = {}
    for meeting in held(subject):
        body = body_of(subject, meeting)
        if body is not None:
            found.setdefault(body.id, []).append(meeting)
    return found


# ---------------------------------------------------------------------- who was there


def partners_on(subject: Subject, on: date) -> tuple[str, ...]:
    """The ids of the organisations that were partners on a day: not funders, not associates."""
    return tuple(
        _organisation(subject, partner.organisation)
        for partner in subject.part.partners
        if partner.role not in SUPPORTING_ROLES
        and (partner.since is None or partner.since <= on)
        and (partner.until is None or partner.until >= on)
    )


def expected(subject: Subject, meeting: Meeting) -> tuple[str, ...]:
    """The partners without which a meeting should not decide: those of the body's members, or all."""
    partners, body = partners_on(subject, meeting.on), body_of(subject, meeting)
    if body is None or not body.members:
        return partners
    members = subject.organisations_present(body.members)
    return tuple(partner for partner in partners if partner in members)


def deciding(subject: Subject, decision: Decision) -> frozenset[str]:
    """The ids of the organisations that decided, as the decision says."""
    return frozenset(_organisation(subject, organisation) for organisation in decision.by)


def _organisation(subject: Subject, reference: str) -> str:
    found = subject.organisation(reference)
    return reference if found is None else found.id


def inquorate(subject: Subject, meeting: Meeting) -> str:
    """Why a meeting could not decide; "" if nothing says so."""
    if meeting.quorate is False:
        return "the minutes say that there was no quorum"
    body = body_of(subject, meeting)
    quorum = body.quorum if body is not None else None
    if quorum is None or not meeting.present:
        return ""
    there = _entitled(subject, meeting)
    if quorum.members is not None and there < quorum.members:
        return f"only {there} of the {counted(quorum.members, 'person', 'people')} it takes are recorded as present"
    present = subject.organisations_present(meeting.present)
    absent = [partner for partner in expected(subject, meeting) if partner not in present]
    if quorum.each_partner and absent:
        return f"nobody from {listed(map(subject.name, absent), 'or')} is recorded as present"
    return ""


def _entitled(subject: Subject, meeting: Meeting) -> int:
    """How many of those present count: members of the body, and whoever came for a partner. Guests do not."""
    body = body_of(subject, meeting)
    members = {id(subject.person(member)) for member in body.members} if body is not None else set()
    partners = partners_on(subject, meeting.on)
    people = {id(subject.person(one)): subject.organisation_of(one) for one in meeting.present}
    return sum(person in members or organisation in partners for person, organisation in people.items())


# ---------------------------------------------------------------------- what became of actions


def is_settled(action: Action) -> bool:
    """Whether nothing more is to be done about an action."""
    return action.status in {"done", "dropped"} or action.done_on is not None


def immortal(subject: Subject) -> dict[int, int]:
    """The open actions that outlived too many later meetings of their body, each with how many; by identity."""
    limit = subject.limit("action-meetings-most")
    days = {body: [meeting.on for meeting in meetings] for body, meetings in by_body(subject).items()}
    found = {}
    for meeting in held(subject):
        body = body_of(subject, meeting)
        if body is None:
            continue
        later = len(days[body.id]) - bisect_right(days[body.id], meeting.on)
        if later > limit.value:
            found.update({id(action): later for action in meeting.actions if not is_settled(action)})
    return found
