"""How far a portfolio has come, criterion by criterion: what is claimed, what assessors have judged, what is enough.

There is a point for each criterion in play: that of an activity that is over, of a need which such an activity meets,
or of evidence or a judgement. What speaks for a criterion speaks for those above it too; a piece of evidence counts
once for each criterion, however often it is mapped or judged. The levels are:

- *not begun*: no evidence is mapped to the criterion;
- *begun*: evidence is mapped to it, and no assessor has decided on any;
- *incomplete*: an assessor has decided, and not found it met yet;
- *partial*: an assessor has found it met, but on fewer pieces than it needs; or only testimony is claimed for it; or
  lint reports that a piece has no file, or is mapped without the place where it shows it;
- *completed*: an assessor has found it met on as many pieces as it needs, and nothing of that is wanting.

How many pieces a criterion needs is the framework's `min_evidence`: its own, or else that of the nearest criterion
above it that has one, or else 1. A criterion that needs none is not asked for.

Beside that it is asked, without an effect on the level, whether some of the evidence shows the work itself
(`direct`), and whether it came about in different ways: two types of evidence or more (`evidence-methods-least` of the
rule pack).

A decision counts if the record names the assessor, and not before its day. Decisions are copied from the assessors and
never inferred: a piece of evidence that nobody has judged is claimed, whatever it shows. A last point asks what holds
of the portfolio as a whole; it has no level. All of it is due from the stage *review* on.

The whole is at the level of the criterion that has come least far, and always tells apart how many criteria are
claimed, judged and sufficient.

Source: the words for the levels follow Mahara's SmartEvidence; sufficiency follows OneFile's consistency rules, where
the narrower setting overrides the broader one; the five tests of evidence (VACSR) are as Highfield explains them; that
evidence should come about in different ways is practice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from partnerkit.model.partnership.assessment import Judgement
from partnerkit.rubric.api import (
    Answer,
    Check,
    Checked,
    Fact,
    Figures,
    Iterator,
    Look,
    Point,
    Sequence,
    Stage,
    State,
    Whole,
    asked,
    counted,
    counted_point,
    facts,
    graded_point,
    listed,
    met,
    not_applicable,
    said,
    said_count,
    unknown,
    unmet,
)
from partnerkit.rubric.checks import portfolio
from partnerkit.rubric.grading import lowest
from partnerkit.rubric.portfolio import WHOLE, Holding, holdings, is_counted, sampled
from partnerkit.rules.evidence._words import short

TITLE = "Portfolio readiness"
LEVELS = ("not begun", "begun", "incomplete", "partial", "completed")
CAVEAT = "Only an assessor decides whether a criterion is met: decisions are copied from the record, never inferred."
SECTIONS = ("evidence", "judgements")
CLAIMED, JUDGED, SUFFICIENT = "criterion-claimed", "criterion-judged", "criterion-sufficient"
DASH = "\N{EN DASH}"
CRITERION = ("Criterion", "Needs", "Claimed", "Judged", "Found met", "Direct", "Types", "Testimony only", "Sampled")
TESTS = ("Valid", "Authentic", "Current", "Sufficient", "Reliable")
JUDGEMENT = ("Judgement", "Criterion", "Assessor", *TESTS, "Decision", "Sampled")
OVERALL = (
    portfolio.criteria_in_play,
    portfolio.evidence_located,
    portfolio.evidence_files_in_place,
    portfolio.evidence_authenticated,
    portfolio.claims_beyond_testimony,
    portfolio.judgements_complete,
    portfolio.judgements_sampled,
    portfolio.verdicts_on_both_halves,
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a criterion: the level that needs it, its name and title, and the function that answers it."""

    level: int
    name: str
    title: str
    answer: Callable[[Look, Holding], Answer]


def points(look: Look) -> Iterator[Point]:
    """A point for each criterion in play, and one for the portfolio as a whole."""
    seen = sampled(look)
    for one in holdings(look):
        yield _point(look, one, seen)
    yield counted_point(WHOLE, "The portfolio as a whole", [asked(look, check) for check in OVERALL])


