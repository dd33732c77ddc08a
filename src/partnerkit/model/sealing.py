"""Seals objectives: a digest of what was agreed, by which a later change of it shows.

A seal detects drift and proves nothing. Whoever may edit the record may also write a new seal; what keeps them honest
is that both sides see the change in the history of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b
from json import dumps
from types import MappingProxyType
from typing import Any

from partnerkit.model.base import Part
from partnerkit.model.partnership.objectives import Baseline, Indicator, Objective, Target

METHOD = "blake2b"
DIGEST_BYTES = 16

_SEALED: Mapping[type[Part], tuple[str, ...]] = MappingProxyType(
    {
        Objective: ("statement", "due", "indicators"),
        Indicator: ("id", "measure", "unit", "direction", "baseline", "target", "interim_targets"),
        Baseline: ("value", "narrative", "on", "source"),
        Target: ("value", "narrative", "on", "tolerance"),
    }
)


def seal_of(objective: Objective) -> str:
    """The seal of an objective as it stands: the name of the method, a colon, and the digest in hexadecimal.

    It covers the statement, the day it is due, and of each indicator its id, measure, unit, direction, baseline, target
    and interim targets; not who owns what, not the source and the method, and no actuals. What means the same gives the
    same seal: 12 and 12.0, lines that are wrapped otherwise, indicators in another order, an empty list and none.
    """
    plain = dumps(_plain(objective), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{METHOD}:{blake2b(plain.encode('utf-8'), digest_size=DIGEST_BYTES).hexdigest()}"


def _plain(value: Any) -> Any:
    match value:
        case Part():
            return {
                name: _plain(held) for name in _SEALED[type(value)] if (held := getattr(value, name)) not in (None, ())
            }
        case tuple():
            return [_plain(item) for item in _in_order(value)]
        case date():
            return value.isoformat()
        case str():
            return " ".join(value.split())
        case float() if value.is_integer():
            return int(value)
        case _:
            return value


def _in_order(items: Iterable[Any]) -> list[Any]:
    """Indicators by their ids, so that to move one is no change; interim targets as they are written."""
    return sorted(items, key=lambda item: item.id if isinstance(item, Indicator) else "")
