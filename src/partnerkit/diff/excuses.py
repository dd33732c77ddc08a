"""What a change makes a check overlook: findings that a record excuses, and settings that ask for less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from partnerkit.diff.items import quoted, written
from partnerkit.model.base import Part
from partnerkit.model.configuration import (
    Audience,
    Configuration,
    FailUnder,
    Profile,
    RulesConfiguration,
    ScoreConfiguration,
    Severity,
)
from partnerkit.model.fields import Path
from partnerkit.model.suppression import Suppression


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
        if name not in reasons:
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
    if is_ is not None and is_ != was and _AUDIENCES.index(is_) < _AUDIENCES.index(was or "internal"):
        told = f"pages are made for {is_} readers now, and were for {was or 'those whom the records name'}"
        yield Overlooked(("report", "confidentiality"), told)


_NO_RULES = RulesConfiguration()
_AUDIENCES: tuple[Audience, ...] = ("public", "partners", "internal")
_SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
_PROFILES: tuple[Profile, ...] = ("gentle", "standard", "strict")


def _of_rules(was: RulesConfiguration, is_: RulesConfiguration) -> Iterator[Overlooked]:
    for at, name in enumerate(is_.ignore):
        if name not in was.ignore:
            yield Overlooked(("rules", "ignore", at), f"`{name}` is not looked for any more")
    if is_.select and set(is_.select) != set(was.select):
        yield Overlooked(("rules", "select"), f"only these rules run now: {', '.join(is_.select)}")
    yield from _of_strictness(was, is_)
    for at, one in enumerate(is_.per_path):
        if one not in was.per_path:
            yield Overlooked(("rules", "per_path", at), f"other rules hold for {', '.join(one.paths)} now")
    yield from _of_thresholds(was, is_)


def _of_strictness(was: RulesConfiguration, is_: RulesConfiguration) -> Iterator[Overlooked]:
    for name, weight in is_.severity.items():
        if _SEVERITIES.index(weight) < _SEVERITIES.index(was.severity.get(name, "error")):
            before = f", and were {was.severity[name]}" if name in was.severity else ""
            yield Overlooked(("rules", "severity", name), f"findings of `{name}` weigh {weight} now{before}")
    profile, former = is_.profile or "strict", was.profile or "strict"
    if _PROFILES.index(profile) < _PROFILES.index(former):
        yield Overlooked(("rules", "profile"), f"the profile is {profile} now, and was {former}")
    least, lower = is_.fail_on or "error", was.fail_on or "error"
    if _SEVERITIES.index(least) > _SEVERITIES.index(lower):
        yield Overlooked(("rules", "fail_on"), f"a check fails on {least} now, and failed on {lower}")


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
    for code, level in had.points.items():
        now = asked.points.get(code, asked.level)
        if (now or 0) < level:
            told = f"the least level of {code} is {_or_none(now)} now, and was {level}"
            yield Overlooked(("score", "fail_under"), told)


def _or_none(level: int | None) -> str:
    return "not set" if level is None else str(level)
