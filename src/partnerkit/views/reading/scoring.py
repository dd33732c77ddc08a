"""Scores as the readers of a page may be told them: without the checks that look into what they may not see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from partnerkit.audience.marks import MARK, is_withheld
from partnerkit.rubric.catalogue import DEFAULT
from partnerkit.rubric.checking import all_checks
from partnerkit.rubric.engine import scores_in, scores_of
from partnerkit.rubric.points import said_count
from partnerkit.rubric.scores import State
from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkit.model.base import Part
    from partnerkit.model.configuration import Configuration
    from partnerkit.rubric.catalogue import Rubric
    from partnerkit.rubric.engine import Scoring
    from partnerkit.rubric.scores import Checked, Point, Score
    from partnerkit.rubric.subject import Look
    from partnerkit.rules.subject import EvidenceFile
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace

NOT_TOLD = "withheld"
TONES: Mapping[State, b.Tone] = {
    State.MET: "good",
    State.UNMET: "caution",
    State.UNKNOWN: "caution",
    State.NOT_DUE: "note",
    State.NOT_APPLICABLE: "plain",
}
LEVEL_TONES: tuple[b.Tone, ...] = ("alert", "caution", "good", "good")
_EVALUATING = ("evaluations",)
_PORTFOLIO = ("evidence", "judgements", "samples")
_LOOKED_INTO = {
    "action-closure-known": ("meetings",),
    "actions-owned-and-due": ("meetings",),
    "actions-two-way": ("meetings",),
    "agreement-clauses-complete": ("learners",),
    "agreement-signed-before-start": ("learners",),
    "communications-kept": ("contacts", "meetings"),
    "criteria-in-play": ("judgements", "needs"),
    "finance-settled": ("exit",),
    "functions-reached": ("feedback", "meetings", "stakeholders"),
    "learners-seen-through": ("exit",),
    "learning-acted-on": ("actions", "feedback", "incidents", "journal", "meetings"),
    "objectives-negotiated": ("meetings",),
    "opportunity-meets-needs": ("opportunities",),
    "risks-raised-early": ("opportunities",),
    "scans-before-decision": ("opportunities",),
    "sharing-settled": ("exit",),
    "sites-reached": ("feedback", "meetings", "stakeholders"),
    "stakeholders-contacted": ("feedback", "meetings"),
    "voices-of-two-partners": ("feedback",),
    "indicator-achieved": ("objectives",),
    "reaction-evaluated": _EVALUATING,
    "learning-evaluated": _EVALUATING,
    "behaviour-evaluated": _EVALUATING,
    "results-evaluated": _EVALUATING,
    "return-evaluated": _EVALUATING,
    "evaluation-planned": _EVALUATING,
    "required-drivers": _EVALUATING,
    "leading-indicators": _EVALUATING,
    "criterion-evidence-sound": _PORTFOLIO,
    "criterion-beyond-testimony": (*_PORTFOLIO, "testimonies"),
    "criterion-found-met": _PORTFOLIO,
    "criterion-claimed": _PORTFOLIO,
    "criterion-judged": _PORTFOLIO,
    "criterion-shown-variously": _PORTFOLIO,
    "criterion-shown-directly": _PORTFOLIO,
    "criterion-sufficient": _PORTFOLIO,
}
"""What some checks look into without saying so; the others name their sections themselves."""
_OF_THE_WHOLE = frozenset({"corroborated", "no-errors"})
"""Checks that look at what all the others of their point have found."""
_TELLS_NOTHING = frozenset({"lawful_basis"})
"""What is withheld without any check asking for it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What a rubric says of a partnership, as the readers of a page may be told it.

    Attributes:
        rubric: The rubric.
        score: The score without the checks left out. A point that has lost some of them has no level, and the word
            `withheld`; and so has the whole where it has levels.
        left_out: How many checks were left out.
    """

    rubric: Rubric
    score: Score
    left_out: int = 0


def scored(
    record: Record, workspace: Workspace, scoring: Scoring, files: Mapping[str, EvidenceFile] | None = None
) -> tuple[Scored, ...]:
    """What the rubrics say of a partnership, in their order."""
    return _all_told(record, scoring, scores_of(record, workspace, scoring, files))


def scored_in(look: Look, scoring: Scoring) -> tuple[Scored, ...]:
    """The same of a partnership that is looked at already."""
    return _all_told(look.record, scoring, scores_in(look, scoring.rubrics))


def _all_told(record: Record, scoring: Scoring, scores: Sequence[Score]) -> tuple[Scored, ...]:
    closed = _closed(record)
    return tuple(_told(rubric, score, closed) for rubric, score in zip(scoring.rubrics, scores, strict=True))


def first_rubric(scoring: Scoring, configuration: Configuration) -> Rubric:
    """The rubric that a workspace is scored by."""
    stated = configuration.score.rubric if configuration.score is not None else None
    return _named(scoring, stated or DEFAULT)


def common_rubric(scoring: Scoring, configuration: Configuration) -> Rubric:
    """The rubric by which partnerships can be held against one another: its points are the same for all of them."""
    stated = configuration.score
    own = {one.id for one in stated.rubrics} if stated is not None else set()
    return _named(scoring, stated.rubric if stated is not None and stated.rubric in own else DEFAULT)


def _named(scoring: Scoring, name: str | None) -> Rubric:
    return next((rubric for rubric in scoring.rubrics if rubric.name == name), scoring.rubrics[0])


def _closed(record: Record) -> frozenset[str]:
    """The sections that are withheld, and those that hold a part without one of its values other than a text."""
    return frozenset(
        str(path[0]) if path else key
        for part, path in record.contents.parts
        if (part.model_extra or {}).get(MARK)
        for key in _emptied(part)
    )


def _emptied(part: Part) -> list[str]:
    """The keys whose values are withheld without a word in their place."""
    keys = (part.model_extra or {})[MARK]
    return [
        key
        for key in keys
        if is_withheld(part, key) and key not in _TELLS_NOTHING and getattr(part, key, None) in (None, (), {})
    ]


def _told(rubric: Rubric, score: Score, closed: frozenset[str]) -> Scored:
    if not closed:
        return Scored(rubric, score)
    points = tuple(_point(point, closed) for point in score.points)
    left_out = sum(len(old.checks) - len(new.checks) for old, new in zip(score.points, points, strict=True))
    if not left_out:
        return Scored(rubric, score)
    # A rubric makes its whole of all its checks, so that without some of them only a count is left.
    checks = [check for point in points for check in point.checks]
    word = said_count(checks) if checks and not rubric.levels else NOT_TOLD
    return Scored(rubric, replace(score, points=points, level=None, word=word), left_out)


def _point(point: Point, closed: frozenset[str]) -> Point:
    checks = tuple(one for one in point.checks if not _looks_into(one, closed))
    if len(checks) == len(point.checks):
        return point
    checks = tuple(one for one in checks if one.name not in _OF_THE_WHOLE)
    return replace(point, checks=checks, level=None, word=NOT_TOLD, remarks=())


def _looks_into(one: Checked, closed: frozenset[str]) -> bool:
    """Whether its answer may be another only because something is withheld; what is not due yet has no answer."""
    if one.state is State.NOT_DUE:
        return False
    return not closed.isdisjoint(sections_of(one.name))


def sections_of(check: str) -> frozenset[str]:
    """The sections that a check looks into."""
    known = all_checks().get(check)
    return frozenset((*(known.about if known is not None else ()), *_LOOKED_INTO.get(check, ())))
