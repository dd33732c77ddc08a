"""The matters that an agreement of each type should settle."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from partnerkit.model.partnership.activate import Agreement
from partnerkit.rules.agreement._agreements import BASIC
from partnerkit.rules.api import Subject

_MEMORANDUM = (
    "purpose", "scope", "roles", "governance", "finance", "intellectual_property", "confidentiality",
    "data_protection", "variation", "dispute", "termination", "exit",
)  # fmt: skip

REQUIRED = MappingProxyType({
    "letter-of-intent": ("purpose",),
    "mou": _MEMORANDUM,
    "partnership-agreement": (*_MEMORANDUM, "governing_law"),
    "contract": (
        "scope", "roles", "finance", "data_protection", "variation", "dispute", "termination", "governing_law",
    ),
    "service-level-agreement": ("scope", "roles", "finance", "variation", "dispute", "termination"),
    "non-disclosure-agreement": ("purpose", "scope", "confidentiality", "termination"),
    "data-sharing-agreement": ("purpose", "scope", "data_protection", "confidentiality", "termination"),
    "placement-agreement": ("roles", "health_and_safety", "data_protection", "termination"),
    "training-plan": (),
})  # fmt: skip
"""By the type of the agreement."""


def wanted_clauses(subject: Subject, agreement: Agreement) -> tuple[str, ...]:
    """What an agreement should settle, each matter once."""
    return tuple(dict.fromkeys((*REQUIRED[agreement.type], *_by_learners(subject, agreement))))


def missing_clauses(subject: Subject, agreement: Agreement) -> list[str]:
    """What an agreement should settle, and neither settles nor excuses."""
    wanted = wanted_clauses(subject, agreement)
    return [name for name in wanted if getattr(agreement.clauses, name, None) in (None, "absent")]


def _by_learners(subject: Subject, agreement: Agreement) -> Iterator[str]:
    """What the learners of a partnership add."""
    if agreement.type not in BASIC and agreement.type != "placement-agreement":
        return
    if subject.under_18:
        yield from ("safeguarding", "data_protection")
    if subject.workplace_activities:
        yield "health_and_safety"
