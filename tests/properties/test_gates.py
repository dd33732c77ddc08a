"""What holds of a change beside its branch, whatever was recorded."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partnerkit.app.recipes import Recipe, recipe_of, signed
from partnerkit.diff.collisions import Records, collisions, free
from partnerkit.diff.excuses import excused, loosened
from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.model.fields import walked
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.validation import validated
from properties.partnerships import partnerships
from properties.test_rules import shuffled

SLUG = st.from_regex(r"[a-z0-9]+(?:[.-][a-z0-9]+){0,3}", fullmatch=True).filter(lambda text: len(text) <= 64)
CODE = st.from_regex(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+){0,3}", fullmatch=True).filter(lambda text: len(text) <= 64)


def partnership(data: Any) -> Part:
    part = validated(Partnership, data)
    assert isinstance(part, Partnership)
    declared = [(one.collection, one.id) for one in walked(part).declared]
    # An id that stands twice is an error of the format, and which of the two is meant nobody knows.
    assume(len(declared) == len(set(declared)))
    return part


def state(data: Any) -> Records:
    return {("partnership", "generated"): partnership(data)}


@settings(max_examples=60)
@given(partnerships(), partnerships(), st.randoms(use_true_random=True))
def test_what_both_branches_have_alike_collides_nowhere(one: Any, other: Any, random: Random) -> None:
    assert list(collisions(state(one), state(other), state(shuffled(other, random)))) == []
    assert list(collisions({}, state(one), state(shuffled(one, random)))) == []
    # What only one of them has changed is in nobody's way.
    assert list(collisions(state(one), state(other), state(one))) == []


@settings(max_examples=60)
@given(partnerships(), partnerships(), partnerships())
def test_a_collision_is_one_from_either_side(base: Any, one: Any, other: Any) -> None:
    there = {found.here.key: found.free for found in collisions(state(base), state(one), state(other))}
    back = {found.here.key: found.free for found in collisions(state(base), state(other), state(one))}
    assert there == back


@settings(max_examples=40)
@given(st.one_of(SLUG, CODE), st.sets(st.one_of(SLUG, CODE), max_size=5))
def test_an_id_that_is_offered_is_free_and_can_be_one(id_: str, taken: set[str]) -> None:
    found = free(id_, {*taken, id_})
    assert found not in taken | {id_}
    assert len(found) <= 64
    assert found.replace("-", "").replace(".", "").isalnum()


def test_the_next_number_is_offered() -> None:
    assert free("risk-3", {"risk-3", "risk-4"}) == "risk-5"
    assert free("r9", {"r9"}) == "r10"
    assert free("risk-transport", set()) == "risk-transport-2"
    assert free("2026-03-10", {"2026-03-10"}) == "2026-03-11"
    assert free("S1", {"S1"}) == "S2"
    assert free("12", {"12"}) == "12-2"


@settings(max_examples=60)
@given(partnerships())
def test_what_was_excused_before_is_not_told_again(data: Any) -> None:
    part = partnership(data)
    assert list(excused(part, part)) == []
    assert len(list(excused(None, part))) == len(data.get("suppress", ())) + len(data.get("not_applicable", ()))


def test_settings_do_not_loosen_themselves() -> None:
    settings_ = {
        "format": 1, "exclude": ["a"], "include": ["b"], "rules": {"ignore": ["PKA"], "thresholds": {"x": 1}},
        "score": {"rubric": "life-cycle", "fail_under": {"level": 1, "points": {"P1": 2}}},
    }  # fmt: skip
    configuration = validated(Configuration, settings_)
    assert isinstance(configuration, Configuration)
    assert list(loosened(configuration, configuration)) == []


RECIPES = st.builds(
    Recipe,
    st.dates(date(1, 1, 1)),
    st.sampled_from(["public", "partners", "internal"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.booleans(),
    st.lists(SLUG, max_size=3).map(tuple),
    st.lists(SLUG, max_size=3).map(tuple),
    st.booleans(),
    st.booleans(),
)


REVISIONS = st.one_of(
    st.none(),
    st.just("not committed"),
    st.from_regex(r"[0-9a-f]{4,64}(?:, with changes not committed)?", fullmatch=True),
)


@settings(max_examples=40)
@given(RECIPES, st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(lambda text: len(text) < 4))
def test_what_no_revision_is_called_is_not_taken_for_one(recipe: Recipe, revision: str) -> None:
    assert recipe_of(signed(b"", recipe, revision)) == (recipe, "")


@settings(max_examples=40)
@given(RECIPES, REVISIONS, st.binary())
def test_a_page_tells_how_it_was_made(recipe: Recipe, revision: str | None, content: bytes) -> None:
    page = signed(content, recipe, revision)
    assert recipe_of(page) == (recipe, revision)
    line = page[len(content) :].strip()
    # Whatever is in it ends no comment.
    assert line.endswith(b" -->")
    assert b"--" not in line[len(b"<!--") : -len(b"-->")]
    assert b">" not in line[: -len(b"-->")]


@given(st.binary())
def test_whatever_a_file_holds_it_is_looked_at(content: bytes) -> None:
    recipe_of(content)
    recipe_of(b"<!-- partnerkit {" + content + b"} -->\n")
