"""What checks look at: a partnership, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from types import MappingProxyType

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.model.base import Part
from partnerkit.model.fields import contents
from partnerkit.model.partnership.assessment import Evidence
from partnerkit.rules.catalogue import Rule, all_rules
from partnerkit.rules.engine import Locator, applies_not, name_of
from partnerkit.rules.findings import Finding
from partnerkit.rules.selection import Selection, named
from partnerkit.rules.subject import Subject
from partnerkit.rules.suppression import covers, holding


class Look(Subject):
    """A partnership as rubrics look at it."""

    selection: Selection
    """Which rules the workspace has chosen, and what it says they weigh: it decides what caps a level."""

    @cached_property
    def faults(self) -> list[str]:
        """What failed in the program while it looked, each on a line: a fault of ours, and none of the record."""
        return []

    def found(self, *rules: str) -> tuple[Finding, ...]:
        """What some rules find here, by their names; () where the record says that they do not apply.

        Whoever asks in this way says the same as `lint`, whichever rules a workspace has switched off.
        """
        return tuple(finding for rule in rules for finding in self._of(rules_by_name()[rule]))

    def excuse(self, rule: str) -> str | None:
        """Why a rule does not apply here, if the record says so of the rule by its name or code."""
        reasons = self.part.not_applicable
        return next((reasons[name] for name in (rule, rules_by_name()[rule].code) if name in reasons), None)

    def errors(self, rules: Iterable[str]) -> Iterator[tuple[Rule, Finding]]:
        """What counts as an error in this workspace, of what some rules or families find that are due by now."""
        wanted = _meant(tuple(rules))
        for rule in self.selection.rules:
            if rule.name in wanted and rule.stage <= self.stage:
                yield from ((rule, finding) for finding in self._of(rule) if self._is_error(rule, finding))

    def _is_error(self, rule: Rule, finding: Finding) -> bool:
        """Whether a finding fails `lint` in this workspace: by its weight where it stands, and not excused."""
        place = self.locator.place(finding.part, finding.field, finding.at)
        (file, _), _ = place.origin.locate(place.path)
        weight = self.selection.weight(rule.name, file) or finding.severity or rule.severity
        if weight < Severity.ERROR or self.selection.ignores(rule.name, file):
            return False
        return not self.is_excused(rule.name, finding)

    @cached_property
    def locator(self) -> Locator:
        """Where the parts of the record stand in it."""
        return Locator(self.record)

    def is_excused(self, rule: str, finding: Finding) -> bool:
        """Whether the record excuses a finding of a rule for a time that has not passed."""
        excuses = holding(self.record, self.as_of)
        if not excuses:
            return False
        place = self.locator.place(finding.part, finding.field, finding.at)
        kind, about = rules_by_name()[rule].kind, name_of(place.path, self.part)
        return any(covers(one, kind, about) for one in excuses)

    def _of(self, rule: Rule) -> tuple[Finding, ...]:
        known: dict[str, tuple[Finding, ...]] = self.__dict__.setdefault("_found", {})
        if rule.name not in known:
            excused = frozenset(self.part.not_applicable)
            quiet = "check" not in rule.checks or bool(excused and applies_not(rule, excused))
            known[rule.name] = () if quiet else tuple(rule.checks["check"](self))
        return known[rule.name]

    def evidence_of(self, places: Iterable[tuple[Part, str]]) -> tuple[Evidence, ...]:
        """The evidence that some places refer to, however deep, each piece once.

        A place is a part and the key in it that matters: what stands under its other keys does not belong to the place.
        With "" for the key, it is the part as a whole.
        """
        found: dict[str, Evidence] = {}
        for part, key in places:
            if isinstance(part, Evidence):
                found[part.id] = part
                continue
            for mention in contents(part)[1]:
                belongs = "evidence" in mention.reference.collections and key in ("", mention.path[0])
                if belongs and (evidence := self.evidence(mention.text)) is not None:
                    found[evidence.id] = evidence
        return tuple(found.values())


@cache
def _meant(rules: tuple[str, ...]) -> frozenset[str]:
    return named(rules, all_rules())


@cache
def rules_by_name() -> Mapping[str, Rule]:
    """All rules by name."""
    return MappingProxyType({rule.name: rule for rule in all_rules()})
