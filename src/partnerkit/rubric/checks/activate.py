"""What is asked of the start: signed agreements, joint meetings, actions and communications."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from partnerkit.model.partnership.activate import Meeting
from partnerkit.model.partnership.plan import Communication
from partnerkit.model.partnership.run import Stakeholder
from partnerkit.rubric.api import (
    Answer,
    Fact,
    Look,
    Part,
    Stage,
    check,
    counted,
    date,
    met,
    quiet,
    unknown,
    unmet,
)
from partnerkit.rubric.checks._partners import SIDES_LEAST
from partnerkit.rules.agreement._agreements import basic_signed, standing
from partnerkit.rules.meetings._meetings import by_body, held, is_settled, partners_on
from partnerkit.rules.meetings._stakeholders import contacts_by_stakeholder

_HUNDRED = 100


# ---------------------------------------------------------------------- agreements


@check(Stage.ACTIVATE, "agreements")
def agreement_signed_before_start(look: Look) -> Answer:
    """Every partner signed an agreement that carries the partnership before learners began."""
    signed = basic_signed(look)
    rules = ("informal-agreement-only", "agreement-unsigned-partner", "activity-before-signature")
    if not signed and not look.found(*rules):
        todo = "Record the agreement, with a signatory for each partner and the day of each signature"
        return unmet("no signed agreement is recorded", todo, [(look.part, "agreements")], 5)
    return quiet(look, rules, f"{counted(len(signed), 'agreement')} signed by all in time", signed)


@check(Stage.AGREE, "agreements")
def agreement_clauses_complete(look: Look) -> Answer:
    """Every agreement settles what an agreement of its type should, or says where else it is settled."""
    agreements = list(standing(look))
    if not agreements:
        todo = "Record the agreement between the partners, with its `type` and, under `clauses`, what it settles"
        return unmet("no agreement is recorded", todo, [(look.part, "agreements")], 5)
    shown = [one.clauses or one for one in agreements]
    return quiet(look, ["clause-missing"], f"{counted(len(agreements), 'agreement')} with the clauses due", shown)


# ---------------------------------------------------------------------- communications


@check(Stage.PLAN, "communications")
def communications_protocol(look: Look) -> Answer:
    """The communication plan says how each audience is told, how often, and by whom."""
    lines = look.part.communications
    if not lines:
        todo = "Record who is told what, with `audience`, `channel`, `frequency_days` and `owner`"
        return unmet("no communication plan is recorded", todo, [(look.part, "communications")], 4)
    gaps = {one.id: sum(value is None for value in (one.channel, one.frequency_days, one.owner)) for one in lines}
    wanting = [one for one in lines if gaps[one.id]]
    if wanting:
        return unmet(
            f"{len(wanting)} of {counted(len(lines), 'line')} without a channel, an interval or an owner",
            "Add what is missing of `channel`, `frequency_days` and `owner` to each line",
            wanting,
            sum(gaps.values()),
        )
    return met(f"{counted(len(lines), 'line')} with channel, interval and owner", lines)


@check(Stage.RUN, "communications")
def communications_kept(look: Look) -> Answer:
    """Meetings and contacts show that each audience was told as often as the communication plan says.

    A line can be followed only if it names the bodies or the stakeholders it goes to.
    """
    lines = look.part.communications
    if not lines:
        todo = "Record who is told what, with `frequency_days` and the `bodies` or `stakeholders` it goes to"
        return unmet("no communication plan is recorded", todo, [(look.part, "communications")], 4)
    meetings, contacts = by_body(look), contacts_by_stakeholder(look)
    days: dict[str, list[date]] = {
        **{f"bodies/{name}": [meeting.on for meeting in found] for name, found in meetings.items()},
        **{f"stakeholders/{name}": [contact.on for contact in found] for name, found in contacts.items()},
    }
    followed = [one for one in lines if _can_be_followed(one)]
    late = [one for one in followed if not _is_kept(look, one, days)]
    if late:
        return unmet(
            f"{len(late)} of the {counted(len(followed), 'line')} that can be followed not kept at the interval stated",
            "Record the meetings and contacts that are missing, or agree on an interval that can be kept",
            [(one, "frequency_days") for one in late],
            len(late),
        )
    shown = f"{len(followed)} of {counted(len(lines), 'line')} kept at the interval stated"
    if len(followed) == len(lines):
        return met(shown, [(one, "frequency_days") for one in followed])
    others = [one for one in lines if not _can_be_followed(one)]
    return unknown(f"{shown}; the others name no interval, or no body or stakeholder to follow them by", others)


def _can_be_followed(line: Communication) -> bool:
    return line.frequency_days is not None and bool(line.bodies or line.stakeholders)


def _is_kept(look: Look, line: Communication, days: dict[str, list[date]]) -> bool:
    """Whether no time between two messages, from when the work began to today, is much longer than was agreed."""
    most = (line.frequency_days or 0) * look.limit("meeting-gap-times-most").value
    told = sorted(on for name in _followed_by(look, line) for on in days.get(name, ()))
    since = look.entered(Stage.RUN) or look.entered(Stage.ACTIVATE)
    marks = told if since is None else [since, *(on for on in told if on > since)]
    if not look.ended and look.part.status != "paused":
        marks = [*marks, look.as_of]
    return bool(told) and all((after - before).days <= most for before, after in pairwise(marks))


def _followed_by(look: Look, line: Communication) -> Iterator[str]:
    for body in line.bodies:
        yield f"bodies/{body.rpartition('/')[2]}"
    for reference in line.stakeholders:
        stakeholder = look.find(Stakeholder, "stakeholders", reference)
        if stakeholder is not None:
            yield f"stakeholders/{stakeholder.id}"


# ---------------------------------------------------------------------- meetings and actions


@check(Stage.ACTIVATE, "meetings")
def joint_meetings_minuted(look: Look) -> Answer:
    """At least two meetings with people from every partner were held, and have minutes."""
    least = max(look.limit("joint-meetings-least").whole, 1)
    meetings = held(look)
    joint = [one for one in meetings if _is_joint(look, one)]
    minuted = [one for one in joint if one.minutes is not None]
    shown = f"{counted(len(minuted), 'minuted meeting')} with people from every partner, of {len(meetings)} held"
    if len(minuted) >= least:
        return met(shown, [(one, "minutes") for one in minuted])
    without = [one for one in joint if one.minutes is None]
    todo = "Record the meetings of all partners, with who was `present` and the `minutes`"
    return unmet(shown, todo, without or meetings or [(look.part, "meetings")], 2 * (least - len(minuted)))


def _is_joint(look: Look, meeting: Meeting) -> bool:
    partners = partners_on(look, meeting.on)
    return len(partners) >= SIDES_LEAST and look.organisations_present(meeting.present).issuperset(partners)


@check(Stage.ACTIVATE, "actions")
def actions_owned_and_due(look: Look) -> Answer:
    """Nearly all actions name the person who sees to them and the day they are due."""
    actions = look.agreed_actions
    if not actions:
        todo = "Record what was agreed to be done, with `owner` and `due`, under the `actions` of the meeting"
        return unmet("no action is recorded", todo, [(look.part, "actions")], 2)
    whole = [one for one in actions if one.owner is not None and one.due is not None]
    wanting = [one for one in actions if one.owner is None or one.due is None]
    shown = f"{len(whole)} of {counted(len(actions), 'action')} with owner and due day"
    share = look.limit("action-complete-share-least").value
    if not wanting or (whole and len(whole) * _HUNDRED >= len(actions) * share):
        return met(shown, whole)
    return unmet(shown, "Name the one person who sees to each action, and the day it is due", wanting, len(wanting))


@check(Stage.ACTIVATE, "actions")
def action_closure_known(look: Look) -> Answer:
    """Of every action that was due by now, the record says whether it is done, dropped or open."""
    due = [one for one in look.agreed_actions if one.due is not None and one.due <= look.as_of]
    if not due:
        return unknown("no action was due by now", _places(look))
    silent = [one for one in due if one.status is None and one.done_on is None]
    closed = [one for one in due if is_settled(one) and (one.done_on is None or one.done_on <= look.as_of)]
    shown = f"{len(closed)} of {counted(len(due), 'action')} due by now closed"
    if not silent:
        return met(shown, due)
    return unmet(
        f"{shown}, and of {len(silent)} the record does not say",
        "Write the `status` of each action: open, done or dropped",
        silent,
        len(silent),
    )


def _places(look: Look) -> list[Part | Fact | tuple[Part, str]]:
    return [*look.agreed_actions] or [(look.part, "actions")]
