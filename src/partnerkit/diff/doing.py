"""What is done and settled: agreements and their signatures, actions, milestones and judgements."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkit.diff.changes import Change, change
from partnerkit.diff.items import Item, label_of, written
from partnerkit.diff.sides import Pair
from partnerkit.rules.words import said


def changes(pair: Pair) -> Iterator[Change]:
    """Agreements signed or gone, actions settled or open again, milestones and judgements that turned."""
    yield from _agreements(pair)
    for old, new in pair.both("actions"):
        yield from _turned(pair, old, new, _ACTION, "Action")
    for old, new in pair.both("milestones"):
        yield from _turned(pair, old, new, _MILESTONE, "Milestone")
    for old, new in pair.both("judgements"):
        before, after = old.get("decision"), new.get("decision")
        if before != after:
            kind = (
                "judgement-raised" if (after or "") == "met" else "judgement-lowered" if before == "met" else "edited"
            )
            words = f"Judgement on {new.get('criterion')} moved from {before or 'open'} to {after or 'open'}"
            yield change(
                kind, pair.record, new.key, words, before=written(before), after=written(after), keys=("decision",)
            )


def _agreements(pair: Pair) -> Iterator[Change]:
    for kind, word, items in (
        ("agreement-dropped", "dropped", pair.gone("agreements")),
        ("agreement-added", "added", pair.come("agreements")),
    ):
        for item in items:
            yield change(kind, pair.record, item.key, f"{_named(item)} {word}")
    for old, new in pair.both("agreements"):
        before, after = _signed(old), _signed(new)
        for partner in sorted(before - after):
            words = f"{_named(new)}: the signature of {partner} is gone"
            yield change("signature-dropped", pair.record, new.key, words, before=partner, keys=("signatories",))
        for partner in sorted(after - before):
            words = f"{_named(new)}: signed for {partner}"
            yield change("signature-added", pair.record, new.key, words, after=partner, keys=("signatories",))


def _named(agreement: Item) -> str:
    words = said(agreement.get("type"))
    title = agreement.get("title")
    return f"{words[0].upper()}{words[1:]} {label_of(agreement) if title else agreement.id}"


def _signed(agreement: Item) -> set[str]:
    return {one.partner for one in agreement.get("signatories") if one.on is not None}


_ACTION = (("action-reopened", "action-settled"), "open", ("done", "dropped"), ("status", "done_on"))
_MILESTONE = (("milestone-unmet", "milestone-met"), "scheduled", ("met",), ("status", "met_on"))


def _turned(
    pair: Pair,
    old: Item,
    new: Item,
    way: tuple[tuple[str, str], str, tuple[str, ...], tuple[str, ...]],
    noun: str,
) -> Iterator[Change]:
    """What was open and is settled now, or the other way round."""
    (worse, better), usual, settled, keys = way
    before, after = old.get("status") or usual, new.get("status") or usual
    if (before in settled) == (after in settled):
        return
    words = f"{noun} {said(after) if after in settled else 'open again'}: {label_of(new)}"
    kind = better if after in settled else worse
    yield change(kind, pair.record, new.key, words, before=before, after=after, keys=keys)
