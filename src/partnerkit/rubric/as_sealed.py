"""Objectives as they were sealed: what results are compared with where a change has no approval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from partnerkit.model.partnership.objectives import AgreedIndicator, Indicator, Objective
from partnerkit.model.sealing import approval, holds, sealed
from partnerkit.rules.findings import Finding
from partnerkit.rules.objectives._differences import MOST, differences
from partnerkit.rules.words import day

_KEYS = ("measure", "unit", "direction", "baseline", "target", "interim_targets")


@dataclass(frozen=True, slots=True)
class Agreed:
    """What counts of an objective.

    Attributes:
        due: The day by which it is to be reached.
        indicators: The indicators by their ids, each with the baseline and targets that count.
        remarks: What a reader must know about where these come from, each a sentence without a full stop.
    """

    due: date | None
    indicators: Mapping[str, Indicator]
    remarks: tuple[str, ...] = ()


def as_sealed(objective: Objective, found: Sequence[Finding]) -> Agreed:
    """What counts of an objective: what was sealed, unless it was changed with approval or no copy was kept.

    Args:
        objective: The objective.
        found: What `objective-changed-after-lock` finds in it and in its seal.
    """
    remarks = tuple(f"Lint reports that {one.message}" for one in found)
    as_written = {one.id: one for one in objective.indicators}
    if objective.locked is None or holds(objective) or approval(objective) is not None:
        return Agreed(objective.due, as_written, (*remarks, *_approved(objective)))
    kept = sealed(objective)
    if kept is None:
        return Agreed(objective.due, as_written, (*remarks, "It is compared with what stands there today"))
    then = {} if isinstance(kept, Objective) else kept.indicators
    counting = {id_: _counting(one, then.get(id_)) for id_, one in as_written.items()}
    changed = _changed(objective, is_told=bool(found))
    return Agreed(kept.due, counting, (*remarks, "It is compared with what was sealed", *changed))


def _approved(objective: Objective) -> Iterator[str]:
    change = approval(objective)
    if change is not None and not holds(objective):
        yield f"It is compared with the wording that was approved on {day(change.on)}"


def _counting(indicator: Indicator, agreed: AgreedIndicator | None) -> Indicator:
    if agreed is None:
        return indicator
    return indicator.model_copy(update={key: getattr(agreed, key) for key in _KEYS})


def _changed(objective: Objective, *, is_told: bool) -> Iterable[str]:
    """What differs, a sentence each; nothing if a finding has told all of it."""
    found = differences(objective)
    if is_told and len(found) <= MOST:
        return ()
    return (f"{one.words[0].upper()}{one.words[1:]}" for one in found)
