"""Every rule, by its page, its cases, and what all rules have in common."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from partnerkit.rules.catalogue import Rule, all_rules, families
from rule_cases import BASE, CASES, expected_in, files_in, found_in, reported

RULES = all_rules()
HEAD = {
    "kind": "kind: partnership\n",
    "id": "id: example\n",
    "title": "title: An example\n",
    "stage": "stage: {stage}\n",
    "partners": (
        "partners:\n  - {{organisation: northgate-castings, role: lead}}\n  - {{organisation: eastfield-college}}\n"
    ),
}


def example(rule: Rule, fragment: str) -> dict[str, str]:
    """A workspace around an example: a part of a partnership, or whole records of other kinds beside one.

    An example may begin with a `partnerkit.yaml` of its own, up to a line `---`.
    """
    files = files_in(BASE)
    settings, _, rest = fragment.partition("---\n")
    if settings.startswith("format:"):
        files, fragment = files | {"partnerkit.yaml": settings}, rest
    if re.search(r"(?m)^kind: (?!partnership)", fragment):
        return files | {"example.yaml": fragment}
    keys = set(re.findall(r"(?m)^([a-z_]+):", fragment))
    head = "".join(text.format(stage=rule.stage.word) for key, text in HEAD.items() if key not in keys)
    return files | {"example.yaml": head + fragment}


def named(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_fires_on_the_first_example_of_its_page_and_not_on_the_second(rule: Rule) -> None:
    fired = [found.kind.name for found in found_in(example(rule, rule.page.fires), [rule])]
    quiet = [found.message for found in found_in(example(rule, rule.page.quiet), [rule])]
    assert set(fired) == {rule.name}
    assert quiet == []


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_has_a_good_and_a_bad_case(rule: Rule) -> None:
    assert (CASES / rule.name / "good").is_dir()
    assert (CASES / rule.name / "bad").is_dir()


def cases() -> list[Path]:
    return [path for path in sorted(CASES.glob("*/*")) if not path.parent.name.startswith("_") and path.is_dir()]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}-{case.name}")
def test_a_rule_fires_on_the_lines_that_are_marked_and_on_no_others(case: Path) -> None:
    own = files_in(case)
    rule = next(rule for rule in RULES if rule.name == case.parent.name)
    expected = expected_in(own)
    assert bool(expected) == case.name.startswith("bad")
    assert reported(found_in(files_in(BASE) | own, [rule])) == expected


def test_codes_and_names_are_given_once() -> None:
    assert [code for code, count in Counter(rule.code for rule in RULES).items() if count > 1] == []
    assert [name for name, count in Counter(rule.name for rule in RULES).items() if count > 1] == []


def test_codes_have_the_letter_of_the_family() -> None:
    letters = dict(
        zip(
            ("identity", "identify", "objectives", "agreement", "plan", "people", "safety", "meetings", "evidence"),
            "ABCDEFGHI",
            strict=True,
        )
    )
    assert set(families()) == set(letters)
    wrong = [rule.code for rule in RULES if not re.fullmatch(rf"PK{letters[rule.family]}\d\d", rule.code)]
    assert wrong == []


def test_names_are_words_joined_by_hyphens() -> None:
    assert [rule.name for rule in RULES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.name)] == []


def test_every_page_names_a_source() -> None:
    assert [rule.name for rule in RULES if not re.search(r"(?m)^Sources?: ", rule.page.why)] == []


def test_every_message_is_a_sentence_without_a_full_stop() -> None:
    odd = [
        found.message
        for rule in RULES
        for found in found_in(example(rule, rule.page.fires), [rule])
        if found.message.endswith(".") or "\n" in found.message
    ]
    assert odd == []
