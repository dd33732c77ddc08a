"""Which gaps are justified: what the record says does not apply, and what it excuses for a time, each with reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.rubric import portfolio_readiness as readiness
from partnerkit.rubric.subject import rules_by_name
from partnerkit.rules.engine import Locator, name_of
from partnerkit.rules.suppression import covers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from partnerkit.rubric.portfolio import Holding
    from partnerkit.views.thread.dossier import Dossier

COMPLETE = len(readiness.LEVELS) - 1
"""The highest level: nothing is left to justify."""


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why a gap is justified, by whom and until when where the record says so."""

    reason: str
    by: str | None = None
    until: date | None = None


class Excuses:
    """Why gaps are justified: what the record says does not apply, and what it excuses for a time."""

    def __init__(self, d: Dossier) -> None:
        """Take the partnership."""
        self._d = d
        self._locator = Locator(d.record)

    def of(self, holding: Holding, level: int | None) -> Excuse | None:
        """Why it is justified that a criterion has come no further than this level."""
        if level is None:
            return Excuse("It needs no evidence" if not holding.needed else self._declared(_OF_ALL) or "")
        if level == COMPLETE:
            return None
        rules = _rules(holding)
        reason = self._declared(rules)
        return Excuse(reason) if reason is not None else self._for_a_time(holding, rules)

    def _declared(self, rules: Iterable[str]) -> str | None:
        reasons = self._d.partnership.not_applicable
        for name in rules:
            rule = rules_by_name()[name]
            for key in (rule.name, rule.code, *rule.about):
                if key in reasons:
                    return reasons[key]
        # The rubric goes by the names of its checks, too.
        return next((reasons[check] for check in _CHECKS if check in reasons), None)

    def _for_a_time(self, holding: Holding, rules: Sequence[str]) -> Excuse | None:
        kinds = [rules_by_name()[rule].kind for rule in rules]
        path = name_of(self._locator.path(holding.fact.part), self._d.partnership) if holding.fact.part else ""
        for one in self._d.partnership.suppress:
            if one.until >= self._d.as_of and any(covers(one, kind, path) for kind in kinds):
                return Excuse(one.reason, one.by, one.until)
        return None


_OF_ALL = ("criterion-uncovered",)
_CHECKS = (readiness.CLAIMED, readiness.JUDGED, readiness.SUFFICIENT)


def _rules(holding: Holding) -> tuple[str, ...]:
    """The rules that tell of a gap such as this."""
    if not holding.met:
        return _OF_ALL
    if len(holding.met) < holding.needed:
        return ("criterion-insufficient",)
    return ("testimony-only",) if holding.testimony_only is not None else ("unlocated-evidence",)
