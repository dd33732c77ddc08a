"""What evidence there is, and which criteria rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkit.diff.changes import Change, change
from partnerkit.diff.items import Item, label_of
from partnerkit.diff.sides import Pair


def changes(pair: Pair) -> Iterator[Change]:
    """Evidence gained and lost, criteria that have got evidence or lost the last of it, files gone and found."""
    for kind, word, items in (
        ("evidence-dropped", "dropped", pair.gone("evidence")),
        ("evidence-added", "added", pair.come("evidence")),
    ):
        for item in items:
            yield change(kind, pair.record, item.key, f"Evidence {word}: {label_of(item)}")
    yield from _criteria(pair)
    yield from _files(pair)


def _criteria(pair: Pair) -> Iterator[Change]:
    before, after = _supported(pair.old.values()), _supported(pair.new.values())
    for criterion in sorted(before - after):
        words = f"Criterion {criterion} has lost its only evidence"
        yield change("criterion-unevidenced", pair.record, f"criteria/{criterion}", words)
    for criterion in sorted(after - before):
        words = f"Criterion {criterion} has evidence now"
        yield change("criterion-evidenced", pair.record, f"criteria/{criterion}", words)


def _supported(items: Iterable[Item]) -> set[str]:
    return {one.criterion for item in items if item.collection == "evidence" for one in item.get("maps")}


def _files(pair: Pair) -> Iterator[Change]:
    before, after = pair.before.files.get(pair.id, {}), pair.after.files.get(pair.id, {})
    for old, new in pair.both("evidence"):
        was, is_ = before.get(old.get("file")), after.get(new.get("file"))
        if was is None or is_ is None or was == is_:
            continue
        kind, words = ("file-found", "is there now") if is_ else ("file-missing", "is missing")
        yield change(kind, pair.record, new.key, f"The file of {label_of(new)} {words}", keys=("file",))
