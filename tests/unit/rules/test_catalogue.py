"""Finding the rules and reading their pages: what is not written as a rule must be is told when it is looked for."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.rules.catalogue import BrokenRuleError, all_rules, families, page_of
from partnerkit.rules.catalogue import _rule as rule_of
from partnerkit.rules.stages import Stage

PAGE = """\
Something is wrong.

## What it does

It looks.
And finds.

## Why it matters

Because.

Source: practice.

## Fires on

```yaml
a: 1
```

## Is quiet on

```yaml
a: 2
```

## How to mend it

Write 2.
"""


def module(**content: Any) -> ModuleType:
    made = ModuleType("partnerkit.rules.made.thing_wrong", content.pop("doc", PAGE))
    for name, value in content.items():
        setattr(made, name, value)
    return made


WHOLE = {"CODE": "PKZ01", "SEVERITY": Severity.ERROR, "STAGE": Stage.AGREE, "check": lambda _subject: iter(())}


def test_a_rule_is_its_module() -> None:
    found = rule_of("made", module(**WHOLE, ABOUT=("risks",)))
    assert (found.code, found.name, found.family) == ("PKZ01", "thing-wrong", "made")
    assert (found.severity, found.stage, found.about, set(found.checks)) == (
        Severity.ERROR, Stage.AGREE, ("risks",), {"check"},
    )  # fmt: skip
    assert (found.kind.code, found.kind.name, found.kind.severity) == ("PKZ01", "thing-wrong", Severity.ERROR)
    assert (found.kind.meaning, found.kind.remedy) == ("Something is wrong.", "Write 2.")
    assert rule_of("made", module(**WHOLE)).about == ()


@pytest.mark.parametrize("check", ["check", "check_organisation", "check_workspace"])
def test_a_rule_has_any_of_three_functions(check: str) -> None:
    content = {key: value for key, value in WHOLE.items() if key != "check"}
    assert set(rule_of("made", module(**content, **{check: WHOLE["check"]})).checks) == {check}


@pytest.mark.parametrize(("lacks", "words"), [
    ("CODE", "thing-wrong lacks CODE"),
    ("SEVERITY", "thing-wrong lacks SEVERITY"),
    ("STAGE", "thing-wrong lacks STAGE"),
    ("check", "thing-wrong has none of check, check_organisation, check_workspace"),
])  # fmt: skip
def test_what_a_module_lacks_is_named(lacks: str, words: str) -> None:
    with pytest.raises(BrokenRuleError, match=words):
        rule_of("made", module(**{key: value for key, value in WHOLE.items() if key != lacks}))


def test_a_page_is_read_in_its_parts() -> None:
    page = page_of("thing-wrong", PAGE)
    assert page.title == "Something is wrong."
    assert page.what == "It looks.\nAnd finds."
    assert page.why == "Because.\n\nSource: practice."
    assert (page.fires, page.quiet, page.fix) == ("a: 1\n", "a: 2\n", "Write 2.")


@pytest.mark.parametrize("docstring", [
    None,
    "",
    "Something is wrong.",
    PAGE.replace("## Why it matters", "## Why"),
    PAGE.replace("## Why it matters\n\nBecause.", ""),
    PAGE.replace("## Fires on", "## Fires on\n\n## Fires on"),
    PAGE.replace("What it does", "x").replace("Why it matters", "What it does").replace("x", "Why it matters"),
    PAGE + "\n## More\n\nThan there should be.\n",
    PAGE.replace("```yaml\na: 1\n```", "a: 1"),
    PAGE.replace("```yaml\na: 2\n```", "```yaml\na: 2\n```\n\n```yaml\na: 3\n```"),
    PAGE.replace("```yaml\na: 1\n```", "For example:\n\n```yaml\na: 1\n```"),
])  # fmt: skip
def test_a_page_that_lacks_a_part_or_has_it_elsewhere_is_refused(docstring: str | None) -> None:
    with pytest.raises(BrokenRuleError, match="thing-wrong"):
        page_of("thing-wrong", docstring)


def test_every_module_of_a_family_is_a_rule_unless_its_name_says_otherwise() -> None:
    assert all(rule.family in families() for rule in all_rules())
    assert [rule.code for rule in all_rules()] == sorted(rule.code for rule in all_rules())
    assert all_rules() is all_rules()
    assert [rule.name for rule in all_rules() if rule.name.startswith("-")] == []
