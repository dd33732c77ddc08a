"""The signs by which a contract with a supplier can be told from a collaboration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from partnerkit.model.partnership.plan import Resource
from partnerkit.rules.api import Subject, days_after


def signs(subject: Subject) -> Iterator[str]:
    """The signs that are there, each in words."""
    return chain(_one_pays(subject), _one_acts(subject), _none_decides(subject), _none_designs(subject))


def _one_pays(subject: Subject) -> Iterator[str]:
    payers = {resource.partner for resource in subject.part.resources if _is_money(resource)} & set(subject.partners)
    if len(payers) == 1:
        yield f"only {subject.name(min(filter(None, payers)))} pays"


def _is_money(resource: Resource) -> bool:
    return resource.type == "money" or (resource.committed is not None and resource.committed.money is not None)


def _one_acts(subject: Subject) -> Iterator[str]:
    owners = Counter(filter(None, (subject.organisation_of(action.owner) for action, _ in subject.actions)))
    total = owners.total()
    if not owners or total < subject.limit("transactional-actions-least").whole:
        return
    owner, count = owners.most_common(1)[0]
    if count * 100 >= total * subject.limit("transactional-actions-share-least").value:
        yield f"{subject.name(owner)} owns {count} of {total} actions"


def _none_decides(subject: Subject) -> Iterator[str]:
    days = subject.limit("transactional-decision-days").whole
    since = days_after(subject.as_of, -days)
    partners = set(subject.partners)
    recent = (decision for meeting in subject.meetings if meeting.on >= since for decision in meeting.decisions)
    if not any(len(partners.intersection(decision.by)) > 1 for decision in recent):
        yield f"no joint decision is recorded in {days} days"


def _none_designs(subject: Subject) -> Iterator[str]:
    together = any(
        len(activity.designed_by) > 1 or (activity.type == "co-design" and not activity.designed_by)
        for activity in subject.part.activities
    )
    if not together and not any(change.adopted for change in subject.part.curriculum):
        yield "no joint design"
