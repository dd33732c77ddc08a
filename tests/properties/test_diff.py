"""What holds of every comparison: of one state with itself, and of two in either direction."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partnerkit.diff.changes import Change
from partnerkit.diff.comparing import compared
from partnerkit.diff.items import items_of, values_of
from partnerkit.diff.sides import Snapshot
from partnerkit.model.base import Part
from partnerkit.model.fields import walked
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.validation import validated
from properties.partnerships import partnerships, records_of
from properties.test_rules import shuffled

RENAMED = 0.5
"""So many of the items are renamed."""


@cache
def around() -> dict[tuple[str, str], Part]:
    return {(one.kind, one.id): one.part for one in records_of("calder-valley") if one.kind != "partnership"}


def snapshot(data: Any) -> Snapshot:
    part = validated(Partnership, data)
    assert isinstance(part, Partnership)
    declared = [(one.collection, one.id) for one in walked(part).declared]
    # An id that stands twice is an error of the format, and which of the two is meant nobody knows.
    assume(len(declared) == len(set(declared)))
    return Snapshot({**around(), ("partnership", "generated"): part})


@settings(max_examples=80)
@given(partnerships(), st.randoms(use_true_random=True))
def test_a_state_does_not_differ_from_itself_in_whatever_order_it_is_written(data: Any, random: Random) -> None:
    assert compared(snapshot(data), snapshot(data)) == ()
    assert compared(snapshot(data), snapshot(shuffled(data, random))) == ()


@settings(max_examples=80)
@given(partnerships(), partnerships())
def test_the_way_back_mirrors_the_way_there(one: Any, other: Any) -> None:
    assert_mirrored(snapshot(one), snapshot(other))


@settings(max_examples=80)
@given(partnerships(), st.randoms(use_true_random=True))
def test_what_is_renamed_is_mirrored_too(data: Any, random: Random) -> None:
    assert_mirrored(snapshot(data), snapshot(called_otherwise(data, random)))


def assert_mirrored(before: Snapshot, after: Snapshot) -> None:
    forth = compared(before, after)
    former = {one.subject: former_key(one) for one in forth if one.kind.name == "renamed"}
    there = sorted(
        (c.kind.inverse, c.record, former.get(c.subject, c.subject), c.after, c.before, sorted(c.keys)) for c in forth
    )
    back = sorted(
        (c.kind.name, c.record, c.subject, c.before, c.after, sorted(c.keys)) for c in compared(after, before)
    )
    assert there == back


def former_key(renamed: Change) -> str:
    """The key that an item had before it was renamed."""
    return f"{renamed.subject.partition('/')[0]}/{renamed.before}"


def called_otherwise(data: Any, random: Random) -> Any:
    """Data in which some items of the sections have other ids, and references to them may follow or not."""
    found = deepcopy(data)
    for section in found.values():
        for item in section if isinstance(section, list) else ():
            if isinstance(item, dict) and "id" in item and random.random() < RENAMED:
                item["id"] = f"{item['id'][:40]}-{random.randrange(10)}"
    return found


@settings(max_examples=80)
@given(partnerships(), partnerships())
def test_no_difference_is_passed_over(one: Any, other: Any) -> None:
    assert_told(snapshot(one), snapshot(other))


@settings(max_examples=80)
@given(partnerships(), st.randoms(use_true_random=True))
def test_no_difference_is_passed_over_beside_what_is_renamed(data: Any, random: Random) -> None:
    assert_told(snapshot(data), snapshot(called_otherwise(data, random)))


def assert_told(before: Snapshot, after: Snapshot) -> None:
    old, new = (items_of(state.records["partnership", "generated"]) for state in (before, after))
    found = compared(before, after)
    now = {former_key(one): one.subject for one in found if one.kind.name == "renamed"}
    said = {change.subject: set[str]() for change in found} | {key: set[str]() for key in now}
    for change in found:
        said[change.subject].update(change.keys)
    for key in old.keys() & new.keys():
        was, is_ = dict(values_of(old[key])), values_of(new[key])
        if "in" in was:
            was["in"] = now.get(was["in"], was["in"])
        differing = {name for name in was.keys() | is_.keys() if was.get(name) != is_.get(name)}
        assert differing <= said.get(key, set())
    for key in old.keys() ^ new.keys():
        holder = (old.get(key) or new[key]).holder
        assert key in said or holder not in old or holder not in new
