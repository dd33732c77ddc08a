"""Scores a partnership by a rubric, and finds the places of the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rubric.catalogue import Rubric
from partnerkit.rubric.checking import told
from partnerkit.rubric.scores import Checked, Fact, Point, Score
from partnerkit.rubric.subject import Look
from partnerkit.rules.engine import Locator
from partnerkit.rules.pack import Pack
from partnerkit.rules.selection import Selection
from partnerkit.rules.subject import EvidenceFile
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Scoring:
    """By what to score: rubrics, as of which day, by which thresholds, and which rules the workspace has chosen."""

    rubrics: tuple[Rubric, ...]
    as_of: date
    pack: Pack
    selection: Selection


def scores_of(
    record: Record, workspace: Workspace, scoring: Scoring, files: Mapping[str, EvidenceFile] | None = None
) -> tuple[Score, ...]:
    """What the rubrics say of a partnership; its facts name parts of the record.

    Args:
        record: The partnership.
        workspace: The records it refers to.
        scoring: By what to score it.
        files: What is known of the files of its evidence; None where nobody has looked.
    """
    look = Look(record, workspace, scoring.as_of, scoring.pack, files)
    look.selection = scoring.selection
    return scores_in(look, scoring.rubrics)


def scores_in(look: Look, rubrics: Iterable[Rubric]) -> tuple[Score, ...]:
    """What some rubrics say of a partnership that is looked at already."""
    return tuple(_score(rubric, look) for rubric in rubrics)


def _score(rubric: Rubric, look: Look) -> Score:
    assert isinstance(look.record.part, Partnership)  # noqa: S101 - a look is at a partnership
    head = (rubric.name, look.record.id, look.record.part.title, look.stage)
    look.faults.clear()
    try:
        points = tuple(rubric.points(look))
        score = Score(*head, points, *rubric.whole(points), tuple(rubric.figures(look)))
    except Exception as error:  # noqa: BLE001 - one rubric's fault must not hide what the others say
        look.faults.append(told(f"the rubric {rubric.name} failed on {look.record.id}", error))
        score = Score(*head, (), None, "not scored, for the program failed")
    return replace(score, faults=tuple(look.faults))


def placed(score: Score, record: Record, sources: Sources) -> Score:
    """The same score, its facts with their places in the files and without the parts of the record."""
    locator = Locator(record)

    def place(fact: Fact) -> Fact:
        if fact.part is None:
            return fact
        return replace(fact, part=None, span=sources.span(locator.place(fact.part, fact.field, fact.at)))

    return replace(score, points=tuple(_with_facts(point, place) for point in score.points))


def light(score: Score) -> Score:
    """The same score without the parts of the record, to be passed between processes and kept by the thousand."""
    return replace(
        score, points=tuple(_with_facts(point, lambda fact: replace(fact, part=None)) for point in score.points)
    )


def _with_facts(point: Point, change: Callable[[Fact], Fact]) -> Point:
    return replace(
        point,
        checks=tuple(_checked(one, change) for one in point.checks),
        fact=None if point.fact is None else change(point.fact),
    )


def _checked(one: Checked, change: Callable[[Fact], Fact]) -> Checked:
    return replace(one, answer=replace(one.answer, facts=tuple(map(change, one.answer.facts))))
