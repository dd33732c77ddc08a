"""The rules explained: the page of the manual, one rule's page, and the form for programs."""

from __future__ import annotations

import json
import re

import pytest

from partnerkit.app.outcome import CannotRunError
from partnerkit.app.rule import MISCONCEPTIONS, SCHEMA, explained, rules_page
from partnerkit.diagnostics.text import plain
from partnerkit.rules.catalogue import Rule, RulePage, all_rules, families

NAMES = [rule.name for rule in all_rules()]
FIELDS = {
    "code", "name", "family", "severity", "stage", "about", "title", "what", "why", "fires", "quiet", "fix",
}  # fmt: skip


def text(name: str | None = None, *, everything: bool = False, format_: str = "text") -> str:
    return plain(explained(name, everything=everything, format_=format_))


def test_the_page_has_a_row_and_a_section_for_every_rule_by_family() -> None:
    page = rules_page(all_rules())
    assert re.findall(r"(?m)^\| (PK\w+) \| \[", page) == [rule.code for rule in _by_family()]
    assert re.findall(r"(?m)^### (.+)$", page) == [rule.name for rule in _by_family()]
    assert [heading.lower() for heading in re.findall(r"(?m)^## (.+)$", page)] == list(families())


def _by_family() -> list[Rule]:
    return sorted(all_rules(), key=lambda rule: (rule.family, rule.code))


def test_the_page_shows_all_parts_of_every_rule() -> None:
    page = rules_page(all_rules())
    for rule in all_rules():
        for part in RulePage.__slots__:
            assert getattr(rule.page, part).rstrip() in page


def test_every_link_of_the_page_leads_to_a_rule() -> None:
    assert set(re.findall(r"\]\(#([\w-]+)\)", rules_page(all_rules()))) == set(NAMES)


def test_each_of_the_five_misconceptions_has_rules_and_all_of_them_exist() -> None:
    assert len(MISCONCEPTIONS) == 5
    for _, names in MISCONCEPTIONS:
        assert names
        assert set(names) <= set(NAMES)


def test_the_form_for_programs_has_every_rule_with_every_field_filled() -> None:
    document = json.loads(text(format_="json"))
    assert document["schema"] == SCHEMA
    assert [rule["name"] for rule in document["rules"]] == NAMES
    for rule in document["rules"]:
        assert set(rule) == FIELDS
        assert [key for key in FIELDS - {"about"} if not rule[key]] == []


def test_without_a_name_each_rule_has_a_line() -> None:
    lines = text().splitlines()
    assert [line.split()[1] for line in lines[: len(NAMES)]] == NAMES
    assert lines[-1].startswith(f"{len(NAMES)} rules.")


@pytest.mark.parametrize("named", ["body-missing", "Body-Missing", "PKD21", "pkd21"])
def test_a_rule_is_found_by_name_and_by_code_in_any_case(named: str) -> None:
    assert text(named).startswith("PKD21 body-missing\n")
    assert text(named, format_="markdown").startswith("# body-missing\n")
    assert [rule["code"] for rule in json.loads(text(named, format_="json"))["rules"]] == ["PKD21"]


def test_everything_is_every_page_one_after_the_other() -> None:
    shown = text(everything=True)
    assert shown.count("\nHow to mend it\n") == len(NAMES)
    assert all(f"{rule.code} {rule.name}\n" in shown for rule in all_rules())


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("body-mising", "Did you mean body-missing?"),
        ("PKD2I", "Did you mean PKD2"),
        ("zzzzzz", "`partnerkit rule` lists"),
    ],
)
def test_a_name_that_no_rule_has_is_refused_with_a_hint(named: str, hint: str) -> None:
    with pytest.raises(CannotRunError, match=re.escape(hint)):
        text(named)
