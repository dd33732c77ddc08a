"""Every day that a partnership's record can hold is known to lie behind, or known to be open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from partnerkit.model.base import Part
from partnerkit.model.fields import fields
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rules.identity._past import HAPPENED, ONLY_WITH

OPEN = {
    "Action.due",
    "Activity.end",
    "Activity.start",
    "Agreed.due",
    "Agreement.effective",
    "Agreement.ends",
    "Agreement.review_on",
    "Contact.next_on",
    "Control.due",
    "CurriculumChange.adopted_on",
    "Equipment.first_used_on",
    "Equipment.inspection_due",
    "Evaluation.planned_on",
    "HealthAndSafety.review_on",
    "Insurance.expires",
    "KeyRole.since",
    "KeyRole.until",
    "Learner.started_on",
    "Milestone.due",
    "Objective.due",
    "Partner.since",
    "Partner.until",
    "Period.end",
    "Period.start",
    "ProgressReview.next_on",
    "Quantity.on",  # what was delivered has its day looked at, what is promised has not
    "Recommendation.due",
    "Risk.review_on",
    "Sample.planned_on",
    "Substance.review_on",
    "Suppression.until",
    "Target.on",
    "Terms.review_on",
}
"""The days that may lie ahead."""


def models(model: type[Part], seen: set[type[Part]]) -> Iterator[type[Part]]:
    if model not in seen:
        seen.add(model)
        yield model
        for field in fields(model):
            for below in field.parts:
                yield from models(below, seen)


def is_day(annotation: Any) -> bool:
    return annotation is date or any(is_day(inner) for inner in get_args(annotation))


def days() -> set[str]:
    return {
        f"{model.__name__}.{name}"
        for model in models(Partnership, set())
        for name, info in model.model_fields.items()
        if is_day(info.annotation)
    }


def behind() -> set[str]:
    return {f"{model.__name__}.{name}" for model, names in HAPPENED.items() for name in names}


def test_each_day_is_known_to_lie_behind_or_to_be_open() -> None:
    assert days() - behind() == OPEN
    assert behind() <= days()


def test_what_makes_a_plan_a_fact_is_a_key_of_the_model() -> None:
    assert [
        f"{model.__name__}.{name}"
        for model, names in ONLY_WITH.items()
        for name in names
        if name not in model.model_fields
    ] == []
    assert ONLY_WITH.keys() <= HAPPENED.keys()
