"""Finds the rules: one module each, in the folder of its family; and reads their pages from their docstrings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from partnerkit.diagnostics.diagnostic import Kind, Severity
from partnerkit.rules.findings import Finding
from partnerkit.rules.stages import Stage

PACKAGE = "partnerkit.rules"
CHECKS = ("check", "check_organisation", "check_workspace")


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule's page, in its parts: each is Markdown.

    Attributes:
        title: What it finds, in a sentence.
        what: What it does, precisely.
        why: Why it matters, with its source.
        fires: YAML, a part of a partnership, in which it fires.
        quiet: The same, mended.
        fix: How to mend it.
    """

    title: str
    what: str
    why: str
    fires: str
    quiet: str
    fix: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    Attributes:
        code: Its code, never given to another rule.
        name: Its name: the fault, in words joined by hyphens.
        family: The folder it lies in.
        severity: What a finding of it weighs, unless the finding says otherwise.
        stage: The stage from which its subject is due.
        page: What there is to say about it.
        about: The sections it is about: where a record says that one of them does not apply, neither does the rule.
        checks: Its functions by name.
        kind: The rule as a kind of diagnostic.
    """

    code: str
    name: str
    family: str
    severity: Severity
    stage: Stage
    page: RulePage
    about: tuple[str, ...]
    checks: Mapping[str, Callable[[Any], Iterator[Finding]]]
    kind: Kind = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make the kind once: each finding has it."""
        object.__setattr__(self, "kind", Kind(self.code, self.name, self.page.title, self.page.fix, self.severity))


class BrokenRuleError(Exception):
    """A rule's module is not written as a rule must be; the text says what is missing."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules, sorted by code.

    Raises:
        BrokenRuleError: One of them is not written as a rule must be.
    """
    rules = [_rule(family, module) for family in families() for module in _modules(family)]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def families() -> tuple[str, ...]:
    """The names of the families, sorted."""
    return tuple(sorted(module.name for module in _below(PACKAGE) if module.ispkg))


def _below(package: str) -> list[Any]:
    spec = find_spec(package)
    assert spec is not None  # noqa: S101 - it is our own
    return list(iter_modules(list(spec.submodule_search_locations or ())))


def _modules(family: str) -> Iterator[ModuleType]:
    for module in _below(f"{PACKAGE}.{family}"):
        if not module.name.startswith("_"):
            yield import_module(f"{PACKAGE}.{family}.{module.name}")


def _rule(family: str, module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    checks = {check: getattr(module, check) for check in CHECKS if hasattr(module, check)}
    if not checks:
        raise BrokenRuleError(f"{name} has none of {', '.join(CHECKS)}")
    try:
        page = page_of(name, module.__doc__)
        about = getattr(module, "ABOUT", ())
        return Rule(module.CODE, name, family, module.SEVERITY, module.STAGE, page, about, checks)
    except AttributeError as error:
        raise BrokenRuleError(f"{name} lacks {error.name}") from error


_PARTS = ("What it does", "Why it matters", "Fires on", "Is quiet on", "How to mend it")


def page_of(name: str, docstring: str | None) -> RulePage:
    """A rule's page, from the docstring of its module.

    Raises:
        BrokenRuleError: A part is missing, or stands in another order.
    """
    pieces = re.split(r"(?m)^## (.+)\n", (docstring or "").strip() + "\n")
    title, headings, texts = pieces[0].strip(), tuple(pieces[1::2]), [text.strip() for text in pieces[2::2]]
    if headings != _PARTS:
        raise BrokenRuleError(f"the page of {name} has the parts {headings}, and must have {_PARTS}")
    what, why, fires, quiet, fix = texts
    return RulePage(title, what, why, _yaml(name, fires), _yaml(name, quiet), fix)


def _yaml(name: str, text: str) -> str:
    found = re.fullmatch(r"```yaml\n((?:(?!```).)*)```", text, re.DOTALL)
    if found is None:
        raise BrokenRuleError(f"an example of {name} is no single ```yaml block")
    return found.group(1)
