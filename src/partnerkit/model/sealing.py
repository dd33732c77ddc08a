"""Seals objectives: a digest of what was agreed, by which a later change of it shows, and a copy of it to compare with.

A seal detects drift and proves nothing. Whoever may edit the record may also write a new seal; what keeps them honest
is that both sides see the change in the history of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from json import dumps
from types import MappingProxyType
from typing import Any

from partnerkit.model.base import Part
from partnerkit.model.partnership.objectives import (
    Agreed,
    AgreedIndicator,
    Baseline,
    Change,
    Indicator,
    Objective,
    Target,
)

METHOD = "blake2b"
DIGEST_BYTES = 16

_INDICATOR = ("measure", "unit", "direction", "baseline", "target", "interim_targets")
_SEALED: Mapping[type[Part], tuple[str, ...]] = MappingProxyType(
    {
        Objective: ("statement", "due", "indicators"),
        Agreed: ("statement", "due", "indicators"),
        Indicator: ("id", *_INDICATOR),
        AgreedIndicator: _INDICATOR,
        Baseline: ("value", "narrative", "on", "source"),
        Target: ("value", "narrative", "on", "tolerance"),
    }
)


def seal_of(objective: Objective | Agreed) -> str:
    """The seal of an objective as it stands: the name of the method, a colon, and the digest in hexadecimal.

    It covers the statement, the day it is due, and of each indicator its id, measure, unit, direction, baseline, target
    and interim targets; not who owns what, not the source and the method, and no actuals. What means the same gives the
    same seal: 12 and 12.0, lines that are wrapped otherwise, indicators in another order, an empty list and none.
    """
    plain = dumps(_plain(objective), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{METHOD}:{blake2b(plain.encode('utf-8'), digest_size=DIGEST_BYTES).hexdigest()}"


def holds(objective: Objective) -> bool:
    """Whether an objective is sealed and still what was sealed."""
    return objective.locked is not None and objective.locked.digest == seal_of(objective)


def is_copy_true(objective: Objective) -> bool:
    """Whether the copy of what was sealed, if there is one, is what was sealed."""
    lock = objective.locked
    return lock is None or lock.agreed is None or seal_of(lock.agreed) == lock.digest


def sealed(objective: Objective) -> Objective | Agreed | None:
    """What was sealed: the objective itself while the seal holds, else the copy; None if the record cannot tell."""
    if holds(objective):
        return objective
    lock = objective.locked
    return lock.agreed if lock is not None and is_copy_true(objective) else None


def sealed_indicator(of: Objective | Agreed, id_: str) -> Indicator | AgreedIndicator | None:
    """An indicator of what was sealed."""
    if isinstance(of, Agreed):
        return of.indicators.get(id_)
    return next((indicator for indicator in of.indicators if indicator.id == id_), None)


def approval(objective: Objective) -> Change | None:
    """The change that is recorded in full since the objective was sealed: who made it, why, and where it was approved.

    None if there is none, or the objective is not sealed. Of several, the last.
    """
    lock = objective.locked
    if lock is None:
        return None
    whole = [change for change in objective.changed if change.on >= lock.on and not gaps(change)]
    # What was sealed again has its approval behind it.
    return max((change for change in whole if change.before is None), key=lambda change: change.on, default=None)


def gaps(change: Change) -> tuple[str, ...]:
    """The keys that a recorded change lacks: it says who made it, what, why, and which meeting approved it."""
    return tuple(key for key in ("by", "what", "why", "approved_in") if getattr(change, key) is None)


def lock_data(objective: Objective, on: date, by: str | None = None, version: int = 1) -> dict[str, Any]:
    """The seal of an objective as data for a record: what `locked` is to hold.

    Args:
        objective: The objective, as it is to be sealed.
        on: The day on which it is sealed.
        by: A reference to the person who seals it.
        version: Which wording it is.
    """
    who = {"by": by} if by is not None else {}
    return {"on": on, **who, "version": version, "digest": seal_of(objective), "agreed": copy_of(objective)}


def copy_of(what: Objective | Agreed) -> dict[str, Any]:
    """What a seal covers, as data for a record: what `agreed` holds."""
    copy: dict[str, Any] = _written(what)
    if isinstance(what, Objective) and what.indicators:
        copy["indicators"] = {one.id: _without_id(_written(one)) for one in what.indicators}
    return copy


def _without_id(indicator: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in indicator.items() if name != "id"}


def _written(part: Part) -> dict[str, Any]:
    return {name: _data(held) for name, held in _given(part).items()}


def _data(value: Any) -> Any:
    match value:
        case Part():
            return _written(value)
        case tuple():
            return [_data(item) for item in value]
        case dict():
            return {key: _data(item) for key, item in value.items()}
        case str():
            return " ".join(value.split())
        case _:
            return value


def _plain(value: Any) -> Any:
    """A value in the one form in which it is sealed; indicators by their ids, so that to move one is no change."""
    match value:
        case Part():
            return {name: _plain(held) for name, held in _given(value).items()}
        case dict():
            return [{"id": id_, **_plain(one)} for id_, one in sorted(value.items())]
        case tuple():
            return [_plain(one) for one in sorted(value, key=_place)]
        case _:
            return _plain_scalar(value)


def _given(part: Part) -> dict[str, Any]:
    return {name: held for name in _SEALED[type(part)] if (held := getattr(part, name)) not in (None, (), {})}


def _place(item: Any) -> str:
    return item.id if isinstance(item, Indicator) else ""


def _plain_scalar(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case str():
            return " ".join(value.split())
        case float() if value.is_integer():
            return int(value)
        case _:
            return value
