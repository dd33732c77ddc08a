"""What serves each need: the activities that name it, the objectives behind them, or an answer that is no training."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.rules.people._needs import NOT_TRAINING, activities_by_need, selected
from partnerkit.views import blocks as b
from partnerkit.views.reading.duties import ENDED
from partnerkit.views.reading.judging import found, subject_of
from partnerkit.views.reading.stages import position

if TYPE_CHECKING:
    from partnerkit.model.partnership.needs import Need, NeedOption
    from partnerkit.model.partnership.plan import Activity
    from partnerkit.views.thread.dossier import Dossier

LEVELS = ("organisation", "department", "team", "individual", "occupation")
"""From the widest level at which a need may lie to the nearest."""


@dataclass(frozen=True, slots=True)
class Served:
    """A need, and what meets it.

    Attributes:
        activities: The activities that say they meet it.
        chosen: The ways to meet it that were selected.
        is_flagged: Whether a rule says that it cannot wait: the law asks for it, or safety depends on it.
    """

    need: Need
    activities: tuple[Activity, ...]
    chosen: tuple[NeedOption, ...]
    is_flagged: bool

    @property
    def is_met(self) -> bool:
        """Whether anything is planned or chosen that needs no activity."""
        return bool(self.activities) or any(option.type == NOT_TRAINING for option in self.chosen)


def served(d: Dossier) -> tuple[Served, ...]:
    """The needs from the widest level to the nearest, those without a level last."""
    activities = activities_by_need(subject_of(d))
    flagged = {id(finding.part) for finding in found(d.look, "need-unserved")}
    ordered = sorted(d.partnership.needs, key=lambda need: LEVELS.index(need.level) if need.level else len(LEVELS))
    return tuple(
        Served(need, tuple(activities.get(need.id, ())), selected(need), id(need) in flagged) for need in ordered
    )


def unserved(d: Dossier, all_: tuple[Served, ...]) -> tuple[Served, ...]:
    """The needs that nothing meets although something should by now, those that cannot wait first."""
    if d.partnership.status in ENDED or not is_due(d):
        return ()
    return tuple(sorted((one for one in all_ if not one.is_met), key=lambda one: not one.is_flagged))


def is_due(d: Dossier) -> bool:
    """Whether activities are due by the stage reached."""
    return position(d.partnership.stage) >= position("plan")


def state(d: Dossier, one: Served) -> b.Badge:
    """Whether a need is served, in a word or two."""
    if one.activities:
        return b.Badge("served", "good")
    if one.is_met:
        return b.Badge("answered without training", "good")
    if one.is_flagged:
        return b.Badge("not served, and cannot wait", "alert")
    if d.partnership.status in ENDED:
        return b.Badge("not served")
    return b.Badge("not served", "caution") if is_due(d) else b.Badge("not planned yet", "note")


def by_what(d: Dossier, one: Served) -> b.Cell:
    """The activities that meet a need, each with the objectives it serves."""
    lines: list[b.Run] = []
    for activity in one.activities:
        lines.append(d.names.link("activities", activity.id))
        lines.extend((b.Quiet("for "), d.names.link("objectives", reference)) for reference in activity.objectives)
    return b.Lines(tuple(lines)) if lines else state(d, one)