def _point(look: Look, holding: Holding, seen: frozenset[str]) -> Point:
    checks = [_asked(look, holding, one) for one in QUESTIONS]
    point = graded_point(
        holding.code, holding.criterion.short or short(holding.criterion.statement), checks, LEVELS, holding.fact
    )
    return replace(point, remarks=tuple(_remarks(holding, seen)))


def _remarks(holding: Holding, seen: frozenset[str]) -> Iterator[str]:
    if holding.judgements:
        chosen = sum(one.id in seen for one in holding.judgements)
        yield f"Internal quality assurance has sampled {chosen} of {counted(len(holding.judgements), 'judgement')}"


def _asked(look: Look, holding: Holding, one: Question) -> Checked:
    def answer(look: Look) -> Answer:
        return one.answer(look, holding) if holding.needed else not_applicable("it needs no evidence")

    return asked(look, Check(one.name, one.title, Stage.REVIEW, SECTIONS, answer), one.level)


# ---------------------------------------------------------------------- what is asked of each criterion


def _claimed(_: Look, holding: Holding) -> Answer:
    if holding.claimed:
        return met(f"{counted(len(holding.claimed), 'piece')} of evidence claimed", holding.maps)
    todo = "Map evidence to the criterion under its `maps`, with the place where it shows it"
    return unmet("no evidence is claimed", todo, [holding.fact], 2)


def _direct(_: Look, holding: Holding) -> Answer:
    if not holding.claimed:
        return not_applicable("no evidence is claimed")
    direct = [one for one in holding.claimed if one.direct]
    shown = f"{len(direct)} of {counted(len(holding.claimed), 'piece')} of evidence direct"
    if direct:
        return met(shown, direct)
    silent = [one for one in holding.claimed if one.direct is None]
    if silent:
        return unknown(f"{shown}; of {len(silent)} the record does not say", silent)
    todo = "Add evidence that shows the work itself, such as an observation or a product, with `direct: true`"
    return unmet(shown, todo, holding.claimed, 2)


def _methods(look: Look, holding: Holding) -> Answer:
    if not holding.claimed:
        return not_applicable("no evidence is claimed")
    methods = sorted({one.type for one in holding.claimed})
    shown = f"{counted(len(methods), 'type')} of evidence: {listed(map(said, methods))}"
    least = look.limit("evidence-methods-least").whole
    if len(methods) >= least:
        return met(shown, holding.claimed)
    todo = "Add evidence that came about in another way, such as questioning beside an observation"
    return unmet(shown, todo, holding.claimed, 2 * (least - len(methods)))


def _judged(_: Look, holding: Holding) -> Answer:
    if holding.judged:
        return met(f"{_of(holding, len(holding.judged))} judged", holding.judged)
    todo = "Have an assessor judge the evidence, and record the decision under `judgements`"
    return unmet(f"{_of(holding, 0)} judged", todo, holding.maps or [holding.fact], 1 if holding.claimed else 3)


def _of(holding: Holding, number: int) -> str:
    return f"{number} of {counted(max(len(holding.claimed), number), 'piece')} of evidence"


def _found_met(_: Look, holding: Holding) -> Answer:
    if holding.met:
        return met(f"found met on {counted(len(holding.met), 'piece')}", holding.met)
    todo = "Add evidence of what the assessor missed, and have it judged under `judgements`"
    return unmet("no decision has found it met yet", todo, holding.judgements or [holding.fact], 2)


def _sufficient(_: Look, holding: Holding) -> Answer:
    shown = f"found met on {counted(len(holding.met), 'piece')}, and needs {holding.needed}"
    wanting = holding.needed - len(holding.met)
    if wanting <= 0:
        return met(shown, holding.met)
    todo = f"Add {counted(wanting, 'more piece')} of evidence, and have it judged under `judgements`"
    return unmet(shown, todo, holding.judgements or [holding.fact], 2 * wanting)


def _beyond_testimony(_: Look, holding: Holding) -> Answer:
    if not holding.claimed:
        return not_applicable("no evidence is claimed")
    if holding.testimony_only is None:
        return met("it does not rest on testimony alone", holding.maps)
    finding = holding.testimony_only
    todo = "Add evidence of another kind that shows the same: an observation, a product or data"
    return unmet("only testimony is claimed", todo, [Fact(finding.part, finding.field, at=finding.at)], 2)


