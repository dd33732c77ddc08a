"""Compares two states of a workspace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from partnerkit.diff import commitments, dates, doing, edits, holding, people, renames, risks
from partnerkit.diff.changes import Change, change
from partnerkit.diff.items import Item, label_of
from partnerkit.diff.names import Names
from partnerkit.diff.sides import Finding, Level, Pair, Snapshot
from partnerkit.model.base import Part

_AREAS = (commitments, people, risks, holding, doing, dates)


def compared(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """What has changed in meaning, record by record, partnerships first; what is for the worse first in each.

    Records and items are matched by their ids, so that it does not matter in which files and in which order they stand;
    what has another id and is otherwise the same counts as the same thing.
    """
    ids = renames.renamed(before, after)
    was = Names(ids).state(before)
    found = chain(renames.changes(ids, after), _records(was, after), _levels(was, after), _findings(before, was, after))
    return tuple(sorted(found, key=lambda one: (not one.is_partnership, one.record, one.order)))


def _records(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for kind, id_ in sorted(before.records.keys() | after.records.keys()):
        old, new = before.records.get((kind, id_)), after.records.get((kind, id_))
        if old is not None and new is not None:
            yield from _changed(Pair(kind, id_, (before, old), (after, new)), kind)
        elif new is not None:
            yield _come_or_gone(
                kind, id_, new, ("unreadable", "readable") if id_ in before.broken else ("", "added"), 1
            )
        elif old is not None:
            pair = ("unreadable", "readable") if id_ in after.broken else ("dropped", "")
            yield _come_or_gone(kind, id_, old, pair, 0)


def _changed(pair: Pair, kind: str) -> Iterator[Change]:
    told = list(chain.from_iterable(area.changes(pair) for area in _AREAS)) if kind == "partnership" else []
    yield from told
    yield from edits.changes(pair, told)


def _come_or_gone(kind: str, id_: str, part: Part, words: tuple[str, str], turn: int) -> Change:
    """A record that is in one of the states only, or can be read in one of them only."""
    word = words[turn]
    if word in {"unreadable", "readable"}:
        told = "has no errors any more" if word == "readable" else "has errors, and cannot be compared"
        return change(word, f"{kind} {id_}", "", f"The record {told}")
    name = f"partnership-{word}" if kind == "partnership" else f"record-{word}"
    return change(name, f"{kind} {id_}", "", f"{kind.capitalize()} {word}: {label_of(Item('', part)) or id_}")


def _levels(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for key in sorted(before.levels.keys() & after.levels.keys()):
        old, new = before.levels[key], after.levels[key]
        if old.standing != new.standing:
            yield _moved(key[0], old, new)


def _moved(partnership: str, old: Level, new: Level) -> Change:
    if (old.level is None) != (new.level is None):
        # What is not due has no level: that it became due, or no longer is, is neither good nor bad.
        kind = "score-altered"
    else:
        before, after = (old.share, new.share) if new.level is None else (old.level, new.level)
        kind = (
            "score-altered" if before == after else "score-raised" if (after or 0) > (before or 0) else "score-lowered"
        )
    verb = {"score-altered": "moved", "score-raised": "rose", "score-lowered": "fell"}[kind]
    words = f"{new.code} {new.title} ({new.rubric}) {verb} from {old.standing} to {new.standing}"
    subject = f"scores/{new.rubric}/{new.code}"
    return change(kind, f"partnership {partnership}", subject, words, before=old.standing, after=new.standing)


def _findings(before: Snapshot, was: Snapshot, after: Snapshot) -> Iterator[Change]:
    """What is found now and was not, and the other way round.

    Args:
        before: The one state.
        was: The same with the ids of the other.
        after: The other.
    """
    new = {key: after.findings[key] for key in after.findings.keys() - before.findings.keys()}
    gone = {key: was.findings[key] for key in before.findings.keys() - after.findings.keys()}
    moved = {key: one for key, one in gone.items() if one != before.findings[key]}
    for old, same in _same(moved, new):
        del gone[old], new[same]
    yield from _told("finding-new", "New", _comparable(new.values(), _unreadable(after, was)))
    yield from _told("finding-gone", "Gone:", _comparable(gone.values(), _unreadable(was, after)))


def _same(moved: Mapping[str, Finding], new: Mapping[str, Finding]) -> Iterator[tuple[str, str]]:
    """The fingerprints of findings about what was renamed, each with that of the same finding under the new id."""
    waiting: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for key, one in sorted(new.items(), key=_by_message, reverse=True):
        waiting[one.record, one.about, one.rule].append(key)
    for key, one in sorted(moved.items(), key=_by_message):
        if held := waiting[one.record, one.about, one.rule]:
            yield key, held.pop()


def _by_message(found: tuple[str, Finding]) -> tuple[str, str]:
    return found[1].message, found[0]


def _unreadable(one: Snapshot, other: Snapshot) -> frozenset[str]:
    """The records of one state that have errors in the other, and cannot be compared."""
    return frozenset(f"{kind} {id_}" for kind, id_ in one.records.keys() - other.records.keys() if id_ in other.broken)


def _comparable(found: Iterable[Finding], unreadable: frozenset[str]) -> Iterator[Finding]:
    return (one for one in found if one.record not in unreadable)


def _told(kind: str, word: str, found: Iterable[Finding]) -> Iterator[Change]:
    for one in found:
        words = f"{word} {one.severity}{f' in {one.about}' if one.about else ''}: {one.message}"
        yield change(kind, one.record, f"findings/{one.rule}", words, weight=one.weight)
