"""Objectives as they were sealed: what results are compared with where a change has no approval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from partnerkit.model.partnership.objectives import AgreedIndicator, Baseline, Indicator, Objective, Target
from partnerkit.model.sealing import approval, holds, sealed
from partnerkit.rubric.progress import exact, shown
from partnerkit.rules.findings import Finding
from partnerkit.rules.objectives._indicators import called
from partnerkit.rules.words import day, listed, said

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


def as_sealed(objective: Objective, found: Iterable[Finding]) -> Agreed:
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
    return Agreed(
        kept.due, counting, (*remarks, "It is compared with what was sealed", *_differences(as_written, then))
    )


def _approved(objective: Objective) -> Iterator[str]:
    change = approval(objective)
    if change is not None and not holds(objective):
        yield f"It is compared with the wording that was approved on {day(change.on)}"


def _counting(indicator: Indicator, agreed: AgreedIndicator | None) -> Indicator:
    if agreed is None:
        return indicator
    return indicator.model_copy(update={key: getattr(agreed, key) for key in _KEYS})


def _differences(now: Mapping[str, Indicator], then: Mapping[str, AgreedIndicator]) -> Iterator[str]:
    for id_, indicator in now.items():
        if (agreed := then.get(id_)) is None:
            yield f"{called(indicator)} was not among what was sealed"
            continue
        changed = [_difference(key, getattr(agreed, key), getattr(indicator, key)) for key in _KEYS]
        if any(changed):
            yield f"Changed since in {called(indicator)}: {listed(filter(None, changed))}"
    for id_ in then:
        if id_ not in now:
            yield f"The indicator “{said(id_)}” was sealed, and is no longer there"


def _difference(key: str, then: object, now: object) -> str:
    if then == now:
        return ""
    name = key.replace("_", " ")
    return f"the {name}, from {_stand(then)} to {_stand(now)}" if key in ("baseline", "target") else f"the {name}"


def _stand(value: object) -> str:
    """A baseline or a target in words."""
    if not isinstance(value, (Baseline, Target)):
        return "none"
    figure = value.narrative or "none" if value.value is None else shown(exact(value.value))
    give = f", give or take {shown(exact(value.tolerance))}" if isinstance(value, Target) and value.tolerance else ""
    return figure + give + (f" ({day(value.on)})" if value.on is not None else "")
