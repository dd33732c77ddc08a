"""References as types: a field's annotation says which collection it points to, once, for everything that follows.

A collection is named after the list that holds its items (`objectives`, `people`); records are held by the workspace
(`organisations`, `frameworks`, `programmes`, `partnerships`). A reference is written as the id, or as `scope/id`
where the id alone would be ambiguous or lies elsewhere: `halden-precision/priya-nair`, `evaluations/kp-2`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from partnerkit.model.values import text

SCOPE = r"[a-z0-9]+(?:[._-][a-z0-9]+)*"
REFERENCE_PATTERN = rf"^(?:{SCOPE}/)?[a-z0-9]+(?:[.-][a-z0-9]+)*$"
CRITERION_PATTERN = rf"^(?:{SCOPE}/)?[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$"


@dataclass(frozen=True, slots=True)
class Reference:
    """Says that a text names an item of one of these collections."""

    collections: tuple[str, ...]


_SHAPE = text("reference", REFERENCE_PATTERN, longest=129)

OrganisationRef = Annotated[str, _SHAPE, Reference(("organisations",))]
FrameworkRef = Annotated[str, _SHAPE, Reference(("frameworks",))]
ProgrammeRef = Annotated[str, _SHAPE, Reference(("programmes",))]
PartnershipRef = Annotated[str, _SHAPE, Reference(("partnerships",))]
PersonRef = Annotated[str, _SHAPE, Reference(("people",))]
PriorityRef = Annotated[str, _SHAPE, Reference(("priorities",))]
CriterionRef = Annotated[str, text("reference", CRITERION_PATTERN, longest=129), Reference(("criteria",))]

ScanRef = Annotated[str, _SHAPE, Reference(("scans",))]
NeedRef = Annotated[str, _SHAPE, Reference(("needs",))]
OpportunityRef = Annotated[str, _SHAPE, Reference(("opportunities",))]
AimRef = Annotated[str, _SHAPE, Reference(("aims",))]
ObjectiveRef = Annotated[str, _SHAPE, Reference(("objectives",))]
IndicatorRef = Annotated[str, _SHAPE, Reference(("indicators",))]
BodyRef = Annotated[str, _SHAPE, Reference(("bodies",))]
ActivityRef = Annotated[str, _SHAPE, Reference(("activities",))]
RiskRef = Annotated[str, _SHAPE, Reference(("risks",))]
AgreementRef = Annotated[str, _SHAPE, Reference(("agreements",))]
MeetingRef = Annotated[str, _SHAPE, Reference(("meetings",))]
ActionRef = Annotated[str, _SHAPE, Reference(("actions",))]
StakeholderRef = Annotated[str, _SHAPE, Reference(("stakeholders",))]
EvidenceRef = Annotated[str, _SHAPE, Reference(("evidence",))]
EvaluationRef = Annotated[str, _SHAPE, Reference(("evaluations",))]
JudgementRef = Annotated[str, _SHAPE, Reference(("judgements",))]

ClaimRef = Annotated[str, _SHAPE, Reference(("objectives", "benefits"))]
"""What a witness corroborates: an objective, a benefit; a criterion has a field of its own."""

InstanceRef = Annotated[
    str, _SHAPE, Reference(("activities", "meetings", "evaluations", "exchanges", "curriculum", "events", "evidence"))
]
"""Something that happened and is recorded: what shows a behaviour that is claimed."""

ItemRef = Annotated[str, _SHAPE, Reference(("*",))]
"""Any item of the same partnership, in whatever section."""
