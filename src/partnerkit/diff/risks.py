"""How the risks stand."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkit.diff.changes import Change, change
from partnerkit.diff.items import Item, label_of
from partnerkit.diff.sides import Pair
from partnerkit.model.partnership.risks import Risk

_STATES = ("closed", "open", "occurred")
"""The better first."""


def changes(pair: Pair) -> Iterator[Change]:
    """Risks that have gone up or down, have happened, or are closed."""
    for old, new in pair.both("risks"):
        yield from _status(pair, old, new)
        before, after = _score(old), _score(new)
        if before is None or after is None or before[0] == after[0]:
            continue
        kind, way = ("risk-up", "up") if after[0] > before[0] else ("risk-down", "down")
        words = f"Risk {way} from {before[0]} to {after[0]}: {label_of(new)}"
        yield change(
            kind, pair.record, new.key, words,
            before=str(before[0]), after=str(after[0]), keys=(before[1], after[1]), weight=max(before[0], after[0]),
        )  # fmt: skip


def _status(pair: Pair, old: Item, new: Item) -> Iterator[Change]:
    before, after = old.get("status") or "open", new.get("status") or "open"
    if before == after:
        return
    kind = "risk-up" if _STATES.index(after) > _STATES.index(before) else "risk-down"
    told = {"closed": "closed", "open": "open again", "occurred": "has happened"}[after]
    words = f"Risk {told}: {label_of(new)}"
    yield change(kind, pair.record, new.key, words, before=before, after=after, keys=("status",), weight=100)


def _score(item: Item) -> tuple[int, str] | None:
    """Likelihood times impact as things stand, and the key it is read from."""
    assert isinstance(item.part, Risk)  # noqa: S101 - the items of `risks`
    name = "residual" if item.part.residual is not None else "inherent"
    exposure = item.part.residual or item.part.inherent
    return None if exposure is None else (exposure.likelihood * exposure.impact, name)