def _sound(look: Look, holding: Holding) -> Answer:
    if not holding.claimed:
        return not_applicable("no evidence is claimed")
    if holding.faults:
        first, places = holding.faults[0], (Fact(one.part, one.field, at=one.at) for one in holding.faults)
        todo = "Give the page, the paragraph or the time code of each piece, and see that its file is there"
        more = f", and {len(holding.faults) - 1} more like it" if len(holding.faults) > 1 else ""
        return unmet(first.message + more, todo, places, len(holding.faults))
    if look.evidence_files is None and any(one.file is not None for one in holding.claimed):
        return unknown("nobody has looked for the files", facts(holding.claimed))
    return met("lint reports no missing place and no missing file", holding.maps)


QUESTIONS = (
    Question(1, CLAIMED, "Evidence is mapped to the criterion.", _claimed),
    Question(1, "criterion-shown-directly", "Some of the evidence shows the work itself.", _direct),
    Question(1, "criterion-shown-variously", "The evidence came about in different ways.", _methods),
    Question(2, JUDGED, "A named assessor has decided on some of the evidence.", _judged),
    Question(3, "criterion-found-met", "An assessor has found the criterion met on some of the evidence.", _found_met),
    Question(4, SUFFICIENT, "An assessor has found the criterion met on as many pieces as it needs.", _sufficient),
    Question(4, "criterion-beyond-testimony", "Something other than testimony shows it.", _beyond_testimony),
    Question(
        4, "criterion-evidence-sound", "Each piece of its evidence is there, and the place in it is given.", _sound
    ),
)


# ---------------------------------------------------------------------- the whole


def whole(points: Sequence[Point]) -> Whole:
    """The level of the criterion that has come least far, and how many are claimed, judged and sufficient."""
    criteria = [point for point in points if point.code != WHOLE]
    states = ({one.name: one.state for one in point.checks} for point in criteria)
    due = [found for found in states if found[CLAIMED].is_due]
    level = lowest(criteria)
    if level is None:
        every = [one for point in criteria for one in point.checks]
        return None, said_count(every) if every else "no criterion in play"
    numbers = [sum(found[name] is State.MET for found in due) for name in (CLAIMED, JUDGED, SUFFICIENT)]
    counts = f"{numbers[0]} of {counted(len(due), 'criterion', 'criteria')} claimed"
    return level, f"{LEVELS[level]}; {counts}, {numbers[1]} judged, {numbers[2]} sufficient"


# ---------------------------------------------------------------------- figures


def figures(look: Look) -> Iterator[Figures]:
    """How each criterion stands in numbers, and the judgements with the five tests of evidence."""
    seen = sampled(look)
    if rows := tuple(_numbers(one, seen) for one in holdings(look)):
        note = (
            "Claimed is what the record maps; judged is what a named assessor decided on; both count pieces of evidence"
        )
        yield Figures("How the criteria stand", CRITERION, rows, note)
    counting = [one for one in look.part.judgements if is_counted(look, one)]
    if counting:
        yield Figures("What assessors decided", JUDGEMENT, tuple(_decision(look, one, seen) for one in counting))


def _numbers(holding: Holding, seen: frozenset[str]) -> tuple[str, ...]:
    claimed, judgements = len(holding.claimed), holding.judgements
    return (
        holding.code,
        str(holding.needed),
        str(claimed),
        str(len(holding.judged)),
        str(len(holding.met)),
        f"{sum(bool(one.direct) for one in holding.claimed)} of {claimed}" if claimed else DASH,
        str(len({one.type for one in holding.claimed})),
        "yes" if holding.testimony_only is not None else "no",
        f"{sum(one.id in seen for one in judgements)} of {len(judgements)}" if judgements else DASH,
    )


def _decision(look: Look, judgement: Judgement, seen: frozenset[str]) -> tuple[str, ...]:
    marks = (judgement.valid, judgement.authentic, judgement.current, judgement.sufficient, judgement.reliable)
    return (
        judgement.id,
        judgement.criterion,
        look.person_name(judgement.by or ""),
        *(DASH if mark is None else said(mark) for mark in marks),
        DASH if judgement.decision is None else said(judgement.decision),
        "yes" if judgement.id in seen else "no",
    )
