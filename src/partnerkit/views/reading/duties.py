"""What is to be done by a day: every date of a partnership that asks for something, whatever section it stands in.

Each function reads one section. A date is open until the record says that what it asks for has happened; nothing is
open in a partnership that is closed or called off. Pages show what is open; a calendar shows what has been settled too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from partnerkit.views import blocks as b
from partnerkit.views.reading.actions import actions, settled
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkit.model.exposure import Control
    from partnerkit.model.partnership.activate import Action, Agreement
    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.model.partnership.safety import HealthAndSafety

ENDED = frozenset({"closed", "cancelled"})
ENDINGS = frozenset({"agreement end", "insurance"})
SOON_DAYS = 30

Who: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """One date by which something is to be done.

    Attributes:
        on: The day.
        kind: What sort of date it is, such as `action`.
        what: What is due, in one line.
        anchor: Where on the partnership's page it stands.
        who: References to the people who see to it.
        state: What became of it, in a word; empty while it is open.
        of: What it is about, where an item has several dates of a kind, such as the name of a substance.
    """

    on: date
    kind: str
    what: str
    anchor: str
    who: Who = ()
    state: str = ""
    of: str = ""

    def overdue(self, as_of: date) -> bool:
        """Whether the day has passed."""
        return self.on < as_of


def duties(partnership: Partnership) -> tuple[Duty, ...]:
    """The open dates, earliest first."""
    return tuple(duty for duty in all_duties(partnership) if not duty.state)


def all_duties(partnership: Partnership) -> tuple[Duty, ...]:
    """All dates, those that are settled among them, earliest first."""
    found: Iterable[Duty] = chain(
        _actions(partnership),
        _milestones(partnership),
        _objectives(partnership),
        _agreements(partnership),
        _bodies(partnership),
        _risks(partnership),
        chain.from_iterable(_safety(assessment) for assessment in partnership.health_and_safety),
        _recommendations(partnership),
        _learners(partnership),
        _contacts(partnership),
    )
    if partnership.status in ENDED:
        found = (replace(duty, state=duty.state or f"partnership {partnership.status}") for duty in found)
    return tuple(sorted(found, key=lambda duty: (duty.on, duty.kind, duty.anchor, duty.what)))


def badge(on: date, as_of: date, kind: str = "") -> b.Badge:
    """How far off a day is: overdue by, today, in so many days. What ends is past, and not overdue."""
    days = (on - as_of).days
    if days < 0:
        return b.Badge(f"{counted(-days, 'day')} {'ago' if kind in ENDINGS else 'overdue'}", "alert")
    if days == 0:
        return b.Badge("today", "caution")
    return b.Badge(f"in {counted(days, 'day')}", "note" if days <= SOON_DAYS else "plain")


def _one(reference: str | None) -> Who:
    return (reference,) if reference else ()


def _actions(partnership: Partnership) -> Iterator[Duty]:
    for _, action in actions(partnership):
        if action.due:
            where = b.anchor("actions", action.id)
            yield Duty(action.due, "action", title_of(action), where, _one(action.owner), _outcome(action))


def _outcome(action: Action) -> str:
    if action.status == "dropped":
        return "dropped"
    return "done" if settled(action) else ""


def _milestones(partnership: Partnership) -> Iterator[Duty]:
    for milestone in partnership.milestones:
        if milestone.due:
            where = b.anchor("milestones", milestone.id)
            is_open = milestone.met_on is None and milestone.status in {None, "scheduled", "partially-met"}
            state = "" if is_open else "not met" if milestone.status == "not-met" else "met"
            yield Duty(milestone.due, "milestone", milestone.title, where, _one(milestone.owner), state)


def _objectives(partnership: Partnership) -> Iterator[Duty]:
    reviewed = {
        verdict.objective.rpartition("/")[2]
        for review in partnership.reviews
        for verdict in review.verdicts
        if verdict.verdict not in {None, "not-due"}
    }
    for objective in partnership.objectives:
        if objective.due:
            where, owners = b.anchor("objectives", objective.id), tuple(objective.owners.values())
            state = "reviewed" if objective.id in reviewed else ""
            yield Duty(objective.due, "objective", title_of(objective), where, owners, state)


def _agreements(partnership: Partnership) -> Iterator[Duty]:
    replaced = {(agreement.supersedes or "").rpartition("/")[2] for agreement in partnership.agreements}
    last_review = max((review.on for review in partnership.reviews), default=date.min)
    for agreement in partnership.agreements:
        state = "replaced" if agreement.id in replaced else ""
        where = b.anchor("agreements", agreement.id)
        name = title_of(agreement)
        if agreement.review_on:
            held = "" if agreement.review_on > last_review else "held"
            what = f"Review of the agreement: {name}"
            yield Duty(agreement.review_on, "agreement review", what, where, state=state or held)
        notice = last_notice(agreement)
        if notice:
            yield Duty(notice, "notice", f"Last day to give notice: {name}", where, state=state)
        if agreement.ends and agreement.renewal != "automatic":
            yield Duty(agreement.ends, "agreement end", f"Agreement ends: {name}", where, state=state)


def last_notice(agreement: Agreement) -> date | None:
    """The last day on which notice ends the agreement on its last day; it only matters where it renews by itself."""
    if agreement.ends is None or agreement.notice_days is None or agreement.renewal != "automatic":
        return None
    return date.fromordinal(max(1, agreement.ends.toordinal() - agreement.notice_days))


def _bodies(partnership: Partnership) -> Iterator[Duty]:
    for body in partnership.bodies:
        if body.terms and body.terms.review_on:
            what = f"Review of the terms of reference: {title_of(body)}"
            yield Duty(body.terms.review_on, "terms review", what, b.anchor("bodies", body.id), _one(body.chair))


def _risks(partnership: Partnership) -> Iterator[Duty]:
    for risk in partnership.risks:
        where = b.anchor("risks", risk.id)
        if risk.review_on:
            what = f"Risk review: {title_of(risk)}"
            state = "closed" if risk.status == "closed" else ""
            yield Duty(risk.review_on, "risk review", what, where, _one(risk.owner), state)
        yield from _controls(risk.controls, where, "closed" if risk.status == "closed" else "")


def _controls(controls: Iterable[Control], where: str, otherwise: str = "") -> Iterator[Duty]:
    """When controls are to be in place; `otherwise` is what became of those that are not."""
    for control in controls:
        if control.due:
            what = f"Control to be in place: {control.text}"
            state = "in place" if control.in_place else otherwise
            yield Duty(control.due, "control", what, where, _one(control.owner), state, control.text)


def _safety(assessment: HealthAndSafety) -> Iterator[Duty]:
    where = b.anchor("health_and_safety", assessment.id)
    person = _one(assessment.competent_person)
    if assessment.review_on:
        what = f"Health and safety review: {title_of(assessment)}"
        yield Duty(assessment.review_on, "health and safety review", what, where, person)
    for hazard in assessment.hazards:
        yield from _controls(hazard.controls, where)
    for substance in assessment.substances:
        if substance.review_on:
            what = f"Review of the substance: {substance.name}"
            yield Duty(substance.review_on, "substance review", what, where, person, of=substance.name)
    for equipment in assessment.equipment:
        if equipment.inspection_due:
            what = f"Inspection: {equipment.name}"
            yield Duty(equipment.inspection_due, "inspection", what, where, person, of=equipment.name)
    if assessment.insurance and assessment.insurance.expires:
        what = f"Employer's liability insurance expires: {title_of(assessment)}"
        yield Duty(assessment.insurance.expires, "insurance", what, where, person)


def _recommendations(partnership: Partnership) -> Iterator[Duty]:
    for review in partnership.reviews:
        for recommendation in review.recommendations:
            if recommendation.due:
                what = f"Decision on the recommendation: {title_of(recommendation)}"
                where = b.anchor("recommendations", recommendation.id)
                state = recommendation.decision if recommendation.decision != "pending" else None
                yield Duty(recommendation.due, "recommendation", what, where, _one(recommendation.owner), state or "")


def _learners(partnership: Partnership) -> Iterator[Duty]:
    for learner in partnership.learners:
        last = max(learner.reviews, key=lambda review: review.on, default=None)
        if last and last.next_on and learner.completed_on is None:
            what = f"Progress review: {title(learner.id)}"
            yield Duty(last.next_on, "learner review", what, b.anchor("learners", learner.id), _one(learner.manager))


def _contacts(partnership: Partnership) -> Iterator[Duty]:
    owners = {stakeholder.id: stakeholder.owner for stakeholder in partnership.stakeholders}
    last = {}
    for contact in sorted(partnership.contacts, key=lambda contact: contact.on):
        last[(contact.stakeholder or "").rpartition("/")[2]] = contact
    for stakeholder, contact in last.items():
        if contact.next_on:
            where = b.anchor("contacts", contact.id)
            yield Duty(contact.next_on, "contact", "Next contact agreed", where, _one(owners.get(stakeholder)))
