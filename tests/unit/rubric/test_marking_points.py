"""Which rules lie inside which of the five marking points."""

from __future__ import annotations

from collections import Counter

from partnerkit.rubric.marking_points import RULES
from partnerkit.rules.catalogue import all_rules
from partnerkit.rules.selection import named

FAMILIES = {"identify", "objectives", "agreement", "plan", "safety", "meetings"}
"""The families that the points are about as a whole; of the family `evidence` only what plans and reviews is."""


def test_no_rule_lies_in_two_points() -> None:
    found = Counter(rule for rules in RULES.values() for rule in named(rules, all_rules()))
    assert [rule for rule, count in found.items() if count > 1] == []


def test_every_rule_of_the_families_of_the_points_lies_in_one() -> None:
    inside = {rule for rules in RULES.values() for rule in named(rules, all_rules())}
    assert {rule.name for rule in all_rules() if rule.family in FAMILIES} - inside == set()


def test_every_rule_about_reviews_and_evaluations_lies_in_a_point() -> None:
    inside = {rule for rules in RULES.values() for rule in named(rules, all_rules())}
    about = {
        rule.name for rule in all_rules() if rule.family == "evidence" and {"reviews", "evaluations"} & {*rule.about}
    }
    assert about - inside == set()
