"""What is asked of the care for the relationship: contacts, key players, feedback, and changes of staff."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

from partnerkit.model.organisation import Person
from partnerkit.model.partnership.run import Feedback, Stakeholder
from partnerkit.rubric.api import (
    Answer,
    Look,
    Stage,
    check,
    counted,
    day,
    days_after,
    listed,
    met,
    not_applicable,
    quiet,
    unknown,
    unmet,
)
from partnerkit.rubric.checks import _contacts
from partnerkit.rubric.checks._contacts import Kept
from partnerkit.rules.agreement._roles import key_of, roles_of_partners

OVER = "the partnership is over, and nothing is awaited any more"
PAUSED = "the partnership is paused, and no contact is awaited"


# ---------------------------------------------------------------------- contacts


@check(Stage.ACTIVATE, "stakeholders", "contacts")
def contacts_kept_up(look: Look) -> Answer:
    """No contact with a stakeholder is overdue."""
    if look.ended or look.part.status == "paused":
        return not_applicable(OVER if look.ended else PAUSED)
    found = _contacts.kept(look)
    if (absent := _no_contacts(look, found)) is not None:
        return absent
    last = [one.contacts[-1] for one in found if one.contacts]
    if not any(one.contacts and _contacts.due_after(one.stakeholder, one.contacts[-1]) for one in found):
        return unknown("nothing says when the next contact is due: no `interval_days` and no `next_on`", last)
    return quiet(look, ["contact-overdue"], f"no contact is overdue; last seen: {_seen(look, found)}", last)


def _no_contacts(look: Look, found: tuple[Kept, ...]) -> Answer | None:
    if not found:
        todo = "Record the stakeholders, with the days that may pass between two contacts as `interval_days`"
        return unmet("no stakeholder is recorded", todo, [(look.part, "stakeholders")], 2)
    if not any(one.contacts for one in found):
        todo = "Record each visit, call or message under `contacts`, with its day and the stakeholder"
        return unmet("no contact with a stakeholder is recorded", todo, [(look.part, "contacts")], 2)
    return None


def _seen(look: Look, found: tuple[Kept, ...]) -> str:
    seen = sum(bool(one.contacts) for one in found)
    latest = max(one.contacts[-1].on for one in found if one.contacts)
    return f"{seen} of {counted(len(look.part.stakeholders), 'stakeholder')}, the latest on {day(latest)}"


@check(Stage.RUN, "stakeholders", "contacts")
def contacts_on_time(look: Look) -> Answer:
    """Contacts with stakeholders are mostly made by the day on which they are due."""
    found = _contacts.kept(look)
    if (absent := _no_contacts(look, found)) is not None:
        return absent
    on_time, due = [contact for one in found for contact in one.on_time], sum(one.due for one in found)
    if not due:
        return unknown("no second contact was due by a day that the record tells", [(look.part, "contacts")])
    said = f"{len(on_time)} of {counted(due, 'contact')} that were due came on time"
    if on_time and len(on_time) * 100 >= due * look.limit("contacts-on-time-share-least").value:
        return met(said, on_time)
    late = [part for one in found for part in (*one.late, *((one.stakeholder,) if one.missed else ()))]
    todo = "Keep the days agreed, or set `interval_days` to what can be kept, and record the next day as `next_on`"
    return unmet(said, todo, late, len(late))


@check(Stage.ACTIVATE, "stakeholders")
def key_players_covered(look: Look) -> Answer:
    """Everybody with much power and much interest has somebody who keeps in touch, and an interval for it."""
    if look.ended:
        return not_applicable(OVER)
    rated = [one for one in look.part.stakeholders if one.power is not None and one.interest is not None]
    if not look.part.stakeholders:
        todo = "Record the stakeholders with `power`, `interest`, `owner` and `interval_days`"
        return unmet("no stakeholder is recorded", todo, [(look.part, "stakeholders")], 2)
    key = [one for one in rated if _is_key(look, one)]
    unrated = len(look.part.stakeholders) - len(rated)
    if not key and unrated:
        of = counted(len(look.part.stakeholders), "stakeholder")
        return unknown(f"the record does not rate power and interest of {unrated} of {of}", look.part.stakeholders)
    if not key:
        return not_applicable("nobody on the map has both much power and much interest")
    more = f"; {counted(unrated, 'other stakeholder')} not rated" if unrated else ""
    said = f"{counted(len(key), 'key player')} with somebody who keeps in touch, and an interval{more}"
    return quiet(look, ["key-player-unmapped"], said, key)


def _is_key(look: Look, stakeholder: Stakeholder) -> bool:
    least = look.limit("key-player-level-least").value
    return all(level is not None and level >= least for level in (stakeholder.power, stakeholder.interest))


# ---------------------------------------------------------------------- reach


@check(Stage.RUN, "stakeholders", "contacts")
def stakeholders_contacted(look: Look) -> Answer:
    """Every stakeholder has been contacted or heard."""
    if look.ended:
        return not_applicable(OVER)
    stakeholders = look.part.stakeholders
    if not stakeholders:
        todo = "Record the stakeholders: all whose support the partnership needs"
        return unmet("no stakeholder is recorded", todo, [(look.part, "stakeholders")], 2)
    said = f"{counted(len(stakeholders), 'stakeholder')}, all contacted or heard"
    return quiet(look, ["stakeholder-never-contacted"], said, stakeholders)


@check(Stage.RUN, "contacts")
def functions_reached(look: Look) -> Answer:
    """Somebody from every function of the employers has been contacted or heard."""
    return _reach(look, "function", lambda person: person.function, least=1)


@check(Stage.RUN, "contacts")
def sites_reached(look: Look) -> Answer:
    """Somebody from every site of the employers has been contacted or heard."""
    return _reach(look, "site", lambda person: person.site, least=2)


def _reach(look: Look, word: str, field: Callable[[Person], str | None], *, least: int) -> Answer:
    """Whether somebody of each was reached; where there are fewer than so many, there is nothing to ask."""
    employers = _contacts.employers(look)
    if not employers:
        return not_applicable("the record names no employer among the partners")
    found = _contacts.reached_by(look, employers, field)
    if not found and least == 1:
        return unknown(f"the record gives no `{word}` for anybody in post at the employers", employers)
    if len(found) < least:
        return not_applicable(f"the record names no more than one {word} of the employers")
    never = [name for name, entry in found if entry is None]
    said = f"{len(found) - len(never)} of {counted(len(found), word)} reached"
    if not never:
        return met(
            f"{said}: {listed(name for name, _ in found)}", {id(entry): entry for _, entry in found if entry}.values()
        )
    todo = f"Meet somebody from {listed(never)}, and record it under `contacts`"
    return unmet(f"{said}; never contacted: {listed(never)}", todo, [(look.part, "contacts")], 2 * len(never))


@check(Stage.RUN, "contacts")
def shop_floor_visited(look: Look) -> Answer:
    """Enough of the visits go to the shop floor, where the work is done."""
    visits = _contacts.visits(look)
    if not visits:
        todo = "Visit people where they work, and record it under `contacts` with mode `visit` and the place"
        return unmet("no visit is recorded", todo, [(look.part, "contacts")], 2)
    placed = [visit for visit in visits if visit.place is not None]
    if not placed:
        return unknown(f"{counted(len(visits), 'visit')}, none with a place", visits)
    floor = [visit for visit in visits if _contacts.is_on_shop_floor(visit)]
    said = f"{len(floor)} of {counted(len(visits), 'visit')} to the shop floor"
    if floor and len(floor) * 100 >= len(visits) * look.limit("shop-floor-visit-share-least").value:
        return met(said, floor)
    todo = "Go to the shop floor too, and record `place: Shop floor`, wherever the work is done"
    return unmet(said, todo, visits)


# ---------------------------------------------------------------------- feedback


def _given(look: Look) -> list[Feedback]:
    return [one for one in look.part.feedback if one.on is None or one.on <= look.as_of]


def _no_feedback(look: Look) -> Answer:
    todo = "Ask for feedback, criticism too, and record it under `feedback` with its day"
    return unmet("no feedback is recorded", todo, [(look.part, "feedback")], 2)


def _closed(look: Look, feedback: Feedback) -> bool:
    return feedback.closed_on is not None and feedback.closed_on <= look.as_of


@check(Stage.RUN, "feedback")
def criticism_answered(look: Look) -> Answer:
    """No criticism has been left without an answer for longer than it should."""
    given = _given(look)
    if look.ended:
        return not_applicable(OVER)
    if not given:
        return _no_feedback(look)
    critical = [one for one in given if one.sentiment == "negative"]
    undated = [one for one in critical if one.on is None and one.response is None and one.closed_on is None]
    if undated and not look.found("feedback-unanswered"):
        return unknown(
            f"{counted(len(undated), 'criticism', 'criticisms')} without a day and without an answer", undated
        )
    said = f"{counted(len(given), 'piece')} of feedback, {len(critical)} of them critical, none waiting too long"
    return quiet(look, ["feedback-unanswered"], said, given)


@check(Stage.RUN, "feedback")
def feedback_closed(look: Look) -> Answer:
    """Whoever gave feedback was told what came of it."""
    given, limit = _given(look), look.limit("feedback-answer-days").whole
    if not given:
        return _no_feedback(look)
    closed = [one for one in given if _closed(look, one)]
    waiting = [one for one in given if not _closed(look, one)]
    late = [one for one in waiting if one.on is not None and days_after(one.on, limit) < look.as_of]
    said = f"{len(closed)} of {counted(len(given), 'piece')} of feedback closed"
    if late:
        todo = "Tell each person what came of it, and record the day as `closed_on`"
        return unmet(f"{said}, {len(late)} open for more than {counted(limit, 'day')}", todo, late, len(late))
    if not closed or any(one.on is None for one in waiting):
        return unknown(f"{said}; the others are younger than {counted(limit, 'day')}, or have no day", waiting)
    return met(said, closed)


@check(Stage.RUN, "feedback")
def feedback_closed_soon(look: Look) -> Answer:
    """Half of the feedback or more was closed within the days that an answer may take."""
    limit = look.limit("feedback-answer-days")
    timed = {
        one.id: (one.closed_on - one.on).days
        for one in _given(look)
        if one.on is not None and one.closed_on is not None and one.on <= one.closed_on <= look.as_of
    }
    if not timed:
        return unknown("no feedback has both its day and the day on which it was closed", [(look.part, "feedback")])
    middle = median(timed.values())
    said = f"the median is {middle:g} days, of {counted(len(timed), 'piece')} of feedback"
    parts = [one for one in look.part.feedback if one.id in timed]
    if middle <= limit.value:
        return met(said, parts)
    todo = f"Answer feedback within {counted(limit.whole, 'day')}, and record the day as `closed_on`"
    return unmet(said, todo, parts)


# ---------------------------------------------------------------------- changes of staff


@check(Stage.AGREE, "key_roles")
def key_roles_in_post(look: Look) -> Answer:
    """Every key role is held by somebody who is in post."""
    return _roles(look, "role-holder-left", "all held by people in post")


@check(Stage.AGREE, "key_roles")
def key_roles_deputised(look: Look) -> Answer:
    """Every key role has a deputy who could stand in tomorrow."""
    return _roles(look, "single-point-of-contact", "all with a deputy in post")


def _roles(look: Look, rule: str, said: str) -> Answer:
    if look.ended:
        return not_applicable(OVER)
    roles = [role for role in roles_of_partners(look) if role.holder is not None]
    if not roles:
        todo = "Record the key roles of each partner with `holder`, `deputy` and `since`"
        return unmet("no key role with a holder is recorded", todo, [(look.part, "key_roles")], 4)
    return quiet(look, [rule], f"{counted(len(roles), 'entry', 'entries')}, {said}", roles)


@check(Stage.RUN, "key_roles")
def handovers_noted(look: Look) -> Answer:
    """Whoever took over a key role found a handover note."""
    if look.ended:
        return not_applicable(OVER)
    roles = [role for role in roles_of_partners(look) if role.holder is not None]
    noted = [role for role in roles if role.handover_note is not None]
    if noted or look.found("handover-missing"):
        said = f"{counted(len(noted), 'key role')} taken over with a handover note"
        return quiet(look, ["handover-missing"], said, noted)
    if len({key_of(look, role) for role in roles}) < len(roles):
        return unknown(
            "a key role has several entries; by their days no handover note is due yet, or none can be told", roles
        )
    return not_applicable("the record shows no key role that changed hands")
