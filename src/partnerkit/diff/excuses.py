"""What a change makes a check overlook: findings that a record excuses, and settings that ask for less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.diff.items import quoted, written
from partnerkit.model.audiences import WIDEST_FIRST
from partnerkit.model.base import Part
from partnerkit.model.configuration import Audience, Configuration, FailUnder, RulesConfiguration, ScoreConfiguration
from partnerkit.model.fields import Path
from partnerkit.model.suppression import Suppression
from partnerkit.rules.catalogue import Rule, all_rules
from partnerkit.rules.selection import UnknownRuleError, chosen, named


class Overlooked(NamedTuple):
    """Something that is overlooked from now on.

    Attributes:
        path: Where it stands, in the record or in the configuration.
        message: What it is, a sentence without a full stop.
    """

    path: Path
    message: str


def excused(before: Part | None, after: Part) -> Iterator[Overlooked]:
    """What a record excuses that it did not excuse before.

    Args:
        before: The record as it was; None if it is new.
        after: The record as it is.
    """
    known: tuple[Suppression, ...] = getattr(before, "suppress", ())
    suppressions: tuple[Suppression, ...] = getattr(after, "suppress", ())
    for at, one in enumerate(suppressions):
        if one not in known:
            where = f" at {one.at}" if one.at else ""
            told = f"this change excuses `{one.rule}`{where} until {one.until.isoformat()}: {quoted(one.reason)}"
            yield Overlooked(("suppress", at), told)
    reasons: Mapping[str, str] = getattr(before, "not_applicable", {})
    declared: Mapping[str, str] = getattr(after, "not_applicable", {})
    for name, reason in declared.items():
        if reasons.get(name) != reason:
            told = f"this change says that `{name}` does not apply: {quoted(reason)}"
            yield Overlooked(("not_applicable", name), told)


def loosened(before: Configuration, after: Configuration) -> Iterator[Overlooked]:
    """The settings by which a check asks for less than before, or for something else."""
    yield from _of_rules(before.rules or _NO_RULES, after.rules or _NO_RULES)
    yield from _of_files(before, after)
    yield from _of_scores(before, after)
    if before.risk_matrix != after.risk_matrix:
        yield Overlooked(("risk_matrix",), "risks are scored by another matrix now")
    was, is_ = (one.report.confidentiality if one.report else None for one in (before, after))
    if is_ != was and (is_ is None or WIDEST_FIRST.index(is_) < WIDEST_FIRST.index(was or "internal")):
        told = f"pages are made for {_readers(is_)} now, and were for {_readers(was)}"
        yield Overlooked(("report", "confidentiality"), told)


def _readers(audience: Audience | None) -> str:
    return "those whom the records name" if audience is None else _NAMED[audience]


_NAMED: Mapping[Audience, str] = {"public": "the public", "partners": "the partners", "internal": "internal use"}


_NO_RULES = RulesConfiguration()
_SEVERITIES = {severity.word: severity for severity in Severity}


def _of_rules(was: RulesConfiguration, is_: RulesConfiguration) -> Iterator[Overlooked]:
    before, after = _weights(was), _weights(is_)
    if gone := [rule for rule in before if rule not in after]:
        field = next(name for name in ("ignore", "select", "profile") if getattr(is_, name) != getattr(was, name))
        verb = "is" if len(gone) == 1 else "are"
        yield Overlooked(("rules", field), f"{listed_rules(gone)} {verb} not looked for any more")
    for weight in (Severity.INFO, Severity.WARNING):
        lighter = [rule for rule, now in after.items() if now == weight < before.get(rule, weight)]
        if lighter:
            told = f"findings of {listed_rules(lighter)} weigh {weight.word} now, and weighed more"
            yield Overlooked(("rules", "severity"), told)
    least, lower = _fails_on(is_), _fails_on(was)
    if least > lower:
        yield Overlooked(("rules", "fail_on"), f"a check fails on {least.word} now, and failed on {lower.word}")
    yield from _of_paths(was, is_)
    yield from _of_thresholds(was, is_)


def _weights(rules: RulesConfiguration) -> Mapping[str, Severity]:
    """The rules that run by a configuration, and what their findings weigh. Names that mean no rule mean nothing."""
    known = all_rules()
    picked = chosen(known, _meant(rules.select, known), _meant(rules.ignore, known), rules.profile or "strict")
    set_ = {rule: word for name, word in rules.severity.items() for rule in _meant((name,), known)}
    return {rule.name: _SEVERITIES.get(set_.get(rule.name, ""), rule.severity) for rule in picked}


def _meant(names: Iterable[str], known: Sequence[Rule]) -> tuple[str, ...]:
    found: set[str] = set()
    for name in names:
        with suppress(UnknownRuleError):
            found |= named((name,), known)
    return tuple(sorted(found))


def _fails_on(rules: RulesConfiguration) -> Severity:
    return _SEVERITIES[rules.fail_on or Severity.ERROR.word]


def _of_paths(was: RulesConfiguration, is_: RulesConfiguration) -> Iterator[Overlooked]:
    """Rules for some files: of several that fit the later one wins, so that their order counts."""
    if is_.per_path == was.per_path:
        return
    for at, one in enumerate(is_.per_path):
        if one not in was.per_path:
            yield Overlooked(("rules", "per_path", at), f"other rules hold for {', '.join(one.paths)} now")
    if gone := [one for one in was.per_path if one not in is_.per_path]:
        patterns = ", ".join(pattern for one in gone for pattern in one.paths)
        yield Overlooked(("rules", "per_path"), f"the rules that held for {patterns} hold there no more")
    elif set(map(str, is_.per_path)) == set(map(str, was.per_path)):
        told = "the rules for some files stand in another order, and the later one wins"
        yield Overlooked(("rules", "per_path"), told)


MOST_NAMED = 5


def listed_rules(rules: Sequence[str]) -> str:
    """The names of rules, if there are few, and else how many they are and the first."""
    names = ", ".join(f"`{rule}`" for rule in rules[:MOST_NAMED])
    return names if len(rules) <= MOST_NAMED else f"{len(rules)} rules ({names} and others)"


_USUAL = "the usual pack"


def _of_thresholds(was: RulesConfiguration, is_: RulesConfiguration) -> Iterator[Overlooked]:
    if is_.pack != was.pack:
        told = f"the thresholds are those of {is_.pack or _USUAL} now, and were those of {was.pack or _USUAL}"
        yield Overlooked(("rules", "pack"), told)
    for name in dict.fromkeys((*is_.thresholds, *was.thresholds)):
        now, before = (one.thresholds.get(name) for one in (is_, was))
        if now != before:
            told = f"the threshold `{name}` is {_or_pack(now)} now, and was {_or_pack(before)}"
            yield Overlooked(("rules", "thresholds", name), told)


def _or_pack(threshold: float | None) -> str:
    return "the pack's" if threshold is None else written(threshold)


def _of_files(was: Configuration, is_: Configuration) -> Iterator[Overlooked]:
    for at, pattern in enumerate(is_.exclude):
        if pattern not in was.exclude:
            yield Overlooked(("exclude", at), f"files that fit `{pattern}` are not read any more")
    if is_.include and (not was.include or not set(was.include) <= set(is_.include)):
        yield Overlooked(("include",), f"only files that fit {', '.join(is_.include)} are read now")


def _of_scores(was: Configuration, is_: Configuration) -> Iterator[Overlooked]:
    before, after = was.score or ScoreConfiguration(), is_.score or ScoreConfiguration()
    if after.rubric != before.rubric:
        yield Overlooked(("score", "rubric"), f"records are scored by {after.rubric or 'the usual rubric'} now")
    elif after.rubric is not None and after.rubrics != before.rubrics:
        yield Overlooked(("score", "rubrics"), "the rubrics of the workspace are others now")
    asked, had = after.fail_under or FailUnder(), before.fail_under or FailUnder()
    if (asked.level or 0) < (had.level or 0):
        told = f"the least level is {_or_none(asked.level)} now, and was {had.level}"
        yield Overlooked(("score", "fail_under"), told)
    for code in dict.fromkeys((*asked.points, *had.points)):
        now, then = (one.points.get(code, one.level) for one in (asked, had))
        if (now or 0) < (then or 0) and (now, then) != (asked.level, had.level):
            told = f"the least level of {code} is {_or_none(now)} now, and was {then}"
            yield Overlooked(("score", "fail_under"), told)


def _or_none(level: int | None) -> str:
    return "not set" if level is None else str(level)
