"""What holds of every comparison: of one state with itself, and of two in either direction."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partnerkit.diff.comparing import compared
from partnerkit.diff.items import items_of, values_of
from partnerkit.diff.sides import Snapshot
from partnerkit.model.base import Part
from partnerkit.model.fields import walked
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.validation import validated
from properties.partnerships import partnerships, records_of
from properties.test_rules import shuffled


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
    before, after = snapshot(one), snapshot(other)
    there = sorted(
        (c.kind.inverse, c.record, c.subject, c.after, c.before, sorted(c.keys)) for c in compared(before, after)
    )
    back = sorted(
        (c.kind.name, c.record, c.subject, c.before, c.after, sorted(c.keys)) for c in compared(after, before)
    )
    assert there == back


@settings(max_examples=80)
@given(partnerships(), partnerships())
def test_no_difference_is_passed_over(one: Any, other: Any) -> None:
    before, after = snapshot(one), snapshot(other)
    old, new = (items_of(state.records["partnership", "generated"]) for state in (before, after))
    said = {change.subject: set[str]() for change in compared(before, after)}
    for change in compared(before, after):
        said[change.subject].update(change.keys)
    for key in old.keys() & new.keys():
        was, is_ = values_of(old[key]), values_of(new[key])
        differing = {name for name in was.keys() | is_.keys() if was.get(name) != is_.get(name)}
        assert differing <= said.get(key, set())
    for key in old.keys() ^ new.keys():
        holder = (old.get(key) or new[key]).holder
        assert key in said or holder not in old or holder not in new
