"""What the rules of this family ask of resources: how to call them, and how much of a promise has been kept by when."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkit.model.partnership.plan import Activity, Resource
from partnerkit.rules.api import Subject, date, said


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was promised, and what has been given of it; None if nothing is recorded."""

    promised: float
    given: float | None
    unit: str


def resource_title(subject: Subject, resource: Resource) -> str:
    """Its title, or else its type or id in words, with the partner that gives it."""
    title = f"“{resource.title or said(resource.type or resource.id).capitalize()}”"
    return f"{title} from {subject.name(resource.partner)}" if resource.partner is not None else title


def amounts(resource: Resource) -> Amounts | None:
    """What was promised and given, where both are counted alike."""
    promised, given = resource.committed, resource.delivered
    if promised is None:
        return None
    if promised.money is not None:
        unit, sum_given = promised.money.currency, given.money if given is not None else None
        if given is None or (sum_given is not None and sum_given.currency == unit):
            return Amounts(promised.money.amount, sum_given.amount if sum_given is not None else None, unit)
        return None
    if promised.quantity is None or promised.unit is None:
        return None
    if given is None or (given.quantity is not None and given.unit == promised.unit):
        return Amounts(promised.quantity, given.quantity if given is not None else None, promised.unit)
    return None


def elapsed(subject: Subject, resource: Resource) -> int | None:
    """How much of the time for a resource has passed, in per cent: of its activity, or of all activities together."""
    activity = subject.find(Activity, "activities", resource.activity)
    activities = (activity,) if activity is not None else subject.part.activities
    start = min((found.start for found in activities if found.start is not None), default=None)
    end = max((found.end for found in activities if found.end is not None), default=None)
    return _share(start, end, subject.as_of) if start is not None and end is not None else None


def _share(start: date, end: date, today: date) -> int:
    whole = max((end - start).days, 1)
    return max(0, min(100, (today - start).days * 100 // whole))
