"""What is still to be done by a day: every open date of a partnership, from whatever section it stands in.

Each function reads one section. A date is open until the record says that what it asks for has happened; nothing is
open in a partnership that is closed or called off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from partnerkit.views import blocks as b
from partnerkit.views.reading.actions import actions, settled
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.activate import Agreement
    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.model.partnership.safety import HealthAndSafety

ENDED = frozenset({"closed", "cancelled"})
ENDINGS = frozenset({"agreement end", "insurance"})
SOON_DAYS = 30

Who: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """One open date.

    Attributes:
        on: The day.
        kind: What sort of date it is, such as `action`.
        what: What is due, in one line.
        anchor: Where on the partnership's page it stands.
        who: References to the people who see to it.
    """

    on: date
    kind: str
    what: str
    anchor: str
    who: Who = ()

    def overdue(self, as_of: date) -> bool:
        """Whether the day has passed."""
        return self.on < as_of


def duties(partnership: Partnership) -> tuple[Duty, ...]:
    """The open dates, earliest first."""
    if partnership.status in ENDED:
        return ()
    found = chain(
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
        if action.due and not settled(action):
            yield Duty(action.due, "action", title_of(action), b.anchor("actions", action.id), _one(action.owner))


def _milestones(partnership: Partnership) -> Iterator[Duty]:
    for milestone in partnership.milestones:
        if milestone.due and milestone.met_on is None and milestone.status in {None, "scheduled", "partially-met"}:
            where = b.anchor("milestones", milestone.id)
            yield Duty(milestone.due, "milestone", milestone.title, where, _one(milestone.owner))


def _objectives(partnership: Partnership) -> Iterator[Duty]:
    reviewed = {
        verdict.objective.rpartition("/")[2]
        for review in partnership.reviews
        for verdict in review.verdicts
        if verdict.verdict not in {None, "not-due"}
    }
    for objective in partnership.objectives:
        if objective.due and objective.id not in reviewed:
            where = b.anchor("objectives", objective.id)
            yield Duty(objective.due, "objective", title_of(objective), where, tuple(objective.owners.values()))


def _agreements(partnership: Partnership) -> Iterator[Duty]:
    replaced = {(agreement.supersedes or "").rpartition("/")[2] for agreement in partnership.agreements}
    last_review = max((review.on for review in partnership.reviews), default=date.min)
    for agreement in partnership.agreements:
        if agreement.id in replaced:
            continue
        where = b.anchor("agreements", agreement.id)
        name = title_of(agreement)
        if agreement.review_on and agreement.review_on > last_review:
            yield Duty(agreement.review_on, "agreement review", f"Review of the agreement: {name}", where)
        notice = _notice(agreement)
        if notice:
            yield Duty(notice, "notice", f"Last day to give notice: {name}", where)
        if agreement.ends and agreement.renewal != "automatic":
            yield Duty(agreement.ends, "agreement end", f"Agreement ends: {name}", where)


def _notice(agreement: Agreement) -> date | None:
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
        if risk.review_on and risk.status != "closed":
            what = f"Risk review: {title_of(risk)}"
            yield Duty(risk.review_on, "risk review", what, b.anchor("risks", risk.id), _one(risk.owner))
        for control in risk.controls:
            if control.due and control.in_place is False:
                what = f"Control to be in place: {control.text}"
                yield Duty(control.due, "control", what, b.anchor("risks", risk.id), _one(control.owner))


def _safety(assessment: HealthAndSafety) -> Iterator[Duty]:
    where = b.anchor("health_and_safety", assessment.id)
    person = _one(assessment.competent_person)
    if assessment.review_on:
        what = f"Health and safety review: {title_of(assessment)}"
        yield Duty(assessment.review_on, "health and safety review", what, where, person)
    for substance in assessment.substances:
        if substance.review_on:
            what = f"Review of the substance: {substance.name}"
            yield Duty(substance.review_on, "substance review", what, where, person)
    for equipment in assessment.equipment:
        if equipment.inspection_due:
            what = f"Inspection: {equipment.name}"
            yield Duty(equipment.inspection_due, "inspection", what, where, person)
    if assessment.insurance and assessment.insurance.expires:
        what = f"Employer's liability insurance expires: {title_of(assessment)}"
        yield Duty(assessment.insurance.expires, "insurance", what, where, person)


def _recommendations(partnership: Partnership) -> Iterator[Duty]:
    for review in partnership.reviews:
        for recommendation in review.recommendations:
            if recommendation.due and recommendation.decision in {None, "pending"}:
                what = f"Decision on the recommendation: {title_of(recommendation)}"
                where = b.anchor("recommendations", recommendation.id)
                yield Duty(recommendation.due, "recommendation", what, where, _one(recommendation.owner))


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
