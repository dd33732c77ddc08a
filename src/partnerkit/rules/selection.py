"""Which rules run, and how much what they find weighs: by code, name, family, or the beginning of a code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.model.suggestions import nearest
from partnerkit.rules.catalogue import Rule
from partnerkit.workspace.patterns import matcher

Profile = Literal["gentle", "standard", "strict"]
LEAST: Mapping[str, Severity] = {
    "gentle": Severity.ERROR, "standard": Severity.WARNING, "strict": Severity.INFO,
}  # fmt: skip
"""Each profile, from gentle to strict, with the least that a rule of it weighs."""


class UnknownRuleError(Exception):
    """A name that means no rule; the text names the nearest."""


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What is different for some files.

    Attributes:
        patterns: The files.
        ignore: The names of rules whose findings in them do not count.
        severity: What the findings of rules weigh in them.
    """

    patterns: tuple[str, ...]
    ignore: frozenset[str]
    severity: Mapping[str, Severity]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run, and what they weigh.

    Attributes:
        rules: The rules that run.
        severity: What findings weigh by the name of the rule, where it differs from the rule's own.
        paths: What is different for some files; later ones win.
    """

    rules: tuple[Rule, ...]
    severity: Mapping[str, Severity] = field(default_factory=dict)
    paths: tuple[PathSettings, ...] = ()

    def weight(self, rule: str, file: str) -> Severity | None:
        """What a finding of a rule in a file weighs, if it is set."""
        found = self.severity.get(rule)
        for settings in self.paths:
            if rule in settings.severity and _matches(settings, file):
                found = settings.severity[rule]
        return found

    def ignores(self, rule: str, file: str) -> bool:
        """Whether the findings of a rule in a file do not count."""
        return any(rule in settings.ignore and _matches(settings, file) for settings in self.paths)


def _matches(settings: PathSettings, file: str) -> bool:
    pattern = matcher(settings.patterns)
    return pattern is not None and pattern.match(file) is not None


def named(names: Iterable[str], rules: Sequence[Rule]) -> frozenset[str]:
    """The names of all rules that some names mean: a code, a rule, a family, or the beginning of a code.

    Raises:
        UnknownRuleError: One of them means no rule.
    """
    found: set[str] = set()
    for name in names:
        meant = {rule.name for rule in rules if _is_meant(rule, name)}
        if not meant:
            raise UnknownRuleError(_unknown(name, rules))
        found |= meant
    return frozenset(found)


def _is_meant(rule: Rule, name: str) -> bool:
    if name in {rule.name, rule.family}:
        return True
    code = name.upper()
    # A single P would mean everything; the letters of a family are the least that says something.
    return len(code) > len("PK") and code.startswith("PK") and rule.code.startswith(code)


def _unknown(name: str, rules: Sequence[Rule]) -> str:
    known = [word for rule in rules for word in (rule.name, rule.code, rule.family)]
    near = nearest(name, known)
    return f"There is no rule {name}." + (
        f" Did you mean {near}?" if near is not None else " `partnerkit rule` lists them."
    )


def chosen(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str], profile: str) -> tuple[Rule, ...]:
    """The rules that are selected (all, if none are named), less those ignored, as far as the profile goes.

    Raises:
        UnknownRuleError: A name means no rule.
    """
    wanted = named(select, rules) if select else frozenset(rule.name for rule in rules)
    unwanted = named(ignore, rules)
    least = LEAST[profile]
    return tuple(
        rule
        for rule in rules
        if rule.name in wanted - unwanted and (rule.severity >= least or (select and rule.name in wanted))
    )


def profile_met(found: Iterable[Severity], profile: str) -> str:
    """The strictest profile, up to the one asked for, of whose rules nothing was found; "" if there is none."""
    worst = max(found, default=None)
    names = list(LEAST)
    met = [name for name in names[: names.index(profile) + 1] if worst is None or worst < LEAST[name]]
    return met[-1] if met else ""
