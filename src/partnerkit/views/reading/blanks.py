"""What a record is expected to hold at each stage, and which of it is blank.

An expectation asks one thing only: whether anything is there. How good it is, the rules and the rubrics say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from partnerkit.audience.marks import is_withheld
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rubric.progress import latest
from partnerkit.views import blocks as b
from partnerkit.views.reading.actions import actions
from partnerkit.views.reading.stages import position
from partnerkit.views.reading.words import capital

if TYPE_CHECKING:
    from partnerkit.model.partnership.who import Stage

Held: TypeAlias = Callable[[Partnership], object]
"""Gives something true where the record holds what is expected."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """Something the record should hold from a stage on.

    Attributes:
        key: The section, or the check, by the name under which a record may declare it not applicable.
        what: What it is, as it ends the sentence "The record holds no …".
        stage: The stage from which it is due.
        place: The anchor of the part of the page where it stands.
        held: Whether the record holds it.
        within: The sections it looks into, where they are not that of the key.
    """

    key: str
    what: str
    stage: Stage
    place: str
    held: Held
    within: tuple[str, ...] = ()

    def withheld(self, partnership: Partnership) -> bool:
        """Whether the readers may not see what would tell."""
        if not partnership.model_extra:
            return False  # nothing is, as in most records
        return any(is_withheld(partnership, section) for section in self.within or (self.key,))


@dataclass(frozen=True, slots=True)
class State:
    """How a record stands to what is expected of it: each expectation is in exactly one of the five."""

    held: tuple[Expectation, ...]
    blank: tuple[Expectation, ...]
    later: tuple[Expectation, ...]
    excused: tuple[Expectation, ...]
    withheld: tuple[Expectation, ...]

    @property
    def due(self) -> int:
        """How many expectations are due now."""
        return len(self.held) + len(self.blank)


def _of(section: str) -> Held:
    return lambda partnership: getattr(partnership, section)


EXPECTED: tuple[Expectation, ...] = (
    Expectation("scans", "environment scan", "identify", "opportunity-scans", _of("scans")),
    Expectation("needs", "training need", "identify", "opportunity-needs", _of("needs")),
    Expectation("opportunities", "opportunity", "identify", "opportunity-opportunities", _of("opportunities")),
    Expectation(
        "opportunity-decision", "decision on an opportunity", "identify", "opportunity-opportunities",
        lambda p: any(opportunity.decision for opportunity in p.opportunities), ("opportunities",),
    ),
    Expectation(
        "motives", "statement of what each partner wants", "identify", "alignment-partners",
        lambda p: all(partner.motives for partner in p.partners),
    ),
    Expectation("culture_fit", "assessment of cultural fit", "agree", "alignment-culture_fit", _of("culture_fit")),
    Expectation("aims", "strategic aim", "agree", "alignment-aims", _of("aims")),
    Expectation("objectives", "objective", "agree", "agreement-objectives", _of("objectives")),
    Expectation(
        "indicators", "indicator with a baseline and a target", "agree", "agreement-objectives",
        lambda p: any(i.baseline and i.target for objective in p.objectives for i in objective.indicators),
    ),
    Expectation("key_roles", "key role", "agree", "agreement-key_roles", _of("key_roles")),
    Expectation("bodies", "body that meets and decides", "agree", "agreement-bodies", _of("bodies")),
    Expectation("raci", "line that says who is responsible for what", "agree", "agreement-raci", _of("raci")),
    Expectation("exit", "exit arrangement", "agree", "agreement-exit", _of("exit")),
    Expectation("activities", "activity", "plan", "plan-activities", _of("activities")),
    Expectation("milestones", "milestone", "plan", "plan-milestones", _of("milestones")),
    Expectation("resources", "resource", "plan", "plan-resources", _of("resources")),
    Expectation("risks", "risk", "plan", "plan-risks", _of("risks")),
    Expectation(
        "health_and_safety", "health and safety assessment", "plan", "plan-health_and_safety", _of("health_and_safety")
    ),
    Expectation("communications", "communication plan", "plan", "plan-communications", _of("communications")),
    Expectation("evaluations", "evaluation, planned or done", "plan", "results-evaluations", _of("evaluations")),
    Expectation(
        "agreements", "signed agreement", "activate", "agreement-agreements",
        lambda p: any(signatory.on for agreement in p.agreements for signatory in agreement.signatories),
    ),
    Expectation("meetings", "meeting", "activate", "activation-meetings", _of("meetings")),
    Expectation(
        "actions", "action", "activate", "activation-actions", lambda p: any(True for _ in actions(p)),
        ("actions", "meetings"),
    ),
    Expectation("contacts", "contact with a stakeholder", "run", "activation-contacts", _of("contacts")),
    Expectation("learners", "learner's plan", "run", "activation-learners", _of("learners")),
    Expectation("journal", "journal entry", "run", "activation-journal", _of("journal")),
    Expectation(
        "actuals", "reported figure for an indicator", "run", "results-indicators",
        lambda p: any(latest(indicator) for objective in p.objectives for indicator in objective.indicators),
    ),
    Expectation("evidence", "evidence", "identify", "evidence", _of("evidence")),
    Expectation("benefits", "benefit", "review", "results-benefits", _of("benefits")),
    Expectation("reviews", "review", "review", "review-reviews", _of("reviews")),
    Expectation(
        "verdicts", "verdict on an objective", "review", "review-reviews",
        lambda p: any(review.verdicts for review in p.reviews),
    ),
    Expectation(
        "lessons", "lesson", "review", "review-reviews", lambda p: any(review.lessons for review in p.reviews)
    ),
    Expectation(
        "recommendations", "recommendation", "review", "review-reviews",
        lambda p: any(review.recommendations or is_withheld(review, "recommendations") for review in p.reviews),
    ),
    Expectation("testimonies", "testimony", "review", "review-testimonies", _of("testimonies")),
    Expectation(
        "exit-decision", "decision to renew, transfer or exit", "close", "agreement-exit",
        lambda p: p.exit and p.exit.decision, ("exit",),
    ),
)  # fmt: skip
NOT_SHOWN = "what the record holds here is not for the readers of this page."
BY_KEY = {expectation.key: expectation for expectation in EXPECTED}


def state(partnership: Partnership) -> State:
    """Which expectations are met, blank, not yet due or declared not applicable."""
    held: list[Expectation] = []
    blank: list[Expectation] = []
    later: list[Expectation] = []
    excused: list[Expectation] = []
    withheld: list[Expectation] = []
    reached = position(partnership.stage)
    for expectation in EXPECTED:
        if expectation.withheld(partnership):
            withheld.append(expectation)
        elif expectation.held(partnership):
            (held if position(expectation.stage) <= reached else later).append(expectation)
        elif expectation.key in partnership.not_applicable:
            excused.append(expectation)
        else:
            (blank if position(expectation.stage) <= reached else later).append(expectation)
    return State(tuple(held), tuple(blank), tuple(later), tuple(excused), tuple(withheld))


def blank(partnership: Partnership, key: str) -> b.Blank | None:
    """The blank to show for an expectation; nothing where the record holds it."""
    expectation = BY_KEY[key]
    if expectation.withheld(partnership):
        return b.Blank(f"{capital(expectation.what)}: {NOT_SHOWN}", "withheld")
    if expectation.held(partnership):
        return None
    text = f"The record holds no {expectation.what}."
    if reason := partnership.not_applicable.get(key):
        return b.Blank(text, "excused", f"The record says why: {reason}")
    from_stage = f"stage {position(expectation.stage)}, {expectation.stage}"
    if position(expectation.stage) <= position(partnership.stage):
        return b.Blank(text, "due", f"It is due from {from_stage}.")
    return b.Blank(text, "later", f"It is due from {from_stage}.")


def optional(partnership: Partnership, sections: dict[str, str]) -> tuple[b.Blank, ...]:
    """One blank for all sections that no stage asks for and that are empty; one each where a reason is given."""
    withheld = [name for name in sections if is_withheld(partnership, name)]
    empty = [name for name in sections if not getattr(partnership, name) and name not in withheld]
    excused = [name for name in empty if name in partnership.not_applicable]
    silent = [sections[name] for name in empty if name not in partnership.not_applicable]
    found = [
        b.Blank(f"{capital(sections[name])}.", "excused", f"The record says why: {partnership.not_applicable[name]}")
        for name in excused
    ]
    if silent:
        found.append(b.Blank(f"{capital(', '.join(silent))}.", "optional"))
    found += [b.Blank(f"{capital(sections[name])}: {NOT_SHOWN}", "withheld") for name in withheld]
    return tuple(found)
