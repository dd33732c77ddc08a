"""Rule packs: a threshold says where it comes from, and who has changed it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import partnerkit.rubric
import partnerkit.rules
from partnerkit.io.packs import pack_names, read_pack
from partnerkit.rules.pack import Pack, Threshold, pack_from

DATA = {
    "id": "test-pack",
    "version": "2026.1",
    "thresholds": {
        "wait-days": {"value": 30, "unit": "days", "source": "a circular of 2026"},
        "share": {"value": 0.5, "unit": "", "source": "practice"},
    },
}
ASKING = tuple(Path(package.__path__[0]) for package in (partnerkit.rules, partnerkit.rubric))


@pytest.mark.parametrize(("name", "own", "words"), [
    ("wait-days", {}, "The limit of 30 days is `wait-days` of test-pack 2026.1 (a circular of 2026)."),
    ("share", {}, "The limit of 0.5 is `share` of test-pack 2026.1 (practice)."),
    ("wait-days", {"wait-days": 45}, "The limit of 45 days is `wait-days` of test-pack (set in partnerkit.yaml)."),
    ("wait-days", {"wait-days": 0}, "The limit of 0 days is `wait-days` of test-pack (set in partnerkit.yaml)."),
    ("wait-days", {"share": 1}, "The limit of 30 days is `wait-days` of test-pack 2026.1 (a circular of 2026)."),
])  # fmt: skip
def test_a_threshold_is_printed_with_where_it_comes_from(name: str, own: dict[str, float], words: str) -> None:
    assert pack_from(DATA, own).limit(name).words == words


@pytest.mark.parametrize(("value", "whole"), [(30, 30), (30.9, 30), (0, 0), (10**9, 10**9)])
def test_a_threshold_can_be_had_as_a_whole_number(value: float, whole: int) -> None:
    assert pack_from(DATA, {"wait-days": value}).limit("wait-days").whole == whole


def test_a_rule_that_asks_for_a_threshold_that_is_not_there_is_told_so() -> None:
    with pytest.raises(KeyError):
        pack_from(DATA, {"no-such": 1}).limit("no-such")


def test_a_pack_keeps_what_it_was_given() -> None:
    assert pack_from(DATA, {"share": 1}) == Pack(
        "test-pack",
        "2026.1",
        {"wait-days": Threshold(30, "days", "a circular of 2026"), "share": Threshold(0.5, "", "practice")},
        {"share": 1},
    )


@pytest.mark.parametrize("name", pack_names())
def test_a_pack_that_comes_with_the_program_is_dated_and_names_a_source_for_everything(name: str) -> None:
    pack = pack_from(read_pack(name), {})
    assert pack.id == name
    assert re.search(r"20\d\d", f"{pack.id} {pack.version}")
    assert [key for key, one in pack.thresholds.items() if not one.source.strip() or one.value < 0] == []
    assert [key for key in pack.thresholds if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", key)] == []


def test_rules_and_rubrics_ask_for_every_threshold_and_for_no_other() -> None:
    text = "\n".join(path.read_text("utf-8") for folder in ASKING for path in folder.rglob("*.py"))
    asked = set(re.findall(r'limit\(\s*"([a-z0-9-]+)"', text))
    thresholds = set(pack_from(read_pack("uk-england-2026"), {}).thresholds)
    assert asked <= thresholds
    assert {name for name in thresholds if f'"{name}"' not in text} == set()
