"""What was promised: the stage, objectives, and indicators with their targets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from partnerkit.diff.changes import Change, change
from partnerkit.diff.items import Item, label_of, quoted, written
from partnerkit.diff.sides import Pair
from partnerkit.model.partnership.objectives import Indicator, Objective, Target
from partnerkit.model.sealing import gaps
from partnerkit.rules.objectives._indicators import direction_of
from partnerkit.rules.stages import stage_of
from partnerkit.rules.words import listed, said

Course = Literal["target-weakened", "target-strengthened", "target-altered"]


def changes(pair: Pair) -> Iterator[Change]:
    """What has changed in what a partnership is to reach."""
    yield from _stage(pair)
    yield from _objectives(pair)
    for old, new in pair.both("indicators"):
        yield from _measure(pair, old, new)
        yield from _target(pair, old, new)


def _stage(pair: Pair) -> Iterator[Change]:
    before, after = pair.old[""].get("stage"), pair.new[""].get("stage")
    if before == after:
        return
    is_advance = stage_of(after) > stage_of(before)
    words = f"Stage moved {'on' if is_advance else 'back'} from {before} to {after}"
    kind = "stage-advanced" if is_advance else "stage-returned"
    yield change(kind, pair.record, "", words, before=before, after=after, keys=("stage",))


def _objectives(pair: Pair) -> Iterator[Change]:
    for kind, word, items in (
        ("objective-dropped", "dropped", pair.gone("objectives")),
        ("objective-added", "added", pair.come("objectives")),
    ):
        for item in items:
            yield change(kind, pair.record, item.key, f"Objective {word}: {label_of(item)}")
    held = {one.key for one in (*pair.gone("objectives"), *pair.come("objectives"))}
    for kind, word, items in (
        ("indicator-dropped", "dropped", pair.gone("indicators")),
        ("indicator-added", "added", pair.come("indicators")),
    ):
        # An indicator that goes with its objective needs no line of its own.
        for item in (one for one in items if one.holder not in held):
            yield change(kind, pair.record, item.key, f"Indicator {word}: {label_of(item)}")
    for old, new in pair.both("objectives"):
        before, after = old.get("statement"), new.get("statement")
        if before != after:
            words = f"Objective reworded{_approval(old, new)}: {quoted(after)}"
            yield change(
                "objective-reworded", pair.record, new.key, words, before=before, after=after, keys=("statement",)
            )


def _measure(pair: Pair, old: Item, new: Item) -> Iterator[Change]:
    keys = tuple(key for key in ("measure", "unit", "direction", "baseline") if old.get(key) != new.get(key))
    if keys:
        words = f"How {label_of(new)} is measured has changed: {listed(map(said, keys))}{_approved(pair, old, new)}"
        yield change("measure-altered", pair.record, new.key, words, keys=keys)


def _target(pair: Pair, old: Item, new: Item) -> Iterator[Change]:
    before, after = old.get("target"), new.get("target")
    if before == after:
        return
    assert isinstance(old.part, Indicator)  # noqa: S101 - the items of `indicators`
    assert isinstance(new.part, Indicator)  # noqa: S101 - the items of `indicators`
    keys = ("target",)
    approved = _approved(pair, old, new)
    if before is None or after is None:
        kind = "target-added" if before is None else "target-dropped"
        shown = _shown(new.part, after) if before is None else _shown(old.part, before)
        words = f"Target {'set' if before is None else 'dropped'}: {shown}{approved}"
        yield change(kind, pair.record, new.key, words, keys=keys)
        return
    if before.value != after.value and before.value is not None and after.value is not None:
        verb = "lowered" if after.value < before.value else "raised"
        words = f"Target {verb} from {written(before.value)} to {_shown(new.part, after)}{approved}"
        yield change(
            course(old.part, new.part), pair.record, new.key, words,
            before=written(before.value), after=written(after.value), keys=keys,
        )  # fmt: skip
    elif _said(before) != _said(after):
        words = f"Target of {label_of(new)} changed{approved}"
        yield change("target-altered", pair.record, new.key, words, keys=keys)
    yield from _target_day(pair, old, new, approved)


def _said(target: Target) -> tuple[object, ...]:
    return target.value, target.narrative, target.tolerance


def _target_day(pair: Pair, old: Item, new: Item, approved: str) -> Iterator[Change]:
    before, after = old.get("target").on, new.get("target").on
    if before is None or after is None or before == after:
        return
    kind = "date-postponed" if after > before else "date-brought-forward"
    words = f"Day of the target of {label_of(new)} moved from {before} to {after}{approved}"
    yield change(kind, pair.record, new.key, words, before=written(before), after=written(after), keys=("target",))


def course(old: Indicator, new: Indicator) -> Course:
    """Whether a target became easier to reach, harder, or other, by the direction in which the figure is to move."""
    assert old.target is not None and new.target is not None  # noqa: S101, PT018 - both have a target
    before, after = old.target.value, new.target.value
    way = _direction(old, new)
    is_comparable = (old.unit, old.measure) == (new.unit, new.measure)
    if before is None or after is None or before == after or not is_comparable or way not in {"increase", "decrease"}:
        return "target-altered"
    return "target-weakened" if (after < before) == (way == "increase") else "target-strengthened"


def _direction(old: Indicator, new: Indicator) -> str | None:
    """The direction in which a figure is to move, as recorded, else as shown; None if it has turned."""
    recorded = {one.direction for one in (old, new)} - {None}
    ways = recorded or {direction_of(one) for one in (old, new)} - {None}
    return ways.pop() if len(ways) == 1 else None


def _shown(indicator: Indicator, target: Target) -> str:
    if target.value is None:
        return quoted(target.narrative or "")
    unit = indicator.unit or ("%" if indicator.measure == "percentage" else "")
    return f"{written(target.value)}{'' if unit == '%' else ' '}{unit}".rstrip()


def _approved(pair: Pair, old: Item, new: Item) -> str:
    """The approval of a change to an indicator: it stands with the objective."""
    before, after = pair.old.get(old.holder), pair.new.get(new.holder)
    return _approval(before, after) if before is not None and after is not None else ""


def _approval(old: Item, new: Item) -> str:
    """What the record says of the approval of a change to an objective, as the end of a sentence."""
    before, after = old.part, new.part
    if not (isinstance(before, Objective) and isinstance(after, Objective)):
        return ""
    recorded = [one for one in after.changed if one not in before.changed]
    approved = next((one for one in recorded if not gaps(one)), None)
    if approved is not None:
        return f", approved in {approved.approved_in}"
    is_agreed = before.agreed_on is not None or before.locked is not None
    return ", with no approval on record" if is_agreed else ""
