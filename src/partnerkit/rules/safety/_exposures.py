"""How likely and how bad things are, for risks and for hazards alike, and what holds them down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from partnerkit.model.exposure import Control, Exposure
from partnerkit.model.partnership.risks import Risk
from partnerkit.model.partnership.safety import Hazard
from partnerkit.rules.subject import Subject

Danger: TypeAlias = Risk | Hazard
"""What is scored: a risk of the register, or a hazard of a health and safety assessment."""


def open_risks(subject: Subject) -> tuple[Risk, ...]:
    """The risks that are not closed."""
    return tuple(risk for risk in subject.part.risks if risk.status != "closed")


def dangers(subject: Subject) -> Iterator[Danger]:
    """The risks that are not closed, then the hazards."""
    yield from open_risks(subject)
    for assessment in subject.part.health_and_safety:
        yield from assessment.hazards


def exposures(danger: Danger) -> tuple[Exposure, ...]:
    """What is scored of it: as it would stand with nothing done, as it stands, and as it is to stand."""
    target = danger.target if isinstance(danger, Risk) else None
    return tuple(one for one in (danger.inherent, danger.residual, target) if one is not None)


def score(exposure: Exposure) -> int:
    """Likelihood times impact."""
    return exposure.likelihood * exposure.impact


def in_place(danger: Danger) -> tuple[Control, ...]:
    """The controls that work today."""
    return tuple(control for control in danger.controls if control.in_place)
