"""How likely and how bad a harm is, and what holds it down: for risks, and for health and safety."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from partnerkit.model.audiences import Shared
from partnerkit.model.base import Part
from partnerkit.model.references import PersonRef
from partnerkit.model.values import Date, Maybe, Prose

MatrixLevel = Annotated[int, Field(ge=1, le=10)]
"""A level of the risk matrix: 1 is the lowest; `risk_matrix` in `partnerkit.yaml` says which is the highest."""

ControlType = Literal["eliminate", "substitute", "engineering", "administrative", "ppe", "not-applicable"]


class Exposure(Part):
    """One square of the risk matrix. The score, likelihood times impact, is worked out and never written."""

    likelihood: MatrixLevel
    """How likely it is, from 1 (rare) to the size of the matrix (usually 5, almost certain)."""
    impact: MatrixLevel
    """How bad it would be, from 1 (slight) to the size of the matrix (usually 5, severe)."""


class Control(Part):
    """Something that makes a harm less likely or less bad."""

    text: Shared[Prose]
    """What is done, such as `Interlocked guard`."""
    type: Maybe[ControlType] = None
    """Its place in the hierarchy of control, strongest first; `ppe` is personal protective equipment, the weakest.

    `not-applicable` is for risks to which the hierarchy does not speak, such as a loss of funding.
    """
    owner: Maybe[PersonRef] = None
    """The person who sees to it."""
    in_place: Maybe[bool] = None
    """`true` when it works today, `false` while it is only intended."""
    due: Maybe[Date] = None
    """The day by which it is to be in place."""
